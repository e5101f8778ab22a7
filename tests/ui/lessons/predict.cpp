#include "tests/support/test_program.h"
#include "ui/charts/chart_view.h"
#include "ui/lessons/predict_page.h"
#include "ui/lessons/synthetic_dialog.h"
#include "ui/widgets/card.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

namespace predict_tests {

using namespace bridgescope;

class PredictTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { delete m_page; }
    void marksAreDragged();
    void fieldsAreTheSameNumbers();
    void nothingIsShownBeforeItIsRevealed();
    void revealedGuessesStay();
    void thePageStandsInTheMiddle();
    void aGuessNearTheTruthKeepsItsNumber();
    void dialogMakesItsOptions();

private:
    QPointF placeOf(OverlapRole role) const;
    QPushButton* button(const QString& text) const;
    bool says(const QString& part) const;
    PredictPage* m_page = nullptr;
};

void PredictTest::init()
{
    m_page = new PredictPage;
    m_page->ask("Rotation", "Y is X turned");
    m_page->resize(900, 600);
    m_page->show();
}

QPointF PredictTest::placeOf(OverlapRole role) const
{
    const ChartView& line = m_page->line();
    return std::static_pointer_cast<const PredictionChart>(line.chart())->markAt(role, line.area(), line.style());
}

QPushButton* PredictTest::button(const QString& text) const
{
    for (auto* found : m_page->findChildren<QPushButton*>())
        if (found->text() == text) return found;
    return nullptr;
}

bool PredictTest::says(const QString& part) const
{
    for (const auto* label : m_page->findChildren<QLabel*>())
        if (label->text().contains(part)) return true;
    return false;
}

void PredictTest::marksAreDragged()
{
    const QPoint from = placeOf(OverlapRole::YF).toPoint();
    const double before = m_page->data().guess[1];
    QTest::mousePress(&m_page->line(), Qt::LeftButton, {}, from);
    QTest::mouseMove(&m_page->line(), from + QPoint(-150, 2));
    QTest::mouseRelease(&m_page->line(), Qt::LeftButton, {}, from + QPoint(-150, 2));
    QVERIFY(m_page->data().guess[1] < before - 0.1);
    QCOMPARE(m_page->data().guess[0], 0.5); // the other lanes stay
    QCOMPARE(m_page->data().guess[2], 0.5);
    QVERIFY(std::abs(placeOf(OverlapRole::YF).x() - (from.x() - 150)) < 6); // hundredths of the line
    QTest::mouseMove(&m_page->line(), from);                                // let go: it does not follow any more
    QVERIFY(m_page->data().guess[1] < before - 0.1);
    // beyond the end it stays at the end
    const QPoint right = placeOf(OverlapRole::XY).toPoint();
    QTest::mousePress(&m_page->line(), Qt::LeftButton, {}, right);
    QTest::mouseMove(&m_page->line(), QPoint(m_page->line().width() - 1, right.y()));
    QTest::mouseRelease(&m_page->line(), Qt::LeftButton, {}, QPoint(m_page->line().width() - 1, right.y()));
    QCOMPARE(m_page->data().guess[2], 1.0);
}

void PredictTest::fieldsAreTheSameNumbers()
{
    auto* field = m_page->findChildren<QDoubleSpinBox*>()[0];
    QCOMPARE(field->accessibleName(), QString("Expected X, f(X)"));
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(m_page->data().guess[0], 0.55);
    QVERIFY(m_page->line().accessibleDescription().contains("X, f(X): expected 0.55"));
}

void PredictTest::nothingIsShownBeforeItIsRevealed()
{
    QVERIFY(!button("Training ridge…")->isEnabled());
    m_page->setTruth({0.97, 0.96, 1}, 0.1, "K = 10");
    QVERIFY(!m_page->line().accessibleDescription().contains("0.97"));
    QVERIFY(!says("K = 10") && !button("Look at the views")->isEnabled());
    QTest::mouseClick(button("Reveal"), Qt::LeftButton);
    QVERIFY(m_page->line().accessibleDescription().contains("X, f(X): expected 0.50, is 0.97"));
    QVERIFY(says("None of the three was expected."));
    QVERIFY(says("K = 10"));
    QSignalSpy look(m_page, &PredictPage::lookRequested);
    QTest::mouseClick(button("Look at the views"), Qt::LeftButton);
    QCOMPARE(look.count(), 1);
}

