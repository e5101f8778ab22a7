#include "tests/support/test_program.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/curve_chart.h"
#include "ui/charts/epoch_chart.h"
#include "ui/charts/number_line.h"

#include <QSignalSpy>
#include <QTest>

namespace charts_tests {

using namespace bridgescope;

class ChartsTest : public QObject {
    Q_OBJECT
private slots:
    void barsEndAtTheirValues();
    void barRowsAreHit();
    void curveMapsKBothWays();
    void curveLabelsDoNotOverlapWhereCurvesMeet();
    void curveLabelsLeaveTheNameOfTheAxisAndTheHandle();
    void oneNumberHasNoEpochs();
    void handleIsFoundAtTheEnds();
    void numberLineLabelsKeepApart();
    void descriptionsStateTheNumbers();
    void tablesHoldEveryNumber();
    void onlyTheScreenShowsTheHandle();
    void viewReportsMouseAndKeys();

private:
    ChartStyle m_style;
    QRectF m_rect{10, 10, 360, 230};
    static BarData bars();
    static CurveData curve();
};

BarData ChartsTest::bars()
{
    BarData data;
    data.chance = 0.026;
    data.xy = Estimate{0.15, 0.135, 0.165};
    data.rows = {{4, "Procrustes", false, {0.70, 0.68, 0.72}, {0.15, 0.14, 0.17}, 0.55},
                 {7, "Ridge", true, {0.46, 0.44, 0.48}, {0.17, 0.15, 0.185}, 0.29}};
    return data;
}

CurveData ChartsTest::curve()
{
    CurveData data;
    CurveSeries xf{OverlapRole::XF, {}, {}}, yf{OverlapRole::YF, {}, {}}, xy{OverlapRole::XY, {}, {}};
    for (int k = 1; k <= 100; ++k) {
        xf.values.push_back(0.4);
        yf.values.push_back(0.2);
        xy.values.push_back(0.2);
        for (auto* s : {&xf, &yf, &xy})
            s->errors.push_back(0.01);
        data.chance.push_back(k / 380.0);
    }
    data.series = {xf, yf, xy};
    return data;
}

void ChartsTest::barsEndAtTheirValues()
{
    const BarLayout layout = layOutBars(bars(), m_rect, m_style);
    QCOMPARE(layout.rows.size(), std::size_t(3)); // two mappings and X, Y
    QCOMPARE(layout.rows[0].xf.left(), layout.plot.left());
    QCOMPARE(layout.scale.value(layout.rows[0].xf.right()), 0.70);
    QCOMPARE(layout.scale.value(layout.rows[1].yf.right()), 0.17);
    QCOMPARE(layout.scale.value(layout.rows[2].xf.right()), 0.15);
    QVERIFY(layout.rows[0].xf.bottom() <= layout.rows[0].yf.top());
    QVERIFY(layout.plot.right() < layout.differenceLeft);
    for (std::size_t i = 1; i < layout.rows.size(); ++i)
        QVERIFY(layout.rows[i].whole.top() >= layout.rows[i - 1].whole.bottom() - 1e-9);
    QVERIFY(m_rect.adjusted(-1, -1, 1, 1).contains(layout.rows.back().whole));
}

void ChartsTest::barRowsAreHit()
{
    const BarChart chart(bars());
    const BarLayout layout = layOutBars(bars(), m_rect, m_style);
    QCOMPARE(chart.rowAt(layout.rows[1].xf.center(), m_rect, m_style), 1);
    QCOMPARE(chart.rowAt(layout.rows[2].xf.center(), m_rect, m_style), -1); // X, Y is no mapping
    QCOMPARE(chart.rowAt({-50, -50}, m_rect, m_style), -1);
}

void ChartsTest::curveMapsKBothWays()
{
    const CurveChart chart(curve());
    const CurveLayout layout = layOutCurve(curve(), m_rect, m_style);
    for (const int k : {1, 10, 57, 100})
        QCOMPARE(chart.kAt({layout.x.position(k), 50}, m_rect, m_style), k);
    QCOMPARE(chart.kAt({-500, 50}, m_rect, m_style), 1);
    QCOMPARE(chart.kAt({5000, 50}, m_rect, m_style), 100);
}

void ChartsTest::curveLabelsDoNotOverlapWhereCurvesMeet()
{
    const CurveLayout layout = layOutCurve(curve(), m_rect, m_style); // Y, f(X) and X, Y end at the same value
    const double h = m_style.lineHeight(TextSize::Caption);
    QCOMPARE(layout.labelCenters.size(), std::size_t(4));
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = i + 1; j < 4; ++j)
            QVERIFY(std::abs(layout.labelCenters[i] - layout.labelCenters[j]) >= h - 1e-6);
}

/// Curves that end at 1 end where the axis' name stands, and K's handle where K is all there is.
void ChartsTest::curveLabelsLeaveTheNameOfTheAxisAndTheHandle()
{
    CurveData data = curve();
    for (CurveSeries& series : data.series)
        series.values.back() = 1;
    data.k = data.kMax();
    const CurveLayout layout = layOutCurve(data, m_rect, m_style);
    const double h = m_style.lineHeight(TextSize::Caption);
    for (const double center : layout.labelCenters) {
        QVERIFY(center - h / 2 >= layout.plot.top() - 3 - 1e-9); // the name ends 3 above the plot
        QVERIFY(center - h / 2 >= layout.handle.bottom() - 1e-9);
    }
}

