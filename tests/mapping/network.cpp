#include "core/mapping/network.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "tests/mapping/sets.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace network_tests {

using namespace bridgescope;
using namespace testsets;

namespace {

double slowActivation(Activation a, double s)
{
    switch (a) {
    case Activation::Relu:
        return s > 0 ? s : 0;
    case Activation::Tanh:
        return std::tanh(s);
    case Activation::Sigmoid:
        return 1 / (1 + std::exp(-s));
    case Activation::Gelu:
        return s * std::erfc(-s / std::sqrt(2.0)) / 2;
    case Activation::Identity:
        return s;
    }
    return 0;
}

Matrix slowForward(const Network& network, MatrixView x)
{
    Matrix result(network.outputDimension(), x.columns);
    for (Index i = 0; i < x.columns; ++i) {
        std::vector<double> values(x.column(i).begin(), x.column(i).end());
        for (std::size_t l = 0; l < network.layers.size(); ++l) {
            const Layer& layer = network.layers[l];
            std::vector<double> next;
            for (Index r = 0; r < layer.weight.rows(); ++r) {
                double sum = layer.bias[static_cast<std::size_t>(r)];
                for (Index c = 0; c < layer.weight.columns(); ++c)
                    sum += double(layer.weight(r, c)) * values[static_cast<std::size_t>(c)];
                next.push_back(l + 1 < network.layers.size() ? slowActivation(network.activation, sum) : sum);
            }
            values = next;
        }
        std::ranges::transform(values, result.column(i).begin(), [](double v) { return static_cast<float>(v); });
    }
    return result;
}

} // namespace

class NetworkTest : public QObject {
    Q_OBJECT
private slots:
    void forwardEqualsASlowReference_data()
    {
        QTest::addColumn<int>("activation");
        QTest::addColumn<int>("hidden");
        for (int a = 0; a < 5; ++a)
            for (const int hidden : {0, 1, 5})
                QTest::addRow("%s, %d hidden", activationIds()[std::size_t(a)].c_str(), hidden) << a << hidden;
    }

    void forwardEqualsASlowReference()
    {
        QFETCH(int, activation);
        QFETCH(int, hidden);
        std::vector<Index> sizes{13};
        for (int l = 0; l < hidden; ++l)
            sizes.push_back(17 + l);
        sizes.push_back(5);
        for (const char* init : {"glorot", "uniform"}) {
            const Network net = initialNetwork(sizes, static_cast<Activation>(activation), init, 3);
            const Matrix x = randomSet(13, 70, 4);
            QVERIFY(greatestDifference(applyNetwork(net, x), slowForward(net, x)) < 5e-6);
            Index count = 0;
            for (std::size_t l = 0; l + 1 < sizes.size(); ++l)
                count += sizes[l] * sizes[l + 1] + sizes[l + 1];
            QCOMPARE(NetworkMapping(net).parameterCount(), count);
        }
    }

    /// Items beside an item change at most the last bits of its f(x): BLAS treats a block's columns alike or nearly so.
    void sameBytesForThreadsAndNearlyForGroupings()
    {
        const Network net = initialNetwork({100, 200, 37}, Activation::Gelu, "glorot", 1);
        const Matrix x = randomSet(100, 333, 2);
        setThreadCount(1);
        const Matrix all = applyNetwork(net, x);
        for (const int threads : {2, 3}) {
            setThreadCount(threads);
            QVERIFY(sameBytes(applyNetwork(net, x), all));
        }
        setThreadCount(0);
        for (Index i = 0; i < 333; i += 7)
            QVERIFY(greatestDifference(applyNetwork(net, columns(x, i, 1)), columns(all, i, 1)) < 1e-6);
        for (const Index first : {1, 5, 63, 65})
            QVERIFY(greatestDifference(applyNetwork(net, columns(x, first, 200)), columns(all, first, 200)) < 1e-6);
    }

    void initialWeightsAreDrawnAsDefined()
    {
        const Network glorot = initialNetwork({300, 200, 100}, Activation::Relu, "glorot", 1);
        double squares = 0, greatest = 0;
        const double sd = std::sqrt(2.0 / 500);
        const Matrix& w = glorot.layers[0].weight;
        for (Index i = 0; i < w.view().size(); ++i) {
            squares += double(w.data()[i]) * double(w.data()[i]);
            greatest = std::max(greatest, std::abs(double(w.data()[i])));
        }
        // A normal cut at two sd keeps .7737 of its variance.
        QVERIFY(std::abs(squares / double(w.view().size()) / (sd * sd) - .7737) < .02);
        QVERIFY(greatest <= 2 * sd * 1.000001 && greatest > 1.9 * sd);
        QCOMPARE(glorot.layers[0].bias[7], .1f); // before a relu
        QCOMPARE(glorot.layers[1].bias[7], 0.0f);
        QCOMPARE(initialNetwork({3, 4, 2}, Activation::Tanh, "glorot", 1).layers[0].bias[0], 0.0f);
        const Network uniform = initialNetwork({400, 50}, Activation::Relu, "uniform", 1);
        double sum = 0, most = 0;
        for (Index i = 0; i < 400 * 50; ++i) {
            const double v = uniform.layers[0].weight.data()[i];
            sum += v * v;
            most = std::max(most, std::abs(v));
        }
        QVERIFY(most <= 1 / 20.0 && most > .99 / 20.0);
        QVERIFY(std::abs(sum / 20000 * 3 * 400 - 1) < .03); // variance of a uniform is bound²/3
        QVERIFY(std::ranges::any_of(uniform.layers[0].bias, [](float b) { return b != 0; }));
        const auto again = initialNetwork({300, 200, 100}, Activation::Relu, "glorot", 1);
        QVERIFY(sameBytes(again.layers[1].weight, glorot.layers[1].weight));
        QVERIFY(!sameBytes(initialNetwork({300, 200, 100}, Activation::Relu, "glorot", 2).layers[1].weight,
                           glorot.layers[1].weight));
    }

    void aSetOfAnotherDimensionIsRefused()
    {
        const Network net = initialNetwork({4, 3}, Activation::Relu, "glorot", 1);
        QVERIFY_EXCEPTION_THROWN(applyNetwork(net, randomSet(5, 2, 1)), Error);
        QCOMPARE(applyNetwork(net, Matrix(4, 0)).columns(), Index(0));
    }
};

BRIDGESCOPE_TEST(NetworkTest)

} // namespace network_tests

#include "network.moc"
