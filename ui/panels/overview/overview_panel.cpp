#include "ui/panels/overview/overview_panel.h"

#include "ui/charts/chart_view.h"
#include "ui/figures/figure_dialog.h"
#include "ui/figures/report_charts.h"
#include "ui/models/convention.h"
#include "ui/panels/overview/brush_cards.h"
#include "ui/panels/overview/card_grid.h"
#include "ui/panels/overview/category_card.h"
#include "ui/panels/overview/hub_card.h"
#include "ui/panels/overview/retrieval_card.h"
#include "ui/panels/overview/similarity_card.h"
#include "ui/panels/overview/verdict_card.h"
#include "ui/widgets/card.h"
#include "ui/widgets/scaled.h"
#include "ui/workspace/selection_hub.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace bridgescope {
namespace {

constexpr int leastCardHeight = 290; // nine categories, the hub audit and two rows of cards on 900 pixels
constexpr int tallCardHeight = 410;  // twelve measures
constexpr int verdictHeight = 76;    // two lines below the sentence: the same while nothing is known

/// An estimate too, or a null that is not there yet, must not be called an interval of 95 %.
QString intervalsOfCurve(const MeasuredAtK& atK)
{
    const bool bands = !atK.report.xy.byKError.empty();
    if (!atK.nulls) return bands ? OverviewPanel::tr("; bands 95 %") : QString();
    return bands ? OverviewPanel::tr("; 95 %; grey: null") : OverviewPanel::tr("; grey: null");
}

/// Short: it stands behind the convention in a footer.
QString nullOf(const MeasuredAtK& atK)
{
    const Index permutations = atK.report.options.overlap.permutations;
    return permutations > 0 ? OverviewPanel::tr("; null of %1").arg(number(static_cast<qint64>(permutations)))
                            : OverviewPanel::tr("; above the null");
}
} // namespace

OverviewPanel::OverviewPanel(SelectionHub& hub, QWidget* parent) : QWidget(parent), m_hub(hub)
{
    setProperty("surface", "win");
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(&m_hub, &SelectionHub::measuredChanged, this, &OverviewPanel::refresh);
    connect(&m_hub, &SelectionHub::atKChanged, this, &OverviewPanel::followNumbers);
    connect(&m_hub, &SelectionHub::sampledChanged, this, &OverviewPanel::refreshVerdict);
    connect(&m_hub, &SelectionHub::sampledChanged, this, &OverviewPanel::fadeCards);
    m_measuring.setSingleShot(true);
    m_measuring.setInterval(200);
    connect(&m_measuring, &QTimer::timeout, this, [this] {
        m_replaced = true;
        fadeCards();
    });
    refresh();
}

void OverviewPanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(12);
    m_verdict = new VerdictCard;
    keepScaled(*m_verdict, [card = m_verdict](double u) { card->setMinimumHeight(qRound(verdictHeight * u)); });
    connect(m_verdict, &VerdictCard::trainRidgeRequested, this, &OverviewPanel::trainRidgeRequested);
    connect(m_verdict, &VerdictCard::listsRequested, this, &OverviewPanel::listsRequested);
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
    connect(m_brush, &BrushCards::partingChanged, this, &OverviewPanel::refreshConventions);
    buildAudits();
    buildCalibrated();
    m_grid->setCards({m_barCard, m_curveCard, m_hubCard, m_similarityCard});
    scroll->setWidget(m_grid);
    column->addWidget(scroll, 1);
    connectBars();
    connectCurve();
}

Card* OverviewPanel::addChartCard(const QString& title, ChartView*& view)
{
    auto* card = new Card(title, m_grid);
    keepScaled(*card, [card](double u) { card->setMinimumHeight(qRound(leastCardHeight * u)); });
    view = new ChartView;
    card->setBody(view);
    addActions(card, view);
    return card;
}

/// A card whose chart may be taller than the card: it scrolls inside.
Card* OverviewPanel::addScrolledCard(const QString& title, ChartView*& view)
{
    auto* card = new Card(title, m_grid);
    keepScaled(*card, [card](double u) { card->setMinimumHeight(qRound(leastCardHeight * u)); });
    view = new ChartView;
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(view);
    scroll->viewport()->setAutoFillBackground(false);
    view->setAutoFillBackground(false);
    card->setBody(scroll);
    addActions(card, view);
    return card;
}

