#include "ui/charts/choice_chart.h"
#include "tests/support/test_program.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>

namespace choice_chart_tests {

using namespace bridgescope;

namespace {

ChoiceData ridgeData()
{
    ChoiceData data{"Leave-one-out error", "ρ", true, {}, {}, 20};
    for (int i = 0; i < 33; ++i) {
        data.values.push_back(std::pow(10, -6 + i / 4.0));
        data.errors.push_back(50 + 0.25 * (i - 20) * (i - 20));
    }
    return data;
}

const QRectF rect(0, 0, 400, 220);

} // namespace

class ChoiceChartTest : public QObject {
    Q_OBJECT
private slots:
    void valuesStandWhereTheyAreDrawn()
    {
        const ChoiceChart chart(ridgeData());
        const ChartStyle style;
        const ChoiceLayout layout = layOutChoice(chart.data(), rect, style);
        QCOMPARE(layout.x.low, -6.0);
        QCOMPARE(layout.x.high, 2.0);
        for (const int i : {0, 7, 32})
            QCOMPARE(chart.valueAt({layout.x.position(-6 + i / 4.0), 50}, rect, style), std::size_t(i));
        QCOMPARE(chart.valueAt({-100, 0}, rect, style), std::size_t(0));
        QCOMPARE(chart.valueAt({1000, 0}, rect, style), std::size_t(32));
        for (const double tick : layout.xTicks.values)
            QCOMPARE(tick, std::round(tick)); // whole decades
    }

    void theChoiceIsInsideThePlotHoweverTheRestGrows()
    {
        ChoiceData data = ridgeData();
        for (std::size_t i = 0; i < 5; ++i)
            data.errors[i] = 1e9; // an interpolating fit
        const ChoiceLayout layout = layOutChoice(data, rect, {});
        QCOMPARE(layout.cut, 3.0);
        QVERIFY(layout.plot.contains(QPointF(layout.x.position(-1), layout.y.position(1))));
        QVERIFY(layout.y.position(1) - layout.y.position(2) > 30); // the part around the choice can be read
    }

    void wordsAndNumbers()
    {
        const ChoiceChart chart(ridgeData());
        QVERIFY(chart.description().contains("ρ = 0.1"));
        QVERIFY(chart.description().contains("3.000 times")); // 150 to 50 at the first value
        const ChartTable table = chart.table();
        QCOMPARE(table.header, QStringList({"rho", "error", "chosen"}));
        QCOMPARE(table.rows.size(), 33);
        QCOMPARE(table.rows[20], QStringList({"0.1", "50", "1"}));
    }

    void oddDataIsDrawn()
    {
        QImage image(400, 220, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        ChoiceData flat{"Cross-validation error", "components", false, {1, 2, 3}, {0, 0, 0}, 0};
        ChoiceData broken = ridgeData();
        broken.errors[3] = std::nan("");
        broken.errors[4] = HUGE_VAL;
        for (const ChoiceData& data : {flat, broken, ridgeData()}) {
            const ChoiceLayout layout = layOutChoice(data, rect, {});
            QVERIFY(layout.y.low < layout.y.high);
            ChoiceChart(data).paint(painter, rect, {});
            ChoiceChart(data).paintHover(painter, rect, {}, {100, 100});
        }
    }
};

BRIDGESCOPE_TEST(ChoiceChartTest)

} // namespace choice_chart_tests

#include "choice_chart.moc"
