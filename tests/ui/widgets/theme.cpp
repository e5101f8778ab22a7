#include "ui/widgets/theme.h"
#include "tests/support/test_program.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/region_chip.h"
#include "ui/widgets/run_table.h"
#include "ui/widgets/scaled.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QStyleOptionSlider>
#include <QTableWidget>
#include <QTest>

namespace theme_tests {

using namespace bridgescope;

class ThemeTest : public QObject {
    Q_OBJECT
private slots:
    void sheetHasNoWordLeft();
    void theSlidersHandleIsAsWideAsHigh();
    void uncheckedBoxesAreSeen();
    void switchesLive();
    void scaleReachesEveryFont();
    void sizesGrowWithTheText();
    void everyIconDrawsSomething();
    void cardKeepsItsOldContentWhileLoading();
    void bannerOffersItsButtons();
    void chipIsAButtonWithACount();
};

void ThemeTest::sheetHasNoWordLeft()
{
    for (const Tokens* tokens : {&lightTokens(), &darkTokens()}) {
        const QString sheet = Theme::styleSheet(*tokens, 1.5);
        QVERIFY(!sheet.contains('@'));
        QVERIFY(!sheet.contains(": ;"));
        QVERIFY(sheet.contains("min-height: 39px")); // 26 at 150 %
    }
}

void ThemeTest::theSlidersHandleIsAsWideAsHigh()
{
    for (const double scale : {1.0, 1.1, 1.25, 1.5, 1.7, 2.0}) {
        Theme theme(*qApp);
        theme.setChoice(Theme::Choice::Light);
        theme.setScale(scale);
        QSlider slider(Qt::Horizontal);
        slider.setRange(0, 10);
        slider.setValue(5);
        slider.resize(300, slider.sizeHint().height());
        slider.show();
        QStyleOptionSlider option;
        option.initFrom(&slider);
        option.orientation = Qt::Horizontal;
        option.minimum = 0;
        option.maximum = 10;
        option.sliderPosition = option.sliderValue = 5;
        option.subControls = QStyle::SC_SliderHandle;
        const QRect handle =
            slider.style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, &slider);
        QCOMPARE(handle.width(), handle.height());
        theme.setScale(1);
    }
}

void ThemeTest::uncheckedBoxesAreSeen()
{
    Theme theme(*qApp);
    for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
        theme.setChoice(choice);
        QCheckBox box;
        box.resize(box.sizeHint());
        const QColor ground = tokensOf(box.palette()).base;
        QPixmap drawn(box.size());
        drawn.fill(ground);
        box.render(&drawn, {}, {}, QWidget::DrawChildren);
        const QImage image = drawn.toImage();
        double most = 1;
        for (int x = 0; x < image.width(); ++x)
            for (int y = 0; y < image.height(); ++y)
                most = std::max(most, contrastRatio(image.pixelColor(x, y), ground));
        QVERIFY2(most >= 3, qPrintable(QString::number(most)));
    }
    theme.setChoice(Theme::Choice::Light);
}

void ThemeTest::switchesLive()
{
    Theme theme(*qApp);
    theme.setChoice(Theme::Choice::Light);
    QWidget window;
    QLabel label(QStringLiteral("text"), &window);
    window.show();
    QVERIFY(!tokensOf(label.palette()).dark);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(theme.isDark());
    QVERIFY(tokensOf(label.palette()).dark);
    QCOMPARE(label.palette().color(QPalette::WindowText), darkTokens().ink);
    theme.setChoice(Theme::Choice::Light);
    QCOMPARE(label.palette().color(QPalette::WindowText), lightTokens().ink);
}

void ThemeTest::scaleReachesEveryFont()
{
    Theme theme(*qApp);
    QWidget window;
    QLabel label(QStringLiteral("text"), &window);
    window.show();
    QLabel heading(QStringLiteral("heading"), &window);
    heading.setFont(textFont(heading.font(), TextSize::Heading, true)); // once, as many a label
    Card card(QStringLiteral("card"), &window);
    card.setConvention(QStringLiteral("K = 10"));
    for (const double scale : {2.0, 1.25, 1.1, 1.75, 1.0}) {
        theme.setScale(scale);
        QCOMPARE(label.font().pixelSize(), qRound(12 * scale));
        QCOMPARE(heading.font().pixelSize(), qRound(16 * scale));
        for (const auto* words : card.findChildren<QLabel*>())
            QVERIFY2(std::abs(words->font().pixelSize() - 13 * scale) <= 1 ||
                         std::abs(words->font().pixelSize() - 11 * scale) <= 1,
                     qPrintable(QString("%1: %2 at %3").arg(words->text()).arg(words->font().pixelSize()).arg(scale)));
    }
    QVERIFY(heading.font().bold() || heading.font().weight() == QFont::DemiBold);
}

