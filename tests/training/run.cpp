#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/mapping/safetensors.h"
#include "core/training/training_run.h"
#include "tests/mapping/sets.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

namespace run_tests {

using namespace bridgescope;
using namespace testsets;

namespace {

TrainingOptions netWith(const QStringList& settings)
{
    TrainingOptions options;
    for (const QString& setting : QStringList{"map=net", "hidden=12", "batch=16", "epochs=4"} + settings)
        setOption(options, setting.section('=', 0, 0).toStdString(), setting.section('=', 1).toStdString());
    return options;
}

/// A pair that a net can learn something of: Y is a bent image of X with noise.
struct Pair {
    Matrix x = randomSet(6, 100, 1), y = linearImage(x, 5, 2), heldOut = randomSet(6, 20, 3);
    Pair()
    {
        const Matrix noise = randomSet(5, 100, 4);
        for (Index i = 0; i < y.view().size(); ++i)
            y.data()[i] = std::tanh(2 * y.data()[i]) + noise.data()[i] / 5;
    }
};

std::string errorOf(const std::function<void()>& call, ErrorKind kind)
{
    try {
        call();
    } catch (const Error& error) {
        return error.kind == kind ? error.what() : std::string("wrong kind: ") + error.what();
    }
    return {};
}

std::string bytesOf(const Model& model, const QTemporaryDir& folder)
{
    const std::string file = folder.filePath("model").toStdString();
    saveModel(model, file);
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void toTheEnd(TrainingRun& run)
{
    while (!run.finished())
        run.advance();
}

} // namespace

class RunTest : public QObject {
    Q_OBJECT
private slots:
    void aResumedRunIsOneThatNeverStopped_data()
    {
        QTest::addColumn<QStringList>("settings");
        QTest::newRow("adam") << QStringList{};
        QTest::newRow("sgd, cosine schedule") << QStringList{"optimizer=sgd", "schedule=cosine", "learning-rate=.01"};
        QTest::newRow("rmsprop, dropout, clipped") << QStringList{"optimizer=rmsprop", "dropout=.3", "clip=.5"};
        QTest::newRow("adversarial, structure") << QStringList{"adversarial=.5", "structure=1", "loss=infonce"};
        QTest::newRow("early stopping") << QStringList{"early-stopping=validation-overlap", "patience=2", "epochs=9"};
        QTest::newRow("preprocessed") << QStringList{"preprocess-x=standardize", "preprocess-y=pca:3"};
    }

    void aResumedRunIsOneThatNeverStopped()
    {
        QFETCH(QStringList, settings);
        const QTemporaryDir folder;
        const Pair pair;
        const TrainingOptions options = netWith(settings);
        TrainingRun whole(pair.x, pair.y, {}, options);
        toTheEnd(whole);
        const std::string expected = bytesOf(whole.model(), folder);
        for (const int batches : {0, 1, 5, 6, 7, 13, 20}) { // an epoch has six or seven
            TrainingRun before(pair.x, pair.y, {}, options);
            for (int i = 0; i < batches && !before.finished(); ++i)
                before.advanceBatch();
            const std::string file = folder.filePath("checkpoint").toStdString();
            before.saveCheckpoint(file);
            TrainingRun after(pair.x, pair.y, {}, options);
            after.resume(file);
            toTheEnd(after);
            QVERIFY2(bytesOf(after.model(), folder) == expected, qPrintable(QString::number(batches)));
            QCOMPARE(after.history().size(), whole.history().size());
            for (std::size_t i = 0; i < whole.history().size(); ++i)
                QCOMPARE(after.history()[i].loss, whole.history()[i].loss);
        }
    }