void OverviewPanel::addActions(Card* card, ChartView* view)
{
    addChartActions(
        *card->menu(), this, [view] { return view->chart(); },
        [this, card] { return exportedConvention(m_hub.measured(), card->convention()); });
}

void OverviewPanel::buildAudits()
{
    m_categoryCard = addScrolledCard(tr("By category"), m_categoryView);
    m_categories = new CategoryCard(m_hub, *m_categoryView, this);
    m_hubCard = addScrolledCard(tr("Hub audit"), m_hubView);
    m_hubs = new HubCard(m_hub, *m_hubView, this);
    connect(m_hubs, &HubCard::cslsRequested, this, &OverviewPanel::hubAuditRequested);
    m_retrievalCard = addScrolledCard(tr("Retrieval and fit"), m_retrieval);
    m_similarityCard = new Card(tr("Other measures"), m_grid);
    keepScaled(*m_similarityCard,
               [card = m_similarityCard](double u) { card->setMinimumHeight(qRound(tallCardHeight * u)); });
    m_similarity = new SimilarityCard;
    m_similarityCard->setBody(m_similarity);
    addActions(m_similarityCard, &m_similarity->view());
    connect(m_similarity, &SimilarityCard::requested, this, &OverviewPanel::similarityRequested);
    connect(m_similarity, &SimilarityCard::cancelled, this, &OverviewPanel::similarityCancelled);
}

void OverviewPanel::buildCalibrated()
{
    auto* choice = new QComboBox;
    choice->addItems({tr("Raw"), tr("Calibrated")});
    choice->setAccessibleName(tr("Overlaps as they are, or calibrated against the permutation null"));
    choice->setToolTip(tr("Calibrated: the share of what is left above the permutation null (Gröger et al. 2026)"));
    m_barCard->titleRow()->insertWidget(m_barCard->titleRow()->count() - 1, choice); // before the menu
    setTabOrder(m_bars, choice);
    connect(choice, &QComboBox::activated, this, [this](int row) {
        m_calibrated = row == 1;
        emit calibratedChosen(m_calibrated);
        refresh();
    });
}

void OverviewPanel::setSimilarityProgress(bool running, double done, double total)
{
    m_similarity->setProgress(running, done, total);
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
    if (const MeasuredAtKPtr atK = m_hub.atK()) refreshBars(*atK);
}

/// While K is dragged in another view, charts out of sight would take the time of those in sight.
void OverviewPanel::followNumbers()
{
    const MeasuredAtKPtr atK = m_hub.atK();
    if (isVisible() || !atK || !m_columns || m_columns->measured != atK->measured) return refresh();
    refreshVerdict();
    m_behind = true;
}

void OverviewPanel::catchUp()
{
    if (m_behind) refresh();
}

void OverviewPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    catchUp();
}

void OverviewPanel::refresh()
{
    m_behind = false;
    const MeasuredAtKPtr atK = m_hub.atK();
    if (!atK && !m_hub.measured()) clearCards();
    fadeCards();
    refreshVerdict();
    if (!atK) return; // the old numbers stay until the new are there
    refreshBars(*atK);
    const Index k = atK->report.xy.k;
    CurveData curve = atK->hasMapping ? curveOf(atK->report, k) : curveOf(atK->report.xy, k);
    if (atK->nulls) addNulls(curve, *atK->nulls);
    m_curve->setChart(std::make_shared<CurveChart>(std::move(curve)));
    refreshPerItem(*atK);
    refreshAudits(atK);
    refreshConventions();
}

void OverviewPanel::refreshVerdict()
{
    if (const SampledOverlapsPtr sampled = m_hub.sampled()) return m_verdict->show(*sampled);
    if (const MeasuredAtKPtr atK = m_hub.atK()) return m_verdict->show(*atK);
    if (!m_hub.measured()) m_verdict->wait(isMeasuring());
}

void OverviewPanel::setMeasuring(bool measuring)
{
    if (measuring == isMeasuring()) return;
    m_replaced = false;
    measuring ? m_measuring.start() : m_measuring.stop();
    fadeCards();
    if (!m_hub.atK()) refreshVerdict();
}

