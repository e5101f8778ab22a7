#include "core/base/error.h"
#include "core/base/random.h"
#include "core/training/loss.h"
#include "core/training/network_trainer.h"
#include "core/training/training_run.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

namespace network_tests {

using namespace bridgescope;

namespace {

Matrix randomSet(Index d, Index n, std::uint64_t seed)
{
    Random random(seed, "test");
    Matrix set(d, n);
    for (Index i = 0; i < n; ++i)
        for (float& v : set.column(i))
            v = static_cast<float>(random.normal());
    return set;
}

/// The loss in float64 with one weight moved: forward pass written out anew.
double slowLoss(const Network& network, MatrixView x, MatrixView y, std::size_t layer, Index row, Index column,
                double shift)
{
    double loss = 0;
    for (Index i = 0; i < x.columns; ++i) {
        std::vector<double> values(x.column(i).begin(), x.column(i).end());
        for (std::size_t l = 0; l < network.layers.size(); ++l) {
            const Layer& at = network.layers[l];
            std::vector<double> sums(at.bias.begin(), at.bias.end());
            for (Index r = 0; r < at.weight.rows(); ++r) {
                if (l == layer && r == row && column < 0) sums[static_cast<std::size_t>(r)] += shift;
                for (Index c = 0; c < at.weight.columns(); ++c)
                    sums[static_cast<std::size_t>(r)] +=
                        (static_cast<double>(at.weight(r, c)) + (l == layer && r == row && c == column ? shift : 0)) *
                        values[static_cast<std::size_t>(c)];
            }
            if (l + 1 < network.layers.size())
                for (double& s : sums)
                    switch (network.activation) {
                    case Activation::Relu:
                        s = std::max(0.0, s);
                        break;
                    case Activation::Tanh:
                        s = std::tanh(s);
                        break;
                    case Activation::Sigmoid:
                        s = 1 / (1 + std::exp(-s));
                        break;
                    case Activation::Gelu:
                        s = s * 0.5 * std::erfc(-s / std::sqrt(2.0));
                        break;
                    case Activation::Identity:
                        break;
                    }
            values = sums;
        }
        for (std::size_t k = 0; k < values.size(); ++k)
            loss += 0.5 * std::pow(values[k] - static_cast<double>(y.column(i)[k]), 2) / static_cast<double>(x.columns);
    }
    return loss;
}

/// Forward and backward pass of one batch with squared error; returns the loss.
double carryBack(NetworkTrainer& trainer, MatrixView x, MatrixView y)
{
    Loss loss({}, x.rows, y.rows, x.columns);
    const double value = loss.evaluate(trainer.forward(x), y, x, trainer.outputGradient());
    trainer.backward();
    return value;
}

TrainingOptions netOptions()
{
    TrainingOptions options;
    options.map = "net";
    options.hidden = {16};
    options.epochs = 30;
    options.batch = 16;
    options.learningRate = 0.01;
    return options;
}

} // namespace

class NetworkTest : public QObject {
    Q_OBJECT
private slots:
    void gradientsEqualFiniteDifferences_data()
    {
        QTest::addColumn<QString>("activation");
        for (const auto& id : activationIds())
            QTest::newRow(id.c_str()) << QString::fromStdString(id);
    }
    void gradientsEqualFiniteDifferences()
    {
        QFETCH(QString, activation);
        const Matrix x = randomSet(4, 7, 1), y = randomSet(3, 7, 2);
        NetworkTrainer trainer(initialNetwork({4, 6, 5, 3}, activationFromId(activation.toStdString()), "uniform", 3),
                               {}, 7);
        const double loss = carryBack(trainer, x, y);
        const std::vector<Layer> gradient = trainer.gradient();
        const Network& network = trainer.network();
        QVERIFY(std::abs(loss - slowLoss(network, x, y, 0, 0, 0, 0)) < 1e-5);
        constexpr double h = 1e-5;
        for (std::size_t l = 0; l < network.layers.size(); ++l)
            for (Index r = 0; r < network.layers[l].weight.rows(); ++r)
                for (Index c = -1; c < network.layers[l].weight.columns(); ++c) {
                    const double expected =
                        (slowLoss(network, x, y, l, r, c, h) - slowLoss(network, x, y, l, r, c, -h)) / (2 * h);
                    const double found = c < 0 ? static_cast<double>(gradient[l].bias[static_cast<std::size_t>(r)])
                                               : static_cast<double>(gradient[l].weight(r, c));
                    QVERIFY2(
                        std::abs(found - expected) < 2e-4 * (1 + std::abs(expected)),
                        qPrintable(QStringLiteral("%1 %2 %3: %4 %5").arg(l).arg(r).arg(c).arg(found).arg(expected)));
                }
    }
    void firstAdamStepHasTheLearningRatesLength()
    {
        // After one step m̂/sqrt(v̂) is the gradient's sign: every weight moves by the learning rate.
        const Matrix x = randomSet(3, 5, 4), y = randomSet(2, 5, 5);
        NetworkTrainer trainer(initialNetwork({3, 2}, Activation::Relu, "glorot", 1), {}, 5);
        const Network before = trainer.network();
        carryBack(trainer, x, y);
        const std::vector<Layer> gradient = trainer.gradient();
        trainer.step(0.01);
        for (Index c = 0; c < 3; ++c)
            for (Index r = 0; r < 2; ++r) {
                const float moved = trainer.network().layers[0].weight(r, c) - before.layers[0].weight(r, c);
                const float sign = gradient[0].weight(r, c) > 0 ? -1.0f : 1.0f;
                QVERIFY(std::abs(moved - 0.01f * sign) < 1e-5f);
            }
    }
    void initialWeightsHaveTheirSpread()
    {
        const Network glorot = initialNetwork({400, 300, 10}, Activation::Relu, "glorot", 1);
        double square = 0, largest = 0;
        for (Index c = 0; c < 400; ++c)
            for (const float w : glorot.layers[0].weight.column(c)) {
                square += static_cast<double>(w) * static_cast<double>(w) / (400 * 300.0);
                largest = std::max(largest, std::abs(static_cast<double>(w)));
            }
        const double sd = std::sqrt(2.0 / 700);
        QVERIFY(largest <= 2 * sd * 1.0001);
        QVERIFY(std::abs(std::sqrt(square) / sd - 0.8796) < 0.01); // sd of a normal cut at two sd
        QCOMPARE(glorot.layers[0].bias[0], 0.1f);
        QCOMPARE(glorot.layers[1].bias[0], 0.0f);
        const Network uniform = initialNetwork({400, 300, 10}, Activation::Relu, "uniform", 1);
        for (const float b : uniform.layers[0].bias)
            QVERIFY(std::abs(b) <= 0.05f);
    }
    void learnsALinearMap()
    {
        const Matrix x = randomSet(5, 200, 6);
        Matrix y(2, 200);
        for (Index i = 0; i < 200; ++i) {
            y(0, i) = x(0, i) - 2 * x(3, i);
            y(1, i) = 0.5f * x(1, i);
        }
        TrainingOptions options = netOptions();
        options.hidden.clear();
        options.epochs = 120;
        const Model model = train(x, y, {}, options, {}, {});
        const Matrix f = model.apply(x);
        for (Index i = 0; i < 200; ++i)
            QVERIFY(std::abs(f(0, i) - y(0, i)) < 0.05f);
    }
    void reportsEveryEpochAndObservesHeldOutItems()
    {
        const Matrix x = randomSet(5, 65, 7), y = randomSet(3, 65, 8), held = randomSet(5, 9, 9);
        std::vector<double> losses;
        Index seen = 0;
        TrainingOptions options = netOptions();
        options.epochs = 8;
        train(
            x, y, held, options,
            [&](MatrixView f, EpochReport& report) {
                QCOMPARE(f.columns, Index(9));
                report.overlapX = 0.5;
                ++seen;
            },
            [&](const EpochReport& report) {
                losses.push_back(report.loss);
                QCOMPARE(*report.overlapX, 0.5);
            });
        QCOMPARE(seen, Index(8));
        QCOMPARE(losses.size(), std::size_t(8));
        QVERIFY(losses.back() < losses.front());
    }
    void cancelledRunGoesOnAsIfItNeverStopped()
    {
        const Matrix x = randomSet(6, 130, 10), y = randomSet(4, 130, 11);
        TrainingOptions options = netOptions();
        options.epochs = 3;
        const Matrix undisturbed = train(x, y, {}, options, {}, {}).apply(x);
        TrainingRun run(x, y, {}, options);
        int batches = 0;
        std::stop_source stop;
        Context stopping;
        stopping.stop = stop.get_token();
        stopping.progress = [&](const Progress&) {
            if (++batches == 3) stop.request_stop();
        };
        QVERIFY_THROWS_EXCEPTION(Cancelled, (void)run.advance(stopping));
        while (!run.finished())
            run.advance();
        const Matrix resumed = run.model().apply(x);
        QVERIFY(std::equal(resumed.data(), resumed.data() + resumed.view().size(), undisturbed.data()));
    }
    void optionsRefuseWhatCannotBe()
    {
        TrainingOptions options = netOptions();
        for (const auto& [key, text] : {std::pair{"learning-rate", "0"},
                                        {"learning-rate", "-1"},
                                        {"epochs", "0"},
                                        {"batch", "0"},
                                        {"hidden", "1,2,3,4,5,6"},
                                        {"hidden", "0"}}) {
            TrainingOptions wrong = options;
            QVERIFY_THROWS_EXCEPTION(Error, setOption(wrong, key, text));
        }
        QVERIFY_THROWS_EXCEPTION(Error, setOption(options, "activation", "nonsense"));
        QVERIFY_THROWS_EXCEPTION(Error, setOption(options, "epochs", "many"));
        for (const OptionInfo& info : trainingOptionTable())
            setOption(options, info.key, optionText(options, info.key)); // text goes round
    }
};

BRIDGESCOPE_TEST(NetworkTest)

} // namespace network_tests

#include "network.moc"
