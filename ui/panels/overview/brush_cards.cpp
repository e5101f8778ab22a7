#include "ui/panels/overview/brush_cards.h"

#include "ui/charts/chart_view.h"
#include "ui/figures/report_charts.h"
#include "ui/workspace/selection_hub.h"

#include <algorithm>

namespace bridgescope {
namespace {

std::set<int> itemsWhere(const ItemColumns& columns, const std::function<bool(int local)>& chosen)
{
    std::set<int> pairs;
    for (int i = 0; i < columns.count(); ++i)
        if (chosen(i)) pairs.insert(pairs.end(), columns.pairOf(i));
    return pairs;
}

} // namespace

DifferenceData differenceOf(const ItemColumns& columns, const std::set<int>& selection)
{
    DifferenceData data = differenceOf(columns.xf, columns.yf, columns.k);
    data.selected.assign(data.counts.size(), 0);
    data.anySelected = !selection.empty();
    for (int i = 0; i < columns.count() && data.anySelected; ++i)
        if (selection.count(columns.pairOf(i)))
            ++data.selected[static_cast<std::size_t>(columns.difference(i) + data.k)];
    return data;
}

LoyaltyData loyaltyOf(const ItemColumns& columns, const std::set<int>& selection, int focusPair)
{
    const double chance = chanceOverlap(columns.count(), columns.k, columns.measured->self);
    LoyaltyData data = loyaltyOf(columns.xf, columns.yf, columns.k, chance);
    data.selected.assign(data.counts.size(), 0);
    data.anySelected = !selection.empty();
    for (int i = 0; i < columns.count() && data.anySelected; ++i) {
        const auto local = static_cast<std::size_t>(i);
        if (selection.count(columns.pairOf(i)))
            ++data.selected[static_cast<std::size_t>(columns.xf[local] + (data.k + 1) * columns.yf[local])];
    }
    const int focus = columns.measured->localOf(focusPair);
    if (focus >= 0)
        data.focus = {columns.xf[static_cast<std::size_t>(focus)], columns.yf[static_cast<std::size_t>(focus)]};
    return data;
}

BrushCards::BrushCards(SelectionHub& hub, ChartView& difference, ChartView& loyalty, QObject* parent)
    : QObject(parent), m_hub(hub), m_difference(difference), m_loyalty(loyalty)
{
    connectDifference();
    connectLoyalty();
    connect(&hub, &SelectionHub::stateChanged, this, [this](const ViewState& before, const ViewState& now) {
        if (before.selection != now.selection || before.focus != now.focus) draw();
    });
}

void BrushCards::show(ItemColumnsPtr columns)
{
    if (m_columns && columns && m_columns->k != columns->k)
        m_range.reset(), m_box.reset(), m_part = -1; // its numbers mean something else now
    m_columns = std::move(columns);
    draw();
}

void BrushCards::draw()
{
    if (!m_columns || !m_columns->hasMapping) return;
    const std::set<int>& selection = m_hub.state().selection;
    const bool dragging = m_from || m_corner;
    if (!dragging && selection != m_made) m_range.reset(), m_box.reset();
    DifferenceData difference = differenceOf(*m_columns, selection);
    difference.brush = m_range;
    m_difference.setChart(std::make_shared<DifferenceChart>(std::move(difference)));
    LoyaltyData loyalty = loyaltyOf(*m_columns, selection, m_hub.state().focus);
    loyalty.brush = m_box;
    loyalty.part = m_part;
    m_loyalty.setChart(std::make_shared<LoyaltyChart>(std::move(loyalty)));
}

void BrushCards::select(const std::set<int>& under, Qt::KeyboardModifiers modifiers)
{
    m_made = brushed(m_hub.state().selection, under, modifiers);
    m_hub.setSelection(m_made);
    draw();
}

void BrushCards::connectDifference()
{
    const auto at = [this](QPointF point) {
        const auto chart = std::static_pointer_cast<const DifferenceChart>(m_difference.chart());
        return chart->differenceAt(point, m_difference.area(), m_difference.style());
    };
    connect(&m_difference, &ChartView::pressed, this, [this, at](QPointF point) {
        if (!m_columns) return;
        m_box.reset();
        m_from = at(point);
        m_range = {*m_from, *m_from};
        draw();
    });
    connect(&m_difference, &ChartView::dragged, this, [this, at](QPointF point) {
        if (!m_from) return;
        const auto [low, high] = std::minmax({*m_from, at(point)}); // by value: a reference would outlive at()
        m_range = {low, high};
        draw();
    });
    connect(&m_difference, &ChartView::released, this, [this](QPointF, Qt::KeyboardModifiers modifiers) {
        if (!m_from || !m_range || !m_columns) return;
        m_from.reset();
        const auto [low, high] = *m_range;
        selectWhere(
            [this, l = low, h = high](int i) { return m_columns->difference(i) >= l && m_columns->difference(i) <= h; },
            modifiers);
    });
    connect(&m_difference, &ChartView::cleared, this, [this] { m_hub.setSelection({}); });
}

void BrushCards::selectWhere(const std::function<bool(int local)>& chosen, Qt::KeyboardModifiers modifiers)
{
    select(itemsWhere(*m_columns, chosen), modifiers);
}

/// On a line that parts the corners: drags it. On a corner's name: selects it. Else a brush begins.
void BrushCards::pressLoyalty(QPointF at, Qt::KeyboardModifiers modifiers)
{
    const auto chart = std::static_pointer_cast<const LoyaltyChart>(m_loyalty.chart());
    if (!m_columns || !chart) return;
    m_parting = chart->onParting(at, m_loyalty.area(), m_loyalty.style());
    if (m_parting) return;
    m_range.reset();
    const auto local = [](int i) { return static_cast<std::size_t>(i); };
    if (const int corner = chart->cornerAt(at, m_loyalty.area(), m_loyalty.style()); corner >= 0) {
        m_box.reset();
        return selectWhere(
            [&](int i) {
                return LoyaltyChart::cornerOf(m_columns->xf[local(i)], m_columns->yf[local(i)], parting()) == corner;
            },
            modifiers);
    }
    m_corner = chart->placeAt(at, m_loyalty.area(), m_loyalty.style());
    m_box = QRect(*m_corner, *m_corner);
    draw();
}

void BrushCards::dragLoyalty(QPointF at)
{
    const auto chart = std::static_pointer_cast<const LoyaltyChart>(m_loyalty.chart());
    if (!chart || !(m_corner || m_parting)) return;
    const QPoint now = chart->placeAt(at, m_loyalty.area(), m_loyalty.style());
    if (m_parting) {
        // the line follows the direction that moved farther from where it was
        const int before = parting(), byX = now.x(), byY = now.y();
        m_part = std::clamp(std::abs(byX - before) >= std::abs(byY - before) ? byX : byY, 0, chart->data().k - 1);
        emit partingChanged();
    } else
        m_box = QRect(QPoint(std::min(now.x(), m_corner->x()), std::min(now.y(), m_corner->y())),
                      QPoint(std::max(now.x(), m_corner->x()), std::max(now.y(), m_corner->y())));
    draw();
}

void BrushCards::connectLoyalty()
{
    m_loyalty.setCursorAt([this](QPointF at) {
        const auto chart = std::static_pointer_cast<const LoyaltyChart>(m_loyalty.chart());
        if (chart && chart->onParting(at, m_loyalty.area(), m_loyalty.style())) return Qt::SizeAllCursor;
        return chart && chart->cornerAt(at, m_loyalty.area(), m_loyalty.style()) >= 0 ? Qt::PointingHandCursor
                                                                                      : Qt::ArrowCursor;
    });
    connect(&m_loyalty, &ChartView::pressed, this, &BrushCards::pressLoyalty);
    connect(&m_loyalty, &ChartView::dragged, this, &BrushCards::dragLoyalty);
    connect(&m_loyalty, &ChartView::released, this, [this](QPointF, Qt::KeyboardModifiers modifiers) {
        m_parting = false;
        if (!m_corner || !m_box || !m_columns) return;
        m_corner.reset();
        const QRect box = *m_box;
        selectWhere(
            [this, box](int i) {
                const auto local = static_cast<std::size_t>(i);
                return box.contains(m_columns->xf[local], m_columns->yf[local]);
            },
            modifiers);
    });
    connect(&m_loyalty, &ChartView::cleared, this, [this] { m_hub.setSelection({}); });
}

} // namespace bridgescope