void ChartsTest::oneNumberHasNoEpochs()
{
    EpochData data;
    data.series.push_back({.name = "held out", .values = {.4}});
    data.epochs = 1;
    const EpochLayout layout = layOutEpochs(data, m_rect, m_style);
    QVERIFY(layout.xTicks.values.empty());
    const double x = layout.x.position(1);
    QVERIFY(x > layout.plot.left() + 20 && x < layout.plot.right() - 20);
    data.epochs = 5;
    QVERIFY(layOutEpochs(data, m_rect, m_style).xTicks.values.size() >= 2);
}

void ChartsTest::handleIsFoundAtTheEnds()
{
    for (const int k : {1, 100}) {
        CurveData data = curve();
        data.k = k;
        const CurveLayout layout = layOutCurve(data, m_rect, m_style);
        QVERIFY(m_rect.contains(layout.handle));
        QVERIFY(CurveChart(data).onHandle(layout.handle.center(), m_rect, m_style));
    }
    QVERIFY(!CurveChart(curve()).onHandle({300, 120}, m_rect, m_style));
}

void ChartsTest::numberLineLabelsKeepApart()
{
    for (const double y : {0.0, 0.02, 0.2, 0.43, 0.9, 1.0}) {
        NumberLineData data;
        data.xf = Estimate{0.45, 0.4, 0.5};
        data.yf = Estimate{y, y, y};
        data.xy = {0.15, 0.1, 0.2};
        data.difference = 0.45 - y;
        const NumberLineLayout layout = layOutNumberLine(data, m_rect, m_style);
        const double xf = m_style.width("X, f(X) 0.45", TextSize::Body, true),
                     yf = m_style.width("Y, f(X) 0.45", TextSize::Body, true);
        QVERIFY(std::abs(layout.labelXf - layout.labelYf) >= (xf + yf) / 2);
        const double xy = m_style.width("X, Y 0.15", TextSize::Caption),
                     d = m_style.width("D 0.45", TextSize::Caption, true);
        QVERIFY(std::abs(layout.labelXy - layout.labelD) >= (xy + d) / 2);
    }
}

void ChartsTest::descriptionsStateTheNumbers()
{
    const QString words = BarChart(bars()).description();
    for (const char* number : {"0.70", "0.46", "0.17", "0.29", "0.15", "0.026"})
        QVERIFY2(words.contains(number), number);
    QVERIFY(CurveChart(curve()).description().contains("0.40 at K 10"));
}

void ChartsTest::tablesHoldEveryNumber()
{
    const ChartTable bar = BarChart(bars()).table();
    QCOMPARE(bar.rows.size(), 5);
    for (const QStringList& row : bar.rows)
        QCOMPARE(row.size(), bar.header.size());
    QCOMPARE(bar.rows[2], (QStringList{"Ridge", "X, f(X)", "0.46", "0.44", "0.48", "0.026", "10"}));
    const ChartTable lines = CurveChart(curve()).table();
    QCOMPARE(lines.rows.size(), 100);
    QCOMPARE(lines.header,
             (QStringList{"k", "X, f(X)", "X, f(X) SE", "Y, f(X)", "Y, f(X) SE", "X, Y", "X, Y SE", "chance"}));
}

void ChartsTest::onlyTheScreenShowsTheHandle()
{
    const auto accentPixels = [&](bool screen) {
        ChartStyle style = m_style;
        style.screen = screen;
        QImage image(400, 260, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        CurveChart(curve()).paint(painter, m_rect, style);
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == style.colors.accent;
        return count;
    };
    QVERIFY(accentPixels(true) > 100);
    QCOMPARE(accentPixels(false), 0);
}

void ChartsTest::viewReportsMouseAndKeys()
{
    ChartView view;
    view.setChart(std::make_shared<CurveChart>(curve()));
    view.resize(380, 260);
    view.show();
    QSignalSpy pressed(&view, &ChartView::pressed), dragged(&view, &ChartView::dragged),
        released(&view, &ChartView::released), stepped(&view, &ChartView::stepped);
    QTest::mousePress(&view, Qt::LeftButton, {}, {100, 100});
    QTest::mouseMove(&view, {140, 100});
    QTest::mouseRelease(&view, Qt::LeftButton, {}, {140, 100});
    QCOMPARE(pressed.count(), 1);
    QVERIFY(dragged.count() >= 1);
    QCOMPARE(dragged.last()[0].toPointF().x(), 140.0);
    QCOMPARE(released.count(), 1);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(stepped.count(), 2);
    QCOMPARE(stepped[1][0].toInt(), -1);
    QTest::keyClick(&view, Qt::Key_Left, Qt::AltModifier); // back, where there is nowhere to go
    QCOMPARE(stepped.count(), 2);
    QCOMPARE(view.accessibleName(), QStringLiteral("Overlap against K"));
    QVERIFY(view.accessibleDescription().contains("0.40"));
}

BRIDGESCOPE_TEST(ChartsTest)

} // namespace charts_tests

#include "charts.moc"
