#pragma once
#include "ui/charts/category_chart.h"
#include "ui/models/item_columns.h"

#include <QObject>

namespace bridgescope {

class ChartView;
class SelectionHub;

/// By category: a row is a filter. A click (or Enter on the row the arrow keys reached) selects its items in scope,
/// with Shift beside those before, with Ctrl those before without them.
class CategoryCard : public QObject {
    Q_OBJECT
public:
    CategoryCard(SelectionHub& hub, ChartView& view, QObject* parent);
    void show(const MeasuredAtK& atK, ItemColumnsPtr columns);

private:
    void draw();
    void choose(int row, Qt::KeyboardModifiers modifiers);
    SelectionHub& m_hub;
    ChartView& m_view;
    ItemColumnsPtr m_columns;
    CategoryData m_data;
    int m_cursor = -1;
};

} // namespace bridgescope
