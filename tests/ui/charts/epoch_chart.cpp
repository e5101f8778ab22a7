#include "ui/charts/epoch_chart.h"
#include "tests/support/test_program.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>

namespace epoch_chart_tests {

using namespace bridgescope;

namespace {

EpochData someData()
{
    EpochData data;
    data.name = "Held-out overlap";
    data.fromZero = true;
    data.epochs = 50;
    data.current = 3;
    data.series = {{"X, f(X)", EpochSeries::Look::XF, false, false, {0.6, 0.5, 0.45}, 2},
                   {"Y, f(X)", EpochSeries::Look::YF, false, false, {0.14, std::nan(""), 0.16}, 0}};
    data.references = {{"X, Y", 0.15}, {"chance", 0.03}};
    return data;
}

const QRectF rect(0, 0, 400, 220);

} // namespace

class EpochChartTest : public QObject {
    Q_OBJECT
private slots:
    void epochsStandWhereTheyAreDrawn()
    {
        const EpochChart chart(someData());
        const ChartStyle style;
        const EpochLayout layout = layOutEpochs(chart.data(), rect, style);
        for (const int epoch : {1, 17, 50})
            QCOMPARE(chart.epochAt({layout.x.position(epoch), 50}, rect, style), epoch);
        QCOMPARE(chart.epochAt({-100, 0}, rect, style), 1);
        QCOMPARE(chart.epochAt({1000, 0}, rect, style), 50);
        QVERIFY(layout.plot.right() < layout.labelLeft);
        QCOMPARE(layout.y.low, 0.0);
        QVERIFY(layout.y.high > 0.6);
    }

    void labelsDoNotTouch()
    {
        const ChartStyle style;
        const EpochLayout layout = layOutEpochs(someData(), rect, style);
        auto centers = layout.labelCenters;
        std::sort(centers.begin(), centers.end());
        for (std::size_t i = 1; i < centers.size(); ++i)
            QVERIFY(centers[i] - centers[i - 1] >= style.lineHeight(TextSize::Caption) - 0.01);
        QVERIFY(centers.back() <= rect.bottom());
    }

    void longNamesOfOthersLeaveThePlotItsRoom()
    {
        EpochData data = someData();
        const double own = layOutEpochs(data, rect, {}).plot.width();
        data.series.push_back({"A run whose name says all of its settings, one after the other",
                               EpochSeries::Look::XF,
                               false,
                               true,
                               {0.5, 0.4},
                               0});
        const EpochLayout layout = layOutEpochs(data, rect, {});
        QVERIFY(layout.labelLeft >= rect.right() - rect.width() / 4 - 1);
        QVERIFY(layout.plot.width() <= own);
    }

    void lossesKeepTheirSpan()
    {
        EpochData data;
        data.series = {{"training", EpochSeries::Look::Ink, false, false, {51, 50.5, 50.2}, 0}};
        const EpochLayout layout = layOutEpochs(data, rect, {});
        QVERIFY(layout.y.low > 50 && layout.y.low < 50.2 && layout.y.high > 51 && layout.y.high < 51.2);
        data.series[0].values = {3, 3, 3}; // one that stands still is drawn all the same
        const EpochLayout flat = layOutEpochs(data, rect, {});
        QVERIFY(flat.y.low < flat.y.high);
    }

    void wordsAndNumbers()
    {
        const EpochChart chart(someData());
        QVERIFY(chart.description().contains("0.45 after epoch 3"));
        QVERIFY(chart.description().contains("best after epoch 2"));
        const ChartTable table = chart.table();
        QCOMPARE(table.header, QStringList({"epoch", "X, f(X)", "Y, f(X)", "X, Y", "chance"}));
        QCOMPARE(table.rows.size(), 3);
        QCOMPARE(table.rows[1], QStringList({"2", "0.5", "", "0.15", "0.03"})); // not measured: empty
    }

    void labelsAreOfTheEpochThatIsKept()
    {
        EpochData data = someData();
        const auto ink = [](const EpochData& of) { // of the mark of X, f(X) at its epochs 2 and 3
            QImage image(400, 220, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            EpochChart(of).paint(painter, rect, {});
            const EpochLayout layout = layOutEpochs(of, rect, {});
            const auto at = [&](int epoch, double value) {
                return image.pixelColor(layout.x.position(epoch) + 2, layout.y.position(value) + 2);
            };
            return std::pair(at(2, 0.5), at(3, 0.45));
        };
        data.epochs = 4;
        data.series[0].best = 0;
        data.current = 0;
        const auto last = ink(data);
        data.kept = 2;
        const auto kept = ink(data);
        QCOMPARE(kept.first, last.second); // the mark has moved to epoch 2
        QVERIFY(kept.second != last.second);
        const EpochLayout layout = layOutEpochs(data, rect, {});
        QVERIFY(std::abs(layout.labelCenters[0] - layout.y.position(0.5)) < 1); // and the label with it
        QCOMPARE(SparkChart({"R²", {-0.5, 0.2, 0.1}, {}, 10, 2}).description(), QString("0.20 after epoch 2"));
    }

    void oddDataIsDrawn()
    {
        QImage image(400, 220, QImage::Format_ARGB32_Premultiplied);
        EpochData endless = someData();
        endless.series[0].values.assign(200'000, 0.5);
        endless.epochs = 1'000'000;
        for (const EpochData& data : {EpochData{}, endless, someData()}) {
            image.fill(Qt::white);
            QPainter painter(&image);
            EpochChart(data).paint(painter, rect, {});
            EpochChart(data).paintHover(painter, rect, {}, {100, 100});
        }
        QPainter painter(&image);
        SparkChart(SparkData{}).paint(painter, rect, {});
        SparkChart(SparkData{}).paintHover(painter, rect, {}, {100, 100});
        const SparkChart spark({"R²", {-0.5, 0.2}, EpochReference{"0 = the mean", 0}, 10});
        spark.paint(painter, rect, {});
        spark.paintHover(painter, rect, {}, {390, 100}); // beyond the last epoch
        QVERIFY(spark.description().contains("0.20 after epoch 2"));
        QCOMPARE(spark.table().rows.size(), 2);
    }
};

BRIDGESCOPE_TEST(EpochChartTest)

} // namespace epoch_chart_tests

#include "epoch_chart.moc"
