#include "core/training/adversary.h"
#include "core/training/training_run.h"
#include "tests/mapping/sets.h"
#include "tests/support/test_program.h"

#include <QTest>

/// Pairs of which it is known what can learn them.
namespace known_answers_tests {

using namespace bridgescope;
using namespace testsets;

namespace {

/// 1 - Σ‖y - f‖² / Σ‖y - ȳ‖².
double explained(MatrixView f, MatrixView y)
{
    double residual = 0, total = 0;
    for (Index k = 0; k < y.rows; ++k) {
        double mean = 0;
        for (Index i = 0; i < y.columns; ++i)
            mean += double(y.column(i)[std::size_t(k)]) / double(y.columns);
        for (Index i = 0; i < y.columns; ++i) {
            residual += std::pow(double(y.column(i)[std::size_t(k)]) - double(f.column(i)[std::size_t(k)]), 2);
            total += std::pow(double(y.column(i)[std::size_t(k)]) - mean, 2);
        }
    }
    return 1 - residual / total;
}

struct Moments {
    std::vector<double> mean, covariance;
};

Moments momentsOf(MatrixView set)
{
    const auto d = std::size_t(set.rows);
    Moments m{std::vector<double>(d), std::vector<double>(d * d)};
    for (Index i = 0; i < set.columns; ++i)
        for (std::size_t a = 0; a < d; ++a)
            m.mean[a] += double(set.column(i)[a]) / double(set.columns);
    for (Index i = 0; i < set.columns; ++i)
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b < d; ++b)
                m.covariance[a * d + b] += (double(set.column(i)[a]) - m.mean[a]) *
                                           (double(set.column(i)[b]) - m.mean[b]) / double(set.columns);
    return m;
}

/// Of matrices Frobenius's.
double distance(const std::vector<double>& a, const std::vector<double>& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return std::sqrt(sum);
}

} // namespace

class KnownAnswersTest : public QObject {
    Q_OBJECT
private slots:
    /// Products of coordinates are uncorrelated with every line through them.
    void twoHiddenLayersFitWhatRidgeCannot()
    {
        const Index n = 900, trained = 600;
        const Matrix x = randomSet(3, n, 1);
        Matrix y(3, n);
        for (Index i = 0; i < n; ++i) {
            y(0, i) = x(0, i) * x(1, i);
            y(1, i) = std::cos(2 * x(2, i));
            y(2, i) = std::abs(x(0, i)) * std::cos(x(1, i));
        }
        const MatrixView heldX = columns(x, trained, n - trained), heldY = columns(y, trained, n - trained);
        const auto fit = [&](const std::vector<std::pair<const char*, const char*>>& settings) {
            TrainingOptions options;
            for (const auto& [key, text] : settings)
                setOption(options, key, text);
            const Model model = train(columns(x, 0, trained), columns(y, 0, trained), {}, options, {}, {});
            return explained(model.apply(heldX), heldY);
        };
        const double ridge = fit({{"map", "ridge"}});
        const double net = fit({{"map", "net"}, {"hidden", "48,48"}, {"learning-rate", ".003"}, {"epochs", "150"}});
        QVERIFY2(ridge < .1, qPrintable(QString::number(ridge)));
        QVERIFY2(net > .9, qPrintable(QString::number(net)));
    }

    /// What μ·adversarial does without any other term: no pair is ever shown to f.
    void theAdversaryAloneMovesATrainedNetTowardsY()
    {
        const Index n = 512, batch = 128;
        const Matrix x = randomSet(4, n, 1);
        Matrix y = linearImage(randomSet(3, n, 2), 3, 3);
        for (Index i = 0; i < n; ++i) {
            y(0, i) = 2 * y(0, i) + 1.5f;
            y(1, i) -= 1;
        }
        TrainerOptions options;
        options.optimizer.kind = OptimizerKind::Adam;
        NetworkTrainer f(initialNetwork({4, 16, 3}, Activation::Tanh, "glorot", 1), options, batch);
        Adversary adversary({64, 1e-3, 1}, 3, batch);
        const Moments target = momentsOf(y), untrained = momentsOf(applyNetwork(f.network(), x));
        const auto left = [&](auto part) { // of the untrained net's distance
            return distance(part(momentsOf(applyNetwork(f.network(), x))), part(target)) /
                   distance(part(untrained), part(target));
        };
        // Against a discriminator that learns too f circles its goal: what counts is how near it keeps.
        double mean = 0, covariance = 0;
        constexpr int steps = 4000, looks = 50;
        for (int step = 0; step < steps; ++step) {
            const Index from = (step * batch) % n, other = (step * 3 * batch + batch) % n; // not the pairs
            const MatrixView mapped = f.forward(columns(x, from, batch));
            adversary.learn(columns(y, other, batch), mapped);
            std::fill_n(f.outputGradient(), mapped.size(), 0.0f);
            adversary.judge(mapped, 1, f.outputGradient());
            f.backward();
            f.step(1e-3);
            if (step < steps / 2 || step % (steps / 2 / looks) != 0) continue;
            mean += left([](const Moments& m) { return m.mean; }) / looks;
            covariance += left([](const Moments& m) { return m.covariance; }) / looks;
        }
        QVERIFY2(mean < .5, qPrintable(QString::number(mean)));
        QVERIFY2(covariance < .6, qPrintable(QString::number(covariance)));
    }

    /// Of one batch the loss is that of the untrained net, whatever else is trained on.
    void theLossIsWithoutTheAdversary()
    {
        const Matrix x = randomSet(5, 60, 1), y = randomSet(3, 60, 2);
        const auto firstEpoch = [&](const std::vector<std::pair<const char*, const char*>>& settings) {
            TrainingOptions options;
            for (const auto& [key, text] :
                 {std::pair{"map", "net"}, {"hidden", "8"}, {"batch", "60"}, {"structure", "1"}})
                setOption(options, key, text);
            for (const auto& [key, text] : settings)
                setOption(options, key, text);
            TrainingRun run(x, y, {}, options);
            return run.advance();
        };
        const EpochReport plain = firstEpoch({}), with = firstEpoch({{"adversarial", "50"}});
        QCOMPARE(with.loss, plain.loss);
        QVERIFY(!plain.adversarial);
        // The untrained discriminator is about even: -log 1/2.
        QVERIFY2(std::abs(with.adversarial.value_or(0) - .693) < .4,
                 qPrintable(QString::number(with.adversarial.value_or(0))));
    }
};

BRIDGESCOPE_TEST(KnownAnswersTest)

} // namespace known_answers_tests

#include "known_answers.moc"
