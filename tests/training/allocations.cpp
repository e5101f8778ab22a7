#include "core/training/training_run.h"
#include "tests/mapping/sets.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <atomic>
#include <cstdlib>
#include <new>

using namespace bridgescope;
using namespace testsets;

namespace {

// Below this stand the closures of a parallel loop and the line of an epoch's report; the least array of a batch of
// this test is four times as long.
constexpr std::size_t smallBytes = 1024;

std::atomic<bool> counting{false};
std::atomic<long> large{0}, longest{0};

} // namespace

void* operator new(std::size_t bytes)
{
    if (counting && bytes > smallBytes) {
        ++large;
        longest = std::max(longest.load(), static_cast<long>(bytes));
    }
    if (void* memory = std::malloc(bytes ? bytes : 1)) return memory;
    throw std::bad_alloc();
}

void operator delete(void* memory) noexcept
{
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}

/// Batches after the first take no memory: weights, moments and the values of one batch are all there is.
class AllocationsTest : public QObject {
    Q_OBJECT
private slots:
    void theCountIsThere();
    void batchesTakeNone_data();
    void batchesTakeNone();
};

void AllocationsTest::theCountIsThere()
{
    counting = true;
    large = 0;
    const auto some = std::make_unique<std::vector<float>>(1000);
    counting = false;
    QVERIFY(!some->empty());
    QCOMPARE(large.load(), 1L);
}

void AllocationsTest::batchesTakeNone_data()
{
    QTest::addColumn<QStringList>("settings");
    QTest::newRow("mse, Adam") << QStringList();
    QTest::newRow("dropout, clipping, decay") << QStringList{"dropout=0.2", "clip=1", "weight-decay=0.01"};
    QTest::newRow("cosine") << QStringList{"loss=cosine"};
    QTest::newRow("max-margin") << QStringList{"loss=max-margin"};
    QTest::newRow("infonce") << QStringList{"loss=infonce"};
    QTest::newRow("neighbor") << QStringList{"loss=neighbor"};
    QTest::newRow("structure") << QStringList{"structure=1"};
    QTest::newRow("adversarial") << QStringList{"adversarial=0.5"};
}

void AllocationsTest::batchesTakeNone()
{
    QFETCH(QStringList, settings);
    TrainingOptions options;
    for (const QString& setting : QStringList{"map=net", "hidden=64", "batch=50", "epochs=9"} + settings)
        setOption(options, setting.section('=', 0, 0).toStdString(), setting.section('=', 1).toStdString());
    const Matrix x = randomSet(40, 500, 1), y = linearImage(x, 30, 2);
    TrainingRun run(x, y, {}, options);
    run.advance(); // what is made once, workers' memory too
    run.advance();
    run.advanceBatch();
    large = longest = 0;
    counting = true;
    for (int batch = 2; batch < 10; ++batch) // of the ten of an epoch, but the first and the last
        run.advanceBatch();
    counting = false;
    QVERIFY2(large == 0, qPrintable(QString("%1 allocations, up to %2 bytes").arg(large.load()).arg(longest.load())));
}

BRIDGESCOPE_TEST(AllocationsTest)

#include "allocations.moc"