void ThemeTest::sizesGrowWithTheText()
{
    Theme theme(*qApp);
    QWidget window;
    auto* form = new QWidget(&window);
    keepScaled(*form, [form](double scale) { form->setFixedWidth(qRound(312 * scale)); });
    QTableWidget table(3, 2, &window);
    setUpRunTable(table, Qt::UserRole);
    table.horizontalHeader()->resizeSection(0, 100);
    table.horizontalHeader()->resizeSection(1, 60);
    window.show();
    for (const double scale : {2.0, 1.25, 1.1, 1.75, 1.0}) {
        theme.setScale(scale);
        // text is whole pixels, and sizes are the text's
        const double text = qRound(12 * scale) / 12.0;
        QCOMPARE(form->width(), qRound(312 * text));
        QCOMPARE(table.rowHeight(0), qRound(27 * text));
        QCOMPARE(table.horizontalHeader()->height(), qRound(24 * text));
        QVERIFY2(std::abs(table.columnWidth(0) - 100 * text) <= 3, qPrintable(QString::number(table.columnWidth(0))));
        QVERIFY2(std::abs(table.columnWidth(1) - 60 * text) <= 3, qPrintable(QString::number(table.columnWidth(1))));
    }
}

void ThemeTest::everyIconDrawsSomething()
{
    for (int i = 0; i <= static_cast<int>(Icon::Help); ++i) {
        QImage image(16, 16, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintIcon(painter, QRectF(0, 0, 16, 16), static_cast<Icon>(i), Qt::black);
        painter.end();
        int inked = 0;
        for (int y = 0; y < 16; ++y)
            for (int x = 0; x < 16; ++x)
                inked += qAlpha(image.pixel(x, y)) > 100;
        QVERIFY2(inked >= 3, qPrintable(QString::number(i)));
    }
    QVERIFY(QFile::exists(iconFile(Icon::ChevronDown, Qt::red)));
}

void ThemeTest::cardKeepsItsOldContentWhileLoading()
{
    Card card(QStringLiteral("Overlap against K"));
    auto* body = new QLabel(QStringLiteral("old"));
    card.setBody(body);
    card.setConvention(QStringLiteral("K = 10, cosine"));
    card.resize(300, 200);
    card.show();
    card.setLoading(true);
    QCOMPARE(card.body(), body);
    QVERIFY(body->isVisible());
    QVERIFY(body->graphicsEffect());
    card.setLoading(false);
    QVERIFY(!body->graphicsEffect());
    QCOMPARE(card.accessibleName(), QStringLiteral("Overlap against K"));
    QCOMPARE(card.convention(), QStringLiteral("K = 10, cosine"));
}

void ThemeTest::bannerOffersItsButtons()
{
    Banner banner;
    QSignalSpy chosen(&banner, &Banner::chosen);
    banner.show(QStringLiteral("“crane” names two items"), QStringLiteral("rows 135 and 509"),
                {"Pair in order", "Leave out"});
    QVERIFY(banner.isVisible());
    const auto buttons = banner.findChildren<QPushButton*>();
    QCOMPARE(buttons.size(), 2);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toInt(), 1);
    banner.dismiss();
    QVERIFY(!banner.isVisible());
}

void ThemeTest::chipIsAButtonWithACount()
{
    RegionChip chip(Region::StayedWithX);
    chip.setCount(6);
    QCOMPARE(chip.accessibleName(), QStringLiteral("Stayed with X, 6 entries"));
    const int wide = chip.sizeHint().width();
    chip.setCompact(true);
    QVERIFY(chip.sizeHint().width() < wide);
    chip.show();
    QTest::mouseClick(&chip, Qt::LeftButton);
    QVERIFY(chip.isChecked());
    QTest::keyClick(&chip, Qt::Key_Space);
    QVERIFY(!chip.isChecked());
}

BRIDGESCOPE_TEST(ThemeTest)

} // namespace theme_tests

#include "theme.moc"
