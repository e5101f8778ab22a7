#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace atomic_file_tests {

using namespace bridgescope;

namespace {

template<class Call> std::string errorOf(Call&& call)
{
    try {
        call();
    } catch (const Error& error) {
        return error.kind == ErrorKind::Io ? error.what() : "of another kind: " + std::string(error.what());
    }
    return {};
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

} // namespace

class AtomicFileTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char* name) const { return m_folder->filePath(name); }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void appearsOnlyWhenCommitted()
    {
        AtomicFile file(path("a.txt").toStdString());
        file.write("one ");
        file.write("two", 3);
        QVERIFY(!QFile::exists(path("a.txt")));
        file.commit();
        QCOMPARE(files(), QStringList("a.txt"));
        QCOMPARE(contentOf(path("a.txt")), QByteArray("one two"));
    }

    void replacesAWholeFile()
    {
        writeFile(path("a.txt").toStdString(), "the first, longer content");
        writeFile(path("a.txt").toStdString(), "second");
        QCOMPARE(contentOf(path("a.txt")), QByteArray("second"));
        writeFile(path("empty").toStdString(), "");
        QCOMPARE(contentOf(path("empty")), QByteArray());
    }

    void abandonedLeavesNothingAndKeepsWhatWasThere()
    {
        writeFile(path("a.txt").toStdString(), "before");
        try {
            AtomicFile file(path("a.txt").toStdString());
            file.write("half");
            throw Cancelled();
        } catch (const Cancelled&) {
        }
        QCOMPARE(files(), QStringList("a.txt"));
        QCOMPARE(contentOf(path("a.txt")), QByteArray("before"));
    }

    void twoWritersOfOneFileDoNotMix()
    {
        AtomicFile one(path("a.txt").toStdString()), two(path("a.txt").toStdString());
        one.write("one");
        two.write("two");
        one.commit();
        QCOMPARE(contentOf(path("a.txt")), QByteArray("one"));
        two.commit();
        QCOMPARE(contentOf(path("a.txt")), QByteArray("two"));
        QCOMPARE(files(), QStringList("a.txt"));
    }

    void anInterruptRemovesWhatIsUnfinished()
    {
        AtomicFile done(path("done").toStdString()), half(path("half").toStdString());
        done.write("x");
        done.commit();
        half.write("y");
        AtomicFile::removeUnfinished();
        QCOMPARE(files(), QStringList("done"));
    }

    void aFullDisk()
    {
        // Smaller than stdio's buffer: the failure shows on commit. Larger: on writing.
        for (const std::size_t size : {10, 1 << 20})
            QCOMPARE(
                errorOf([&] { writeFile("/dev/full", std::string(size, 'x')); }),
                std::string("/dev/full: could not be written in full (No space left on device); free some space or "
                            "choose another place"));
    }

    void aDiskThatFillsUpLeavesNothing()
    {
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit small = before;
        small.rlim_cur = 5000;
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &small);
        const auto error = errorOf([&] { writeFile(path("big").toStdString(), std::string(100000, 'x')); });
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY2(error.find("could not be written in full (File too large)") != std::string::npos, error.c_str());
        QCOMPARE(files(), QStringList());
    }

    void placesThatCannotBeWritten()
    {
        const std::string missing = path("no/such/a.txt").toStdString();
        QCOMPARE(
            errorOf([&] { AtomicFile file(missing); }),
            missing +
                ": cannot be written (No such file or directory); create the folder first or choose another place");
        const std::string folder = m_folder->path().toStdString();
        QCOMPARE(errorOf([&] { AtomicFile file(folder); }),
                 folder + ": cannot be written (Is a directory); give a file name, not a folder");
        writeFile(path("file").toStdString(), "");
        const auto below = errorOf([&] { AtomicFile file(path("file/a.txt").toStdString()); });
        QVERIFY2(below.find("cannot be written (Not a directory)") != std::string::npos, below.c_str());
        if (geteuid() == 0) return; // root may write anywhere
        chmod(folder.c_str(), 0500);
        const auto closed = errorOf([&] { AtomicFile file(path("b.txt").toStdString()); });
        chmod(folder.c_str(), 0700);
        QVERIFY2(closed.find("(Permission denied); choose a place you may write to") != std::string::npos,
                 closed.c_str());
    }

    void pipesAreWrittenInPlace()
    {
        const auto pipe = path("pipe").toStdString();
        QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
        const int reader = open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
        writeFile(pipe, "through");
        char buffer[16] = {};
        QCOMPARE(read(reader, buffer, sizeof buffer), ssize_t(7));
        ::close(reader);
        QCOMPARE(std::string(buffer), std::string("through"));
        struct stat status {};
        QVERIFY(stat(pipe.c_str(), &status) == 0 && S_ISFIFO(status.st_mode));
    }
};

BRIDGESCOPE_TEST(AtomicFileTest)

} // namespace atomic_file_tests

#include "atomic_file.moc"
