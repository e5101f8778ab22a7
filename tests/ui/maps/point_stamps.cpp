#include "ui/panels/maps/point_stamps.h"
#include "tests/support/test_program.h"

#include <QPainter>
#include <QTest>

namespace point_stamps_tests {

using namespace bridgescope;

class PointStampsTest : public QObject {
    Q_OBJECT
private slots:
    void looksAsPainted_data();
    void looksAsPainted();
    void isCutOffAtTheEdges();
    void laterOnesLieAbove();

private:
    static QImage ground(double density)
    {
        QImage image(QSize(24, 24) * density, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(density);
        image.fill(QColor(250, 240, 200, 128));
        return image;
    }
    static int farthest(const QImage& a, const QImage& b)
    {
        int most = 0;
        for (int y = 0; y < a.height(); ++y)
            for (int x = 0; x < a.width(); ++x) {
                const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
                most = std::max({most, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                                 std::abs(qBlue(p) - qBlue(q)), std::abs(qAlpha(p) - qAlpha(q))});
            }
        return most;
    }
};

void PointStampsTest::looksAsPainted_data()
{
    QTest::addColumn<double>("density");
    QTest::addColumn<double>("size");
    QTest::addColumn<double>("opacity");
    QTest::newRow("small") << 1.0 << 3.0 << 0.85;
    QTest::newRow("usual") << 1.0 << 6.0 << 0.3;
    QTest::newRow("one and a half") << 1.5 << 4.5 << 0.85;
    QTest::newRow("fine screen") << 2.0 << 6.0 << 0.85;
}

/// At the places a stamp is made for, it is what the painter draws, but for rounding.
void PointStampsTest::looksAsPainted()
{
    QFETCH(double, density);
    QFETCH(double, size);
    QFETCH(double, opacity);
    for (int glyph = 0; glyph <= static_cast<int>(MapGlyph::Ring); ++glyph)
        for (const QPointF quarter : {QPointF(0, 0), QPointF(1, 3), QPointF(2, 1)}) {
            const QPointF at = (QPointF(12, 11) + (quarter + QPointF(0.5, 0.5)) / 4) / density;
            QImage painted = ground(density), stamped = painted.copy();
            QPainter painter(&painted);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setOpacity(opacity);
            paintGlyph(painter, static_cast<MapGlyph>(glyph), at, size, QColor(138, 95, 168));
            painter.end();
            PointStamps stamps(stamped, size);
            stamps.stamp(stamps.addLook(static_cast<MapGlyph>(glyph), QColor(138, 95, 168), opacity), at);
            QVERIFY(farthest(painted, ground(density)) > 20);
            QVERIFY2(farthest(painted, stamped) <= 4,
                     qPrintable(QString("glyph %1: off by %2").arg(glyph).arg(farthest(painted, stamped))));
        }
}

void PointStampsTest::isCutOffAtTheEdges()
{
    for (const QPointF at :
         {QPointF(0.1, 12), QPointF(23.9, 12), QPointF(12, 0.1), QPointF(12, 23.9), QPointF(-1, 25)}) {
        QImage painted = ground(1), stamped = ground(1);
        QPainter painter(&painted);
        painter.setRenderHint(QPainter::Antialiasing);
        paintGlyph(painter, MapGlyph::TriangleUp, at, 8, Qt::black);
        painter.end();
        PointStamps stamps(stamped, 8);
        stamps.stamp(stamps.addLook(MapGlyph::TriangleUp, Qt::black, 1), at);
        QVERIFY(farthest(painted, stamped) < 60); // an eighth of a pixel beside
    }
    QImage untouched = ground(1);
    PointStamps stamps(untouched, 8);
    const int look = stamps.addLook(MapGlyph::Dot, Qt::black, 1);
    for (const QPointF at : {QPointF(-1e9, 3), QPointF(1e300, 3), QPointF(3, -9), QPointF(qQNaN(), 3)})
        stamps.stamp(look, at);
    QCOMPARE(farthest(untouched, ground(1)), 0);
}

void PointStampsTest::laterOnesLieAbove()
{
    QImage image = ground(1);
    PointStamps stamps(image, 8);
    const int under = stamps.addLook(MapGlyph::Dot, Qt::red, 1), above = stamps.addLook(MapGlyph::Dot, Qt::blue, 1);
    stamps.stamp(under, {12, 12});
    stamps.stamp(above, {12, 12});
    QCOMPARE(image.pixelColor(12, 12), QColor(Qt::blue));
}

BRIDGESCOPE_TEST(PointStampsTest)

} // namespace point_stamps_tests

#include "point_stamps.moc"