/// What is of other lists than those asked for stays in sight, at 60 %.
void OverviewPanel::fadeCards()
{
    const MeasuredAtKPtr atK = m_hub.atK();
    const bool making = m_replaced || (!atK && m_hub.measured());
    for (Card* card : {m_barCard, m_curveCard, m_loyaltyCard, m_differenceCard, m_categoryCard, m_hubCard,
                       m_retrievalCard, m_similarityCard}) {
        card->setLoading(making);
        card->setOutdated(m_hub.sampled() != nullptr);
    }
    if (atK && atK->hasMapping && !atK->report.options.fitAndRetrieval) m_retrievalCard->setLoading(true);
}

/// Nothing of the pair before stays under the name of the next.
void OverviewPanel::clearCards()
{
    m_columns.reset();
    m_retrievalOf.reset();
    for (ChartView* view : {m_bars, m_curve, m_loyalty, m_difference, m_categoryView, m_hubView, m_retrieval})
        view->setChart(nullptr);
    m_similarity->show(nullptr);
    m_grid->setCards({m_barCard, m_curveCard, m_hubCard, m_similarityCard});
}

void OverviewPanel::refreshBars(const MeasuredAtK& atK)
{
    const Measured& m = *atK.measured;
    const Index k = atK.report.xy.k;
    std::vector<NamedReport> reports;
    bool found = false;
    for (const MappingSummary& summary : m_mappings) {
        const bool current = summary.id == m.mapping;
        found = found || current;
        const bool known = current && (!m_calibrated || atK.report.xf.tau);
        reports.push_back({summary.id, summary.name, known ? &atK.report : &summary.report, current});
    }
    if (!atK.hasMapping)
        m_bars->setChart(std::make_shared<BarChart>(barsOf(atK.report.xy, k, m_calibrated)));
    else {
        if (!found) reports.insert(reports.begin(), {m.mapping, m.mappingName, &atK.report, true});
        m_bars->setChart(std::make_shared<BarChart>(barsOf(reports, k, m_calibrated)));
    }
}

void OverviewPanel::refreshConventions()
{
    const MeasuredAtKPtr atK = m_hub.atK();
    if (!atK) return;
    const Measured& m = *atK->measured;
    const QString convention = conventionOf(m, atK->report.xy.k), allK = conventionOfAllK(m);
    m_barCard->setConvention(conventionOfMappings(m, atK->report.xy.k) + (m_calibrated ? nullOf(*atK) : tr("; 95 %")));
    m_curveCard->setConvention(allK + intervalsOfCurve(*atK));
    m_loyaltyCard->setConvention(convention + tr("; high > %1").arg(number(m_brush->parting())));
    m_differenceCard->setConvention(convention);
    m_categoryCard->setConvention(convention + tr("; bars 95 %"));
    m_hubCard->setConvention(convention);
    m_retrievalCard->setConvention(allK + (m.metric == Metric::Cosine ? QString() : tr("; retrieval by cosine")));
    m_similarityCard->setConvention(convention);
}

void OverviewPanel::refreshPerItem(const MeasuredAtK& atK)
{
    // what an item shares with f(X) is there only with a mapping, categories only where the items have some
    const bool categories = !atK.groups.empty();
    QList<QWidget*> cards{m_barCard, m_curveCard};
    if (atK.hasMapping) cards << m_loyaltyCard << m_differenceCard;
    if (categories) cards << m_categoryCard;
    cards << m_hubCard;
    if (atK.hasMapping) cards << m_retrievalCard;
    cards << m_similarityCard;
    m_grid->setCards(cards);
    m_columns = makeItemColumns(atK, m_columns);
    if (atK.hasMapping) m_brush->show(m_columns);
}

void OverviewPanel::refreshAudits(const MeasuredAtKPtr& atK)
{
    if (!atK->groups.empty()) m_categories->show(*atK, m_columns);
    m_hubs->show(atK);
    refreshRetrieval(*atK);
    m_similarity->show(atK);
}

/// Fit and retrieval come with the null, and are the same at every K.
void OverviewPanel::refreshRetrieval(const MeasuredAtK& atK)
{
    if (!atK.hasMapping || !atK.report.options.fitAndRetrieval || m_retrievalOf == atK.measured) return;
    m_retrievalOf = atK.measured;
    m_retrieval->setChart(
        std::make_shared<TableChart>(retrievalTable(atK.report, atK.measured->mappingName, atK.measured->fitCaveat)));
}

} // namespace bridgescope
