#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_measured.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/table_chart.h"
#include "ui/figures/report_charts.h"
#include "ui/panels/overview/card_grid.h"
#include "ui/panels/overview/overview_panel.h"
#include "ui/panels/overview/verdict_card.h"
#include "ui/widgets/card.h"

#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

namespace waiting_tests {

using namespace bridgescope;

/// What the overview shows while something is not there yet, and the card of retrieval that comes later than others.
class WaitingTest : public QObject {
    Q_OBJECT
private slots:
    void noPlaceOfTheGridStaysFree();
    void cardsHaveTheirPlacesBeforeTheFirstLists();
    void anotherPairShowsNothingOfTheOneBefore();
    void oldContentFadesAfterAWhile();
    void aCancelledEstimateStaysAndIsNamed();
    void footersNameOnlyWhatIsThere();
    void retrievalAgainstThePlainRanks();
    void retrievalWaitsForItsNumbers();

private:
    static ChartView* viewOf(QWidget& panel, const QString& name)
    {
        for (ChartView* view : panel.findChildren<ChartView*>())
            if (view->accessibleName() == name) return view;
        return nullptr;
    }
    static Card* cardOf(QWidget& panel, const QString& title)
    {
        for (Card* card : panel.findChildren<Card*>())
            if (card->title() == title) return card;
        return nullptr;
    }
    static QPushButton* buttonOf(QWidget& panel, const QString& text)
    {
        for (QPushButton* button : panel.findChildren<QPushButton*>())
            if (button->text() == text && button->isVisible()) return button;
        return nullptr;
    }
    static SampledOverlapsPtr estimate(bool stopped)
    {
        SampledOverlaps sampled{"Ridge", Metric::Cosine, SelfRule::Excluded, {}, {}, {}, stopped};
        sampled.xf = {.n = 341479,
                      .sampled = 4000,
                      .k = 10,
                      .mean = .52,
                      .chance = .00003,
                      .halfWidth = .004,
                      .interval = {.516, .524}};
        sampled.yf = {.n = 341479,
                      .sampled = 2000,
                      .k = 10,
                      .mean = .16,
                      .chance = .00003,
                      .halfWidth = .005,
                      .interval = {.155, .165}};
        return std::make_shared<const SampledOverlaps>(sampled);
    }
};

void WaitingTest::noPlaceOfTheGridStaysFree()
{
    for (int columns = 1; columns <= 3; ++columns)
        for (int cards = columns + 1; cards <= 9; ++cards) {
            std::set<std::pair<int, int>> taken;
            const auto places = CardGrid::placesOf(cards, columns);
            QCOMPARE(places.size(), static_cast<std::size_t>(cards));
            for (const auto& place : places)
                for (int c = 0; c < place.span; ++c) {
                    QVERIFY(place.column + c < columns);
                    QVERIFY(taken.insert({place.row, place.column + c}).second);
                }
            QCOMPARE(static_cast<int>(taken.size()), (places.back().row + 1) * columns);
            QVERIFY(columns == 1 || places.back().span >= 2);
        }
}

void WaitingTest::cardsHaveTheirPlacesBeforeTheFirstLists()
{
    SelectionHub hub;
    OverviewPanel panel(hub);
    panel.resize(1180, 800);
    panel.show();
    panel.setMeasuring(true);
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QVERIFY(panel.verdict().height() <= 100);
    QCOMPARE(panel.verdict().sentence(), QString("The neighbor lists are being made."));
    QVERIFY(!buttonOf(panel, "Make the lists"));
    std::vector<QRect> places;
    for (Card* card : panel.findChildren<Card*>())
        if (card->isVisible()) places.push_back(card->geometry());
    QCOMPARE(places.size(), std::size_t(4));
    for (std::size_t a = 0; a < places.size(); ++a) {
        QVERIFY(places[a].width() >= 360);
        for (std::size_t b = 0; b < a; ++b)
            QVERIFY(!places[a].intersects(places[b]));
    }
    panel.setMeasuring(false); // cancelled before there were any
    QCOMPARE(panel.verdict().sentence(), QString("There are no neighbor lists yet."));
    QVERIFY(buttonOf(panel, "Make the lists"));
}

void WaitingTest::anotherPairShowsNothingOfTheOneBefore()
{
    SelectionHub hub;
    OverviewPanel panel(hub);
    panel.resize(1180, 800);
    panel.show();
    const MeasuredPtr measured = test::syntheticMeasured();
    const auto show = [&] {
        hub.publish(measured);
        hub.publishAtK(test::measuredAt(measured, 5));
    };
    show();
    ChartView* bars = viewOf(panel, "Overlaps by mapping");
    QVERIFY(bars && bars->chart());
    const QString sentence = panel.verdict().sentence();
    hub.reset();
    QVERIFY(!bars->chart());
    QVERIFY(panel.verdict().sentence() != sentence && panel.verdict().detail().isEmpty());
    show();
    QVERIFY(bars->chart());
    QCOMPARE(panel.verdict().sentence(), sentence);
}

void WaitingTest::oldContentFadesAfterAWhile()
{
    SelectionHub hub;
    OverviewPanel panel(hub);
    test::showIn(hub, test::syntheticMeasured(), 5);
    const auto loading = [&] { return cardOf(panel, "Loyalty")->isLoading(); };
    panel.setMeasuring(true);
    QVERIFY(!loading());
    QTRY_VERIFY(loading());
    panel.setMeasuring(true); // another job began or ended
    QVERIFY(loading());
    panel.setMeasuring(false);
    QVERIFY(!loading());
    panel.setMeasuring(true);
    panel.setMeasuring(false);
    QTest::qWait(300);
    QVERIFY(!loading());
}

void WaitingTest::aCancelledEstimateStaysAndIsNamed()
{
    SelectionHub hub;
    OverviewPanel panel(hub);
    panel.resize(1180, 800);
    panel.show();
    test::showIn(hub, test::syntheticMeasured(), 5);
    hub.publishSampled(estimate(false));
    QVERIFY(panel.verdict().detail().endsWith("The exact lists are being made."));
    QVERIFY(!buttonOf(panel, "Make the lists"));
    QVERIFY(cardOf(panel, "Loyalty")->isFaded());
    hub.publishSampled(estimate(true));
    QVERIFY(panel.verdict().sentence().startsWith("From a sample: Ridge keeps 5.20 ± 0.04 of 10"));
    QVERIFY(panel.verdict().detail().endsWith("The exact lists were cancelled."));
    QVERIFY(cardOf(panel, "Loyalty")->isFaded() && !cardOf(panel, "Loyalty")->isLoading());
    QSignalSpy asked(&panel, &OverviewPanel::listsRequested);
    QVERIFY(buttonOf(panel, "Make the lists"));
    buttonOf(panel, "Make the lists")->click();
    QCOMPARE(asked.count(), 1);
    hub.publishSampled(nullptr);
    QVERIFY(!buttonOf(panel, "Make the lists"));
    QVERIFY(!cardOf(panel, "Loyalty")->isFaded());
}

void WaitingTest::footersNameOnlyWhatIsThere()
{
    SelectionHub hub;
    OverviewPanel panel(hub);
    panel.show(); // out of sight it waits
    test::showIn(hub, test::syntheticMeasured(), 5);
    const auto curve = [&] { return cardOf(panel, "Overlap against K")->convention(); };
    QVERIFY(curve().endsWith("bands 95 %"));
    auto atK = std::make_shared<MeasuredAtK>(*hub.atK());
    for (Overlap* overlap : {&atK->report.xf, &atK->report.yf, &atK->report.xy})
        overlap->byKError.clear();
    hub.publishAtK(atK);
    QVERIFY2(!curve().contains("95"), qPrintable(curve()));
    // a mapping measured at another K, without errors at every K, has no interval to be drawn
    QVERIFY(!estimateAt(atK->report.xf, 6).hasInterval());
    QVERIFY(estimateAt(atK->report.xf, 5).hasInterval());
    auto* choice = panel.findChild<QComboBox*>();
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    auto nulled = std::make_shared<MeasuredAtK>(*hub.atK());
    nulled->report.options.overlap.permutations = 1000;
    hub.publishAtK(nulled);
    QVERIFY(cardOf(panel, "Overlaps by mapping")->convention().endsWith("; null of 1,000"));
}

void WaitingTest::retrievalAgainstThePlainRanks()
{
    SelectionHub hub;
    OverviewPanel panel(hub);
    panel.resize(1180, 800);
    panel.show();
    test::showIn(hub, test::syntheticMeasured(), 5);
    ChartView* view = viewOf(panel, "Retrieval and fit");
    QVERIFY(view && view->isVisibleTo(&panel));
    const TableData& data = std::static_pointer_cast<const TableChart>(view->chart())->data();
    const MeasuredFold& fold = *hub.measured()->fold;
    const Index n = hub.measured()->n();
    const auto cosine = [](std::span<const float> a, std::span<const float> b) {
        double dot = 0, aa = 0, bb = 0;
        for (std::size_t d = 0; d < a.size(); ++d) {
            dot += static_cast<double>(a[d]) * static_cast<double>(b[d]);
            aa += static_cast<double>(a[d]) * static_cast<double>(a[d]);
            bb += static_cast<double>(b[d]) * static_cast<double>(b[d]);
        }
        return dot / std::sqrt(aa * bb);
    };
    const auto check = [&](const Vectors& from, const Vectors& to, const std::vector<TableCell>& row) {
        double p1 = 0, p5 = 0, p10 = 0, reciprocal = 0;
        std::vector<double> ranks;
        for (Index i = 0; i < n; ++i) {
            int rank = 1;
            for (Index j = 0; j < n; ++j)
                rank += j != i && cosine(from.item(i), to.item(j)) > cosine(from.item(i), to.item(i));
            ranks.push_back(rank);
            p1 += rank <= 1, p5 += rank <= 5, p10 += rank <= 10;
            reciprocal += 1.0 / rank;
        }
        std::sort(ranks.begin(), ranks.end());
        const auto whole = static_cast<double>(n);
        const double median = (ranks[static_cast<std::size_t>(n / 2 - 1)] + ranks[static_cast<std::size_t>(n / 2)]) / 2;
        QCOMPARE(row[1].text, number(p1 / whole, 3));
        QCOMPARE(row[2].text, number(p5 / whole, 3));
        QCOMPARE(row[3].text, number(p10 / whole, 3));
        QCOMPARE(row[4].text, number(reciprocal / whole, 3));
        QCOMPARE(row[5].text.toDouble(), median);
    };
    const auto& rows = data.sections[0].rows;
    QCOMPARE(rows.size(), std::size_t(5)); // both directions by cosine and CSLS, chance
    check(fold.f, fold.y, rows[0]);
    check(fold.y, fold.f, rows[2]);
    QCOMPARE(rows[4][1].text, QString("0.033")); // one of 30
    QCOMPARE(rows[4][4].text, QString("0.133")); // (1 + 1/2 + ... + 1/30) / 30
    QCOMPARE(rows[4][5].text, QString("15.5"));
    double cos = 0;
    for (Index i = 0; i < n; ++i)
        cos += cosine(fold.f.item(i), fold.y.item(i)) / static_cast<double>(n);
    QCOMPARE(data.sections[1].rows[0][1].text, number(cos, 3));
    QCOMPARE(data.numbers.rows.size(), qsizetype(28));
    Card* card = cardOf(panel, "Retrieval and fit");
    QVERIFY(card->convention().contains("held out N = 30"));
    QVERIFY(!card->menu()->actions().isEmpty());
}

void WaitingTest::retrievalWaitsForItsNumbers()
{
    SelectionHub hub;
    OverviewPanel panel(hub);
    panel.show(); // out of sight it waits
    test::showIn(hub, test::syntheticMeasured(), 5);
    QVERIFY(!cardOf(panel, "Retrieval and fit")->isLoading());
    const auto other = test::syntheticMeasured();
    hub.publish(other);
    auto atK = std::make_shared<MeasuredAtK>(*test::measuredAt(other, 5));
    atK->report.options.fitAndRetrieval = false;
    hub.publishAtK(atK);
    QVERIFY(cardOf(panel, "Retrieval and fit")->isLoading());
    QVERIFY(!cardOf(panel, "Loyalty")->isLoading());
    hub.publishAtK(test::measuredAt(other, 5));
    QVERIFY(!cardOf(panel, "Retrieval and fit")->isLoading());
    test::SyntheticOptions unmapped;
    unmapped.mapping = false;
    test::showIn(hub, test::syntheticMeasured(unmapped), 5);
    QVERIFY(!cardOf(panel, "Retrieval and fit")->isVisibleTo(&panel));
}

BRIDGESCOPE_TEST(WaitingTest)

} // namespace waiting_tests

#include "waiting.moc"
