#include "core/base/error.h"
#include "core/training/training_run.h"
#include "tests/mapping/sets.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace going_on_tests {

using namespace bridgescope;
using namespace testsets;

namespace {

TrainingOptions netWith(const QStringList& settings)
{
    TrainingOptions options;
    for (const QString& setting : QStringList{"map=net", "hidden=12", "batch=16"} + settings)
        setOption(options, setting.section('=', 0, 0).toStdString(), setting.section('=', 1).toStdString());
    return options;
}

void toTheEnd(TrainingRun& run)
{
    while (!run.finished())
        run.advance();
}

} // namespace

/// Runs that ended before their last epoch, and go on.
class GoingOnTest : public QObject {
    Q_OBJECT
    Matrix m_x = randomSet(6, 100, 1), m_y = linearImage(m_x, 5, 2);

private slots:
    void stoppedEarlyGoesOnWhereItStood()
    {
        const QStringList settings{"early-stopping=validation-loss", "learning-rate=.05", "optimizer=rmsprop"};
        TrainingRun patient(m_x, m_y, {}, netWith(settings + QStringList{"patience=1000", "epochs=120"}));
        toTheEnd(patient);
        TrainingRun run(m_x, m_y, {}, netWith(settings + QStringList{"patience=3", "epochs=500"}));
        toTheEnd(run);
        const Index stopped = run.epochsDone();
        QVERIFY(stopped < 100);
        run.setEpochs(120);
        QVERIFY(!run.finished());
        for (int i = 0; i < 3; ++i) { // its patience is anew
            QVERIFY(!run.finished());
            run.advance();
        }
        for (Index e = 0; e < run.epochsDone(); ++e)
            QCOMPARE(run.history()[std::size_t(e)].loss, patient.history()[std::size_t(e)].loss);
        // the best epoch is still the best of all
        Index best = 0, marked = 0;
        for (const EpochReport& each : run.history()) {
            if (best == 0 || *each.validationLoss < *run.history()[std::size_t(best - 1)].validationLoss)
                best = each.epoch;
            if (each.best) marked = each.epoch;
        }
        QCOMPARE(marked, best);
        const auto provenance = run.model().provenance;
        QCOMPARE(provenance.at("kept_epoch").get<Index>(), best);
        QCOMPARE(provenance.at("validation_items").get<Index>(), Index(10));
        QCOMPARE(provenance.at("training_items").get<Index>(), Index(90));
    }

    /// By a checkpoint as by setEpochs().
    void stoppedEarlyGoesOnFromACheckpoint()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("checkpoint").toStdString();
        const QStringList settings{"early-stopping=validation-loss", "learning-rate=.05", "optimizer=rmsprop",
                                   "patience=3"};
        TrainingRun run(m_x, m_y, {}, netWith(settings + QStringList{"epochs=500"}));
        toTheEnd(run);
        run.saveCheckpoint(file);
        TrainingRun resumed(m_x, m_y, {}, netWith(settings + QStringList{"epochs=501"}));
        resumed.resume(file);
        run.setEpochs(501);
        QVERIFY(!resumed.finished());
        toTheEnd(run);
        toTheEnd(resumed);
        QVERIFY(run.epochsDone() == resumed.epochsDone());
        QCOMPARE(resumed.history().back().loss, run.history().back().loss);
    }

    void aCutRunThatWaitedLongIsNotBegunAnew()
    {
        TrainingRun run(m_x, m_y, {},
                        netWith({"early-stopping=validation-loss", "patience=3", "epochs=500", "learning-rate=.05",
                                 "optimizer=rmsprop"}));
        toTheEnd(run);
        run.setEpochs(run.epochsDone());
        QVERIFY(run.finished());
    }

    void divergedGoesOnFromTheLastGoodWeights_data()
    {
        QTest::addColumn<QStringList>("settings");
        QTest::newRow("adam") << QStringList{"learning-rate=.01"};
        QTest::newRow("adversarial") << QStringList{"learning-rate=.01", "adversarial=.1", "discriminator-hidden=8"};
    }

    void divergedGoesOnFromTheLastGoodWeights()
    {
        QFETCH(QStringList, settings);
        TrainingRun run(m_x, m_y, {}, netWith(settings + QStringList{"epochs=20"}));
        for (int i = 0; i < 5; ++i)
            run.advance();
        run.advanceBatch(); // within an epoch
        run.setLearningRate(1000);
        QVERIFY_THROWS_EXCEPTION(Error, toTheEnd(run));
        QVERIFY(run.diverged() && run.finished());
        const Index good = run.epochsDone();
        const Matrix before = run.model().apply(m_x);
        run.setLearningRate(1e-4);
        run.setEpochs(30);
        QVERIFY(!run.diverged() && !run.finished());
        QCOMPARE(run.batches().first, 0); // the epoch begins again
        const Matrix same = run.model().apply(m_x);
        QVERIFY(std::ranges::equal(std::span(before.data(), std::size_t(before.view().size())),
                                   std::span(same.data(), std::size_t(same.view().size()))));
        toTheEnd(run);
        QCOMPARE(run.epochsDone(), 30);
        const auto& history = run.history();
        for (const EpochReport& each : history)
            QVERIFY(std::isfinite(each.loss));
        QVERIFY(history.back().loss < history[std::size_t(good - 1)].loss);
        QCOMPARE(run.model().provenance["changes"].size(), std::size_t(3));
        QVERIFY(run.model().provenance["changes"][2].contains("diverged"));
    }

    void batchesAreCounted()
    {
        for (const auto& [items, batch, expected] : {std::tuple<Index, Index, Index>{100, 16, 7},
                                                     {33, 16, 2},
                                                     {32, 16, 2},
                                                     {34, 16, 3},
                                                     {5, 16, 1},
                                                     {17, 16, 1}}) {
            const Matrix x = randomSet(3, items, 1);
            TrainingOptions options = netWith({"epochs=2"});
            options.batch = batch;
            TrainingRun run(x, x, {}, options);
            QCOMPARE(run.batches(), std::pair(Index(0), expected));
            Index done = 0;
            while (!run.advanceBatch())
                QCOMPARE(run.batches(), std::pair(++done, expected));
            QCOMPARE(done + 1, expected); // as many as there are
            QCOMPARE(run.batches(), std::pair(Index(0), expected));
        }
    }
};

BRIDGESCOPE_TEST(GoingOnTest)

} // namespace going_on_tests

#include "going_on.moc"
