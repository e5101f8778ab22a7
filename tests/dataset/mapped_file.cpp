#include "core/dataset/mapped_file.h"
#include "core/dataset/writer.h"
#include "tests/dataset/set_files.h"
#include "tests/support/test_program.h"

#include <csignal>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace mapped_file_tests {

using namespace bridgescope;

namespace {

EmbeddingSet someVectors(Index items, Index d)
{
    Matrix matrix(d, items);
    for (Index i = 0; i < items * d; ++i)
        matrix.data()[i] = static_cast<float>(i % 1000) + 1;
    EmbeddingSet set;
    set.vectors = Vectors(std::move(matrix));
    return set;
}

double sumOf(const EmbeddingSet& set)
{
    double sum = 0;
    for (const float value : numbersOf(set))
        sum += value;
    return sum;
}

} // namespace

/// A mapped file that changes: nothing crashes, and it is noticed.
class MappedFileTest : public QObject {
    Q_OBJECT
    Folder m_folder;
    std::string written(const std::string& name) const
    {
        const std::string file = m_folder.path(name);
        writeEmbeddingSet(someVectors(20'000, 16), file);
        return file;
    }

private slots:
    void cutWhileMapped()
    {
        const std::string file = written("cut.npy");
        const EmbeddingSet set = readEmbeddingSet(file), other = readEmbeddingSet(written("whole.npy"));
        const double whole = sumOf(set);
        requireFinite(set);
        QCOMPARE(truncate(file.c_str(), 4096 * 3), 0);
        const double rest = sumOf(set); // SIGBUS without the handler
        QVERIFY(rest > 0 && rest < whole / 10);
        VERIFY_HOLDS(errorOf([&] { requireFinite(set); }),
                     "cut.npy: changed on disk since it was opened; open it again");
        // Even where the file has its old size again.
        QCOMPARE(truncate(file.c_str(), static_cast<off_t>(set.mapped->size())), 0);
        VERIFY_HOLDS(errorOf([&] { requireUnchanged(set); }), "changed on disk");
        QCOMPARE(sumOf(other), whole);
        requireFinite(other);
    }
    void cutToNothingWhileConverted()
    {
        const std::string file = m_folder.path("big-endian.npy");
        std::string bytes = readBytes(written("little.npy"));
        bytes.replace(bytes.find("<f4"), 3, ">f4");
        m_folder.write("big-endian.npy", bytes);
        Context context;
        bool cut = false;
        context.progress = [&](const Progress&) {
            if (!cut) cut = truncate(file.c_str(), 0) == 0;
        };
        VERIFY_HOLDS(errorOf([&] { readEmbeddingSet(file, {}, context); }), "changed on disk");
    }
    void writtenOverReplacedAndRemoved()
    {
        const std::string file = written("over.npy");
        EmbeddingSet set = readEmbeddingSet(file);
        std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) + std::chrono::seconds(2));
        VERIFY_HOLDS(errorOf([&] { requireUnchanged(set); }), "changed on disk");
        set = readEmbeddingSet(file);
        requireUnchanged(set);
        writeEmbeddingSet(someVectors(20'000, 16), file); // by renaming: another file of that name
        VERIFY_HOLDS(errorOf([&] { requireUnchanged(set); }), "changed on disk");
        QVERIFY(sumOf(set) > 0);
        set = readEmbeddingSet(file);
        std::filesystem::remove(file);
        VERIFY_HOLDS(errorOf([&] { requireUnchanged(set); }), "is gone since it was opened");
        QVERIFY(sumOf(set) > 0);
    }
    void releasedPagesComeBack()
    {
        const auto file = MappedFile::open(written("released.npy"));
        const std::string before(file->text());
        file->release(0, file->size());
        file->release(5000, 9000);
        file->release(file->size() - 10, file->size() + 10);
        QVERIFY(before == file->text());
    }
    void otherBusErrorsEndTheProgram()
    {
        const auto mapped = MappedFile::open(written("handler.npy")); // installs the handler
        const pid_t child = fork();
        if (child == 0) {
            signal(SIGABRT, SIG_DFL);
            const int own = ::open(m_folder.write("own", "x").c_str(), O_RDONLY);
            void* foreign = mmap(nullptr, 8192, PROT_READ, MAP_PRIVATE, own, 0);
            _exit(static_cast<volatile char*>(foreign)[4096] == 0 ? 42 : 43); // behind its end, and none of ours
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(!WIFEXITED(status) || (WEXITSTATUS(status) != 42 && WEXITSTATUS(status) != 43));
    }
};

BRIDGESCOPE_TEST(MappedFileTest)

} // namespace mapped_file_tests

#include "mapped_file.moc"
