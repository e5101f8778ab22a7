#include "tests/experiment/grid_files.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QProcess>
#include <QTest>
#include <csignal>

namespace grid_tests {

using namespace bridgescope;

/// The same grid over 2 to 4 ranks of one machine, and by the command line alone.
class MpiGrid : public QObject {
    Q_OBJECT
    GridFiles m_files;
    QString m_spec;

    struct Ended {
        int code;
        QByteArray err;
    };
    static void start(QProcess& program, int ranks, const QStringList& arguments)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("OMPI_ALLOW_RUN_AS_ROOT", "1"); // in containers
        environment.insert("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1");
        environment.insert("OMPI_MCA_btl", "self,vader"); // one machine: no network is asked for
        program.setProcessEnvironment(environment);
        QStringList all{"--oversubscribe", "-n", QString::number(ranks), BRIDGESCOPE_CLI_MPI};
        program.start(BRIDGESCOPE_MPIRUN, all + arguments);
        QVERIFY(program.waitForStarted());
    }
    Ended mpirun(int ranks, const QStringList& arguments) const
    {
        QProcess program;
        start(program, ranks, arguments);
        program.waitForFinished(120'000);
        return {program.exitCode(), program.readAllStandardError()};
    }
    static QFileInfoList cellsOf(const QString& folder)
    {
        return QDir(folder + "/cells").entryInfoList({"*.json"}, QDir::Files);
    }
    QString out(const char* name) const { return QString::fromStdString(m_files.path(name)); }
    static QByteArray contentOf(const QString& file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    static void compareWith(const QString& folder, const QString& other)
    {
        for (const char* name : {"table.csv", "table.md", "table.tex", "table.json", "methods.txt"}) {
            QVERIFY2(!contentOf(folder + "/" + name).isEmpty(), name);
            QVERIFY2(contentOf(folder + "/" + name) == contentOf(other + "/" + name), name);
        }
    }
private slots:
    void initTestCase()
    {
        auto json = GridFiles::smallSpec();
        json["maps"][1]["epochs"] = 30;
        json["seed"] = {1, 2};
        m_spec = QString::fromStdString(m_files.spec(json));
        QCOMPARE(QProcess::execute(BRIDGESCOPE_CLI, {"grid", m_spec, "--out", out("alone"), "--quiet"}), 0);
    }
    void sameBytesForAnyRanks()
    {
        for (const int ranks : {2, 3, 4}) {
            const QString folder = out(qPrintable("ranks" + QString::number(ranks)));
            const Ended ended = mpirun(ranks, {"grid", m_spec, "--out", folder, "--quiet"});
            QVERIFY2(ended.code == 0, ended.err.constData());
            compareWith(folder, out("alone"));
        }
    }
    void finishedCellsSurviveADeadRank()
    {
        auto json = GridFiles::smallSpec();
        json["maps"][1]["epochs"] = 600; // long enough to be struck
        json["maps"][1]["learning-rate"] = 1e-4;
        json["seed"] = {1, 2, 3, 4};
        const QString spec = QString::fromStdString(m_files.spec(json, "long.json"));
        const QString folder = out("dead");
        QProcess program;
        start(program, 3, {"grid", spec, "--out", folder, "--quiet"});
        QTRY_VERIFY_WITH_TIMEOUT(cellsOf(folder).size() >= 3, 60'000);
        const QByteArray mpi = QByteArray::number(program.processId());
        const QList<QByteArray> ranks = contentOf("/proc/" + mpi + "/task/" + mpi + "/children").split(' ');
        QVERIFY(ranks.size() >= 3);
        QCOMPARE(::kill(ranks[1].toInt(), SIGKILL), 0);
        QVERIFY(program.waitForFinished(60'000));
        QVERIFY(program.exitCode() != 0);
        QVERIFY(!QFile::exists(folder + "/table.csv"));
        const QFileInfoList finished = cellsOf(folder);
        QVERIFY(finished.size() >= 3 && finished.size() < 32);
        const Ended ended = mpirun(2, {"grid", spec, "--out", folder, "--quiet", "--resume"});
        QVERIFY2(ended.code == 0, ended.err.constData());
        QCOMPARE(cellsOf(folder).size(), 32);
        for (const QFileInfo& cell : finished) // kept, not written anew
            QCOMPARE(QFileInfo(cell.filePath()).lastModified(), cell.lastModified());
        QCOMPARE(QProcess::execute(BRIDGESCOPE_CLI, {"grid", spec, "--out", out("undisturbed"), "--quiet"}), 0);
        compareWith(folder, out("undisturbed"));
    }
    void toldToStopTheyEndWithWholeCells()
    {
        auto json = GridFiles::smallSpec();
        json["data"].erase(1);
        json["maps"][1]["epochs"] = 50'000; // seconds a cell: mpirun takes its time to tell the ranks
        json["maps"][1]["learning-rate"] = 1e-4;
        json["seed"] = {1, 2, 3};
        const QString spec = QString::fromStdString(m_files.spec(json, "stopped.json"));
        const QString folder = out("stopped");
        QProcess program;
        start(program, 2, {"grid", spec, "--out", folder, "--quiet"});
        QTRY_VERIFY_WITH_TIMEOUT(!cellsOf(folder).isEmpty(), 60'000);
        QVERIFY(QFile::exists(folder + "/.lock"));
        program.terminate(); // as a scheduler does at its time limit
        QVERIFY(program.waitForFinished(60'000));
        QVERIFY(program.exitCode() != 0);
        QVERIFY(!QFile::exists(folder + "/.lock"));
        QVERIFY(!QFile::exists(folder + "/table.csv"));
        const QFileInfoList finished = cellsOf(folder);
        QVERIFY(!finished.isEmpty() && finished.size() < 12);
        const Ended ended = mpirun(2, {"grid", spec, "--out", folder, "--resume"});
        QVERIFY2(ended.code == 0, ended.err.constData());
        QVERIFY2(!ended.err.contains("taken over"), ended.err.constData());
        QCOMPARE(cellsOf(folder).size(), 12);
        const auto provenance = nlohmann::json::parse(contentOf(folder + "/provenance.json").toStdString());
        QCOMPARE(provenance["ranks"].get<int>(), 2);
        QCOMPARE(provenance["computed_in_this_run"].get<int>(), 12 - static_cast<int>(finished.size()));
    }
    void whatAllRanksFindIsSaidOnce()
    {
        const Ended ended = mpirun(3, {"grid", m_spec + ".no", "--out", out("new")});
        QCOMPARE(ended.code, 2);
        QVERIFY2(ended.err.count("the spec cannot be read") == 1, ended.err.constData());
        QCOMPARE(mpirun(2, {"grid", m_spec, "--out", out("seeded"), "--seed", "9"}).code, 2); // it names its own
    }
    void errorsEndAllRanks()
    {
        QCOMPARE(mpirun(2, {"grid", m_spec, "--out", out("alone")}).code, 2); // not empty
        QCOMPARE(mpirun(2, {"grid", m_spec + ".no", "--out", out("new")}).code, 2);
        QCOMPARE(mpirun(2, {"grid"}).code, 2);
        auto json = GridFiles::smallSpec();
        json["maps"].push_back({{"name", "same"}, {"map", "identity"}});
        const QString spec = QString::fromStdString(m_files.spec(json, "failing.json"));
        QCOMPARE(mpirun(2, {"grid", spec, "--out", out("failing")}).code, 1);
    }
};

BRIDGESCOPE_TEST(MpiGrid)

} // namespace grid_tests

#include "grid.moc"
