#include "tests/experiment/grid_files.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>
#include <csignal>

namespace grid_killed_tests {

using namespace bridgescope;

/// The real program, killed (kill -9) at random moments of a grid and resumed: the tables are those of an undisturbed
/// run, byte for byte. BRIDGESCOPE_KILLS says how often (default 4).
class GridKilled : public QObject {
    Q_OBJECT
    GridFiles m_files;
    QString m_spec;

    QStringList arguments(const QString& out, bool resume) const
    {
        QStringList list{"grid", m_spec, "--out", out, "--threads", "2", "--quiet"};
        if (resume) list << "--resume";
        return list;
    }
    static QByteArray contentOf(const QString& file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    static void compareTables(const QString& a, const QString& b)
    {
        for (const char* name :
             {"table.csv", "table.md", "table.tex", "table.html", "table.json", "methods.txt", "methods.bib"}) {
            const QByteArray first = contentOf(a + "/" + name);
            QVERIFY2(!first.isEmpty(), name);
            QVERIFY2(first == contentOf(b + "/" + name), name);
        }
        QVERIFY(QDir(b).entryList({"*.part*"}).isEmpty());
        QVERIFY(QDir(b + "/cells").entryList({"*.part*"}).isEmpty());
    }
private slots:
    void tablesAreThoseOfAnUndisturbedRun()
    {
        nlohmann::ordered_json json = GridFiles::smallSpec();
        json["maps"][1]["epochs"] = 40;
        json["seed"] = {1, 2, 3};
        json["permutations"] = 200;
        m_spec = QString::fromStdString(m_files.spec(json));
        const QString whole = QString::fromStdString(m_files.path("whole"));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(QProcess::execute(BRIDGESCOPE_CLI, arguments(whole, false)), 0);
        const auto duration = static_cast<int>(timer.elapsed());

        const int kills =
            qEnvironmentVariableIsSet("BRIDGESCOPE_KILLS") ? qEnvironmentVariableIntValue("BRIDGESCOPE_KILLS") : 4;
        Random random(static_cast<std::uint64_t>(QDateTime::currentMSecsSinceEpoch()), "kills");
        int killed = 0;
        for (int round = 0; killed < kills && round < 20 * kills; ++round) {
            const QString out = QString::fromStdString(m_files.path("killed" + std::to_string(round)));
            // Up to three kills of one grid, then it is let finish.
            bool finished = false;
            for (int times = 0; times < 3 && !finished && killed < kills; ++times) {
                QProcess program;
                program.start(BRIDGESCOPE_CLI, arguments(out, QDir(out).exists()));
                QVERIFY(program.waitForStarted());
                finished = program.waitForFinished(1 + static_cast<int>(random.below(std::max(duration, 2))));
                if (finished) {
                    QCOMPARE(program.exitCode(), 0);
                    break;
                }
                ::kill(static_cast<pid_t>(program.processId()), SIGKILL);
                QVERIFY(program.waitForFinished(60'000));
                ++killed;
            }
            if (!finished) QCOMPARE(QProcess::execute(BRIDGESCOPE_CLI, arguments(out, QDir(out).exists())), 0);
            compareTables(whole, out);
            if (QTest::currentTestFailed()) return;
        }
        qInfo("%d kills in runs of %d ms", killed, duration);
        QVERIFY(killed >= kills);
    }
};

BRIDGESCOPE_TEST(GridKilled)

} // namespace grid_killed_tests

#include "grid_killed.moc"
