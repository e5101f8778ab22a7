#include "core/base/random.h"
#include "tests/support/test_program.h"
#include "ui/charts/density.h"
#include "ui/charts/map_chart.h"
#include "ui/charts/map_names.h"

#include <QTest>

#include <cmath>
#include <numbers>

namespace maps_tests {

using namespace bridgescope;

class MapsTest : public QObject {
    Q_OBJECT
private slots:
    void densityIsRelativeAndClosed();
    void contourEnclosesWhatIsDense();
    void contourOfARingHasAHole();
    void namesStandAtTheirPoints();
    void namesDoNotCoverOneAnother();
    void categoriesBeyondNineAreOther();
    void categoryMarksReachTheirContrast();
    void tableAndDescriptionHoldTheNumbers();
    void narrowFiguresPutTwoBesideOneAnother();

private:
    static std::vector<QPointF> cloud(QPointF center, int n, double spread, const char* stream);
    static MapChartData three(int n);
};

std::vector<QPointF> MapsTest::cloud(QPointF center, int n, double spread, const char* stream)
{
    Random random(5, stream);
    std::vector<QPointF> points;
    for (int i = 0; i < n; ++i) {
        const double x = random.normal(), y = random.normal();
        points.push_back(center + spread * QPointF(x, y));
    }
    return points;
}

MapChartData MapsTest::three(int n)
{
    MapChartData data;
    for (const Space space : {Space::X, Space::F, Space::Y})
        data.panels.push_back({space, "Words", "trustworthiness 0.91", cloud({0, 0}, n, 1, "map"), {}});
    QStringList categories;
    for (int i = 0; i < n; ++i) {
        data.labels << QStringLiteral("item %1").arg(i);
        categories << (i % 2 ? "Flags" : "Food");
    }
    data.categories = categories;
    data.classes = classesOf(categories, lightTokens());
    return data;
}

void MapsTest::densityIsRelativeAndClosed()
{
    auto points = cloud({60, 60}, 200, 8, "a");
    points.emplace_back(1e9, -1e9); // outside: does not count, and no place is reserved for it
    const DensityGrid grid = densityOf(points, {200, 120}, 5, 2);
    float most = 0;
    for (int y = 0; y < grid.rows; ++y)
        for (int x = 0; x < grid.columns; ++x) {
            most = std::max(most, grid.at(x, y));
            if (x == 0 || y == 0 || x == grid.columns - 1 || y == grid.rows - 1) QCOMPARE(grid.at(x, y), 0.f);
        }
    QCOMPARE(most, 1.f);
    QVERIFY(grid.at(12, 12) > 0.8f); // (60, 60)
    QCOMPARE(grid.at(35, 12), 0.f);
    for (const float value : densityOf({}, {50, 50}, 5, 2).values)
        QCOMPARE(value, 0.f);
}

void MapsTest::contourEnclosesWhatIsDense()
{
    auto points = cloud({60, 50}, 150, 10, "a");
    const auto other = cloud({140, 70}, 80, 14, "b");
    points.insert(points.end(), other.begin(), other.end());
    const DensityGrid grid = densityOf(points, {200, 120}, 4, 2);
    for (const double level : {0.05, 0.3, 0.7}) {
        const QPainterPath path = contour(grid, level);
        int inside = 0;
        for (int y = 0; y < grid.rows; ++y)
            for (int x = 0; x < grid.columns; ++x) {
                const double value = grid.at(x, y);
                if (std::abs(value - level) < 0.01) continue; // on the line either answer is right
                inside += value > level;
                QVERIFY2(path.contains(QPointF(x, y) * grid.cell) == (value > level),
                         qPrintable(QStringLiteral("%1 %2 at %3").arg(x).arg(y).arg(level)));
            }
        QVERIFY(inside > 3);
    }
    QVERIFY(contour(densityOf({}, {50, 50}, 5, 2), 0.5).isEmpty());
}

void MapsTest::contourOfARingHasAHole()
{
    std::vector<QPointF> ring;
    for (int i = 0; i < 720; ++i) {
        const double turn = i * std::numbers::pi / 360;
        ring.emplace_back(100 + 60 * std::cos(turn), 100 + 60 * std::sin(turn));
    }
    const QPainterPath path = contour(densityOf(ring, {200, 200}, 5, 1), 0.2);
    QVERIFY(path.contains(QPointF(160, 100)));
    QVERIFY(!path.contains(QPointF(100, 100)));
}

void MapsTest::namesStandAtTheirPoints()
{
    auto points = cloud({50, 50}, 60, 6, "a");
    const auto other = cloud({250, 150}, 30, 6, "b");
    points.insert(points.end(), other.begin(), other.end());
    QStringList categories;
    for (std::size_t i = 0; i < points.size(); ++i)
        categories << (i < 60 ? "Flags" : "Food");
    const auto sizeOf = [](const QString& text) { return QSizeF(7 * text.size(), 12); };
    const QRectF area(0, 0, 300, 200);
    const auto names = placeNames(points, classesOf(categories, lightTokens()), area, lightTokens(), sizeOf);
    QCOMPARE(names.size(), std::size_t(2));
    QCOMPARE(names[0].text, QString("FLAGS")); // the larger first
    QVERIFY(QLineF(names[0].box.center(), {50, 50}).length() < 25);
    QVERIFY(QLineF(names[1].box.center(), {250, 150}).length() < 25);
    for (const MapName& name : names)
        QVERIFY(contrastRatio(name.color, lightTokens().base) >= 4.5);
}

void MapsTest::namesDoNotCoverOneAnother()
{
    const auto points = cloud({30, 30}, 400, 5, "a"); // eight categories at one spot, beside the area's corner
    QStringList categories;
    for (int i = 0; i < 400; ++i)
        categories << QStringLiteral("category %1").arg(i % 8);
    const QRectF area(0, 0, 200, 100);
    for (const Tokens* tokens : {&lightTokens(), &darkTokens()}) {
        const auto names = placeNames(points, classesOf(categories, *tokens), area, *tokens,
                                      [](const QString& text) { return QSizeF(6 * text.size(), 12); });
        QVERIFY(names.size() >= 2);
        for (std::size_t a = 0; a < names.size(); ++a) {
            QVERIFY(area.contains(names[a].box));
            for (std::size_t b = a + 1; b < names.size(); ++b)
                QVERIFY(!names[a].box.intersects(names[b].box));
        }
    }
}

void MapsTest::categoriesBeyondNineAreOther()
{
    QStringList categories;
    for (int i = 0; i < 400; ++i)
        categories << QStringLiteral("c%1").arg(i % 2 ? 0 : i);
    const MapClasses classes = classesOf(categories, lightTokens());
    QCOMPARE(classes.classes.size(), std::size_t(10));
    QCOMPARE(classes.classes[0].name, QString("c0"));
    QCOMPARE(classes.classes[0].count, 201);
    QCOMPARE(classes.classes[9].count, 400 - 201 - 8);
    QCOMPARE(classes.classOf.size(), std::size_t(400));
}

void MapsTest::categoryMarksReachTheirContrast()
{
    QStringList categories;
    for (int i = 0; i < 9; ++i)
        categories << QString::number(i);
    for (const Tokens* tokens : {&lightTokens(), &darkTokens()})
        for (const MapClass& shown : classesOf(categories, *tokens).classes)
            QVERIFY2(contrastRatio(shown.color, tokens->base) >= 3, qPrintable(shown.color.name()));
}

void MapsTest::tableAndDescriptionHoldTheNumbers()
{
    const MapChart chart(three(30));
    const ChartTable table = chart.table();
    QCOMPARE(table.header, QStringList({"set", "label", "x", "y", "category"}));
    QCOMPARE(table.rows.size(), 90);
    QCOMPARE(table.rows[31][0], QString("f(X)"));
    QCOMPARE(table.rows[31][1], QString("item 1"));
    QCOMPARE(table.rows[31][2].toDouble(), chart.data().panels[1].points[1].x());
    QVERIFY(chart.description().contains("30 items; trustworthiness 0.91"));
}

void MapsTest::narrowFiguresPutTwoBesideOneAnother()
{
    const MapChart chart(three(30));
    ChartStyle style;
    const double wide = chart.preferredHeight(800, style), narrow = chart.preferredHeight(400, style);
    QVERIFY(wide < 800 / 2.); // three squares in a row
    QVERIFY(narrow > 400);    // two rows of two, the legend in the fourth place
    QVERIFY(narrow < 400 * 1.5);
}

BRIDGESCOPE_TEST(MapsTest)

} // namespace maps_tests

#include "maps.moc"
