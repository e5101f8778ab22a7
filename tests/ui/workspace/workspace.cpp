#include "ui/workspace/workspace.h"
#include "core/dataset/reader.h"
#include "core/measurement/verdict.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_pair.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace workspace_tests {

using namespace bridgescope;

class WorkspaceTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void openingMeasuresXAndY();
    void trainedNumbersAreTheCommandLines();
    void theFirstFinishedIsLookedAt();
    void theOtherDirectionSwapsLettersAndData();
    void otherConventionsMakeNewListsAndReports();
    void otherKNeedsNoLists();
    void theVerdictOfNothingLearntHoldsAtEveryK();
    void kBeyondTheListsMakesLongerOnes();
    void theNullComesOnceKRests();
    void queueRunsOneAfterTheOther();
    void cancelledTrainingLeavesTheQueue();
    void aFailedTrainingSaysWhy();
    void cancellingListsGoesBackToThoseAtHand();
    void removingTheOneLookedAtShowsAnother();
    void anotherPairReplacesEverything();
    void twoItemsAreMeasuredAtKOne();
    void saves();
    void sampleOpensInTheBackground();

private:
    int trainAndWait(const TrainingOptions& options, bool forward);
    SelectionHub* m_hub = nullptr;
    JobRunner* m_jobs = nullptr;
    Workspace* m_workspace = nullptr;
};

namespace {

TrainingOptions longNet()
{
    TrainingOptions options;
    options.map = "net";
    options.hidden = {8};
    options.epochs = 1000000;
    return options;
}

} // namespace

void WorkspaceTest::init()
{
    m_hub = new SelectionHub;
    m_jobs = new JobRunner;
    m_workspace = new Workspace(*m_hub, *m_jobs);
}

void WorkspaceTest::cleanup()
{
    m_jobs->shutdown();
    delete m_workspace;
    delete m_jobs;
    delete m_hub;
}

int WorkspaceTest::trainAndWait(const TrainingOptions& options, bool forward)
{
    const int id = m_workspace->train(options, forward);
    for (int i = 0; i < 500 && (!m_workspace->mapping(id)->report || !m_jobs->isIdle()); ++i)
        QTest::qWait(10);
    return id;
}

void WorkspaceTest::openingMeasuresXAndY()
{
    QSignalSpy opened(m_workspace, &Workspace::pairChanged);
    m_workspace->open(test::syntheticPair(60));
    QCOMPARE(opened.count(), 1);
    QTRY_VERIFY(m_hub->atK());
    const MeasuredPtr measured = m_hub->measured();
    QCOMPARE(measured->n(), 12); // a fifth
    QCOMPARE(measured->kMax, 11);
    QVERIFY(!measured->hasMapping());
    QCOMPARE(m_hub->atK()->report.xy.k, 10);
    QVERIFY(m_hub->atK()->report.xy.mean > 0);
    QCOMPARE(m_hub->undoStack()->count(), 0);
}

/// Window and command line are peers: the same numbers for the same options.
void WorkspaceTest::trainedNumbersAreTheCommandLines()
{
    SplitOptions split;
    split.seed = 3;
    m_workspace->open(test::syntheticPair(120, split));
    const int id = trainAndWait({}, true);
    QTRY_VERIFY(m_hub->atK() && m_hub->atK()->report.xf.pValue);
    const PairedSet& pairs = *m_workspace->pairsOf(true);
    TrainingOptions training;
    training.seed = split.seed;
    MeasureOptions measure;
    measure.overlap.seed = split.seed;
    const MappingReport expected = trainAndMeasure(pairs, makeSplit(pairs, split), training, measure).report;
    const MappingReport& shown = m_hub->atK()->report;
    QVERIFY(toJson(shown)["x_fx"].dump() == toJson(expected)["x_fx"].dump());
    QVERIFY(toJson(shown)["difference"].dump() == toJson(expected)["difference"].dump());
    QVERIFY(toJson(shown)["metrics"].dump() == toJson(expected)["metrics"].dump());
    QCOMPARE(m_workspace->mapping(id)->report->yf.mean, expected.yf.mean);
    QCOMPARE(overlapAt(m_workspace->mapping(id)->report->xf, 3), expected.xf.byK[2]);
}

void WorkspaceTest::theFirstFinishedIsLookedAt()
{
    m_workspace->open(test::syntheticPair());
    const int first = trainAndWait({}, true);
    QCOMPARE(m_hub->state().mapping, first);
    QVERIFY(!m_hub->undoStack()->canUndo());
    QTRY_COMPARE(m_hub->measured()->mapping, first);
    const int second = trainAndWait({}, true);
    QCOMPARE(m_hub->state().mapping, first); // a finished run never changes it
    QCOMPARE(m_workspace->mapping(first)->name, QString("Ridge"));
    QVERIFY(m_workspace->mapping(second)->name != "Ridge");
}

