#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_pair.h"

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace figure_command_tests {

using namespace bridgescope;

/// `bridgescope figure` as a person calls it: every option does what it says, or is refused by name.
class FigureCommand : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void theWindowReadsAndMeasuresAsAskedFor();
    void optionsThatWouldChangeNothingAreRefused();
    void aKTooGreatForTheItemsIsRefused();
    void unknownOptionsOfTheWindowAreRefused();
    void captionAndNumbersNameTheDirection();

private:
    struct Run {
        int code = -1;
        QString err;
    };
    Run run(const QStringList& arguments) const;
    Run start(const QStringList& arguments) const;
    QByteArray window(const QStringList& options) const; ///< the picture's file; empty where it was refused
    QTemporaryDir m_dir;
    QString m_x, m_y;
};

void FigureCommand::initTestCase()
{
    m_x = test::writeCsv(test::syntheticSet("Words", 80, 5), m_dir.filePath("words.csv"));
    m_y = test::writeCsv(test::syntheticSet("Pictures", 80, 6), m_dir.filePath("pictures.csv"));
}

FigureCommand::Run FigureCommand::run(const QStringList& arguments) const
{
    return start(QStringList{"figure"} + arguments);
}

FigureCommand::Run FigureCommand::start(const QStringList& arguments) const
{
    QProcess program;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_CONFIG_HOME", m_dir.filePath("config"));
    environment.insert("QT_QPA_PLATFORM", "offscreen");
    environment.insert("XDG_RUNTIME_DIR", m_dir.path());
    program.setProcessEnvironment(environment);
    program.start(BRIDGESCOPE_GUI, arguments);
    if (!program.waitForFinished(120'000)) return {};
    return {program.exitCode(), QString::fromUtf8(program.readAllStandardError())};
}

QByteArray FigureCommand::window(const QStringList& options) const
{
    const QString out = m_dir.filePath("window.png");
    QFile::remove(out);
    const Run drawn = run(QStringList{"window", m_x, m_y, "--view", "overview", "--out", out} + options);
    if (drawn.code != 0) qWarning("%s", qPrintable(drawn.err));
    QFile file(out);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void FigureCommand::theWindowReadsAndMeasuresAsAskedFor()
{
    const QByteArray plain = window({});
    QVERIFY(!plain.isEmpty());
    QCOMPARE(window({}), plain);
    QFile items(m_dir.filePath("items.txt"));
    QVERIFY(items.open(QIODevice::WriteOnly));
    for (int i = 0; i < 50; ++i)
        items.write("item " + QByteArray::number(i) + '\n');
    items.close();
    for (const QStringList& options : {QStringList{"--metric", "euclidean"},
                                       {"--self", "include"},
                                       {"--k", "3"},
                                       {"--items", items.fileName()},
                                       {"--by", "row"},
                                       {"--test", "0.4"}}) {
        const QByteArray other = window(options);
        QVERIFY2(!other.isEmpty() && other != plain, qPrintable(options.join(' ')));
    }
}

void FigureCommand::optionsThatWouldChangeNothingAreRefused()
{
    const QString out = m_dir.filePath("no.png");
    const auto refused = [&](const QStringList& arguments, const QString& name) {
        const Run answer = run(arguments + QStringList{"--out", out});
        return answer.code == 2 && answer.err.contains(name) && answer.err.count('\n') == 1 && !QFile::exists(out);
    };
    for (const QStringList& option : {QStringList{"--model", "m.safetensors"},
                                      {"--predictions", "f.npy"},
                                      {"--permutations", "10"},
                                      {"--folds", "5"},
                                      {"--dpi", "72"},
                                      {"--no-caption"}})
        QVERIFY2(refused(QStringList{"window", m_x, m_y} + option, option[0]), qPrintable(option[0]));
    for (const QStringList& option : {QStringList{"--theme", "dark"}, {"--size", "800x600"}, {"--presenter"}})
        QVERIFY2(refused(QStringList{"bars", m_x, m_y} + option, option[0]), qPrintable(option[0]));
    QVERIFY(refused({"bars", m_x, m_y, "--item", "item 1"}, "--item"));
    QVERIFY(refused({"window", "--sample", "--by", "row"}, "--by"));
    QVERIFY(refused({"bars", m_x, "--sample"}, "X"));
    const Run missing = run({"window", "--view", "start", "missing.npy", m_y, "--out", out});
    QVERIFY(missing.code == 2 && missing.err.contains("missing.npy") && !QFile::exists(out));
}

void FigureCommand::aKTooGreatForTheItemsIsRefused()
{
    const QString out = m_dir.filePath("no.png"); // 16 of 80 items are held out
    for (const char* kind : {"window", "bars"}) {
        const Run answer = run({kind, m_x, m_y, "--k", "16", "--out", out});
        QVERIFY2(answer.code == 2 && answer.err.contains("K = 16 but only N = 16 of 80 items are held out") &&
                     answer.err.count('\n') == 1 && !QFile::exists(out),
                 qPrintable(answer.err));
    }
}

void FigureCommand::unknownOptionsOfTheWindowAreRefused()
{
    const Run answer = start({m_x, m_y, "--bogus"});
    QCOMPARE(answer.code, 2);
    QCOMPARE(answer.err, QString("bridgescope: there is no option --bogus; see bridgescope --help\n"));
}

void FigureCommand::captionAndNumbersNameTheDirection()
{
    const QString out = m_dir.filePath("bars.svg"), data = m_dir.filePath("bars.csv");
    const Run drawn = run({"bars", m_x, m_y, "--permutations", "0", "--out", out, "--data", data});
    QVERIFY2(drawn.code == 0, qPrintable(drawn.err));
    QFile svg(out), csv(data);
    QVERIFY(svg.open(QIODevice::ReadOnly) && csv.open(QIODevice::ReadOnly));
    const QByteArray direction = QString::fromUtf8("words → pictures").toUtf8();
    QVERIFY(svg.readAll().contains(direction));
    QVERIFY(csv.readLine().startsWith("# " + direction + "; "));
}

BRIDGESCOPE_TEST(FigureCommand)

} // namespace figure_command_tests

#include "figure_command.moc"
