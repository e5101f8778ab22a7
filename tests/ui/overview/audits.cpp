#include "core/measurement/hub_audit.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_measured.h"
#include "ui/charts/category_chart.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/table_chart.h"
#include "ui/figures/report_charts.h"
#include "ui/panels/overview/overview_panel.h"
#include "ui/widgets/card.h"

#include <QComboBox>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

namespace audits_tests {

using namespace bridgescope;

/// By category, hub audit, other measures, calibrated bars.
class Audits : public QObject {
    Q_OBJECT
private slots:
    void categoriesAreSortedAndSelect();
    void noneOneAndFourHundredCategories();
    void keysWalkTheCategories();
    void aHubBecomesTheFocusOrJoinsTheSelection();
    void cslsIsAskedForAndThenShown();
    void otherMeasuresWaitForTheButton();
    void calibratedRowsWaitForTheirNull();
    void cornersSelect();

private:
    template<class Chart> static std::shared_ptr<const Chart> chartOf(const ChartView& view)
    {
        return std::static_pointer_cast<const Chart>(view.chart());
    }
    static ChartView* viewOf(QWidget& panel, const char* name)
    {
        for (ChartView* view : panel.findChildren<ChartView*>())
            if (view->accessibleName() == QLatin1String(name)) return view;
        return nullptr;
    }
    static QPoint rowCenter(const ChartView& view, int row)
    {
        const auto chart = chartOf<CategoryChart>(view);
        const auto layout = layOutCategories(chart->data(), view.area(), view.style());
        return layout.row(view.area(), row).center().toPoint();
    }
    struct Shown {
        explicit Shown(const test::SyntheticOptions& options = {})
        {
            panel.resize(1180, 800);
            panel.show();
            test::showIn(hub, test::syntheticMeasured(options), 5);
            QCoreApplication::processEvents();
        }
        SelectionHub hub;
        OverviewPanel panel{hub};
    };
};

void Audits::categoriesAreSortedAndSelect()
{
    Shown shown;
    ChartView* view = viewOf(shown.panel, "By category");
    QVERIFY(view && view->isVisible());
    const auto rows = chartOf<CategoryChart>(*view)->data().rows;
    QCOMPARE(rows.size(), std::size_t(3));
    int n = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        n += rows[r].n;
        QVERIFY(r == 0 || rows[r - 1].difference >= rows[r].difference);
        QVERIFY(rows[r].xf.low <= rows[r].xf.mean && rows[r].xf.mean <= rows[r].xf.high);
    }
    QCOMPARE(n, 30);
    const auto categoryOf = [&](int pair) {
        return QString::fromStdString(
            shown.hub.measured()->pairs->metadata.columns[0].values[static_cast<std::size_t>(pair)]);
    };
    QTest::mouseClick(view, Qt::LeftButton, {}, rowCenter(*view, 1));
    QCOMPARE(static_cast<int>(shown.hub.state().selection.size()), rows[1].n);
    for (const int pair : shown.hub.state().selection)
        QCOMPARE(categoryOf(pair), rows[1].name);
    QTest::mouseClick(view, Qt::LeftButton, Qt::ShiftModifier, rowCenter(*view, 0));
    QCOMPARE(static_cast<int>(shown.hub.state().selection.size()), rows[0].n + rows[1].n);
    QCOMPARE(chartOf<CategoryChart>(*view)->data().rows[0].selected, rows[0].n);
    QTest::mouseClick(view, Qt::LeftButton, Qt::ControlModifier, rowCenter(*view, 1));
    QCOMPARE(static_cast<int>(shown.hub.state().selection.size()), rows[0].n);
    shown.hub.undoStack()->undo();
    QCOMPARE(static_cast<int>(shown.hub.state().selection.size()), rows[0].n + rows[1].n);
}

void Audits::noneOneAndFourHundredCategories()
{
    test::SyntheticOptions options;
    options.categories = false;
    Shown none(options);
    for (Card* card : none.panel.findChildren<Card*>())
        QCOMPARE(card->isVisible(), card->title() != "By category"); // no card, no gap
    options.categories = true;
    options.manyCategories = 1;
    Shown one(options);
    QCOMPARE(chartOf<CategoryChart>(*viewOf(one.panel, "By category"))->data().rows.size(), std::size_t(1));
    options.manyCategories = 400;
    options.n = 900;
    Shown many(options);
    ChartView* view = viewOf(many.panel, "By category");
    const auto chart = chartOf<CategoryChart>(*view);
    QCOMPARE(chart->data().rows.size(), std::size_t(400));
    QVERIFY(view->height() >= 400 * 19); // every row can be read: the card scrolls
    ChartStyle figure = view->style();
    figure.screen = false;
    QVERIFY(chart->minimumHeight(figure) < 1000); // a figure does not; its table has all
    QCOMPARE(chart->table().rows.size(), qsizetype(1200));
    QTest::mouseClick(view, Qt::LeftButton, {}, rowCenter(*view, 399));
    QVERIFY(!many.hub.state().selection.empty());
}