    void anEpochWhoseEndWasInterruptedIsStillDue()
    {
        const QTemporaryDir folder;
        const Pair pair;
        const std::string file = folder.filePath("checkpoint").toStdString();
        const auto measure = [](MatrixView f, EpochReport& report) { report.overlapX = double(f.data[0]); };
        TrainingRun whole(pair.x, pair.y, pair.heldOut, netWith({})),
            stopped(pair.x, pair.y, pair.heldOut, netWith({}));
        whole.observe(measure);
        toTheEnd(whole);
        stopped.observe([](MatrixView, EpochReport&) { throw Cancelled(); });
        QVERIFY_EXCEPTION_THROWN(stopped.advance(), Cancelled);
        QCOMPARE(stopped.epochsDone(), Index(0));
        stopped.saveCheckpoint(file);
        TrainingRun after(pair.x, pair.y, pair.heldOut, netWith({}));
        after.observe(measure);
        after.resume(file);
        toTheEnd(after);
        QCOMPARE(after.history().size(), whole.history().size());
        QCOMPARE(*after.history()[0].overlapX, *whole.history()[0].overlapX);
        QVERIFY(bytesOf(after.model(), folder) == bytesOf(whole.model(), folder));
    }

    void aCheckpointOfAnotherRunIsRefused()
    {
        const QTemporaryDir folder;
        const Pair pair;
        const std::string file = folder.filePath("checkpoint").toStdString();
        TrainingRun run(pair.x, pair.y, {}, netWith({}));
        run.advanceBatch();
        run.saveCheckpoint(file);
        const auto refusal = [&](MatrixView x, const QStringList& settings) {
            TrainingRun other(x, pair.y, {}, netWith(settings));
            return errorOf([&] { other.resume(file); }, ErrorKind::Input);
        };
        QVERIFY(refusal(pair.x, {"batch=17"}).find("another --batch") != std::string::npos);
        QVERIFY(refusal(pair.x, {"hidden=13"}).find("another --hidden") != std::string::npos);
        QVERIFY(refusal(randomSet(6, 100, 9), {}).find("other training or held-out items") != std::string::npos);
        TrainingRun heldOut(pair.x, pair.y, pair.heldOut, netWith({}));
        QVERIFY(errorOf([&] { heldOut.resume(file); }, ErrorKind::Input).find("held-out") != std::string::npos);
        TrainingRun other(pair.x, pair.y, {}, netWith({}));
        saveModel(run.model(), file);
        QVERIFY(errorOf([&] { other.resume(file); }, ErrorKind::Input).find("no checkpoint") != std::string::npos);
        std::ofstream(file) << "nonsense";
        QVERIFY(!errorOf([&] { other.resume(file); }, ErrorKind::Input).empty());
    }

    void fewerEpochsThanAreDoneAreRefused()
    {
        const QTemporaryDir folder;
        const Pair pair;
        const std::string file = folder.filePath("checkpoint").toStdString();
        TrainingRun run(pair.x, pair.y, {}, netWith({}));
        for (int epoch = 0; epoch < 3; ++epoch)
            run.advance();
        run.saveCheckpoint(file);
        const auto resumedTo = [&](const QString& epochs) {
            TrainingRun other(pair.x, pair.y, {}, netWith({"epochs=" + epochs}));
            return errorOf([&] { other.resume(file); }, ErrorKind::Usage);
        };
        QVERIFY2(resumedTo("2").find("3 epochs are done") != std::string::npos, resumedTo("2").c_str());
        QVERIFY(resumedTo("2").find("--epochs 3 or more") != std::string::npos);
        QCOMPARE(resumedTo("3"), std::string());
        run.advanceBatch();
        run.saveCheckpoint(file);
        QVERIFY(resumedTo("3").find("3 epochs are done and one is begun") != std::string::npos);
        QCOMPARE(resumedTo("4"), std::string());
    }

    void oneCurveIsMeasuredInOneWay()
    {
        const QTemporaryDir folder;
        const Pair pair;
        const std::string file = folder.filePath("checkpoint").toStdString();
        const auto measure = [](MatrixView f, EpochReport& report) { report.overlapX = double(f.data[0]); };
        const auto atK = [](int k) { return nlohmann::ordered_json{{"k", k}, {"metric", "cosine"}}; };
        TrainingRun run(pair.x, pair.y, pair.heldOut, netWith({}));
        run.observe(measure, atK(10));
        run.advanceBatch();
        run.saveCheckpoint(file);
        const auto refusal = [&](const nlohmann::ordered_json& conventions) {
            TrainingRun other(pair.x, pair.y, pair.heldOut, netWith({}));
            other.observe(measure, conventions);
            return errorOf([&] { other.resume(file); }, ErrorKind::Input);
        };
        QCOMPARE(refusal(atK(5)), std::string()); // nothing is measured yet
        run.advance();
        run.saveCheckpoint(file);
        QCOMPARE(refusal(atK(10)), std::string());
        QVERIFY2(refusal(atK(5)).find("another --k") != std::string::npos, refusal(atK(5)).c_str());
        QVERIFY(refusal({{"k", 10}, {"metric", "euclidean"}}).find("another --metric") != std::string::npos);
    }

