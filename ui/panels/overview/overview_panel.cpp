#include "ui/panels/overview/overview_panel.h"

#include "ui/charts/chart_view.h"
#include "ui/figures/figure_dialog.h"
#include "ui/figures/report_charts.h"
#include "ui/models/convention.h"
#include "ui/panels/overview/brush_cards.h"
#include "ui/panels/overview/card_grid.h"
#include "ui/panels/overview/verdict_card.h"
#include "ui/widgets/card.h"
#include "ui/workspace/selection_hub.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace bridgescope {

OverviewPanel::OverviewPanel(SelectionHub& hub, QWidget* parent) : QWidget(parent), m_hub(hub)
{
    setProperty("surface", "win");
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(&m_hub, &SelectionHub::measuredChanged, this, &OverviewPanel::refresh);
    connect(&m_hub, &SelectionHub::atKChanged, this, &OverviewPanel::refresh);
    refresh();
}

void OverviewPanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(12);
    m_verdict = new VerdictCard;
    connect(m_verdict, &VerdictCard::trainRidgeRequested, this, &OverviewPanel::trainRidgeRequested);
    column->addWidget(m_verdict);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false);
    m_grid = new CardGrid;
    m_grid->setAutoFillBackground(false);
    m_barCard = addChartCard(tr("Overlaps by mapping"), m_bars);
    m_curveCard = addChartCard(tr("Overlap against K"), m_curve);
    m_loyaltyCard = addChartCard(tr("Loyalty"), m_loyalty);
    m_differenceCard = addChartCard(tr("Difference per item"), m_difference);
    m_brush = new BrushCards(m_hub, *m_difference, *m_loyalty, this);
    m_grid->setCards({m_barCard, m_curveCard});
    scroll->setWidget(m_grid);
    column->addWidget(scroll, 1);
    connectBars();
    connectCurve();
}

Card* OverviewPanel::addChartCard(const QString& title, ChartView*& view)
{
    auto* card = new Card(title, m_grid);
    card->setMinimumHeight(250);
    view = new ChartView;
    card->setBody(view);
    ChartView* shown = view;
    addChartActions(
        *card->menu(), this, [shown] { return shown->chart(); }, [card] { return card->convention(); });
    return card;
}

void OverviewPanel::connectBars()
{
    const auto rowAt = [this](QPointF at) {
        const auto chart = std::static_pointer_cast<const BarChart>(m_bars->chart());
        if (!chart) return -1;
        const int row = chart->rowAt(at, m_bars->area(), m_bars->style());
        return row < 0 ? -1 : chart->data().rows[static_cast<std::size_t>(row)].id;
    };
    m_bars->setCursorAt([rowAt](QPointF at) { return rowAt(at) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor; });
    connect(m_bars, &ChartView::doubleClicked, this, [this, rowAt](QPointF at) {
        if (const int id = rowAt(at); id >= 0) m_hub.setMapping(id);
    });
    connect(m_bars, &ChartView::stepped, this, [this](int steps) { // Up and Down walk the mappings
        const auto current = std::find_if(m_mappings.begin(), m_mappings.end(),
                                          [this](const auto& m) { return m.id == m_hub.state().mapping; });
        if (current == m_mappings.end()) return;
        const auto next = current - m_mappings.begin() - steps;
        if (next >= 0 && next < static_cast<std::ptrdiff_t>(m_mappings.size()))
            m_hub.setMapping(m_mappings[static_cast<std::size_t>(next)].id);
    });
}

void OverviewPanel::connectCurve()
{
    const auto setK = [this](QPointF at) {
        if (const auto chart = std::static_pointer_cast<const CurveChart>(m_curve->chart()))
            m_hub.setK(chart->kAt(at, m_curve->area(), m_curve->style()));
    };
    connect(m_curve, &ChartView::pressed, this, setK);
    connect(m_curve, &ChartView::dragged, this, setK);
    connect(m_curve, &ChartView::stepped, this, [this](int steps) {
        if (const auto chart = std::static_pointer_cast<const CurveChart>(m_curve->chart()))
            m_hub.setK(std::clamp<Index>(m_hub.state().k + steps, 1, chart->data().kMax()));
    });
    m_curve->setCursorAt([this](QPointF at) {
        const auto chart = std::static_pointer_cast<const CurveChart>(m_curve->chart());
        return chart && chart->onHandle(at, m_curve->area(), m_curve->style()) ? Qt::SplitHCursor : Qt::ArrowCursor;
    });
}

void OverviewPanel::setMappings(std::vector<MappingSummary> mappings)
{
    m_mappings = std::move(mappings);
    refresh();
}

void OverviewPanel::refresh()
{
    const MeasuredAtKPtr atK = m_hub.atK();
    const bool waiting = !atK && m_hub.measured();
    for (Card* card : {m_barCard, m_curveCard, m_loyaltyCard, m_differenceCard})
        card->setLoading(waiting);
    if (!atK) return; // the old numbers stay until the new are there
    const Measured& m = *atK->measured;
    const Index k = atK->report.xy.k;
    m_verdict->show(*atK);
    if (atK->hasMapping) {
        std::vector<NamedReport> reports;
        bool found = false;
        for (const MappingSummary& summary : m_mappings) {
            const bool current = summary.id == m.mapping;
            found = found || current;
            reports.push_back({summary.id, summary.name, current ? &atK->report : &summary.report, current});
        }
        if (!found) reports.insert(reports.begin(), {m.mapping, m.mappingName, &atK->report, true});
        m_bars->setChart(std::make_shared<BarChart>(barsOf(reports, k)));
        m_curve->setChart(std::make_shared<CurveChart>(curveOf(atK->report, k)));
    } else {
        m_bars->setChart(std::make_shared<BarChart>(barsOf(atK->report.xy, k)));
        m_curve->setChart(std::make_shared<CurveChart>(curveOf(atK->report.xy, k)));
    }
    m_barCard->setConvention(conventionOf(m, k) + tr("; 95 %"));
    m_curveCard->setConvention(conventionOfAllK(m) + tr("; bands 95 %"));
    refreshPerItem(*atK);
}

void OverviewPanel::refreshPerItem(const MeasuredAtK& atK)
{
    // what an item shares with f(X) is there only with a mapping
    QList<QWidget*> cards{m_barCard, m_curveCard};
    if (atK.hasMapping) cards << m_loyaltyCard << m_differenceCard;
    m_loyaltyCard->setVisible(atK.hasMapping);
    m_differenceCard->setVisible(atK.hasMapping);
    m_grid->setCards(cards);
    m_columns = makeItemColumns(atK, m_columns);
    if (!atK.hasMapping) return;
    m_brush->show(m_columns);
    const QString convention = conventionOf(*atK.measured, atK.report.xy.k);
    m_loyaltyCard->setConvention(convention + tr("; corners part at K/2"));
    m_differenceCard->setConvention(convention);
}

} // namespace bridgescope
