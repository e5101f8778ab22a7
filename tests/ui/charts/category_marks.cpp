#include "tests/support/test_program.h"
#include "ui/charts/category_chart.h"

#include <QImage>
#include <QPainter>
#include <QTest>

namespace category_marks_tests {

using namespace bridgescope;

class CategoryMarks : public QObject {
    Q_OBJECT
private slots:
    void neitherMarkHidesTheOther_data();
    void neitherMarkHidesTheOther();
};

void CategoryMarks::neitherMarkHidesTheOther_data()
{
    QTest::addColumn<double>("xf");
    QTest::addColumn<double>("yf");
    QTest::newRow("equal") << 0.4 << 0.4;
    QTest::newRow("nearly") << 0.4 << 0.405;
    QTest::newRow("apart") << 0.6 << 0.2;
}

void CategoryMarks::neitherMarkHidesTheOther()
{
    QFETCH(double, xf);
    QFETCH(double, yf);
    CategoryRow row;
    row.name = QStringLiteral("Flags");
    row.n = 1; // one item: no intervals, the marks alone have color
    row.xf = {xf, xf, xf}, row.yf = {yf, yf, yf};
    CategoryData data;
    data.rows = {row, row};
    data.chance = 0.02;
    QImage image(420, 160, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    ChartStyle style;
    style.font.setPixelSize(12);
    style.device = &image;
    CategoryChart(data).paint(painter, QRectF(8, 8, 404, 144), style);
    painter.end();
    int blue = 0, green = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            blue += image.pixelColor(x, y) == style.colors.x.line;
            green += image.pixelColor(x, y) == style.colors.y.line;
        }
    // A square of 7.5 and a circle of 8.25 pixels, drawn twice; half of each may be edge.
    QVERIFY2(blue > 50, qPrintable(QString::number(blue)));
    QVERIFY2(green > 50, qPrintable(QString::number(green)));
}

BRIDGESCOPE_TEST(CategoryMarks)

} // namespace category_marks_tests

#include "category_marks.moc"
