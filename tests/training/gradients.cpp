#include "core/training/adversary.h"
#include "core/training/gradient_checker.h"
#include "core/training/net_run.h"
#include "tests/mapping/sets.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <fstream>

namespace gradients_tests {

using namespace bridgescope;
using namespace testsets;

namespace {

nlohmann::json frozen()
{
    std::ifstream file(BRIDGESCOPE_TEST_DATA "/training/torch.json");
    return nlohmann::json::parse(file);
}

Network networkOf(const nlohmann::json& state)
{
    Network net;
    net.activation = Activation::Gelu;
    for (const char* layer : {"0", "2"}) {
        const auto& rows = state.at(std::string(layer) + ".weight");
        Layer to{Matrix(static_cast<Index>(rows.size()), static_cast<Index>(rows[0].size())),
                 state.at(std::string(layer) + ".bias").get<std::vector<float>>()};
        for (Index r = 0; r < to.weight.rows(); ++r)
            for (Index c = 0; c < to.weight.columns(); ++c)
                to.weight(r, c) = rows[std::size_t(r)][std::size_t(c)].get<float>();
        net.layers.push_back(std::move(to));
    }
    return net;
}

} // namespace

class GradientsTest : public QObject {
    Q_OBJECT
private slots:
    /// Values and gradients of torch, in float64, frozen with their script.
    void lossesAreTorchs_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"mse", "cosine", "max-margin", "infonce", "neighbor", "structure", "structure_mixed"})
            QTest::newRow(name) << name;
    }

    void lossesAreTorchs()
    {
        QFETCH(QString, name);
        const auto json = frozen();
        const Matrix f = fromRows(json["f"]), y = fromRows(json["y"]), x = fromRows(json["x"]);
        LossOptions options;
        if (name == "structure")
            options.structure = .7;
        else if (name == "structure_mixed") {
            options.kind = LossKind::Cosine;
            options.structure = 2;
            options.structureTarget = .25;
        } else
            options.kind = lossFromId(name.toStdString());
        options.temperature = defaultTemperature(options.kind);
        Loss loss(options, x.rows(), y.rows(), 9); // room for more than there are
        Matrix gradient(f.rows(), f.columns());
        const double value = loss.evaluate(f, y, x, gradient.data());
        const auto& wanted = json["losses"][name.toStdString()];
        QVERIFY(std::abs(value - wanted["value"].get<double>()) < 1e-5 * std::max(1.0, value));
        const Matrix of = fromRows(wanted["gradient"]);
        double greatest = 0;
        for (Index i = 0; i < of.view().size(); ++i)
            greatest = std::max(greatest, std::abs(double(of.data()[i])));
        QVERIFY(greatestDifference(gradient, of) < 1e-5 * greatest);
    }

    void stepsAreTorchs_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"sgd", "rmsprop", "adam", "adam_clipped", "adam_decay", "adamw"})
            QTest::newRow(name) << name;
    }

    void stepsAreTorchs()
    {
        QFETCH(QString, name);
        const auto json = frozen();
        const Matrix x = fromRows(json["x"]), y = fromRows(json["y"]);
        TrainerOptions options;
        options.optimizer.kind = optimizerFromId(name.section('_', 0, 0).toStdString());
        if (name == "adam_clipped") options.clip = .3;
        if (name == "adam_decay" || name == "adamw") options.optimizer.weightDecay = .1;
        NetworkTrainer trainer(networkOf(json["before"]), options, x.columns());
        Loss loss({}, x.rows(), y.rows(), x.columns());
        for (int step = 0; step < 10; ++step) {
            loss.evaluate(trainer.forward(x), y, x, trainer.outputGradient());
            trainer.backward();
            trainer.step(name == "sgd" ? .05 : .01);
        }
        const Network wanted = networkOf(json["after"][name.toStdString()]);
        for (std::size_t l = 0; l < 2; ++l) {
            QVERIFY(greatestDifference(trainer.network().layers[l].weight, wanted.layers[l].weight) < 2e-5);
            for (std::size_t k = 0; k < wanted.layers[l].bias.size(); ++k)
                QVERIFY(std::abs(trainer.network().layers[l].bias[k] - wanted.layers[l].bias[k]) < 2e-5f);
        }
    }

    /// Every loss, layer, activation and regulariser against finite differences.
    void finiteDifferences_data()
    {
        QTest::addColumn<QStringList>("settings");
        const QStringList net{"map=net", "hidden=6,5", "activation=tanh"};
        for (const std::string& loss : lossIds())
            QTest::addRow("%s", loss.c_str()) << net + QStringList{"loss=" + QString::fromStdString(loss)};
        for (const std::string& activation : activationIds())
            QTest::addRow("%s", activation.c_str())
                << QStringList{"map=net", "hidden=7", "activation=" + QString::fromStdString(activation)};
        QTest::newRow("no hidden layer") << QStringList{"map=net", "hidden=none"};
        QTest::newRow("five hidden layers") << QStringList{"map=net", "hidden=4,4,4,4,4", "activation=gelu"};
        QTest::newRow("uniform start") << net + QStringList{"init=uniform"};
        QTest::newRow("structure") << net + QStringList{"structure=1.5"};
        QTest::newRow("structure of X") << net + QStringList{"structure=1.5", "structure-target=0", "loss=infonce"};
        QTest::newRow("neighbor and structure") << net + QStringList{"structure=.5", "loss=neighbor"};
        QTest::newRow("adversarial") << net + QStringList{"adversarial=3", "discriminator-hidden=8"};
        QTest::newRow("weight decay") << net + QStringList{"weight-decay=.5"};
    }

    void finiteDifferences()
    {
        QFETCH(QStringList, settings);
        TrainingOptions options;
        for (const QString& setting : settings)
            setOption(options, setting.section('=', 0, 0).toStdString(), setting.section('=', 1).toStdString());
        const GradientCheck check = checkGradients(options, randomSet(5, 8, 1), randomSet(4, 8, 2));
        QVERIFY2(check.worst < 4e-3, qPrintable(QString("%1 at %2").arg(check.worst).arg(check.where.c_str())));
        QVERIFY2(check.skipped * 5 < check.compared,
                 qPrintable(QString("%1 of %2 skipped").arg(check.skipped).arg(check.compared)));
    }

    void aWrongGradientIsFound()
    {
        // Differences of another function than the one derived: γ changes max-margin's value and which pairs count.
        TrainingOptions options;
        setOption(options, "map", "net");
        setOption(options, "hidden", "6");
        setOption(options, "activation", "tanh");
        const Matrix x = randomSet(5, 8, 1);
        Matrix y = randomSet(4, 8, 2);
        QVERIFY(checkGradients(options, x, y).worst < 4e-3);
        // The same batch with targets so large that float32 differences drown in the loss.
        for (Index i = 0; i < y.view().size(); ++i)
            y.data()[i] *= 1e6f;
        QVERIFY(checkGradients(options, x, y, 1e-7).worst > .05);
    }

    void aZeroVectorHasNoGradient()
    {
        Matrix f = randomSet(3, 4, 1), y = randomSet(3, 4, 2);
        for (float& v : f.column(1))
            v = 0;
        for (float& v : y.column(2))
            v = 0;
        for (const std::string& id : lossIds()) {
            if (id == "mse") continue;
            LossOptions options;
            options.kind = lossFromId(id);
            options.structure = 1;
            Matrix gradient(3, 4);
            const double value = Loss(options, 3, 3, 4).evaluate(f, y, f, gradient.data());
            QVERIFY(std::isfinite(value));
            for (const float v : gradient.column(1))
                QCOMPARE(v, 0.0f);
            for (Index i = 0; i < 12; ++i)
                QVERIFY(std::isfinite(gradient.data()[i]));
        }
    }

    void aBatchOfOneHasNoPairs()
    {
        const Matrix f = randomSet(3, 1, 1), y = randomSet(3, 1, 2);
        for (const char* id : {"max-margin", "infonce", "neighbor"}) {
            LossOptions options;
            options.kind = lossFromId(id);
            options.structure = 1;
            Matrix gradient(3, 1);
            QVERIFY(std::abs(Loss(options, 3, 3, 1).evaluate(f, y, f, gradient.data())) < 1e-6);
            for (const float v : gradient.column(0))
                QVERIFY(std::abs(v) < 1e-6f);
        }
    }

    /// The adversarial part alone moves f(X)'s mean and covariance toward Y's.
    void theAdversaryMovesFTowardsY()
    {
        const Index n = 256;
        const Matrix y = randomSet(3, n, 5);
        Matrix f = randomSet(3, n, 6);
        for (Index i = 0; i < n; ++i)
            for (Index k = 0; k < 3; ++k)
                f(k, i) = f(k, i) * .3f + 2;
        const auto moments = [&] {
            double mean = 0, spread = 0;
            for (Index i = 0; i < 3 * n; ++i)
                mean += double(f.data()[i]) / double(3 * n);
            for (Index i = 0; i < 3 * n; ++i)
                spread += (double(f.data()[i]) - mean) * (double(f.data()[i]) - mean) / double(3 * n);
            return std::pair(mean, spread);
        };
        Adversary adversary({32, 3e-3, 1}, 3, n);
        Matrix gradient(3, n);
        for (int step = 0; step < 600; ++step) {
            adversary.learn(y, f);
            std::fill_n(gradient.data(), 3 * n, 0.0f);
            adversary.judge(f, 1, gradient.data());
            for (Index i = 0; i < 3 * n; ++i)
                f.data()[i] -= 4 * gradient.data()[i];
        }
        const auto [mean, spread] = moments();
        QVERIFY2(std::abs(mean) < .5, qPrintable(QString::number(mean)));
        QVERIFY2(spread > .3 && spread < 3, qPrintable(QString::number(spread)));
    }
};

BRIDGESCOPE_TEST(GradientsTest)

} // namespace gradients_tests

#include "gradients.moc"
