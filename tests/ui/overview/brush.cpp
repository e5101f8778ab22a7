#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_measured.h"
#include "ui/charts/chart_view.h"
#include "ui/panels/overview/brush_cards.h"
#include "ui/panels/overview/overview_panel.h"

#include <QTest>

#include <numeric>

namespace brush_tests {

using namespace bridgescope;

class BrushTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void countsAreThoseOfTheItems();
    void modifiersJoinSelections();
    void brushingTheHistogramSelects();
    void brushingLoyaltySelects();
    void undoAndEscape();

private:
    SelectionHub* m_hub = nullptr;
    OverviewPanel* m_panel = nullptr;
    ItemColumnsPtr m_columns;
    ChartView& view(const char* name) const;
    QPoint bar(int difference) const;
    void brushDifferences(int from, int to, Qt::KeyboardModifiers modifiers = {}) const;
    std::set<int> where(const std::function<bool(int)>& chosen) const;
};

void BrushTest::init()
{
    m_hub = new SelectionHub;
    m_panel = new OverviewPanel(*m_hub);
    m_panel->resize(1100, 900);
    m_panel->show();
    test::showIn(*m_hub, test::syntheticMeasured(), 6);
    m_columns = makeItemColumns(*m_hub->atK());
    QCoreApplication::processEvents();
}

void BrushTest::cleanup()
{
    delete m_panel;
    delete m_hub;
}

ChartView& BrushTest::view(const char* name) const
{
    for (ChartView* found : m_panel->findChildren<ChartView*>())
        if (found->accessibleName() == QLatin1String(name)) return *found;
    qFatal("no such chart");
}

QPoint BrushTest::bar(int difference) const
{
    const ChartView& v = view("Difference per item");
    const auto chart = std::static_pointer_cast<const DifferenceChart>(v.chart());
    const DifferenceLayout layout = layOutDifference(chart->data(), v.area(), v.style());
    return QPointF(layout.x.position(difference), layout.plot.center().y()).toPoint();
}

void BrushTest::brushDifferences(int from, int to, Qt::KeyboardModifiers modifiers) const
{
    ChartView& v = view("Difference per item");
    QTest::mousePress(&v, Qt::LeftButton, modifiers, bar(from));
    QTest::mouseMove(&v, bar((from + to) / 2));
    QTest::mouseMove(&v, bar(to));
    QTest::mouseRelease(&v, Qt::LeftButton, modifiers, bar(to));
}

std::set<int> BrushTest::where(const std::function<bool(int)>& chosen) const
{
    std::set<int> pairs;
    for (int i = 0; i < m_columns->count(); ++i)
        if (chosen(i)) pairs.insert(m_columns->pairOf(i));
    return pairs;
}

void BrushTest::countsAreThoseOfTheItems()
{
    const DifferenceData difference = differenceOf(*m_columns, {m_columns->pairOf(2)});
    QCOMPARE(std::accumulate(difference.counts.begin(), difference.counts.end(), 0), m_columns->count());
    QCOMPARE(std::accumulate(difference.selected.begin(), difference.selected.end(), 0), 1);
    QCOMPARE(difference.selected[std::size_t(m_columns->difference(2) + 6)], 1);
    const LoyaltyData loyalty = loyaltyOf(*m_columns, {}, m_columns->pairOf(5));
    QCOMPARE(std::accumulate(loyalty.counts.begin(), loyalty.counts.end(), 0), m_columns->count());
    QCOMPARE(loyalty.focus->first, m_columns->xf[5]);
    const auto corners = LoyaltyChart(loyalty).corners();
    QCOMPARE(corners[2], static_cast<int>(where([&](int i) {
                                              return m_columns->xf[std::size_t(i)] > 3 &&
                                                     m_columns->yf[std::size_t(i)] <= 3;
                                          }).size()));
    QCOMPARE(std::accumulate(corners.begin(), corners.end(), 0), m_columns->count());
}

void BrushTest::modifiersJoinSelections()
{
    const std::set<int> before{1, 2, 3}, under{3, 4};
    QCOMPARE(brushed(before, under, {}), under);
    QCOMPARE(brushed(before, under, Qt::ShiftModifier), (std::set<int>{1, 2, 3, 4}));
    QCOMPARE(brushed(before, under, Qt::ControlModifier), (std::set<int>{1, 2}));
}

void BrushTest::brushingTheHistogramSelects()
{
    const auto between = [&](int low, int high) {
        return where([=, this](int i) { return m_columns->difference(i) >= low && m_columns->difference(i) <= high; });
    };
    const int steps = m_hub->undoStack()->count();
    brushDifferences(1, 6);
    QCOMPARE(m_hub->state().selection, between(1, 6));
    QVERIFY(!m_hub->state().selection.empty());
    QCOMPARE(m_hub->undoStack()->count(), steps + 1); // one brush is one step
    const auto chart = std::static_pointer_cast<const DifferenceChart>(view("Difference per item").chart());
    QCOMPARE(chart->data().brush->first, 1);
    QCOMPARE(chart->data().brush->second, 6);
    brushDifferences(-1, -6, Qt::ShiftModifier); // from right to left
    std::set<int> both = between(1, 6);
    both.merge(between(-6, -1));
    QCOMPARE(m_hub->state().selection, both);
    brushDifferences(1, 6, Qt::ControlModifier);
    QCOMPARE(m_hub->state().selection, between(-6, -1));
}

void BrushTest::brushingLoyaltySelects()
{
    ChartView& v = view("Loyalty");
    const auto chart = std::static_pointer_cast<const LoyaltyChart>(v.chart());
    const LoyaltyLayout layout = layOutLoyalty(chart->data(), v.area(), v.style());
    const auto at = [&](int x, int y) { return QPointF(layout.x.position(x), layout.y.position(y)).toPoint(); };
    QTest::mousePress(&v, Qt::LeftButton, {}, at(2, 3));
    QTest::mouseMove(&v, at(5, 0));
    QTest::mouseRelease(&v, Qt::LeftButton, {}, at(5, 0));
    QCOMPARE(m_hub->state().selection, where([&](int i) {
                 const int x = m_columns->xf[std::size_t(i)], y = m_columns->yf[std::size_t(i)];
                 return x >= 2 && x <= 5 && y <= 3;
             }));
    m_hub->setK(7); // the brush is of another K now
    QVERIFY(!std::static_pointer_cast<const LoyaltyChart>(v.chart())->data().brush);
}

void BrushTest::undoAndEscape()
{
    brushDifferences(1, 6);
    m_hub->undoStack()->undo();
    QVERIFY(m_hub->state().selection.empty());
    QVERIFY(!std::static_pointer_cast<const DifferenceChart>(view("Difference per item").chart())->data().brush);
    brushDifferences(1, 6);
    QTest::keyClick(&view("Difference per item"), Qt::Key_Escape);
    QVERIFY(m_hub->state().selection.empty());
}

BRIDGESCOPE_TEST(BrushTest)

} // namespace brush_tests

#include "brush.moc"
