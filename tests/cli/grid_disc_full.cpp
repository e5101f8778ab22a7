#include "tests/experiment/grid_files.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <csignal>
#include <sys/resource.h>

namespace grid_disc_full_tests {

using namespace bridgescope;

/// The real program whose disc is full, or which may write no larger files, while a grid writes its cells.
class GridDiscFull : public QObject {
    Q_OBJECT
    GridFiles m_files;
    QString m_spec;

    QString path(const char* name) const { return QString::fromStdString(m_files.path(name)); }
    static QByteArray contentOf(const QString& file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    void compareTables(const QString& folder) const
    {
        for (const char* name : {"table.csv", "table.md", "table.tex", "table.json", "methods.txt"}) {
            QVERIFY2(!contentOf(folder + "/" + name).isEmpty(), name);
            QVERIFY2(contentOf(folder + "/" + name) == contentOf(path("whole") + "/" + name), name);
        }
    }
    static QStringList grid(const QString& spec, const QString& out)
    {
        return {"grid", spec, "--out", out, "--threads", "1"};
    }
private slots:
    void initTestCase()
    {
        m_files.write("large_x.npy", 900, 8, 4);
        m_files.write("large_y.npy", 900, 6, 5);
        auto json = GridFiles::smallSpec();
        json["data"].push_back({{"name", "L"}, {"x", "large_x.npy"}, {"y", "large_y.npy"}});
        m_spec = QString::fromStdString(m_files.spec(json));
        QCOMPARE(QProcess::execute(BRIDGESCOPE_CLI, grid(m_spec, path("whole")) << "--quiet"), 0);
    }
    void filesMayNotGrow()
    {
        // Cells of the small sets fit, those of the large one do not.
        qint64 small = 0, large = 0;
        for (const QFileInfo& cell : QDir(path("whole") + "/cells").entryInfoList(QDir::Files)) {
            const bool isLarge = contentOf(cell.filePath()).contains("\"data\":\"L\"");
            (isLarge ? large : small) = std::max(isLarge ? large : small, cell.size());
        }
        QVERIFY(small < large);
        QProcess program;
        program.setChildProcessModifier([limit = static_cast<rlim_t>(small + (large - small) / 2)] {
            const rlimit most{limit, limit};
            setrlimit(RLIMIT_FSIZE, &most);
            std::signal(SIGXFSZ, SIG_IGN); // the write fails instead, as on a full disc
        });
        program.start(BRIDGESCOPE_CLI, grid(m_spec, path("limited")));
        QVERIFY(program.waitForFinished(120'000));
        QCOMPARE(program.exitCode(), 2);
        const QByteArray err = program.readAllStandardError();
        QVERIFY2(err.count('\n') == 1 && err.contains("could not be written in full") && err.contains("/cells/"),
                 err.constData());
        checkAndResume(path("limited"));
    }
    void theDiscIsFull()
    {
        // A disc of its own, gone with the shell that mounted it.
        const QStringList own{"--user", "--map-root-user", "--mount", "sh", "-c"};
        if (QStandardPaths::findExecutable("unshare").isEmpty() ||
            QProcess::execute("unshare", own + QStringList{"mount -t tmpfs none /mnt 2>/dev/null"}) != 0)
            QSKIP("no disc may be mounted here");
        const QString script = QString("mkdir %2 && mount -t tmpfs -o size=64k none %2 && "
                                       "{ '%1' grid '%3' --out %2/g --threads 1; code=$?; }; "
                                       "mkdir '%4' && cp -r %2/g/. '%4/' && rm -f '%4/.lock'; exit $code")
                                   .arg(BRIDGESCOPE_CLI, path("disc"), m_spec, path("full"));
        QProcess program;
        program.start("unshare", own + QStringList{script});
        QVERIFY(program.waitForFinished(120'000));
        const QByteArray err = program.readAllStandardError();
        QVERIFY2(program.exitCode() == 2, err.constData());
        QVERIFY2(err.count('\n') == 1 && err.contains("No space left") && err.contains("free some space"),
                 err.constData());
        checkAndResume(path("full"));
    }

private:
    /// Finished cells are whole and kept, nothing half written is left, and the run goes on where it stood.
    void checkAndResume(const QString& folder) const
    {
        QVERIFY(!QFile::exists(folder + "/.lock"));
        QVERIFY(!QFile::exists(folder + "/table.csv"));
        const QDir cells(folder + "/cells");
        const QStringList finished = cells.entryList(QDir::Files);
        QVERIFY(!finished.isEmpty() && finished.size() < 12);
        QVERIFY(finished.filter(".part").isEmpty());
        for (const QString& cell : finished)
            QVERIFY2(contentOf(cells.filePath(cell)) == contentOf(path("whole") + "/cells/" + cell), qPrintable(cell));
        QProcess program;
        program.start(BRIDGESCOPE_CLI, grid(m_spec, folder) << "--resume");
        QVERIFY(program.waitForFinished(120'000));
        QCOMPARE(program.exitCode(), 0);
        const QByteArray kept = QByteArray::number(finished.size()) + " of 12 cells are there already";
        QVERIFY(program.readAllStandardError().contains(kept));
        compareTables(folder);
    }
};

BRIDGESCOPE_TEST(GridDiscFull)

} // namespace grid_disc_full_tests

#include "grid_disc_full.moc"
