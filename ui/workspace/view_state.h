#pragma once
#include "core/overlap/overlap.h"

#include <QList>
#include <QString>
#include <set>

namespace bridgescope {

/// Which items are measured and shown.
enum class ItemScope { HeldOut, AllPaired, Training, Selection };

/// A selection that was given a name, to be restored or measured by itself.
struct NamedSelection {
    QString name;        ///< of its own
    std::set<int> items; ///< positions in the PairedSet
    friend bool operator==(const NamedSelection&, const NamedSelection&) = default;
};

/// Everything that all views share. One plain value: copied, compared, stored, undone.
struct ViewState {
    int focus = -1; ///< position in the PairedSet (not in a list); -1: none
    Index k = 10;
    Metric metric = Metric::Cosine;
    SelfRule self = SelfRule::Excluded;
    ItemScope scope = ItemScope::HeldOut;
    int mapping = -1;        ///< id of the mapping looked at; -1: none
    Index epoch = 0;         ///< of that mapping: f as it was after this one, of held-out items; 0: as it is
    std::set<int> selection; ///< positions in the PairedSet
    QList<NamedSelection> named;
    QList<int> scopeItems; ///< of ItemScope::Selection, ascending: what was selected when it became the scope
    QString scopeName;     ///< of a named selection; empty: of the selection

    friend bool operator==(const ViewState&, const ViewState&) = default;
};

} // namespace bridgescope