void Audits::keysWalkTheCategories()
{
    Shown shown;
    ChartView* view = viewOf(shown.panel, "By category");
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(chartOf<CategoryChart>(*view)->data().cursor, 1);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(static_cast<int>(shown.hub.state().selection.size()), chartOf<CategoryChart>(*view)->data().rows[1].n);
    QTest::keyClick(view, Qt::Key_Escape);
    QVERIFY(shown.hub.state().selection.empty());
}

void Audits::aHubBecomesTheFocusOrJoinsTheSelection()
{
    Shown shown;
    ChartView* view = viewOf(shown.panel, "Hub audit");
    QVERIFY(view);
    const auto chart = chartOf<TableChart>(*view);
    QCOMPARE(chart->data().sections[0].rows.size(), std::size_t(3)); // X, f(X), Y
    const TableLayout layout = chart->layOut(view->area(), view->style());
    const auto counts = hubCounts(shown.hub.measured()->fold->listsX, 5);
    const auto most = *std::max_element(counts.begin(), counts.end());
    QCOMPARE(chart->data().sections[0].rows[0][2].text, QString::number(most));
    int anti = 0;
    for (const int count : counts)
        anti += count == 0;
    std::vector<TableLayout::Place> items;
    for (const auto& place : layout.targets)
        if (place.item) items.push_back(place);
    QCOMPARE(items.size(), std::size_t(3)); // without pictures one a space
    const auto press = [&](const QRectF& rect, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(view, Qt::LeftButton, modifiers, rect.center().toPoint());
    };
    press(items[0].rect, {});
    const int focus = shown.hub.measured()->localOf(shown.hub.state().focus);
    QVERIFY(items[0].item->label.contains(shown.hub.measured()->label(focus)));
    QVERIFY(counts[static_cast<std::size_t>(focus)] == most);
    press(items[0].rect, Qt::ShiftModifier);
    QCOMPARE(shown.hub.state().selection.size(), std::size_t(1));
    // the column of anti-hubs selects them
    for (const auto& place : layout.targets)
        if (place.cell == &chart->data().sections[0].rows[0][3]) press(place.rect, {});
    QCOMPARE(static_cast<int>(shown.hub.state().selection.size()), anti);
}

void Audits::cslsIsAskedForAndThenShown()
{
    Shown shown;
    QSignalSpy asked(&shown.panel, &OverviewPanel::hubAuditRequested);
    ChartView* view = viewOf(shown.panel, "Hub audit");
    const auto chart = chartOf<TableChart>(*view);
    const TableLayout layout = chart->layOut(view->area(), view->style());
    QTest::mouseClick(view, Qt::LeftButton, {}, layout.targets.back().rect.center().toPoint());
    QCOMPARE(asked.count(), 1);
    auto atK = std::make_shared<MeasuredAtK>(*shown.hub.atK());
    MeasureOptions options;
    options.overlap.k = 5;
    options.overlap.permutations = 0;
    const auto csls = withCslsLists(*atK->measured->fold, *atK->measured->pairs, options);
    atK->csls = std::make_shared<const MappingReport>(reportMapping({&csls, 1}, options));
    shown.hub.publishAtK(atK);
    const TableData& data = chartOf<TableChart>(*view)->data();
    QCOMPARE(data.sections[1].rows.size(), std::size_t(2));
    QCOMPARE(data.sections[1].rows[1][1].text, number(atK->csls->xf.mean, 3));
    QCOMPARE(data.note, QString::fromStdString(hubSentence(atK->report, *atK->csls)));
    QVERIFY(view->accessibleDescription().contains(data.note));
    // As CSV one table: every line names lists, space or overlap, quantity and value.
    const ChartTable numbers = chartOf<TableChart>(*view)->table();
    QCOMPARE(numbers.header.size(), qsizetype(4));
    QSet<QString> said;
    double cslsOverlap = -1;
    for (const QStringList& row : numbers.rows) {
        QCOMPARE(row.size(), numbers.header.size());
        said.insert(row[0] + row[1] + row[2]);
        if (row[0] == "csls" && row[1] == nameOf(OverlapRole::XF)) cslsOverlap = row[3].toDouble();
    }
    QCOMPARE(said.size(), numbers.rows.size()); // no two lines of the same number
    QCOMPARE(numbers.rows.size(), qsizetype(3 * 5 + 2 * 3));
    QVERIFY(std::abs(cslsOverlap - atK->csls->xf.mean) < 1e-6);
}

