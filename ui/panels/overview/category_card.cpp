#include "ui/panels/overview/category_card.h"

#include "ui/charts/chart_view.h"
#include "ui/figures/report_charts.h"
#include "ui/workspace/selection_hub.h"

#include <QHash>

#include <algorithm>

namespace bridgescope {

CategoryCard::CategoryCard(SelectionHub& hub, ChartView& view, QObject* parent)
    : QObject(parent), m_hub(hub), m_view(view)
{
    const auto rowAt = [this](QPointF at) {
        const auto chart = std::static_pointer_cast<const CategoryChart>(m_view.chart());
        return chart ? chart->rowAt(at, m_view.area(), m_view.style()) : -1;
    };
    view.setCursorAt([rowAt](QPointF at) { return rowAt(at) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor; });
    connect(&view, &ChartView::pressed, this,
            [this, rowAt](QPointF at, Qt::KeyboardModifiers modifiers) { choose(rowAt(at), modifiers); });
    connect(&view, &ChartView::stepped, this, [this](int steps, bool vertical) {
        const int last = static_cast<int>(m_data.rows.size()) - 1;
        m_cursor = m_cursor < 0 ? 0 : std::clamp(m_cursor + (vertical ? -steps : steps), 0, last);
        draw();
    });
    connect(&view, &ChartView::activated, this,
            [this](Qt::KeyboardModifiers modifiers) { choose(m_cursor, modifiers); });
    connect(&view, &ChartView::cleared, this, [this] { m_hub.setSelection({}); });
    connect(&hub, &SelectionHub::stateChanged, this, [this](const ViewState& before, const ViewState& now) {
        if (before.selection != now.selection) draw();
    });
}

void CategoryCard::show(const MeasuredAtK& atK, ItemColumnsPtr columns)
{
    m_columns = std::move(columns);
    m_data = categoriesOf(atK.groups, atK.hasMapping, atK.report.xy);
    if (m_cursor >= static_cast<int>(m_data.rows.size())) m_cursor = -1;
    draw();
}

void CategoryCard::draw()
{
    if (!m_columns || m_data.rows.empty()) return;
    const std::set<int>& selection = m_hub.state().selection;
    CategoryData data = m_data;
    data.anySelected = !selection.empty();
    data.cursor = m_cursor;
    if (data.anySelected) {
        QHash<QString, int> selected;
        for (int i = 0; i < m_columns->count(); ++i)
            if (selection.count(m_columns->pairOf(i))) ++selected[m_columns->categoryOf(i)];
        for (CategoryRow& row : data.rows)
            row.selected = selected.value(row.name);
    }
    m_view.setChart(std::make_shared<CategoryChart>(std::move(data)));
}

void CategoryCard::choose(int row, Qt::KeyboardModifiers modifiers)
{
    if (!m_columns || row < 0 || row >= static_cast<int>(m_data.rows.size())) return;
    m_cursor = -1;
    const QString name = m_data.rows[static_cast<std::size_t>(row)].name;
    std::set<int> under;
    for (int i = 0; i < m_columns->count(); ++i)
        if (m_columns->categoryOf(i) == name) under.insert(under.end(), m_columns->pairOf(i));
    m_hub.setSelection(brushed(m_hub.state().selection, under, modifiers));
}

} // namespace bridgescope