void WorkspaceTest::theOtherDirectionSwapsLettersAndData()
{
    m_workspace->open(test::syntheticPair());
    trainAndWait({}, true);
    QTRY_VERIFY(m_hub->measured()->hasMapping());
    const MeasuredPtr there = m_hub->measured();
    const int back = trainAndWait({}, false);
    m_hub->setMapping(back);
    QTRY_COMPARE(m_hub->measured()->mapping, back);
    const MeasuredPtr now = m_hub->measured();
    QCOMPARE(now->pairs->nameX, std::string("Pictures"));
    QCOMPARE(now->pairs->nameY, std::string("Words"));
    QCOMPARE(now->pairs->x.dimension(), 6);
    QCOMPARE(now->fold->f.dimension(), 5);
    QCOMPARE(now->fold->items, there->fold->items); // the same items are held out
    QCOMPARE(now->fold->x.item(0)[0], there->fold->y.item(0)[0]);
    QVERIFY(!now->picturesByX && there->picturesByX);
    m_hub->undoStack()->undo();
    QTRY_COMPARE(m_hub->measured()->pairs->nameX, std::string("Words"));
}

void WorkspaceTest::otherConventionsMakeNewListsAndReports()
{
    m_workspace->open(test::syntheticPair(100));
    const int id = trainAndWait({}, true);
    m_hub->setMetric(Metric::Euclidean);
    QVERIFY(!m_workspace->mapping(id)->report); // the old one was of cosine
    QTRY_COMPARE(m_hub->measured()->metric, Metric::Euclidean);
    QTRY_VERIFY(m_workspace->mapping(id)->report);
    QCOMPARE(m_workspace->mapping(id)->report->xf.metric, Metric::Euclidean);
    m_hub->setScope(ItemScope::AllPaired);
    QTRY_COMPARE(m_hub->measured()->n(), 100);
    m_hub->setSelfRule(SelfRule::Included);
    QTRY_VERIFY(m_hub->atK() && m_hub->atK()->report.xf.self == SelfRule::Included);
    QCOMPARE(m_hub->atK()->report.xf.n, 100);
}

void WorkspaceTest::otherKNeedsNoLists()
{
    m_workspace->open(test::syntheticPair(300));
    trainAndWait({}, true);
    QTRY_VERIFY(m_hub->atK() && m_hub->atK()->report.xf.pValue);
    const MeasuredPtr lists = m_hub->measured();
    for (const Index k : {1, 17, 59}) {
        m_hub->setK(k);
        QCOMPARE(m_hub->atK()->report.xf.k, k); // at once
        QCOMPARE(m_hub->measured(), lists);
        QCOMPARE(m_hub->atK()->report.xf.mean, m_hub->atK()->report.xf.byK[std::size_t(k - 1)]);
        QVERIFY(m_hub->atK()->report.fit.cosine > 0); // kept from before: it does not depend on K
    }
}

/// Ridge between sets that have nothing to do with one another keeps X's neighbors, and has learnt nothing of Y.
void WorkspaceTest::theVerdictOfNothingLearntHoldsAtEveryK()
{
    const EmbeddingSet x = test::syntheticSet("Words", 500, 5, 5), y = test::syntheticSet("Pictures", 500, 6, 6);
    m_workspace->open(makeOpenPair(x, y, pairSets(x, y), {}));
    trainAndWait({}, true);
    QTRY_VERIFY(m_hub->atK() && m_hub->atK()->report.xf.pValue);
    const double cosine = m_hub->atK()->report.fit.cosine;
    for (const Index k : {10, 11, 20}) {
        m_hub->setK(k);
        for (const bool withNull : {false, true}) {
            if (withNull) QTRY_VERIFY(m_hub->atK()->report.xf.pValue);
            const MappingReport& report = m_hub->atK()->report;
            QCOMPARE(report.xf.k, k);
            QVERIFY(report.difference.pValue < .05 && report.difference.mean > 0); // it would else keep X's neighbors
            const Verdict verdict = judge(report, "Ridge");
            QCOMPARE(verdict.kind, VerdictKind::NothingLearnt);
            QVERIFY(verdict.detail.find("P@1") != std::string::npos);
            QCOMPARE(report.fit.cosine, cosine);
        }
    }
}

