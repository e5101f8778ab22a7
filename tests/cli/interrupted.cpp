#include "core/dataset/reader.h"
#include "core/dataset/writer.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

namespace interrupted_tests {

using namespace bridgescope;

/// The real program, stopped at many moments: nothing that is half written stands under the name that was asked for.
class Interrupted : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_x, m_y;
    QString path(const char* name) const { return m_dir.filePath(name); }

    /// Starts the program and sends a signal after so many milliseconds; its exit code, or minus the signal.
    int stopAfter(const QStringList& arguments, int milliseconds, int signal) const
    {
        QProcess program;
        program.start(BRIDGESCOPE_CLI, arguments);
        if (!program.waitForStarted()) return 1000;
        if (!program.waitForFinished(milliseconds)) ::kill(static_cast<pid_t>(program.processId()), signal);
        if (program.state() != QProcess::NotRunning && !program.waitForFinished(60'000)) return 1001;
        return program.exitStatus() == QProcess::CrashExit ? -signal : program.exitCode();
    }
private slots:
    void initTestCase()
    {
        m_x = path("x.npy");
        m_y = path("y.npy");
        for (const auto& [file, step] : {std::pair{m_x, 7}, std::pair{m_y, 11}}) {
            Matrix vectors(64, 3000);
            for (Index i = 0; i < vectors.view().size(); ++i)
                vectors.data()[i] = std::sin(static_cast<float>(i * step % 10007));
            EmbeddingSet set;
            set.vectors = Vectors(std::move(vectors));
            writeEmbeddingSet(set, file.toStdString());
        }
    }
    void outputsAreWholeOrAbsent_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("output");
        const QString vectors = path("out.csv"), lists = path("lists.csv"), model = path("model.safetensors");
        QTest::newRow("transform") << QStringList{"transform", m_x, "--steps", "centre,unit", "--out", vectors}
                                   << vectors;
        QTest::newRow("neighbors") << QStringList{"neighbors", m_x, "--all", "--k", "50", "--out", lists} << lists;
        QTest::newRow("train") << QStringList{"train", m_x,        m_y,  "--map",        "net", "--epochs",
                                              "1",     "--hidden", "16", "--save-model", model}
                               << model;
    }
    void outputsAreWholeOrAbsent()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, output);
        QCOMPARE(stopAfter(arguments, 60'000, SIGKILL), 0);
        QFile file(output);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        QVERIFY(!whole.isEmpty());
        for (const int signal : {SIGKILL, SIGTERM})
            for (int milliseconds = 5; milliseconds < 400; milliseconds = milliseconds * 3 / 2 + 1) {
                QFile::remove(output);
                // -SIGTERM: it had not reached main() yet
                const int code = stopAfter(arguments, milliseconds, signal);
                QVERIFY2(code == 0 || code == -signal || (signal == SIGTERM && code == 130),
                         qPrintable(QString::number(code)));
                if (!file.exists()) {
                    QVERIFY(code != 0);
                    continue;
                }
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(file.readAll() == whole, qPrintable(QString("cut after %1 ms").arg(milliseconds)));
                file.close();
            }
    }
    void whatWasThereStays()
    {
        const QString output = path("kept.csv");
        QFile file(output);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("before");
        file.close();
        const int code = stopAfter(
            {"train", m_x, m_y, "--map", "net", "--epochs", "100000", "--save-predictions", output}, 600, SIGINT);
        QCOMPARE(code, 130);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("before"));
        QVERIFY(QDir(m_dir.path()).entryList({"kept.csv.part*"}).isEmpty()); // told to stop, it tidies up
    }
    /// `| head -1` is no full disc.
    void aReaderThatWantsNoMoreIsNoError()
    {
        QProcess program;
        program.start("sh", {"-c", QString("'%1' neighbors '%2' --item '#1' --k 2999 | head -1").arg(BRIDGESCOPE_CLI, m_x)});
        QVERIFY(program.waitForFinished(60'000));
        QVERIFY(!program.readAllStandardOutput().isEmpty());
        QVERIFY2(!program.readAllStandardError().contains("could not be written"), "said to be full");
    }
    /// While another program draws, a stop ends both.
    void demoStopsWhileItsFiguresAreDrawn()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("its handlers wait for the thread's next call, and the thread is in waitpid()");
#endif
        QDir(m_dir.path()).mkpath("bin");
        const QString command = path("bin/bridgescope-cli"), pid = path("pid");
        QVERIFY(QFile::copy(BRIDGESCOPE_CLI, command));
        QFile drawing(path("bin/bridgescope")); // stands in for the window's program: draws for a minute
        QVERIFY(drawing.open(QIODevice::WriteOnly));
        drawing.write("#!/bin/sh\necho $$ > " + pid.toUtf8() + ".part\nmv " + pid.toUtf8() + ".part " + pid.toUtf8() +
                      "\nexec sleep 60\n");
        drawing.close();
        drawing.setPermissions(drawing.permissions() | QFile::ExeOwner);
        QProcess program;
        program.start(command, {"demo", "--out", path("demo")});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(pid), 60'000);
        ::kill(static_cast<pid_t>(program.processId()), SIGINT);
        QVERIFY(program.waitForFinished(20'000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 130);
        QFile number(pid);
        QVERIFY(number.open(QIODevice::ReadOnly));
        QCOMPARE(::kill(number.readAll().trimmed().toInt(), 0), -1); // gone
        QVERIFY(QFile::exists(path("demo") + "/table.csv"));
    }
};

BRIDGESCOPE_TEST(Interrupted)

} // namespace interrupted_tests

#include "interrupted.moc"
