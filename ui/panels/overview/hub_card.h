#pragma once
#include "core/overlap/hubness.h"
#include "ui/charts/table_chart.h"
#include "ui/workspace/measured.h"

#include <QObject>

#include <array>
#include <utility>

namespace bridgescope {

class ChartView;
class SelectionHub;

/// How unevenly items stand in one another's lists, space by space, and what is left of the overlaps with lists that
/// discount hubs. A hub that is clicked becomes the focus (with Shift or Ctrl it joins or leaves the selection), the
/// numbers of hubs and anti-hubs select them.
class HubCard : public QObject {
    Q_OBJECT
public:
    HubCard(SelectionHub& hub, ChartView& view, QObject* parent);
    void show(MeasuredAtKPtr atK);

signals:
    void cslsRequested(); ///< the lists are many: they are made when asked for

private:
    struct Target {
        int focus = -1;         ///< position in the PairedSet; -1: the items are selected instead
        std::vector<int> items; ///< positions in the PairedSet
        bool csls = false;      ///< asks for the lists
    };
    void measure();
    TableData build();
    std::vector<TableCell> spaceRow(Space space);
    TableSection overlaps();
    ChartTable numbersOf(const std::vector<std::vector<TableCell>>& spaces) const;
    int addTarget(Target target);
    void draw();
    void choose(int target, Qt::KeyboardModifiers modifiers, bool open);
    SelectionHub& m_hub;
    ChartView& m_view;
    MeasuredAtKPtr m_atK;
    std::array<Hubness, 3> m_hubness;          ///< X, f(X), Y
    std::pair<MeasuredPtr, Index> m_hubnessOf; ///< the lists and K it is of
    std::vector<Target> m_targets;
    TableData m_data;
    int m_cursor = -1;
};

} // namespace bridgescope
