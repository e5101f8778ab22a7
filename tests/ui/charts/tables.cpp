#include "tests/support/test_program.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/number_line.h"
#include "ui/charts/table_chart.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace tables_tests {

using namespace bridgescope;

class TablesTest : public QObject {
    Q_OBJECT
private slots:
    void columnsGiveWayBeforeNamesAreCut();
    void picturesGiveWayBeforeNamesAreCut();
    void anUnknownIntervalIsNoNumber();
    void twoOverlapsLeaveRoomToTheThird();

private:
    ChartStyle m_style;
    static QStringList headersOf(const TableLayout& layout)
    {
        QStringList texts;
        for (const auto& header : layout.headers)
            texts << header.text;
        return texts;
    }
};

void TablesTest::columnsGiveWayBeforeNamesAreCut()
{
    TableData data;
    TableSection section;
    section.header = {"Measure", "value", "null", "p", "cal."};
    section.giveWay = {0, 0, 3, 2, 1};
    const QString name = "Linear CKA, unbiased";
    section.rows = {{{.text = name}, {.text = "0.123"}, {.text = "0.045"}, {.text = "0.005"}, {.text = "0.10"}}};
    data.sections = {section};
    const TableChart chart(data);
    const auto at = [&](double width) { return chart.layOut({0, 0, width, 100}, m_style); };
    QCOMPARE(headersOf(at(600)), section.header);
    QCOMPARE(at(600).cells.size(), std::size_t(5));
    QStringList left = section.header;
    double width = 600;
    for (const char* gone : {"null", "p", "cal."}) {
        while (headersOf(at(width)) == left)
            width -= 1;
        left.removeOne(QString(gone));
        QCOMPARE(headersOf(at(width)), left);
        for (double w = width; w > width - 10; --w) // as long as something could give way the name is whole
            if (headersOf(at(w)).size() > 2)
                QVERIFY(at(w).cells[0].rect.width() >= m_style.width(name, TextSize::Body));
    }
    QCOMPARE(headersOf(at(60)), (QStringList{"Measure", "value"})); // what it is about stays
    QCOMPARE(at(60).cells.size(), std::size_t(2));
}

void TablesTest::picturesGiveWayBeforeNamesAreCut()
{
    QImage picture(20, 20, QImage::Format_RGB32);
    const auto tableOf = [&](const QString& name) {
        TableData data;
        TableSection section;
        section.header = {"Space", "Skewness", "Top hubs"};
        TableCell items;
        for (int i = 0; i < 3; ++i)
            items.items.push_back({"hub", picture, i});
        section.rows = {{{.text = name, .badge = Space::F}, {.text = "0.67"}, items}};
        data.sections = {section};
        return TableChart(data);
    };
    const auto shown = [&](const QString& name, double width) {
        int items = 0;
        for (const auto& place : tableOf(name).layOut({0, 0, width, 100}, m_style).targets)
            items += place.item != nullptr;
        return items;
    };
    QCOMPARE(shown("Ridge", 400), 3);
    int before = 3;
    for (double width = 400; width > 120; --width) {
        const int now = shown("Pictures", width);
        QVERIFY(now <= before || now == 3); // all of them again where none that gives way makes room
        before = now;
    }
    QCOMPARE(shown(QString(80, 'w'), 300), 3); // such a name is cut in any case
    bool fewer = false;
    for (double width = 400; width > 120; --width)
        fewer = fewer || shown("Pictures", width) == 2;
    QVERIFY(fewer);
}

void TablesTest::anUnknownIntervalIsNoNumber()
{
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    BarData data;
    data.rows = {{1, "Ridge", true, {0.4, unknown, unknown}, {0.2, 0.1, 0.3}, 0.2}};
    const BarChart chart(data);
    QCOMPARE(chart.table().rows[0].mid(2, 3), (QStringList{"0.4", "", ""}));
    QCOMPARE(chart.table().rows[1].mid(2, 3), (QStringList{"0.2", "0.1", "0.3"}));
    const BarLayout layout = layOutBars(data, {0, 0, 360, 200}, m_style);
    QVERIFY(std::isfinite(layout.scale.high) && layout.scale.high >= 0.4);
    const auto inkPixels = [&](const BarData& bars) { // whiskers alone are drawn in ink, beside words
        QImage image(360, 200, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        BarChart(bars).paint(painter, {0, 0, 360, 200}, m_style);
        painter.end();
        const auto row = layOutBars(bars, {0, 0, 360, 200}, m_style).rows[0].xf;
        int ink = 0;
        for (int y = static_cast<int>(row.top()) + 1; y < static_cast<int>(row.bottom()); ++y)
            for (int x = static_cast<int>(row.left()) + 20; x <= static_cast<int>(row.right()) + 1; ++x)
                ink += qGray(image.pixel(x, y)) < 60;
        return ink;
    };
    BarData known = data;
    known.rows[0].xf = {0.4, 0.3, 0.4};
    QCOMPARE(inkPixels(data), 0);
    QVERIFY(inkPixels(known) > 10);
}

void TablesTest::twoOverlapsLeaveRoomToTheThird()
{
    NumberLineData data;
    data.xf = Estimate{0.7, 0.6, 0.8};
    data.yf = Estimate{0.3, 0.2, 0.4};
    data.xy = {0.2, 0.1, 0.3};
    data.rooms = {{OverlapRole::XF, {0, 0.9}}, {OverlapRole::YF, {0, 0.5}}, {OverlapRole::XY, {0, 0.6}}};
    QCOMPARE(roomText(data).split('\n')[1], QString("Y, f(X) 0.30: the other two leave 0.00 to 0.50"));
    const NumberLine line(data);
    QVERIFY(line.description().contains("X, Y 0.20: the other two leave 0.00 to 0.60"));
    for (const QStringList& row : line.table().rows)
        QCOMPARE(row.size(), line.table().header.size());
    QCOMPARE(line.table().rows[1], (QStringList{"Y, f(X)", "0.3", "0", "0.5"}));
    data.rooms.clear();
    QVERIFY(roomText(data).isEmpty());
}

BRIDGESCOPE_TEST(TablesTest)

} // namespace tables_tests

#include "tables.moc"
