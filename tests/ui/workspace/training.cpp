#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_pair.h"
#include "ui/workspace/workspace.h"

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

namespace training_tests {

using namespace bridgescope;

/// A run that is paused, stepped, resumed, extended, cut, changed, or that diverges.
class TrainingTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void pausedAndResumedIsTheSameRun();
    void steppingGoesOneEpochOrBatch();
    void extendedEqualsLonger();
    void cutKeepsTheLastWholeEpoch();
    void cutKeepsTheBestEpoch();
    void stoppedEarlyCanBeExtended();
    void divergedGoesOnAtALowerRate();
    void anExtensionThatIsCancelledLeavesNoTrace();
    void batchesAreCounted();
    void failuresAreToldOnce();
    void namesTellSweepsApart();
    void pausedCanBeCut();
    void theRateChangesOnTheWay();
    void divergedOffersTheLastGoodWeights();
    void anotherSplitTrainsAllAgain();
    void seedsAreTheSplitsUnlessGiven();
    void curvesAreThoseOfTheReport();
    void renamedOnlyToWhatIsFree();
    void deletedWhileExtended();
    void whatIsCancelledIsNoLongerLookedAt();
    void predictionsOfTheEpochsAreKept();
    void olderRunsKeepFewerEpochs();

private:
    TrainingOptions net(Index epochs) const
    {
        TrainingOptions options;
        options.map = "net";
        options.hidden = {8};
        options.epochs = epochs;
        options.batch = 16;
        return options;
    }
    const MappingEntry& entry(int id) const { return *m_workspace->mapping(id); }
    bool reaches(int id, MappingEntry::State state) const
    {
        return QTest::qWaitFor([&] { return m_workspace->mapping(id) && entry(id).state == state; }, 20'000);
    }
    int trained(const TrainingOptions& options)
    {
        const int id = m_workspace->train(options, true);
        return reaches(id, MappingEntry::State::Done) ? id : -1;
    }
    /// Begins an endless run and pauses it after a few epochs.
    int paused(TrainingOptions options)
    {
        const int id = m_workspace->train(options, true);
        if (!QTest::qWaitFor([&] { return entry(id).history.size() > 2; }, 20'000)) return -1;
        m_workspace->pauseTraining(id);
        return reaches(id, MappingEntry::State::Paused) ? id : -1;
    }
    std::vector<float> predictionsOf(int id) const
    {
        const MatrixView all = entry(id).predictions.view();
        return {all.data, all.data + all.size()};
    }
    SelectionHub* m_hub = nullptr;
    JobRunner* m_jobs = nullptr;
    Workspace* m_workspace = nullptr;
};

void TrainingTest::init()
{
    m_hub = new SelectionHub;
    m_jobs = new JobRunner;
    m_workspace = new Workspace(*m_hub, *m_jobs);
    m_workspace->open(test::syntheticPair(120));
}

void TrainingTest::cleanup()
{
    m_jobs->shutdown();
    delete m_workspace;
    delete m_jobs;
    delete m_hub;
}

void TrainingTest::pausedAndResumedIsTheSameRun()
{
    const int whole = trained(net(3000));
    const int stopped = paused(net(3000));
    QVERIFY(stopped > 0);
    QVERIFY(m_jobs->isIdle() || !m_jobs->isRunning("train"));
    const std::size_t at = entry(stopped).session->epochsDone();
    QVERIFY(at < 3000);
    const int waiting = m_workspace->train({}, true); // a paused run holds its place before the queue
    QTest::qWait(50);
    QCOMPARE(entry(waiting).state, MappingEntry::State::Queued);
    m_workspace->resumeTraining(stopped);
    QVERIFY(reaches(stopped, MappingEntry::State::Done));
    QCOMPARE(entry(stopped).history.size(), std::size_t(3000));
    QVERIFY(predictionsOf(stopped) == predictionsOf(whole));
    QVERIFY(reaches(waiting, MappingEntry::State::Done));
}

void TrainingTest::steppingGoesOneEpochOrBatch()
{
    const int id = paused(net(1'000'000));
    QVERIFY(id > 0);
    const auto session = entry(id).session;
    Index before = session->epochsDone();
    m_workspace->stepTraining(id, TrainingSession::Until::Epoch);
    QVERIFY(reaches(id, MappingEntry::State::Paused));
    QCOMPARE(session->epochsDone(), before + 1);
    QTRY_COMPARE(static_cast<Index>(entry(id).history.size()), before + 1);
    before = session->epochsDone();
    for (int batch = 1; batch <= 6; ++batch) { // 96 items, 16 a batch
        QCOMPARE(session->epochsDone(), before);
        m_workspace->stepTraining(id, TrainingSession::Until::Batch);
        QVERIFY(reaches(id, MappingEntry::State::Paused));
    }
    QCOMPARE(session->epochsDone(), before + 1);
}

void TrainingTest::extendedEqualsLonger()
{
    const int longer = trained(net(30)), extended = trained(net(20));
    QVERIFY(predictionsOf(longer) != predictionsOf(extended));
    QVERIFY(entry(extended).canExtend());
    QVERIFY_THROWS_EXCEPTION(Error, m_workspace->extendTraining(extended, 0));
    m_workspace->extendTraining(extended, 30);
    QVERIFY(entry(extended).model); // what it was can still be looked at
    QTRY_COMPARE(entry(extended).history.size(), std::size_t(30));
    QVERIFY(reaches(extended, MappingEntry::State::Done));
    QVERIFY(predictionsOf(longer) == predictionsOf(extended));
    QCOMPARE(entry(extended).options.epochs, 30);
    QVERIFY(entry(extended).notes.join("").contains("20"));
    QVERIFY(entry(extended).model->provenance.contains("changes"));
    QTRY_VERIFY(entry(extended).report);
    QCOMPARE(entry(extended).report->xf.mean, entry(longer).report->xf.mean);
}

/// Within an epoch as well: the numbers are those of the last whole one.
void TrainingTest::cutKeepsTheLastWholeEpoch()
{
    const int id = paused(net(1'000'000));
    QVERIFY(id >= 0);
    const std::size_t whole = entry(id).history.size();
    m_workspace->stepTraining(id, TrainingSession::Until::Batch);
    QVERIFY(reaches(id, MappingEntry::State::Paused));
    QVERIFY(entry(id).session->batches().first > 0 || entry(id).history.size() > whole);
    m_workspace->cancelTraining(id);
    QVERIFY(reaches(id, MappingEntry::State::Done));
    QVERIFY(entry(id).wasCut());
    QTRY_VERIFY(entry(id).report);
    const EpochReport& last = entry(id).history.back();
    QCOMPARE(entry(id).report->xf.mean, *last.overlapX);
    QCOMPARE(entry(id).report->yf.mean, *last.overlapY);
    QCOMPARE(entry(id).report->fit.cosine, last.fit->cosine);
}

void TrainingTest::cutKeepsTheBestEpoch()
{
    TrainingOptions options = net(1'000'000);
    options.earlyStopping = "validation-loss";
    options.patience = 1'000'000;
    const int id = m_workspace->train(options, true);
    QTRY_VERIFY(entry(id).history.size() > 20);
    m_workspace->cancelTraining(id);
    QVERIFY(entry(id).stopping);
    QVERIFY(reaches(id, MappingEntry::State::Done));
    const auto& history = entry(id).history;
    const Index best = entry(id).bestEpoch();
    QVERIFY(best >= 1 && best <= static_cast<Index>(history.size()));
    for (const EpochReport& report : history)
        QVERIFY(*report.validationLoss >= *history[static_cast<std::size_t>(best - 1)].validationLoss);
    // the weights of that epoch: a run of so many epochs without early stopping sees other items, so by its held-out
    // fit
    QTRY_VERIFY(entry(id).report);
    QCOMPARE(entry(id).report->xf.mean, *history[static_cast<std::size_t>(best - 1)].overlapX);
    QVERIFY(entry(id).notes.front().contains(QString::number(history.size())));
    QVERIFY(entry(id).model->provenance["changes"].size() == 1);
}

void TrainingTest::stoppedEarlyCanBeExtended()
{
    TrainingOptions options = net(2000);
    options.learningRate = .05;
    options.earlyStopping = "validation-loss";
    options.patience = 3;
    const int id = trained(options);
    const std::size_t stopped = entry(id).history.size();
    QVERIFY(stopped < 1000 && entry(id).stoppedEarly);
    QCOMPARE(entry(id).notes, QStringList(QString("stopped early after epoch %1: no better for 3").arg(stopped)));
    QCOMPARE(entry(id).bestEpoch(), static_cast<Index>(stopped) - 3);
    QVERIFY(entry(id).canExtend());
    m_workspace->extendTraining(id, 2000);
    QVERIFY(!entry(id).stoppedEarly);
    QVERIFY(reaches(id, MappingEntry::State::Done));
    QVERIFY(entry(id).history.size() >= stopped + 3); // its patience began anew
    QVERIFY(entry(id).notes.contains(QString("extended from %1 to 2000 epochs").arg(stopped)));
    QTRY_VERIFY(entry(id).report); // the weights are still those of the best of all epochs
    QCOMPARE(entry(id).report->xf.mean, *entry(id).history[std::size_t(entry(id).bestEpoch() - 1)].overlapX);
}

void TrainingTest::divergedGoesOnAtALowerRate()
{
    const int id = paused(net(1'000'000));
    QVERIFY(id > 0);
    m_workspace->stepTraining(id, TrainingSession::Until::Epoch); // all of the next epoch's batches go wrong
    QVERIFY(reaches(id, MappingEntry::State::Paused));
    m_workspace->setLearningRate(id, 1000);
    m_workspace->resumeTraining(id);
    QVERIFY(reaches(id, MappingEntry::State::Failed));
    QVERIFY(entry(id).diverged());
    m_workspace->keepLastGood(id);
    QVERIFY(reaches(id, MappingEntry::State::Done));
    QVERIFY(entry(id).diverged() && entry(id).canExtend() && !entry(id).stoppedEarly);
    const std::size_t good = entry(id).history.size();
    QVERIFY_THROWS_EXCEPTION(Error, m_workspace->extendTraining(id, Index(good) + 5, 0));
    QCOMPARE(entry(id).state, MappingEntry::State::Done);
    m_workspace->extendTraining(id, static_cast<Index>(good) + 5, .0001);
    QVERIFY(reaches(id, MappingEntry::State::Done));
    QCOMPARE(entry(id).history.size(), good + 5);
    QVERIFY(!entry(id).diverged());
    QCOMPARE(entry(id).session->options().learningRate, .0001);
    QVERIFY(entry(id).notes.back().endsWith(QString("to %1 epochs at learning rate 0.0001").arg(good + 5)));
    QVERIFY(entry(id).history.back().loss < 2 * entry(id).history[good - 1].loss);
}

void TrainingTest::anExtensionThatIsCancelledLeavesNoTrace()
{
    const int id = trained(net(5));
    const int running = m_workspace->train(net(1'000'000), true);
    m_workspace->extendTraining(id, 9);
    QCOMPARE(entry(id).state, MappingEntry::State::Queued);
    m_workspace->cancelTraining(id);
    QCOMPARE(entry(id).state, MappingEntry::State::Done);
    QVERIFY(entry(id).notes.isEmpty());
    QCOMPARE(entry(id).options.epochs, 5);
    QVERIFY(entry(id).canExtend()); // as it could before
    m_workspace->extendTraining(id, 7);
    m_workspace->remove(running);
    QTRY_COMPARE(entry(id).history.size(), std::size_t(7));
    QVERIFY(reaches(id, MappingEntry::State::Done));
}

void TrainingTest::batchesAreCounted()
{
    const int id = paused(net(1'000'000));
    QVERIFY(id > 0);
    const auto session = entry(id).session;
    m_workspace->stepTraining(id, TrainingSession::Until::Epoch); // wherever it was stopped
    QVERIFY(reaches(id, MappingEntry::State::Paused));
    QCOMPARE(session->batches(), std::pair(Index(0), Index(6)));
    m_workspace->stepTraining(id, TrainingSession::Until::Batch);
    QVERIFY(reaches(id, MappingEntry::State::Paused));
    QCOMPARE(session->batches(), std::pair(Index(1), Index(6)));
}

void TrainingTest::failuresAreToldOnce()
{
    QSignalSpy problems(m_workspace, &Workspace::problem), failures(m_workspace, &Workspace::trainingFailed);
    TrainingOptions wrong;
    wrong.preprocessX = "pca:1000"; // of 5 dimensions
    const int id = m_workspace->train(wrong, true);
    QVERIFY(reaches(id, MappingEntry::State::Failed));
    QCOMPARE(failures.size(), 1);
    QCOMPARE(failures[0][0].toInt(), id);
    QVERIFY(problems.isEmpty());
    QVERIFY(!entry(id).diverged() && !entry(id).message.isEmpty());
}

void TrainingTest::namesTellSweepsApart()
{
    const int first = m_workspace->train(net(1'000'000), true, "seed 1");
    QCOMPARE(entry(first).name, QString("Net 1×8, seed 1"));
    QTRY_VERIFY(m_jobs->newest() && m_jobs->newest()->kind == "train");
    QCOMPARE(m_jobs->newest()->title, QString("Training Net 1×8, seed 1")); // what the status bar says
    const int second = m_workspace->train(net(3), true, "seed 1");
    QCOMPARE(entry(second).name, QString("Net 1×8, seed 1 (2)"));
    m_workspace->remove(first);
    QVERIFY(reaches(second, MappingEntry::State::Done));
}

void TrainingTest::pausedCanBeCut()
{
    const int id = paused(net(1'000'000));
    QVERIFY(id > 0);
    m_workspace->cancelTraining(id);
    QVERIFY(reaches(id, MappingEntry::State::Done));
    QVERIFY(entry(id).model && entry(id).canExtend());
}

void TrainingTest::theRateChangesOnTheWay()
{
    const int id = paused(net(4000));
    QVERIFY(id > 0);
    QVERIFY_THROWS_EXCEPTION(Error, m_workspace->setLearningRate(id, -1));
    QVERIFY(entry(id).notes.isEmpty());
    m_workspace->setLearningRate(id, 0.0001);
    m_workspace->resumeTraining(id);
    QVERIFY(reaches(id, MappingEntry::State::Done));
    QVERIFY(entry(id).notes.join("").contains("0.0001"));
    QVERIFY(predictionsOf(id) != predictionsOf(trained(net(4000))));
    QVERIFY(entry(id).model->provenance["changes"].size() == 1);
}

void TrainingTest::divergedOffersTheLastGoodWeights()
{
    TrainingOptions wild = net(10'000);
    wild.optimizer = "sgd";
    wild.learningRate = 3;
    const int id = m_workspace->train(wild, true);
    QVERIFY(reaches(id, MappingEntry::State::Failed));
    QVERIFY(entry(id).message.contains("diverged in epoch"));
    if (!entry(id).hasLastGood()) { // in its first epoch there is nothing to offer
        m_workspace->keepLastGood(id);
        QCOMPARE(entry(id).state, MappingEntry::State::Failed);
    }
    // one that goes well for some epochs, then is made to go wrong
    const int late = paused(net(1'000'000));
    QVERIFY(late > 0);
    m_workspace->setLearningRate(late, 1000);
    m_workspace->resumeTraining(late);
    QVERIFY(reaches(late, MappingEntry::State::Failed));
    QVERIFY(entry(late).hasLastGood());
    const std::size_t good = entry(late).session->epochsDone();
    QVERIFY(entry(late).message.contains(QString("epoch %1").arg(good + 1)));
    m_workspace->keepLastGood(late);
    QVERIFY(reaches(late, MappingEntry::State::Done));
    QTRY_VERIFY(entry(late).report);
    QCOMPARE(entry(late).history.size(), good);
    QCOMPARE(entry(late).report->xf.mean, *entry(late).history.back().overlapX);
}

void TrainingTest::anotherSplitTrainsAllAgain()
{
    const int ridge = trained({}), second = trained(net(3));
    QTRY_COMPARE(m_hub->measured()->mapping, ridge);
    QCOMPARE(m_hub->measured()->n(), 24);
    SplitOptions split = m_workspace->pair()->splitOptions;
    split.testShare = 2; // refused, and nothing is lost
    QVERIFY_THROWS_EXCEPTION(Error, m_workspace->setSplit(split));
    QVERIFY(entry(ridge).model);
    split.testShare = .5;
    m_workspace->setSplit(split);
    QVERIFY(!entry(ridge).model && !entry(second).model);
    QTRY_VERIFY(entry(ridge).report && entry(second).report);
    QCOMPARE(entry(ridge).report->xf.n, 60);
    QTRY_COMPARE(m_hub->measured()->n(), 60);
    QCOMPARE(m_hub->measured()->mapping, ridge);
    MeasureOptions measure;
    const MappingReport expected =
        trainAndMeasure(*m_workspace->pairsOf(true), makeSplit(*m_workspace->pairsOf(true), split), net(3), measure)
            .report;
    QCOMPARE(entry(second).report->yf.mean, expected.yf.mean);
}

void TrainingTest::seedsAreTheSplitsUnlessGiven()
{
    SplitOptions split = m_workspace->pair()->splitOptions;
    split.seed = 9;
    m_workspace->setSplit(split);
    QCOMPARE(entry(m_workspace->train({}, true)).options.seed, 9u);
    TrainingOptions own;
    own.seed = 4;
    own.given.insert("seed");
    QCOMPARE(entry(m_workspace->train(own, true)).options.seed, 4u);
}

void TrainingTest::curvesAreThoseOfTheReport()
{
    const int id = trained(net(5));
    QTRY_VERIFY(entry(id).report);
    const EpochReport& last = entry(id).history.back();
    const MappingReport& report = *entry(id).report;
    QCOMPARE(*last.overlapX, report.xf.mean);
    QCOMPARE(*last.overlapY, report.yf.mean);
    QCOMPARE(*last.fit->r2, *report.fit.r2);
    QCOMPARE(last.fit->p1, report.retrieval.forwardCosine.p1);
    QCOMPARE(last.fit->cosine, report.fit.cosine);
    QCOMPARE(entry(id).baseline.xy, report.xy.mean);
    QCOMPARE(entry(id).baseline.chance, report.xf.chance);
    QCOMPARE(entry(id).baseline.n, 24);
}

void TrainingTest::renamedOnlyToWhatIsFree()
{
    const int first = trained({}), second = trained({});
    QVERIFY(!m_workspace->rename(second, "  "));
    QVERIFY(!m_workspace->rename(second, entry(first).name));
    QVERIFY(m_workspace->rename(second, " Mine "));
    QCOMPARE(entry(second).name, QString("Mine"));
    QVERIFY(m_workspace->rename(first, "Other"));
    QTRY_VERIFY(m_hub->measured());
    QTRY_COMPARE(m_hub->measured()->mappingName, QString("Other"));
}

void TrainingTest::deletedWhileExtended()
{
    const int id = trained(net(5));
    QTRY_VERIFY(m_hub->measured() && m_hub->measured()->mapping == id);
    m_workspace->extendTraining(id, 1'000'000);
    QTRY_VERIFY(entry(id).history.size() > 8);
    const int next = m_workspace->train({}, true);
    m_workspace->remove(id);
    QVERIFY(!m_workspace->mapping(id));
    QVERIFY(reaches(next, MappingEntry::State::Done)); // the queue goes on
    QTRY_COMPARE(m_hub->measured()->mapping, next);
}

void TrainingTest::whatIsCancelledIsNoLongerLookedAt()
{
    const int id = m_workspace->train(net(1'000'000), true);
    m_hub->setMapping(id); // no epoch has ended: nothing of it is kept
    QVERIFY(entry(id).history.empty());
    const QString name = entry(id).name;
    QSignalSpy said(m_workspace, &Workspace::said);
    m_workspace->cancelTraining(id);
    QVERIFY(!m_workspace->mapping(id));
    QCOMPARE(said.size(), 1);
    QVERIFY(said[0][0].toString().startsWith(name + " was cancelled before its first epoch ended"));
    QVERIFY(m_hub->state().mapping != id);
    QVERIFY(!m_hub->undoStack()->canUndo()); // no step goes back to it
}

void TrainingTest::predictionsOfTheEpochsAreKept()
{
    TrainingOptions options = net(9);
    options.earlyStopping = "validation-loss";
    options.patience = 100;
    const int id = trained(options);
    const auto kept = entry(id).kept->epochs();
    QCOMPARE(kept.size(), entry(id).history.size());
    // the model has the weights of the best epoch: what was kept of that one is what it predicts
    const std::vector<Index>& heldOut = m_workspace->pair()->split.folds.front().heldOut;
    const MatrixView best = kept[static_cast<std::size_t>(entry(id).bestEpoch() - 1)].predictions;
    QCOMPARE(best.columns, static_cast<Index>(heldOut.size()));
    for (std::size_t i = 0; i < heldOut.size(); ++i)
        for (Index d = 0; d < best.rows; ++d)
            QVERIFY(std::abs(best.column(static_cast<Index>(i))[static_cast<std::size_t>(d)] -
                             entry(id).predictions.item(heldOut[i])[static_cast<std::size_t>(d)]) < 1e-5f);
    const MatrixView first = kept.front().predictions, last = kept.back().predictions;
    QVERIFY(!std::equal(first.data, first.data + first.size(), last.data));
    m_workspace->extendTraining(id, 12);
    QTRY_COMPARE(entry(id).kept->epochs().back().epoch, 12);
    QVERIFY(reaches(id, MappingEntry::State::Done));
    QCOMPARE(entry(trained({})).kept->epochs().size(), std::size_t(1)); // of a closed form the one there is
}

/// Only where all together are too many, and not of the one looked at.
void TrainingTest::olderRunsKeepFewerEpochs()
{
    const Matrix large(1 << 10, 15 << 8); // 15 MiB
    std::vector<int> runs;
    for (int i = 0; i < 3; ++i) {
        runs.push_back(trained(net(1)));
        for (Index epoch = 2; epoch <= 5; ++epoch)
            entry(runs.back()).kept->add(epoch, large.view());
    }
    QCOMPARE(m_hub->state().mapping, runs[0]);
    const auto left = [&](int i) { return entry(runs[static_cast<std::size_t>(i)]).kept->epochs().size(); };
    QVERIFY(left(0) == 5 && left(1) == 5 && left(2) == 5);
    trained({});
    QCOMPARE(left(0), std::size_t(5));
    QVERIFY(left(1) < 5);
    std::uint64_t all = 0;
    for (const int id : runs)
        all += entry(id).kept->bytes();
    QVERIFY(all <= 2 * TrainingSession::keptBytes && all > TrainingSession::keptBytes);
}

BRIDGESCOPE_TEST(TrainingTest)

} // namespace training_tests

#include "training.moc"