    void aStateNoRunComesToIsRefused()
    {
        const QTemporaryDir folder;
        const Pair pair;
        const std::string file = folder.filePath("checkpoint").toStdString();
        TrainingRun run(pair.x, pair.y, {}, netWith({}));
        run.advance();
        run.advanceBatch();
        run.saveCheckpoint(file);
        const SafetensorsFile good = readSafetensors(file);
        const auto refusal = [&](const auto& spoil) {
            SafetensorsFile spoilt = good;
            spoil(spoilt.document);
            writeSafetensors(file, spoilt);
            TrainingRun other(pair.x, pair.y, {}, netWith({}));
            return errorOf([&] { other.resume(file); }, ErrorKind::Input);
        };
        QCOMPARE(refusal([](auto&) {}), std::string());
        QVERIFY(!refusal([](auto& d) { d["state"]["epochs_done"] = -5; }).empty());
        QVERIFY(refusal([](auto& d) { d["state"]["epochs_done"] = 3; }).find("3 epochs") != std::string::npos);
        QVERIFY(!refusal([](auto& d) { d["history"] = nlohmann::ordered_json::array(); }).empty());
        QVERIFY(!refusal([](auto& d) { d["history"][0]["epoch"] = 2; }).empty());
        QVERIFY(!refusal([](auto& d) { d["state"]["loss_items"] = 5; }).empty());
        QVERIFY(!refusal([](auto& d) { d["state"]["position"] = -16; }).empty());
        QVERIFY(!refusal([](auto& d) { d["state"]["best"]["since"] = -1; }).empty());
        QVERIFY(!refusal([](auto& d) { d["state"]["best"]["value"] = 1.5; }).empty());
        QVERIFY(refusal([](auto& d) { d["checkpoint"] = 2; }).find("newer") != std::string::npos);
        QVERIFY(!refusal([](auto& d) { d["state"]["net"]["steps"] = -1; }).empty());
        QVERIFY(!refusal([](auto& d) { d["epochs"] = "six"; }).empty());
        QVERIFY(!refusal([](auto& d) { d["changes"] = 3; }).empty());
        SafetensorsFile negative = good;
        negative.tensors.at("net.layer0.second").values.front() = -1;
        writeSafetensors(file, negative);
        TrainingRun other(pair.x, pair.y, {}, netWith({}));
        QVERIFY(errorOf([&] { other.resume(file); }, ErrorKind::Input).find("moments") != std::string::npos);
        for (const double rate : {0.0, -5.0, 1e308}) {
            SafetensorsFile fast = good;
            fast.document["learning-rate"] = rate;
            writeSafetensors(file, fast);
            TrainingRun one(pair.x, pair.y, {}, netWith({}));
            QVERIFY(!errorOf([&] { one.resume(file); }, ErrorKind::Usage).empty());
        }
    }

    /// As many as it was to train for, unless others are asked for.
    void aResumedRunKeepsItsEpochs()
    {
        const QTemporaryDir folder;
        const Pair pair;
        const std::string file = folder.filePath("checkpoint").toStdString();
        const auto options = [](std::optional<Index> epochs) {
            TrainingOptions chosen;
            chosen.map = "net";
            chosen.hidden = {4};
            if (epochs) setOption(chosen, "epochs", std::to_string(*epochs));
            return chosen;
        };
        TrainingRun run(pair.x, pair.y, {}, options(3));
        run.advance();
        run.saveCheckpoint(file);
        TrainingRun same(pair.x, pair.y, {}, options({}));
        same.resume(file);
        QCOMPARE(same.options().epochs, Index(3));
        toTheEnd(same);
        toTheEnd(run);
        QCOMPARE(same.epochsDone(), Index(3));
        QVERIFY(sameBytes(same.model().apply(pair.x), run.model().apply(pair.x)));
        QVERIFY(!same.model().provenance.contains("changes"));
        TrainingRun more(pair.x, pair.y, {}, options(5));
        more.resume(file);
        const nlohmann::ordered_json change{{"after", 1.0}, {"epochs", 5}, {"from", 3}};
        QVERIFY(more.model().provenance["changes"] == nlohmann::ordered_json::array({change}));
    }

