#include "ui/widgets/text.h"
#include "tests/support/test_program.h"

#include <QGuiApplication>
#include <QImage>
#include <QTest>

#include <cmath>
#include <limits>

namespace text_tests {

using namespace bridgescope;

class TextTest : public QObject {
    Q_OBJECT
private slots:
    void numbersAreWrittenWithARealMinus();
    void pValues();
    void digitsAreOfOneWidth();
    void fontsKeepTheScale();
    void elidesWhatDoesNotFit();
};

void TextTest::numbersAreWrittenWithARealMinus()
{
    QCOMPARE(number(-0.304), QStringLiteral("−0.30"));
    QCOMPARE(number(-0.004), QStringLiteral("0.00"));
    QCOMPARE(number(0.25, 1), QStringLiteral("0.3"));
    QCOMPARE(number(1234567), QStringLiteral("1,234,567"));
    QCOMPARE(number(-12), QStringLiteral("−12"));
    QCOMPARE(number(std::numeric_limits<double>::quiet_NaN()), QStringLiteral("–"));
    QCOMPARE(signedNumber(5), QStringLiteral("+5"));
    QCOMPARE(signedNumber(0), QStringLiteral("0"));
    QCOMPARE(signedNumber(-2), QStringLiteral("−2"));
}

void TextTest::pValues()
{
    QCOMPARE(pValueText(1e-9), QStringLiteral("p < .001"));
    QCOMPARE(pValueText(0.0321), QStringLiteral("p = .032"));
    QCOMPARE(pValueText(1), QStringLiteral("p = 1"));
}

void TextTest::digitsAreOfOneWidth()
{
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(12);
    QCOMPARE(numberWidth(font, "111"), numberWidth(font, "888"));
    QCOMPARE(numberWidth(font, "0.10"), numberWidth(font, "0.98"));
}

void TextTest::fontsKeepTheScale()
{
    QFont base;
    base.setPixelSize(24); // presenter mode at 200 %
    QCOMPARE(textScale(base), 2.0);
    QCOMPARE(textFont(base, TextSize::Caption).pixelSize(), 22);
    QCOMPARE(textFont(base, TextSize::Verdict, true).pixelSize(), 36);
    QCOMPARE(textFont(base, TextSize::Verdict, true).weight(), QFont::DemiBold);
}

void TextTest::elidesWhatDoesNotFit()
{
    QImage image(200, 20, QImage::Format_ARGB32);
    QPainter painter(&image);
    const double whole = drawElided(painter, QRectF(0, 0, 1000, 20), Qt::AlignLeft, "smiling face with open hands");
    const double cut = drawElided(painter, QRectF(0, 0, 60, 20), Qt::AlignLeft, "smiling face with open hands");
    QVERIFY(whole > 60);
    QVERIFY(cut <= 60);
    QVERIFY(cut > 20);
}

BRIDGESCOPE_TEST(TextTest)

} // namespace text_tests

#include "text.moc"
