#pragma once
#include "ui/models/item_columns.h"
#include "ui/models/neighbor_lists.h"

#include <QTimer>
#include <QWidget>

class QSplitter;

namespace bridgescope {

class Banner;
class ItemHeader;
class ItemsPane;
class NeighborListsView;
class RegionBar;
class SelectionHub;

/// The inspector: one item's neighbors in X, f(X) and Y, and the table of items that drives it.
class NeighborsPanel : public QWidget {
    Q_OBJECT
public:
    explicit NeighborsPanel(SelectionHub& hub, QWidget* parent = nullptr);
    ~NeighborsPanel() override;
    NeighborListsView& lists() { return *m_lists; }
    RegionBar& regions() { return *m_regions; }
    ItemsPane& items() { return *m_items; }

signals:
    void trainRidgeRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectHub();
    void followNumbers();
    void refreshLists();
    void refreshItems();
    void requestRanks(int local);
    void showHoverCard();
    void tellOutside(const Measured& measured, int pair, int shown);

    SelectionHub& m_hub;
    Banner* m_outside; ///< the focus is not among the items in scope
    ItemHeader* m_header;
    RegionBar* m_regions;
    NeighborListsView* m_lists;
    ItemsPane* m_items;
    QSplitter* m_splitter;
    ItemColumnsPtr m_columns;
    FocusRanksPtr m_ranks;
    HubMarks m_hubs; ///< of the lists and K shown
    QTimer m_hoverTimer;
    int m_hovered = -1;                                           ///< local position the pointer rests on
    std::shared_ptr<int> m_generation = std::make_shared<int>(0); ///< a ranking of an older focus is dropped
    bool m_placed = false;                                        ///< the splitter, by hand
    bool m_behind = false; ///< K moved while another view was in front
};

} // namespace bridgescope