    void extendedCutAndSlowedRunsSaySo()
    {
        const Pair pair;
        TrainingRun run(pair.x, pair.y, {}, netWith({}));
        run.advance();
        run.setLearningRate(1e-4);
        run.setEpochs(6);
        toTheEnd(run);
        QCOMPARE(run.epochsDone(), Index(6));
        const auto changes = run.model().provenance.at("changes");
        QCOMPARE(changes.size(), std::size_t(2));
        QCOMPARE(changes[0].at("after").get<double>(), 1.0);
        QCOMPARE(changes[0].at("learning-rate").get<double>(), 1e-4);
        QCOMPARE(changes[0].at("from").get<double>(), netWith({}).learningRate);
        QCOMPARE(changes[1].at("epochs").get<int>(), 6);
        QCOMPARE(changes[1].at("from").get<Index>(), netWith({}).epochs);
        TrainingRun plain(pair.x, pair.y, {}, netWith({"epochs=6"}));
        toTheEnd(plain);
        QVERIFY(!sameBytes(plain.model().apply(pair.x), run.model().apply(pair.x)));
        QVERIFY(!errorOf([&] { run.setEpochs(0); }, ErrorKind::Usage).empty());
        QVERIFY(!errorOf([&] { run.setLearningRate(-1); }, ErrorKind::Usage).empty());
    }

    void earlyStoppingKeepsTheBestEpoch()
    {
        // Targets of noise: what is learnt of the training items makes the others worse.
        const Matrix x = randomSet(6, 60, 1), y = randomSet(4, 60, 2);
        TrainingOptions options =
            netWith({"early-stopping=validation-loss", "patience=3", "epochs=200", "learning-rate=.02"});
        TrainingRun run(x, y, {}, options);
        std::optional<Matrix> atBest;
        double best = 1e300;
        while (!run.finished()) {
            const EpochReport report = run.advance();
            QCOMPARE(report.best, *report.validationLoss < best);
            if (!report.best) continue;
            best = *report.validationLoss;
            atBest = run.model().apply(x);
        }
        QVERIFY(run.epochsDone() < 200);
        QVERIFY(sameBytes(run.model().apply(x), *atBest));
        const auto& history = run.history();
        for (std::size_t i = history.size() - 3; i < history.size(); ++i)
            QVERIFY(!history[i].best);
        QVERIFY(history[history.size() - 4].best);
    }

    void tooFewItemsToSetAside()
    {
        const Matrix x = randomSet(6, 4, 1);
        const auto make = [&] { TrainingRun(x, x, {}, netWith({"early-stopping=validation-overlap"})); };
        QVERIFY(errorOf(make, ErrorKind::Input).find("early stopping") != std::string::npos);
        // One item aside would have nothing to be compared with.
        const auto validated = [&](const QString& loss) {
            const Matrix few = randomSet(6, 12, 1);
            TrainingRun run(few, few, {}, netWith({"loss=" + loss, "early-stopping=validation-loss", "epochs=1"}));
            return *run.advance().validationLoss;
        };
        for (const char* loss : {"infonce", "neighbor", "max-margin"})
            QVERIFY2(validated(loss) > 0, loss);
        const auto alone = [&] { TrainingRun(randomSet(6, 1, 1), randomSet(6, 1, 1), {}, netWith({"loss=infonce"})); };
        QVERIFY(errorOf(alone, ErrorKind::Input).find("1 to train on are too few") != std::string::npos);
    }