void PredictTest::revealedGuessesStay()
{
    m_page->findChildren<QDoubleSpinBox*>()[2]->setValue(0.95);
    m_page->setTruth({0.97, 0.96, 1}, 0.1, "K = 10");
    QTest::mouseClick(button("Reveal"), Qt::LeftButton);
    QVERIFY(says("One of the three was expected."));
    QTest::mouseClick(&m_page->line(), Qt::LeftButton, {}, QPoint(m_page->line().width() - 1, 10));
    QCOMPARE(m_page->data().guess[0], 0.5);
    m_page->setTruth({0.1, 0.1, 0.1}, 0.1, "K = 20"); // K dragged elsewhere
    QCOMPARE((*m_page->data().truth)[0], 0.97);
    m_page->ask("Independent", {});
    QVERIFY(!m_page->data().truth && !button("Training ridge…")->isEnabled());
}

void PredictTest::thePageStandsInTheMiddle()
{
    for (const int width : {900, 1600}) {
        m_page->resize(width, 700);
        QCoreApplication::processEvents();
        const auto* card = m_page->findChild<Card*>();
        const int left = card->mapTo(m_page, QPoint(0, 0)).x(), right = width - left - card->width();
        QVERIFY2(std::abs(left - right) <= 1, qPrintable(QStringLiteral("%1 and %2").arg(left).arg(right)));
    }
}

void PredictTest::aGuessNearTheTruthKeepsItsNumber()
{
    // Below the line of X, f(X): nothing is written where guess and truth are far apart, the guess where they are near.
    const auto inked = [this] {
        const ChartView& line = m_page->line();
        const QImage drawn = m_page->line().grab().toImage();
        const QPointF mark = placeOf(OverlapRole::XF);
        int dark = 0;
        for (int y = qRound(mark.y()) + 8; y < qRound(mark.y()) + 22; ++y)
            for (int x = qRound(mark.x()) - 15; x < std::min(line.width(), qRound(mark.x()) + 15); ++x)
                dark += drawn.pixelColor(x, y).lightness() < 140;
        return dark;
    };
    auto* field = m_page->findChildren<QDoubleSpinBox*>()[0];
    field->setValue(0.3);
    m_page->setTruth({0.95, 0.96, 1}, 0.02, "K = 10");
    QTest::mouseClick(button("Reveal"), Qt::LeftButton);
    QCOMPARE(inked(), 0);
    m_page->ask("Again", {});
    field->setValue(0.97);
    m_page->setTruth({0.95, 0.96, 1}, 0.02, "K = 10");
    QTest::mouseClick(button("Reveal"), Qt::LeftButton);
    QVERIFY(inked() > 10);
}

void PredictTest::dialogMakesItsOptions()
{
    SyntheticDialog dialog;
    auto* kind = dialog.findChild<QComboBox*>();
    auto* noise = dialog.findChild<QDoubleSpinBox*>();
    QVERIFY(!noise->isEnabled());
    kind->setCurrentIndex(1);
    QVERIFY(noise->isEnabled());
    noise->setValue(0.2);
    dialog.findChildren<QSpinBox*>()[0]->setValue(120);
    const SyntheticOptions options = dialog.options();
    QCOMPARE(options.kind, SyntheticKind::NoisyRotation);
    QCOMPARE(options.items, Index(120));
    QCOMPARE(options.noise, 0.2);
    options.validate();
    dialog.findChildren<QSpinBox*>()[0]->setValue(10);
    dialog.findChildren<QSpinBox*>()[2]->setValue(100);
    dialog.options().validate(); // more clusters than items are held to the items
    QVERIFY(dialog.predictFirst());
}

BRIDGESCOPE_TEST(PredictTest)

} // namespace predict_tests

#include "predict.moc"
