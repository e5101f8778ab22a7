#include "core/training/kept_predictions.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <thread>

namespace kept_predictions_tests {

using namespace bridgescope;

namespace {

/// 2 x 4 floats that say which epoch they are of: 32 bytes.
Matrix predictionsOf(Index epoch)
{
    Matrix predictions(2, 4);
    std::fill_n(predictions.data(), 8, static_cast<float>(epoch));
    return predictions;
}
constexpr std::uint64_t size = 32;

std::vector<Index> epochsOf(const KeptPredictions& kept)
{
    std::vector<Index> epochs;
    for (const KeptEpoch& each : kept.epochs()) {
        if (each.predictions.view().data[7] != static_cast<float>(each.epoch)) return {}; // those of another epoch
        epochs.push_back(each.epoch);
    }
    return epochs;
}

void addTo(KeptPredictions& kept, Index first, Index last)
{
    for (Index epoch = first; epoch <= last; ++epoch)
        kept.add(epoch, predictionsOf(epoch));
}

} // namespace

class KeptPredictionsTest : public QObject {
    Q_OBJECT
private slots:
    void allWhereThereIsRoom()
    {
        KeptPredictions kept(6 * size);
        QVERIFY(kept.epochs().empty());
        addTo(kept, 1, 6);
        QCOMPARE(epochsOf(kept), (std::vector<Index>{1, 2, 3, 4, 5, 6}));
        QCOMPARE(kept.bytes(), 6 * size);
    }
    void everySecondGoesWhereItIsFull()
    {
        KeptPredictions kept(6 * size);
        addTo(kept, 1, 7);
        QCOMPARE(epochsOf(kept), (std::vector<Index>{1, 3, 5, 7}));
        addTo(kept, 8, 8);
        QCOMPARE(epochsOf(kept), (std::vector<Index>{1, 3, 5, 7, 8}));
        addTo(kept, 9, 9); // the last one until now goes
        QCOMPARE(epochsOf(kept), (std::vector<Index>{1, 3, 5, 7, 9}));
        addTo(kept, 10, 40);
        QCOMPARE(epochsOf(kept), (std::vector<Index>{1, 9, 17, 25, 33, 40}));
    }
    void neverOverTheBudget()
    {
        for (const Index most : {2, 3, 5, 16}) {
            KeptPredictions kept(static_cast<std::uint64_t>(most) * size);
            for (Index epoch = 1; epoch <= 300; ++epoch) {
                kept.add(epoch, predictionsOf(epoch));
                QVERIFY(kept.bytes() <= static_cast<std::uint64_t>(most) * size);
                const auto epochs = epochsOf(kept);
                QCOMPARE(epochs.front(), 1);
                QCOMPARE(epochs.back(), epoch);
                QVERIFY(static_cast<Index>(epochs.size()) >= std::min(epoch, most / 2)); // not thinned for nothing
            }
        }
    }
    void firstLastAndBestStayWhateverTheBudget()
    {
        KeptPredictions kept(1);
        addTo(kept, 1, 20);
        QCOMPARE(epochsOf(kept), (std::vector<Index>{1, 20}));
        kept.pin(20);
        addTo(kept, 21, 30);
        QCOMPARE(epochsOf(kept), (std::vector<Index>{1, 20, 30}));
        kept.pin(25); // gone already
        QCOMPARE(epochsOf(kept), (std::vector<Index>{1, 20, 30}));
        kept.pin(30);
        QCOMPARE(epochsOf(kept), (std::vector<Index>{1, 30}));
    }
    void aLowerBudgetThinsAtOnce()
    {
        KeptPredictions kept(100 * size);
        addTo(kept, 1, 33);
        kept.lowerBudget(6 * size);
        QCOMPARE(epochsOf(kept), (std::vector<Index>{1, 9, 17, 25, 33}));
        kept.lowerBudget(100 * size); // no way back
        addTo(kept, 34, 60);
        QVERIFY(kept.bytes() <= 6 * size);
    }
    void anEpochThatComesAgainReplacesWhatFollowed()
    {
        KeptPredictions kept(100 * size);
        addTo(kept, 1, 9);
        addTo(kept, 5, 6);
        QCOMPARE(epochsOf(kept), (std::vector<Index>{1, 2, 3, 4, 5, 6}));
    }
    void aSnapshotOutlivesTheThinning()
    {
        KeptPredictions kept(100 * size);
        addTo(kept, 1, 9);
        const auto snapshot = kept.epochs();
        kept.lowerBudget(1);
        QCOMPARE(snapshot[4].predictions.view().data[0], 5.f);
    }
    void readWhileItIsWritten()
    {
        KeptPredictions kept(20 * size);
        std::jthread writer([&] { addTo(kept, 1, 2000); });
        while (true) {
            const auto epochs = epochsOf(kept);
            if (!epochs.empty()) QCOMPARE(epochs.front(), 1);
            if (!epochs.empty() && epochs.back() == 2000) break;
        }
        QVERIFY(kept.bytes() <= 20 * size);
    }
};

BRIDGESCOPE_TEST(KeptPredictionsTest)

} // namespace kept_predictions_tests

#include "kept_predictions.moc"
