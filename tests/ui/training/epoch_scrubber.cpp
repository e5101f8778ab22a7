#include "ui/panels/training/epoch_scrubber.h"
#include "tests/support/test_program.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

namespace epoch_scrubber_tests {

using namespace bridgescope;

namespace {

ScrubberData dataOf(std::vector<Index> epochs, Index last)
{
    ScrubberData data;
    data.withX.assign(epochs.size(), 0.5);
    data.withY.assign(epochs.size(), 0.25);
    data.epochs = std::move(epochs);
    data.last = last;
    return data;
}

QString valueOf(EpochScrubber& scrubber)
{
    return QAccessible::queryAccessibleInterface(&scrubber)->text(QAccessible::Value);
}

} // namespace

class EpochScrubberTest : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_scrubber = std::make_unique<EpochScrubber>();
        m_scrubber->resize(700, 58);
        m_scrubber->show(dataOf({1, 5, 9, 13, 40}, 50));
    }
    void keysGoFromOneKeptEpochToTheNext()
    {
        QCOMPARE(m_scrubber->epoch(), 40); // at the end at first
        QTest::keyClick(m_scrubber.get(), Qt::Key_Left);
        QCOMPARE(m_scrubber->epoch(), 13);
        QTest::keyClick(m_scrubber.get(), Qt::Key_Home);
        QCOMPARE(m_scrubber->epoch(), 1);
        QTest::keyClick(m_scrubber.get(), Qt::Key_Right);
        QCOMPARE(m_scrubber->epoch(), 5);
        QVERIFY(!m_scrubber->atRest());
        QTest::keyClick(m_scrubber.get(), Qt::Key_End);
        QVERIFY(m_scrubber->atRest());
    }
    void restsAtTheEpochThatWasChosen()
    {
        ScrubberData chosen = dataOf({1, 5, 9, 13, 40}, 40);
        chosen.best = chosen.rest = 9;
        m_scrubber->show(chosen); // rested at the end until now
        QCOMPARE(m_scrubber->epoch(), 9);
        QVERIFY(m_scrubber->atRest());
        QTest::keyClick(m_scrubber.get(), Qt::Key_End);
        QCOMPARE(m_scrubber->epoch(), 40);
        QVERIFY(!m_scrubber->atRest());
        m_scrubber->show(chosen); // and stays where it was put
        QCOMPARE(m_scrubber->epoch(), 40);
        m_scrubber->goToRest();
        QCOMPARE(m_scrubber->epoch(), 9);
    }
    void theMouseGoesToTheNearest()
    {
        m_scrubber->setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(m_scrubber.get()));
        QSignalSpy moved(m_scrubber.get(), &QAbstractSlider::valueChanged);
        const auto at = [&](Index epoch) { return QPoint(qRound(m_scrubber->xOf(epoch)), 20); };
        QTest::mousePress(m_scrubber.get(), Qt::LeftButton, {}, at(8)); // between 5 and 9
        QCOMPARE(m_scrubber->epoch(), 9);
        QTest::mouseMove(m_scrubber.get(), at(2));
        QCOMPARE(m_scrubber->epoch(), 1);
        QTest::mouseMove(m_scrubber.get(), {5000, 20}); // far outside
        QVERIFY(m_scrubber->atRest());
        QTest::mouseRelease(m_scrubber.get(), Qt::LeftButton, {}, at(40));
        QTest::mouseMove(m_scrubber.get(), at(1)); // let go
        QVERIFY(m_scrubber->atRest());
        QCOMPARE(moved.size(), 3);
    }
    void readOutAsASlider()
    {
        QCOMPARE(QAccessible::queryAccessibleInterface(m_scrubber.get())->role(), QAccessible::Slider);
        QCOMPARE(m_scrubber->accessibleName(), QString("Epoch"));
        m_scrubber->goTo(9);
        QCOMPARE(valueOf(*m_scrubber), QString("epoch 9 of 50, overlap with X 0.50, with Y 0.25"));
    }
    void moreEpochsLeaveItWhereItStands()
    {
        QSignalSpy moved(m_scrubber.get(), &QAbstractSlider::valueChanged);
        m_scrubber->show(dataOf({1, 5, 9, 13, 41}, 50));
        QCOMPARE(m_scrubber->epoch(), 41); // it stood at the end
        m_scrubber->goTo(9);
        m_scrubber->show(dataOf({1, 5, 9, 13, 17, 42}, 50));
        QCOMPARE(m_scrubber->epoch(), 9);
        m_scrubber->show(dataOf({1, 8, 17, 43}, 50)); // thinned
        QCOMPARE(m_scrubber->epoch(), 8);
        QCOMPARE(valueOf(*m_scrubber).left(13), QString("epoch 8 of 50"));
        QCOMPARE(moved.size(), 1); // the one that was asked for
        m_scrubber->show({});
        QCOMPARE(m_scrubber->epoch(), 0);
        QVERIFY(!m_scrubber->isEnabled());
    }
    void theWheelIsThePages()
    {
        m_scrubber->goTo(5);
        QWheelEvent wheel({300, 20}, m_scrubber->mapToGlobal(QPointF(300, 20)), {}, {0, 120}, {}, {}, {}, false);
        QApplication::sendEvent(m_scrubber.get(), &wheel);
        QVERIFY(!wheel.isAccepted());
        QCOMPARE(m_scrubber->epoch(), 5);
    }
    void drawnWhateverItHolds()
    {
        for (const auto& data : {dataOf({}, 0), dataOf({1}, 1), dataOf({1, 2, 3}, 3), dataOf({7, 900}, 1000)}) {
            m_scrubber->show(data);
            QVERIFY(!m_scrubber->grab().isNull());
        }
    }

private:
    std::unique_ptr<EpochScrubber> m_scrubber;
};

BRIDGESCOPE_TEST(EpochScrubberTest)

} // namespace epoch_scrubber_tests

#include "epoch_scrubber.moc"
