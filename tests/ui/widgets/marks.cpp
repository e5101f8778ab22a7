#include "ui/widgets/marks.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/vision.h"

#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

namespace marks_tests {

using namespace bridgescope;

class MarksTest : public QObject {
    Q_OBJECT
private slots:
    void everyRegionIsWhatItsNameSays();
    void marksAreToldApartWithoutColor();
    void marksAreToldApartByEveryEye();
    void everySpacesEdgeStandsOut();
    void pipsCountExactly_data();
    void pipsCountExactly();
};

void MarksTest::everyRegionIsWhatItsNameSays()
{
    QSet<int> seen;
    for (int bits = 1; bits < 8; ++bits) {
        const bool x = bits & 1, f = bits & 2, y = bits & 4;
        const Region region = regionOf(x, f, y);
        QCOMPARE(regionHas(region, Space::X), x);
        QCOMPARE(regionHas(region, Space::F), f);
        QCOMPARE(regionHas(region, Space::Y), y);
        seen.insert(static_cast<int>(region));
    }
    QCOMPARE(seen.size(), regionCount);
    QCOMPARE(regionName(regionOf(true, true, true)), QStringLiteral("Kept"));
    QCOMPARE(regionName(regionOf(true, true, false)), QStringLiteral("Stayed with X"));
    QCOMPARE(regionName(regionOf(false, true, true)), QStringLiteral("Learned from Y"));
    QCOMPARE(regionName(regionOf(true, false, true)), QStringLiteral("Dropped by f"));
    QCOMPARE(regionName(regionOf(true, false, false)), QStringLiteral("Lost"));
    QCOMPARE(regionName(regionOf(false, true, false)), QStringLiteral("Strayed"));
    QCOMPARE(regionName(regionOf(false, false, true)), QStringLiteral("Missed"));
    for (int r = 0; r < regionCount; ++r)
        QVERIFY(!regionShortName(static_cast<Region>(r)).contains(' '));
}

void MarksTest::marksAreToldApartWithoutColor()
{
    // Drawn black and large, any two marks differ in at least a tenth of the pixels either covers.
    QList<QImage> images;
    for (const Mark mark : {Mark::Square, Mark::Diamond, Mark::Circle, Mark::Triangle}) {
        QImage image(60, 60, QImage::Format_Grayscale8);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintMark(painter, mark, {30, 30}, 30, Qt::black);
        images.append(image);
    }
    for (qsizetype a = 0; a < images.size(); ++a)
        for (qsizetype b = a + 1; b < images.size(); ++b) {
            int covered = 0, different = 0;
            for (int y = 0; y < 60; ++y)
                for (int x = 0; x < 60; ++x) {
                    const bool inA = images[a].pixelColor(x, y).black() > 128,
                               inB = images[b].pixelColor(x, y).black() > 128;
                    covered += inA || inB;
                    different += inA != inB;
                }
            QVERIFY2(different > covered / 10, qPrintable(QStringLiteral("%1 and %2").arg(a).arg(b)));
        }
}

void MarksTest::marksAreToldApartByEveryEye()
{
    // As drawn in lists and charts, 9 pixels: at least a fifth of what either covers is another color, whatever cones
    // the eye lacks and in greyscale.
    for (const Tokens* t : {&lightTokens(), &darkTokens()}) {
        const std::pair<Mark, QColor> marks[] = {{Mark::Square, t->x.line},
                                                 {Mark::Diamond, t->f.line},
                                                 {Mark::Circle, t->y.line},
                                                 {Mark::Triangle, t->neutral}};
        QList<QImage> images;
        for (const auto& [mark, color] : marks) {
            QImage image(15, 15, QImage::Format_RGB32);
            image.fill(t->base);
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            paintMark(painter, mark, {7.5, 7.5}, 9, color, mark == Mark::Diamond ? t->f.thin : QColor());
            images.append(image);
        }
        for (const auto& [name, sight] : test::sights())
            for (qsizetype a = 0; a < images.size(); ++a)
                for (qsizetype b = a + 1; b < images.size(); ++b) {
                    int covered = 0, different = 0;
                    for (int y = 0; y < 15; ++y)
                        for (int x = 0; x < 15; ++x) {
                            const QColor first = images[a].pixelColor(x, y), second = images[b].pixelColor(x, y);
                            covered += first != t->base || second != t->base;
                            different += test::colorDistance(sight(first), sight(second)) >= 10;
                        }
                    QVERIFY2(different >= covered / 5, qPrintable(QStringLiteral("%1: marks %2 and %3, %4 of %5")
                                                                      .arg(name)
                                                                      .arg(a)
                                                                      .arg(b)
                                                                      .arg(different)
                                                                      .arg(covered)));
                }
    }
}

void MarksTest::everySpacesEdgeStandsOut()
{
    // Drawn large on each ground: going outwards from the center, the last color before the ground is at 3:1 to it.
    for (const Tokens* t : {&lightTokens(), &darkTokens()})
        for (const QColor& ground : {t->base, t->alt, t->bar, t->win, t->hover, t->sel})
            for (const Space space : {Space::X, Space::F, Space::Y}) {
                QImage image(80, 80, QImage::Format_RGB32);
                image.fill(ground);
                QPainter painter(&image);
                paintSpaceMark(painter, space, {40, 40}, 45, *t);
                painter.end();
                QColor edge;
                for (int x = 40; x < 80 && image.pixelColor(x, 40) != ground; ++x)
                    if (image.pixelColor(x, 40) == image.pixelColor(x - 1, 40)) edge = image.pixelColor(x, 40);
                const double ratio = contrastRatio(edge, ground);
                QVERIFY2(ratio >= 3, qPrintable(QStringLiteral("%1, %2 on %3: %4")
                                                    .arg(spaceLetter(space), edge.name(), ground.name())
                                                    .arg(ratio)));
            }
}

void MarksTest::pipsCountExactly_data()
{
    QTest::addColumn<int>("value");
    QTest::addColumn<int>("k");
    QTest::newRow("none of ten") << 0 << 10;
    QTest::newRow("seven of ten") << 7 << 10;
    QTest::newRow("all of ten") << 10 << 10;
    QTest::newRow("one of one") << 1 << 1;
}

void MarksTest::pipsCountExactly()
{
    QFETCH(int, value);
    QFETCH(int, k);
    QImage image(120, 14, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintPips(painter, QRectF(5, 1, 100, 12), value, k, Qt::blue, lightTokens());
    int runs = 0;
    for (int x = 1; x < 120; ++x)
        runs += image.pixelColor(x, 7) == QColor(Qt::blue) && image.pixelColor(x - 1, 7) != QColor(Qt::blue);
    QCOMPARE(runs, value);
}

BRIDGESCOPE_TEST(MarksTest)

} // namespace marks_tests

#include "marks.moc"
