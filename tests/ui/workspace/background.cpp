#include "core/dataset/reader.h"
#include "core/measurement/hub_audit.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_pair.h"
#include "ui/workspace/workspace.h"

#include <QSignalSpy>
#include <QTest>

namespace background_tests {

using namespace bridgescope;

/// What the workspace makes after the numbers, and what it measures of a selection or the other direction.
class BackgroundTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void nullsAndCslsArriveByThemselves();
    void cslsFollowsK();
    void noCslsForEuclidean();
    void similarityOnlyWhenAskedFor();
    void similarityCanBeCancelled();
    void calibratedReportsHaveTheirNull();
    void aSelectionIsMeasuredAlone();
    void theOtherDirectionIsItsOwnSource();
    void manyItemsAreEstimatedFirst();
    void bandsOfManyItemsComeInTheBackground();
    void aCancelledEstimateStays();
    void numbersAtAnotherKComeBeforeTheNull();

private:
    void trainAndSettle(bool forward = true);
    bool settled();
    SelectionHub* m_hub = nullptr;
    JobRunner* m_jobs = nullptr;
    Workspace* m_workspace = nullptr;
};

void BackgroundTest::init()
{
    m_hub = new SelectionHub;
    m_jobs = new JobRunner;
    m_workspace = new Workspace(*m_hub, *m_jobs);
    m_workspace->open(test::syntheticPair(100));
}

void BackgroundTest::cleanup()
{
    m_jobs->shutdown();
    delete m_workspace;
    delete m_jobs;
    delete m_hub;
}