void Audits::otherMeasuresWaitForTheButton()
{
    Shown shown;
    QSignalSpy asked(&shown.panel, &OverviewPanel::similarityRequested),
        stopped(&shown.panel, &OverviewPanel::similarityCancelled);
    const auto button = [&](const char* text) -> QPushButton* {
        for (QPushButton* found : shown.panel.findChildren<QPushButton*>())
            if (found->text() == QLatin1String(text)) return found;
        return nullptr;
    };
    button("Compute")->click();
    QCOMPARE(asked.count(), 1);
    shown.panel.setSimilarityProgress(true, 1, 4);
    QVERIFY(!button("Compute"));
    button("Cancel")->click();
    QCOMPARE(stopped.count(), 1);
    shown.panel.setSimilarityProgress(false, 0, 0);
    auto table = std::make_shared<SimilarityTable>();
    table->k = 5;
    const MeasuredFold& fold = *shown.hub.measured()->fold;
    SimilarityOptions options;
    options.k = 5;
    options.permutations = 20;
    table->xf = measureSimilarity(fold.x, fold.f, options);
    table->yf = measureSimilarity(fold.y, fold.f, options);
    table->xy = measureSimilarity(fold.x, fold.y, options);
    auto atK = std::make_shared<MeasuredAtK>(*shown.hub.atK());
    atK->similarity = table;
    shown.hub.publishAtK(atK);
    ChartView* view = viewOf(shown.panel, "Other measures");
    QVERIFY(view && view->isVisibleTo(&shown.panel));
    const auto chart = chartOf<TableChart>(*view);
    QCOMPARE(chart->data().sections[0].rows.size(), similarityMeasures().size());
    QCOMPARE(chart->data().sections[0].rows[0][1].text, number(*table->xf[0].value, 3));
    QCOMPARE(chart->table().rows.size(), static_cast<qsizetype>(3 * similarityMeasures().size()));
}

void Audits::calibratedRowsWaitForTheirNull()
{
    Overlap overlap;
    overlap.k = 5;
    overlap.mean = 0.5;
    overlap.interval = {0.3, 0.7};
    QVERIFY(!calibratedAt(overlap, 5));
    overlap.tau = 0.2;
    QCOMPARE(calibratedAt(overlap, 5)->mean, 0.3 / 0.8);
    QCOMPARE(calibratedAt(overlap, 5)->low, (0.3 - 0.2) / 0.8);
    QVERIFY(!calibratedAt(overlap, 6)); // the null is of one K
    overlap.mean = 0.1;
    QCOMPARE(calibratedAt(overlap, 5)->mean, 0.0);
    Shown shown;
    QSignalSpy chosen(&shown.panel, &OverviewPanel::calibratedChosen);
    auto* choice = shown.panel.findChild<QComboBox*>();
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(chosen.count(), 1);
    const auto chart = chartOf<BarChart>(*viewOf(shown.panel, "Overlaps by mapping"));
    QVERIFY(chart->data().calibrated && chart->data().rows[0].waiting);
    QVERIFY(chart->description().contains("calibrated"));
}

void Audits::cornersSelect()
{
    Shown shown;
    ChartView* view = viewOf(shown.panel, "Loyalty");
    const auto chart = chartOf<LoyaltyChart>(*view);
    const LoyaltyLayout layout = layOutLoyalty(chart->data(), view->area(), view->style());
    QVERIFY(!layout.legend.isEmpty()); // the panel is wide enough for the names of the corners
    QTest::mouseClick(view, Qt::LeftButton, {}, (layout.legend.topLeft() + QPointF(30, 8)).toPoint());
    QCOMPARE(static_cast<int>(shown.hub.state().selection.size()), chart->corners()[0]);
    // the line that parts them is dragged to the left: fewer are low
    const QPoint line(qRound(layout.x.position(2.5)), qRound(layout.y.position(4)));
    QTest::mousePress(view, Qt::LeftButton, {}, line);
    QTest::mouseMove(view, QPointF(layout.x.position(1), layout.y.position(2)).toPoint());
    QTest::mouseRelease(view, Qt::LeftButton, {}, QPointF(layout.x.position(1), layout.y.position(2)).toPoint());
    QCOMPARE(chartOf<LoyaltyChart>(*view)->data().part, 1);
    QVERIFY(chartOf<LoyaltyChart>(*view)->corners()[3] <= chart->corners()[3]);
}

BRIDGESCOPE_TEST(Audits)

} // namespace audits_tests

#include "audits.moc"