void WorkspaceTest::kBeyondTheListsMakesLongerOnes()
{
    m_workspace->open(test::syntheticPair(700)); // 140 held out
    const int id = trainAndWait({}, true);
    QTRY_VERIFY(m_hub->measured()->hasMapping());
    QCOMPARE(m_hub->measured()->kMax, 100);
    m_hub->setK(120);
    QTRY_COMPARE(m_hub->measured()->kMax, 120);
    QTRY_VERIFY(m_hub->atK());
    QCOMPARE(m_hub->atK()->report.xf.k, 120);
    QTRY_VERIFY(m_workspace->mapping(id)->report->xf.byK.size() >= 120);
    m_hub->setK(130);
    m_hub->setK(50); // back before the longer ones are there
    QTRY_VERIFY(m_jobs->isIdle());
    QCOMPARE(m_hub->atK()->report.xf.k, 50);
    QCOMPARE(m_hub->measured()->kMax, 120);
}

void WorkspaceTest::theNullComesOnceKRests()
{
    m_workspace->open(test::syntheticPair(100));
    trainAndWait({}, true);
    QTRY_VERIFY(m_hub->atK() && m_hub->atK()->report.xf.pValue);
    m_hub->setK(4);
    QVERIFY(!m_hub->atK()->report.xf.pValue);
    QTRY_VERIFY(m_hub->atK()->report.xf.pValue);
    QCOMPARE(m_hub->atK()->report.xf.k, 4);
}

void WorkspaceTest::queueRunsOneAfterTheOther()
{
    m_workspace->open(test::syntheticPair());
    TrainingOptions net = longNet();
    net.epochs = 3;
    QSignalSpy epochs(m_workspace, &Workspace::epochArrived);
    const int first = m_workspace->train(net, true), second = m_workspace->train({}, true);
    QCOMPARE(m_workspace->mapping(first)->state, MappingEntry::State::Running);
    QCOMPARE(m_workspace->mapping(second)->state, MappingEntry::State::Queued);
    QTRY_COMPARE(m_workspace->mapping(second)->state, MappingEntry::State::Done);
    QCOMPARE(m_workspace->mapping(first)->state, MappingEntry::State::Done);
    QCOMPARE(m_workspace->mapping(first)->history.size(), 3u);
    QVERIFY(m_workspace->mapping(first)->history.back().overlapX.has_value());
    QTRY_VERIFY(epochs.count() >= 1); // quick epochs are told together, soon after
    QCOMPARE(m_workspace->mapping(first)->name, QString("Net 1×8"));
}

void WorkspaceTest::cancelledTrainingLeavesTheQueue()
{
    m_workspace->open(test::syntheticPair());
    const int running = m_workspace->train(longNet(), true), waiting = m_workspace->train(longNet(), true),
              last = m_workspace->train({}, true);
    QTRY_VERIFY(m_workspace->mapping(running)->history.size() > 2); // epochs arrive while it goes
    m_workspace->cancelTraining(waiting);
    QVERIFY(!m_workspace->mapping(waiting));
    m_workspace->cancelJob("train"); // what it has learnt so far is kept
    QTRY_COMPARE(m_workspace->mapping(running)->state, MappingEntry::State::Done);
    QVERIFY(m_workspace->mapping(running)->model);
    QCOMPARE(m_workspace->mapping(running)->notes.size(), 1);
    QTRY_COMPARE(m_workspace->mapping(last)->state, MappingEntry::State::Done);
    QCOMPARE(m_workspace->mappings().size(), 2u);
}

void WorkspaceTest::aFailedTrainingSaysWhy()
{
    m_workspace->open(test::syntheticPair());
    QSignalSpy failures(m_workspace, &Workspace::trainingFailed);
    TrainingOptions identity;
    identity.map = "identity"; // 5 dimensions into 6
    const int failed = m_workspace->train(identity, true), next = m_workspace->train({}, true);
    QTRY_COMPARE(failures.count(), 1);
    QCOMPARE(failures[0][0].toInt(), failed);
    QCOMPARE(m_workspace->mapping(failed)->state, MappingEntry::State::Failed);
    QVERIFY(!m_workspace->mapping(failed)->message.isEmpty());
    QTRY_COMPARE(m_workspace->mapping(next)->state, MappingEntry::State::Done);
    m_workspace->remove(failed);
    QVERIFY(!m_workspace->mapping(failed));
}

void WorkspaceTest::cancellingListsGoesBackToThoseAtHand()
{
    m_workspace->open(test::syntheticPair(400));
    QTRY_VERIFY(m_hub->atK());
    const MeasuredPtr lists = m_hub->measured();
    m_hub->setMetric(Metric::Euclidean);
    QVERIFY(m_jobs->isRunning("lists"));
    m_workspace->cancelJob("lists");
    QCOMPARE(m_hub->state().metric, Metric::Cosine);
    QTRY_VERIFY(m_jobs->isIdle());
    QCOMPARE(m_hub->measured(), lists);
}

