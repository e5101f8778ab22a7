#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_pair.h"
#include "ui/workspace/workspace.h"

#include <QTest>

namespace epochs_tests {

using namespace bridgescope;

/// A mapping looked at as it was after an earlier epoch.
class EpochsTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void viewsShowThePredictionsOfThatEpoch();
    void otherScopesAndMappingsShowItAsItIs();
    void draggingIsOneStepToUndo();
    void anEpochThatIsNotKeptShowsItAsItIs();
    void anotherSplitGoesBackToTheEnd();
    void newerMappingsLeaveWhatHasRoom();
    void theOldestIsThinnedFirst();

private:
    const MappingEntry& entry() const { return *m_workspace->mapping(m_id); }
    bool shows(Index epoch) const
    {
        return QTest::qWaitFor(
            [&] { return m_jobs->isIdle() && m_hub->measured() && m_hub->measured()->epoch == epoch && m_hub->atK(); },
            20'000);
    }
    KeptEpoch kept(Index epoch) const
    {
        for (const KeptEpoch& each : entry().kept->epochs())
            if (each.epoch == epoch) return each;
        return {};
    }
    SelectionHub* m_hub = nullptr;
    JobRunner* m_jobs = nullptr;
    Workspace* m_workspace = nullptr;
    int m_id = -1;
};

void EpochsTest::init()
{
    m_hub = new SelectionHub;
    m_jobs = new JobRunner;
    m_workspace = new Workspace(*m_hub, *m_jobs);
    m_workspace->open(test::syntheticPair(120));
    TrainingOptions net;
    net.map = "net";
    net.hidden = {8};
    net.epochs = 6;
    net.batch = 16;
    m_id = m_workspace->train(net, true);
    QTRY_VERIFY(m_hub->measured() && m_hub->measured()->mapping == m_id);
    QVERIFY(shows(0));
}

void EpochsTest::cleanup()
{
    m_jobs->shutdown();
    delete m_workspace;
    delete m_jobs;
    delete m_hub;
}

void EpochsTest::viewsShowThePredictionsOfThatEpoch()
{
    const double atTheEnd = m_hub->atK()->report.yf.mean;
    for (const Index epoch : {2, 5}) { // from the mapping as it is, and from one epoch to another
        m_hub->setEpoch(epoch);
        QVERIFY(shows(epoch));
        const Measured& measured = *m_hub->measured();
        QCOMPARE(measured.fold->f.view().data, kept(epoch).predictions.view().data);
        MeasureOptions options;
        const auto expected = measureFold(*measured.pairs, measured.fold->items, kept(epoch).predictions, options);
        for (Index i = 0; i < expected->listsF.items(); ++i) {
            QVERIFY(std::ranges::equal(measured.fold->listsF.neighbors(i), expected->listsF.neighbors(i)));
            QVERIFY(std::ranges::equal(measured.fold->listsX.neighbors(i), expected->listsX.neighbors(i)));
            QVERIFY(std::ranges::equal(measured.fold->listsY.neighbors(i), expected->listsY.neighbors(i)));
        }
        // what the curve of the run says of that epoch
        QCOMPARE(m_hub->atK()->report.yf.mean, *entry().history[static_cast<std::size_t>(epoch - 1)].overlapY);
        QVERIFY(measured.detailF.contains(QString("after epoch %1").arg(epoch)));
    }
    m_hub->setEpoch(0);
    QVERIFY(shows(0));
    QCOMPARE(m_hub->atK()->report.yf.mean, atTheEnd);
    QCOMPARE(entry().report->yf.mean, atTheEnd); // the run's own numbers never moved
}

void EpochsTest::otherScopesAndMappingsShowItAsItIs()
{
    m_hub->setEpoch(3);
    QVERIFY(shows(3));
    m_hub->setScope(ItemScope::AllPaired);
    QCOMPARE(m_hub->state().epoch, 0);
    QVERIFY(shows(0));
    m_hub->setEpoch(3); // predictions are kept of held-out items alone
    QCOMPARE(m_hub->state().epoch, 0);
    m_hub->setScope(ItemScope::HeldOut);
    m_hub->setEpoch(3);
    QVERIFY(shows(3));
    const int ridge = m_workspace->train({}, true);
    QTRY_COMPARE(m_workspace->mapping(ridge)->state, MappingEntry::State::Done);
    m_hub->setMapping(ridge);
    QCOMPARE(m_hub->state().epoch, 0);
    QVERIFY(shows(0));
}

void EpochsTest::draggingIsOneStepToUndo()
{
    const int before = m_hub->undoStack()->count();
    for (const Index epoch : {5, 4, 2, 1})
        m_hub->setEpoch(epoch);
    QCOMPARE(m_hub->undoStack()->count(), before + 1);
    QVERIFY(shows(1));
    m_hub->undoStack()->undo();
    QCOMPARE(m_hub->state().epoch, 0);
    QVERIFY(shows(0));
    m_hub->undoStack()->redo();
    QVERIFY(shows(1));
}

void EpochsTest::anEpochThatIsNotKeptShowsItAsItIs()
{
    m_hub->setEpoch(77);
    QVERIFY(shows(0));
    m_hub->setEpoch(4);
    QVERIFY(shows(4));
    entry().kept->lowerBudget(1);
    m_hub->setMetric(Metric::Euclidean);
    QVERIFY(shows(0));
}

void EpochsTest::anotherSplitGoesBackToTheEnd()
{
    m_hub->setEpoch(4);
    QVERIFY(shows(4));
    SplitOptions split = m_workspace->pair()->splitOptions;
    split.seed = 9;
    m_workspace->setSplit(split);
    QCOMPARE(m_hub->state().epoch, 0);
    QTRY_COMPARE(entry().state, MappingEntry::State::Done);
    QVERIFY(shows(0));
}

void EpochsTest::newerMappingsLeaveWhatHasRoom()
{
    TrainingOptions net = entry().options;
    net.epochs = 2000;
    const int longRun = m_workspace->train(net, true);
    for (int i = 0; i < 8; ++i)
        m_workspace->train({}, true);
    QTRY_VERIFY_WITH_TIMEOUT(m_workspace->mappings().back().model, 20'000);
    QCOMPARE(m_workspace->mapping(longRun)->kept->epochs().size(), std::size_t(2000));
}

void EpochsTest::theOldestIsThinnedFirst()
{
    std::vector<std::shared_ptr<KeptPredictions>> kept;
    const Matrix one(4, 16);
    for (int i = 0; i < 3; ++i) {
        kept.push_back(std::make_shared<KeptPredictions>(TrainingSession::keptBytes));
        for (Index epoch = 1; epoch <= 32; ++epoch)
            kept.back()->add(epoch, one.view());
    }
    const std::uint64_t each = kept[0]->bytes();
    const auto left = [&](std::size_t i) { return kept[i]->epochs().size(); };
    thinTogether(kept, 3 * each);
    QVERIFY(left(0) == 32 && left(1) == 32 && left(2) == 32);
    thinTogether(kept, 3 * each - 1);
    QVERIFY(left(0) < 32 && left(0) >= 16 && left(1) == 32 && left(2) == 32);
    thinTogether(kept, each + each / 2); // of the oldest not even all is enough
    QVERIFY(left(0) == 2 && left(1) < 32 && left(1) > 2 && left(2) == 32);
    thinTogether(kept, 1); // the first and the last of each stay
    QVERIFY(left(0) == 2 && left(1) == 2 && left(2) == 2);
}

BRIDGESCOPE_TEST(EpochsTest)

} // namespace epochs_tests

#include "epochs.moc"