    void divergenceLeavesTheLastGoodWeights()
    {
        const Pair pair;
        TrainingRun run(pair.x, pair.y, {}, netWith({"optimizer=sgd"}));
        run.advance();
        const Matrix good = run.model().apply(pair.x);
        run.setLearningRate(1000);
        const std::string error = errorOf([&] { toTheEnd(run); }, ErrorKind::Work);
        QVERIFY2(error.find("diverged") != std::string::npos && error.find("epoch 2") != std::string::npos,
                 error.c_str());
        QVERIFY(run.finished());
        QVERIFY(sameBytes(run.model().apply(pair.x), good));
        TrainingRun atOnce(pair.x, pair.y, {}, netWith({"optimizer=sgd", "learning-rate=1000"}));
        const Matrix fresh = atOnce.model().apply(pair.x);
        const std::string first = errorOf([&] { toTheEnd(atOnce); }, ErrorKind::Work);
        QVERIFY2(first.find("those it began with") != std::string::npos, first.c_str());
        QVERIFY(sameBytes(atOnce.model().apply(pair.x), fresh));
    }

    /// No later batch of its epoch could tell that the last step was too long.
    void aRuinousLastStepOfAnEpochIsNotKept()
    {
        const Pair pair;
        TrainingRun run(pair.x, pair.y, {}, netWith({"batch=16", "dropout=.2"}));
        run.advance();
        const Matrix good = run.model().apply(pair.x);
        while (run.batches().first + 1 < run.batches().second)
            QVERIFY(!run.advanceBatch());
        run.setLearningRate(1000);
        const std::string error = errorOf([&] { run.advanceBatch(); }, ErrorKind::Work);
        QVERIFY2(error.find("epoch 2") != std::string::npos, error.c_str());
        QVERIFY(run.diverged());
        QCOMPARE(run.epochsDone(), Index(1));
        QVERIFY(sameBytes(run.model().apply(pair.x), good));
    }

    /// The weights are those that the history tells of; what the batches since came to is there when it goes on.
    void cutWithinAnEpochItHasTheLastWholeOne()
    {
        const Pair pair;
        const TrainingOptions options = netWith({"batch=16", "epochs=3"});
        TrainingRun run(pair.x, pair.y, {}, options), whole(pair.x, pair.y, {}, options);
        run.advance();
        const Matrix after = run.model().apply(pair.x);
        run.advanceBatch();
        QVERIFY(!sameBytes(run.model().apply(pair.x), after));
        run.setEpochs(1);
        QVERIFY(run.finished());
        QVERIFY(sameBytes(run.model().apply(pair.x), after));
        run.setEpochs(3);
        toTheEnd(run);
        toTheEnd(whole);
        QVERIFY(sameBytes(run.model().apply(pair.x), whole.model().apply(pair.x)));
    }

    void sameBytesForAnyNumberOfThreads()
    {
        const QTemporaryDir folder;
        const Matrix x = randomSet(300, 90, 1), y = linearImage(x, 270, 2); // several tiles a layer
        const TrainingOptions options = netWith({"hidden=520", "epochs=2", "dropout=.2", "structure=1"});
        std::vector<std::string> bytes;
        for (const int threads : {1, 2, 3}) {
            setThreadCount(threads);
            TrainingRun run(x, y, {}, options);
            toTheEnd(run);
            bytes.push_back(bytesOf(run.model(), folder));
        }
        setThreadCount(0);
        QVERIFY(bytes[1] == bytes[0]);
        QVERIFY(bytes[2] == bytes[0]);
    }

    void batchesLargerThanTheSetAndOddSets()
    {
        const Pair pair;
        TrainingRun run(pair.x, pair.y, {}, netWith({"batch=5000"}));
        toTheEnd(run);
        QCOMPARE(run.epochsDone(), Index(4));
        Matrix constant(3, 20);
        const Matrix one = randomSet(1, 20, 5); // a constant X, a one-dimensional Y
        for (const std::string& map : mapIds()) {
            TrainingOptions options;
            setOption(options, "map", map);
            if (map == "net") setOption(options, "epochs", "2");
            TrainingRun odd(constant, one, {}, options);
            const std::string error = errorOf([&] { toTheEnd(odd); }, ErrorKind::Input);
            if (!error.empty()) {
                QVERIFY2(map == "identity" || map == "cca" || map == "pls", (map + ": " + error).c_str());
                continue;
            }
            const Matrix f = odd.model().apply(constant);
            for (Index i = 0; i < 20; ++i)
                QVERIFY2(std::isfinite(f(0, i)), map.c_str());
        }
    }
};

BRIDGESCOPE_TEST(RunTest)

} // namespace run_tests

#include "run.moc"