void WorkspaceTest::removingTheOneLookedAtShowsAnother()
{
    m_workspace->open(test::syntheticPair());
    const int first = trainAndWait({}, true), second = trainAndWait({}, false);
    m_workspace->remove(first);
    QCOMPARE(m_hub->state().mapping, second);
    QTRY_COMPARE(m_hub->measured()->mapping, second);
    m_workspace->remove(second);
    QCOMPARE(m_hub->state().mapping, -1);
    QTRY_VERIFY(!m_hub->measured()->hasMapping());
    QCOMPARE(m_hub->measured()->pairs->nameX, std::string("Words"));
    QVERIFY(!m_hub->undoStack()->canUndo());
}

void WorkspaceTest::anotherPairReplacesEverything()
{
    m_workspace->open(test::syntheticPair());
    m_workspace->train(longNet(), true);
    m_hub->setK(5);
    m_workspace->open(test::syntheticPair(200));
    QVERIFY(m_workspace->mappings().empty());
    QCOMPARE(m_hub->state().k, 10);
    QCOMPARE(m_hub->undoStack()->count(), 0);
    QTRY_VERIFY(m_hub->measured());
    QCOMPARE(m_hub->measured()->n(), 40);
    m_workspace->close();
    QVERIFY(!m_workspace->pair());
    QVERIFY(!m_hub->measured());
}

void WorkspaceTest::twoItemsAreMeasuredAtKOne()
{
    SplitOptions split;
    split.testShare = .5;
    m_workspace->open(test::syntheticPair(4, split));
    QTRY_VERIFY(m_hub->atK());
    QCOMPARE(m_hub->state().k, 1);
    QCOMPARE(m_hub->atK()->report.xy.mean, 1.); // each is the other's only neighbor
}

void WorkspaceTest::saves()
{
    QTemporaryDir folder;
    m_workspace->open(test::syntheticPair());
    const int id = trainAndWait({}, true);
    QVERIFY(m_workspace->hasUnsaved());
    m_workspace->savePredictions(id, folder.filePath("f.npy"));
    const EmbeddingSet f = readEmbeddingSet(folder.filePath("f.npy").toStdString());
    QCOMPARE(f.size(), 60);
    QCOMPARE(f.labels.front(), std::string("item 0"));
    QCOMPARE(f.vectors.item(9)[2], m_workspace->mapping(id)->predictions.item(9)[2]);
    QVERIFY_THROWS_EXCEPTION(Error, m_workspace->saveMapping(id, folder.filePath("missing/m.safetensors")));
    QVERIFY(m_workspace->hasUnsaved());
    m_workspace->saveMapping(id, folder.filePath("m.safetensors"));
    QVERIFY(!m_workspace->hasUnsaved());
    const Model saved = loadModel(folder.filePath("m.safetensors").toStdString());
    const Matrix again = saved.apply(m_workspace->pair()->x.vectors);
    QCOMPARE(again(2, 9), f.vectors.item(9)[2]);
    QCOMPARE(saved.provenance.at("split").get<std::string>(), m_workspace->pair()->split.description);
    QVERIFY(saved.provenance.at("inputs").at("x").at("file").is_null()); // made, not read
}

void WorkspaceTest::sampleOpensInTheBackground()
{
    m_workspace->openSample();
    QVERIFY(!m_workspace->pair()); // the window is not kept waiting
    QTRY_VERIFY(m_workspace->pair());
    QTRY_VERIFY_WITH_TIMEOUT(m_workspace->mappings().size() == 2 && m_workspace->mappings()[1].report, 30000);
    QVERIFY(m_workspace->pair()->pictures);
    QCOMPARE(m_workspace->pair()->detailX, QString("GloVe 100-d"));
    QVERIFY(!m_workspace->hasUnsaved());
    QVERIFY(m_hub->measured()->hasMapping());
    QTRY_VERIFY_WITH_TIMEOUT(m_jobs->isIdle(), 30000);
    // Dragging K over all its values redraws within a frame each.
    QElapsedTimer timer;
    timer.start();
    for (Index k = 1; k <= 100; ++k)
        m_hub->setK(k);
    qInfo("K from 1 to 100: %lld ms", timer.elapsed());
    QCOMPARE(m_hub->atK()->report.xf.k, 100);
}

BRIDGESCOPE_TEST(WorkspaceTest)

} // namespace workspace_tests

#include "workspace.moc"