bool BackgroundTest::settled()
{
    int quiet = 0;
    return QTest::qWaitFor([&] { return (quiet = m_jobs->isIdle() && m_hub->atK() ? quiet + 1 : 0) > 30; }, 30'000);
}

void BackgroundTest::trainAndSettle(bool forward)
{
    m_workspace->train({}, forward);
    QVERIFY(settled());
    QVERIFY(m_hub->atK()->hasMapping);
}

void BackgroundTest::nullsAndCslsArriveByThemselves()
{
    trainAndSettle();
    const MeasuredAtKPtr atK = m_hub->atK();
    QVERIFY(atK->nulls && atK->csls && !atK->similarity);
    QCOMPARE(atK->nulls->permutations, Index(200));
    QCOMPARE(atK->nulls->xf.low.size(), atK->report.xf.byK.size());
    QVERIFY(atK->report.xf.pValue); // the null at K is still there
    const auto csls = withCslsLists(*atK->measured->fold, *atK->measured->pairs, atK->report.options);
    const MappingReport expected = reportMapping({&csls, 1}, atK->report.options);
    QCOMPARE(atK->csls->xf.mean, expected.xf.mean);
    QCOMPARE(atK->csls->difference.pValue, expected.difference.pValue);
    QCOMPARE(m_hub->undoStack()->count(), 0);
}

void BackgroundTest::cslsFollowsK()
{
    trainAndSettle();
    const double before = m_hub->atK()->csls->xf.mean;
    m_hub->setK(3);
    QCOMPARE(m_hub->atK()->csls->xf.k, Index(3));
    QVERIFY(m_hub->atK()->csls->xf.mean != before);
    QVERIFY(m_hub->atK()->nulls);
}

void BackgroundTest::noCslsForEuclidean()
{
    trainAndSettle();
    m_hub->setMetric(Metric::Euclidean);
    QVERIFY(settled());
    QCOMPARE(m_hub->atK()->measured->metric, Metric::Euclidean);
    QVERIFY(m_hub->atK()->nulls);
    QVERIFY(!m_hub->atK()->csls);
}

void BackgroundTest::similarityOnlyWhenAskedFor()
{
    trainAndSettle();
    m_workspace->requestSimilarity();
    QTRY_VERIFY_WITH_TIMEOUT(m_hub->atK()->similarity, 60'000);
    const SimilarityTable& table = *m_hub->atK()->similarity;
    QCOMPARE(table.xf.size(), similarityMeasures().size());
    QCOMPARE(table.xy.size(), similarityMeasures().size());
    SimilarityOptions options;
    options.measures = {"cka"};
    options.k = table.k;
    options.seed = m_workspace->pair()->splitOptions.seed;
    const MeasuredFold& fold = *m_hub->measured()->fold;
    QCOMPARE(table.yf[0].measure.id, std::string("cka"));
    QCOMPARE(*table.yf[0].value, *measureSimilarity(fold.y, fold.f, options)[0].value);
    m_hub->setK(4); // of another K, but still the same spaces
    QVERIFY(m_hub->atK()->similarity);
    m_hub->setMetric(Metric::Euclidean);
    QVERIFY(settled());
    QVERIFY(!m_hub->atK()->similarity);
}

void BackgroundTest::similarityCanBeCancelled()
{
    trainAndSettle();
    m_workspace->requestSimilarity();
    m_workspace->cancelJob("similarity");
    QVERIFY(settled());
    QVERIFY(!m_hub->atK()->similarity);
}

void BackgroundTest::calibratedReportsHaveTheirNull()
{
    trainAndSettle();
    TrainingOptions random;
    random.map = "random";
    const int other = m_workspace->train(random, true);
    QVERIFY(settled());
    QVERIFY(!m_workspace->mapping(other)->report->xf.tau);
    m_workspace->setCalibrated(true);
    QTRY_VERIFY(m_workspace->mapping(other)->report->xf.tau);
    m_hub->setK(4);
    QTRY_COMPARE(m_workspace->mapping(other)->report->xf.k, Index(4));
    QVERIFY(m_workspace->mapping(other)->report->xf.tau);
}

void BackgroundTest::aSelectionIsMeasuredAlone()
{
    trainAndSettle();
    const std::vector<Index> training = m_workspace->pair()->split.folds.front().training;
    std::set<int> chosen;
    for (int i = 0; i < 12; ++i)
        chosen.insert(static_cast<int>(training[static_cast<std::size_t>(i)]));
    chosen.insert(static_cast<int>(m_workspace->pair()->split.folds.front().heldOut.front()));
    m_hub->setSelection(chosen);
    m_hub->setScope(ItemScope::Selection);
    QVERIFY(settled());
    const MeasuredPtr measured = m_hub->measured();
    QCOMPARE(measured->n(), Index(13));
    QCOMPARE(measured->inSample, Index(12));
    QVERIFY(std::equal(chosen.begin(), chosen.end(), measured->fold->items.begin(), measured->fold->items.end()));
    QCOMPARE(m_hub->atK()->report.xf.n, Index(13));
    QVERIFY(m_hub->state().k <= 12);
    m_hub->undoStack()->undo();
    QVERIFY(settled());
    QCOMPARE(m_hub->measured()->n(), Index(20));
}

/// X is always the source of the mapping looked at: a mapping from the second set has the second set as X.
void BackgroundTest::theOtherDirectionIsItsOwnSource()
{
    trainAndSettle();
    const MappingReport there = m_hub->atK()->report;
    const Vectors second = m_workspace->pair()->forward->y;
    m_hub->setSelection({1, 2});
    const int back = m_workspace->train({}, false);
    QVERIFY(settled());
    m_hub->setMapping(back);
    QVERIFY(settled());
    const MeasuredAtKPtr atK = m_hub->atK();
    const Measured& m = *atK->measured;
    QCOMPARE(m.pairs->nameX, m_workspace->pair()->forward->nameY);
    QCOMPARE(m.pairs->x.dimension(), second.dimension());
    QCOMPARE(m.fold->f.dimension(), m_workspace->pair()->forward->x.dimension()); // f(X) lives in the new Y
    for (Index i = 0; i < 3; ++i)
        QVERIFY(std::ranges::equal(m.fold->x.item(i), second.item(m.fold->items[static_cast<std::size_t>(i)])));
    QVERIFY(!m.picturesByX);
    // X against Y is the same question from either side; what f does is not
    QCOMPARE(atK->report.xy.mean, there.xy.mean);
    QVERIFY(atK->report.xf.mean != there.xf.mean);
    QVERIFY(m_hub->state().selection == (std::set<int>{1, 2})); // items are items in both directions
    m_hub->undoStack()->undo();
    QVERIFY(settled());
    QCOMPARE(m_hub->atK()->report.xf.mean, there.xf.mean);
}

void BackgroundTest::manyItemsAreEstimatedFirst()
{
    std::vector<SampledOverlapsPtr> told;
    connect(m_hub, &SelectionHub::sampledChanged, m_workspace, [&] {
        if (m_hub->sampled()) told.push_back(m_hub->sampled());
    });
    m_workspace->open(test::syntheticPair(30'100));
    m_hub->setScope(ItemScope::AllPaired);
    QTRY_VERIFY_WITH_TIMEOUT(m_hub->atK() && m_hub->measured()->n() == 30'100, 120'000);
    QVERIFY(!told.empty() && !m_hub->sampled());
    const double exact = m_hub->atK()->report.xy.mean;
    Index before = 0;
    for (const SampledOverlapsPtr& step : told) {
        QCOMPARE(step->xy.n, Index(30'100));
        QVERIFY(step->xy.sampled > before && step->xy.sampled < step->xy.n);
        before = step->xy.sampled;
        QVERIFY(std::abs(step->xy.mean - exact) < 2 * step->xy.halfWidth); // the seed is fixed
    }
    QVERIFY(told.back()->xy.halfWidth <= SampleOptions().halfWidth);
}

/// Above 5,000 items errors at every K are made after the numbers, for every mapping.
void BackgroundTest::bandsOfManyItemsComeInTheBackground()
{
    m_workspace->open(test::syntheticPair(5'100));
    std::vector<bool> bands;
    connect(m_hub, &SelectionHub::atKChanged, m_workspace, [&] {
        if (m_hub->atK() && m_hub->atK()->report.xy.n == 5'100)
            bands.push_back(!m_hub->atK()->report.xy.byKError.empty());
    });
    m_workspace->train({}, true);
    m_hub->setScope(ItemScope::AllPaired);
    TrainingOptions random;
    random.map = "random";
    const int other = m_workspace->train(random, true);
    QVERIFY(settled());
    QVERIFY(!bands.empty() && !bands.front() && bands.back());
    const MeasuredAtKPtr atK = m_hub->atK();
    QVERIFY(atK->hasMapping && atK->nulls);
    const MeasuredFold& fold = *atK->measured->fold;
    const std::vector<const NeighborTable*> spaces{&fold.listsX, &fold.listsF, &fold.listsY};
    const OverlapCounts counts(fold.listsX, fold.listsF, 40, SelfRule::Excluded);
    std::vector<double> shares;
    for (const int count : counts.counts(40))
        shares.push_back(count / 40.0);
    QVERIFY(std::abs(atK->report.xf.byKError[39] - networkRobustError(shares, spaces, 40)) < 1e-12);
    QCOMPARE(m_workspace->mapping(other)->report->yf.byKError.size(), std::size_t(100));
    bands.clear();
    m_hub->setK(40);
    QVERIFY(settled());
    QVERIFY(!bands.empty() && std::ranges::find(bands, false) == bands.end()); // known ones are not lost
}

void BackgroundTest::aCancelledEstimateStays()
{
    m_workspace->open(test::syntheticPair(30'100));
    QVERIFY(settled()); // the held-out items
    m_hub->setScope(ItemScope::AllPaired);
    QVERIFY(QTest::qWaitFor([&] { return m_hub->sampled() != nullptr; }, 60'000));
    const SampledOverlapsPtr last = m_hub->sampled();
    m_workspace->cancelJob("lists");
    QVERIFY(m_hub->sampled() && m_hub->sampled()->stopped);
    QCOMPARE(m_hub->sampled()->xy.sampled, last->xy.sampled);
    QCOMPARE(m_hub->sampled()->xy.mean, last->xy.mean);
    QVERIFY(m_hub->state().scope == ItemScope::AllPaired); // what it is of
    m_hub->setFocus(7);
    m_hub->setSelection({1, 2});
    QVERIFY(!m_jobs->isRunning("lists")); // cancelled they stay
    QVERIFY(m_hub->sampled()->stopped);
    m_workspace->requestLists();
    QVERIFY(m_jobs->isRunning("lists"));
    QVERIFY(!m_hub->sampled());
    m_workspace->cancelJob("lists"); // before it came to an estimate: back to what the lists at hand are of
    QVERIFY(m_hub->state().scope == ItemScope::HeldOut && !m_hub->sampled());
    QVERIFY(settled());
}

/// Above 10,000 items the numbers are made in a job, which the null of the K before once replaced.
void BackgroundTest::numbersAtAnotherKComeBeforeTheNull()
{
    m_workspace->open(test::syntheticPair(12'000));
    m_hub->setScope(ItemScope::AllPaired);
    QVERIFY(QTest::qWaitFor([&] { return m_hub->atK() && m_hub->measured()->n() == 12'000; }, 60'000));
    for (const int rest : {0, 100, 130, 140, 145, 148, 150, 155}) { // the null waits for 150 ms
        std::vector<MeasuredAtKPtr> shown;
        const Index k = m_hub->state().k + 1;
        const auto connection = connect(m_hub, &SelectionHub::atKChanged, m_workspace, [&] {
            if (m_hub->atK()->report.xy.k == k) shown.push_back(m_hub->atK());
        });
        QTest::qWait(rest);
        m_hub->setK(k);
        QVERIFY(QTest::qWaitFor([&] { return !shown.empty(); }, 30'000));
        disconnect(connection);
        QVERIFY2(!shown.front()->report.xy.pValue, qPrintable(QString("K set after %1 ms").arg(rest)));
    }
}

BRIDGESCOPE_TEST(BackgroundTest)

} // namespace background_tests

#include "background.moc"
