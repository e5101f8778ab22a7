#include "tests/experiment/grid_files.h"

#include <QDir>
#include <QProcess>
#include <QTest>
#include <csignal>

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
    Ended mpirun(int ranks, const QStringList& arguments, int killAfter = 0) const
    {
        QProcess program;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("OMPI_ALLOW_RUN_AS_ROOT", "1"); // in containers
        environment.insert("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1");
        environment.insert("OMPI_MCA_btl", "self,vader"); // one machine: no network is asked for
        program.setProcessEnvironment(environment);
        QStringList all{"--oversubscribe", "-n", QString::number(ranks), BRIDGESCOPE_CLI_MPI};
        program.start(BRIDGESCOPE_MPIRUN, all + arguments);
        if (!program.waitForStarted()) return {1000, "mpirun did not start"};
        if (killAfter > 0 && !program.waitForFinished(killAfter)) {
            const QString mpi = QString::number(program.processId());
            const QList<QByteArray> ranksOf = contentOf("/proc/" + mpi + "/task/" + mpi + "/children").split(' ');
            if (ranksOf[0].toInt() > 0) ::kill(ranksOf[0].toInt(), SIGKILL);
        }
        if (program.state() != QProcess::NotRunning) program.waitForFinished(120'000);
        return {program.exitCode(), program.readAllStandardError()};
    }
    QString out(const char* name) const { return QString::fromStdString(m_files.path(name)); }
    static QByteArray contentOf(const QString& file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    void compareWithAlone(const QString& folder) const
    {
        for (const char* name : {"table.csv", "table.md", "table.tex", "table.json", "methods.txt"}) {
            QVERIFY2(!contentOf(folder + "/" + name).isEmpty(), name);
            QVERIFY2(contentOf(folder + "/" + name) == contentOf(out("alone") + "/" + name), name);
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
            compareWithAlone(folder);
        }
    }
    void finishedCellsSurviveADeadRank()
    {
        const QString folder = out("dead");
        mpirun(3, {"grid", m_spec, "--out", folder, "--quiet"}, 400);
        QStringList again{"grid", m_spec, "--out", folder, "--quiet"};
        if (QDir(folder).exists()) again << "--resume";
        const Ended ended = mpirun(2, again);
        QVERIFY2(ended.code == 0, ended.err.constData());
        compareWithAlone(folder);
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

QTEST_GUILESS_MAIN(MpiGrid)
#include "grid.moc"
