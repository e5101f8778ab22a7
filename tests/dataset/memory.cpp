#include "tests/dataset/set_files.h"
#include "tests/support/test_program.h"

#include <atomic>
#include <cstdlib>
#include <new>

using namespace bridgescope;

namespace {

/// Every allocation of this program is counted, and refused from a limit on.
std::atomic<std::size_t> g_live{0}, g_peak{0}, g_largest{0};
constexpr std::size_t head = alignof(std::max_align_t);

void* counted(std::size_t size)
{
    void* block = std::malloc(size + head);
    if (!block) throw std::bad_alloc();
    *static_cast<std::size_t*>(block) = size;
    const std::size_t live = g_live += size;
    std::size_t peak = g_peak;
    while (live > peak && !g_peak.compare_exchange_weak(peak, live)) {
    }
    std::size_t largest = g_largest;
    while (size > largest && !g_largest.compare_exchange_weak(largest, size)) {
    }
    return static_cast<char*>(block) + head;
}

void release(void* pointer) noexcept
{
    if (!pointer) return;
    void* block = static_cast<char*>(pointer) - head;
    g_live -= *static_cast<std::size_t*>(block);
    std::free(block);
}

/// Bytes allocated at most at once while `work` runs, beyond those before it.
template<class Work> std::size_t peakOf(Work&& work)
{
    const std::size_t before = g_live;
    g_peak = before;
    work();
    return g_peak - before;
}

} // namespace

void* operator new(std::size_t size)
{
    return counted(size);
}
void* operator new[](std::size_t size)
{
    return counted(size);
}
void operator delete(void* pointer) noexcept
{
    release(pointer);
}
void operator delete[](void* pointer) noexcept
{
    release(pointer);
}
void operator delete(void* pointer, std::size_t) noexcept
{
    release(pointer);
}
void operator delete[](void* pointer, std::size_t) noexcept
{
    release(pointer);
}

/// What a header claims is never allocated; what a file holds is read in little more than its matrix.
class MemoryTest : public QObject {
    Q_OBJECT
    Folder m_folder;

private slots:
    void hostileHeaders_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const std::string& bytes) {
            QTest::newRow(name) << QString(name) << QByteArray(bytes.data(), static_cast<int>(bytes.size()));
        };
        const std::string npyHeader = "{'descr': '<f8', 'fortran_order': False, 'shape': (1099511627776, 100), }";
        row("huge.npy", std::string("\x93NUMPY\x01\0", 8) + static_cast<char>(npyHeader.size()) + std::string(1, '\0') +
                            npyHeader + std::string(1000, '\0'));
        row("header.npy", std::string("\x93NUMPY\x02\0\xff\xff\xff\x7f{}", 14));
        row("huge.bin", "99999999999 100\nthe \x01\x02\x03" + std::string(1000, '\1'));
        row("wide.bin", "1 99999999999\nthe \x01\x02\x03" + std::string(1000, '\1'));
        row("count.vec", "99999999999 2\nthe 1 2\n");
        std::string wide = "w";
        for (int i = 0; i < 50'000; ++i)
            wide += " 1";
        std::string narrow = wide + "\n" + wide + "\n" + wide + "\n";
        for (int i = 0; i < 100'000; ++i)
            narrow += "a\n"; // 50,000 x 100,000 numbers if lines were only counted
        row("narrow.txt", narrow);
        row("one line.txt", std::string(2'000'000, '1'));
        row("quote.csv", "a,1,2\n\"" + std::string(2'000'000, 'x'));
    }
    void hostileHeaders()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const std::string file =
            m_folder.write(name.toStdString(), {bytes.data(), static_cast<std::size_t>(bytes.size())});
        std::string error;
        const std::size_t peak = peakOf([&] { error = errorOf([&] { readEmbeddingSet(file); }); });
        const auto allowed = static_cast<std::size_t>(bytes.size()) * 20 + (std::size_t(2) << 20);
        QVERIFY2(peak < allowed, (std::to_string(peak) + " bytes for " + std::to_string(bytes.size())).c_str());
        if (name != "one line.txt") QVERIFY(error != "no error");
    }
    void textsAreReadInLittleMoreThanTheMatrix()
    {
        const Index n = 20'000, d = 100;
        std::string text;
        for (Index i = 0; i < n; ++i) {
            text += "word" + std::to_string(i);
            for (Index j = 0; j < d; ++j)
                text += " 0." + std::to_string((i * 31 + j * 17) % 100'000);
            text += '\n';
        }
        const std::string file = m_folder.write("glove.txt", text);
        EmbeddingSet set;
        const std::size_t peak = peakOf([&] { set = readEmbeddingSet(file); });
        QCOMPARE(set.size(), n);
        const auto matrix = static_cast<double>(n * d) * sizeof(float);
        QVERIFY2(static_cast<double>(peak) < 1.5 * matrix, std::to_string(static_cast<double>(peak) / matrix).c_str());
    }
    void mappedVectorsTakeNoMemory()
    {
        const std::string frozen = BRIDGESCOPE_TEST_DATA "/dataset/npy/f32_little.npy";
        std::string bytes = readBytes(frozen).substr(0, 128);
        bytes.replace(bytes.find("(7, 5)"), 6, "(50000, 20)");
        bytes.erase(bytes.size() - 6, 5); // keeps the header's length
        const std::string file = m_folder.write("mapped.npy", bytes + std::string(50'000 * 20 * 4, '\0'));
        EmbeddingSet set;
        const std::size_t peak = peakOf([&] { set = readEmbeddingSet(file); });
        QCOMPARE(set.size(), Index(50'000));
        QVERIFY2(peak < 100'000, std::to_string(peak).c_str());
    }
};

BRIDGESCOPE_TEST(MemoryTest)

#include "memory.moc"
