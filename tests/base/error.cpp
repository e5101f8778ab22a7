#include "core/base/error.h"
#include "core/base/context.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace error_tests {

using namespace bridgescope;

class ErrorTest : public QObject {
    Q_OBJECT
private slots:
    void oneLine_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const Error& error, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(error.what()) << QString::fromUtf8(expected);
        };
        const auto wrong = [] { return Error(ErrorKind::Input, "not a number", "write 0.1"); };
        row("message alone", Error(ErrorKind::Work, "diverged"), "diverged");
        row("with a hint", wrong(), "not a number; write 0.1");
        row("in a file", wrong().inFile("a b.csv"), "a b.csv: not a number; write 0.1");
        row("at a line", wrong().inFile("a.csv").atLine(12), "a.csv:12: not a number; write 0.1");
        row("at a byte", wrong().inFile("a.npy").atByte(0), "a.npy, byte 0: not a number; write 0.1");
        row("order does not matter", wrong().atLine(3).inFile("a.csv"), "a.csv:3: not a number; write 0.1");
        row("line without a file", wrong().atLine(3), "line 3: not a number; write 0.1");
        row("byte without a file", wrong().atByte(80), "byte 80: not a number; write 0.1");
        row("line breaks of data", Error(ErrorKind::Input, "label \"a\r\nb\"", "quote\nit").inFile("x\ny"),
            "x y: label \"a  b\"; quote it");
    }

    void oneLine()
    {
        QFETCH(QString, line);
        QTEST(line, "expected");
    }

    void partsCanBeRead()
    {
        Error error(ErrorKind::Io, "what", "how");
        error.inFile("f").atLine(2);
        QCOMPARE(error.kind, ErrorKind::Io);
        QCOMPARE(error.message, std::string("what"));
        QCOMPARE(error.hint, std::string("how"));
        QCOMPARE(error.file, std::string("f"));
        QCOMPARE(error.line, std::int64_t(2));
        QCOMPARE(error.offset, std::int64_t(-1));
    }

    void aStopIsNoError()
    {
        std::stop_source source;
        Context context;
        context.stop = source.get_token();
        context.checkStop();
        Context().checkStop();
        source.request_stop();
        try {
            context.checkStop();
            QFAIL("went on");
        } catch (const Error&) {
            QFAIL("cancelled is not an error");
        } catch (const Cancelled& cancelled) {
            QCOMPARE(QString(cancelled.what()), QString("cancelled"));
        }
    }

    void reportsReachWhoListens()
    {
        Context silent;
        silent.report(1, 2);
        silent.warning("nobody hears");
        double done = 0, total = 0;
        std::string unit, warned;
        Context context;
        context.progress = [&](const Progress& progress) {
            done = progress.done;
            total = progress.total;
            unit = progress.unit;
        };
        context.warn = [&](const std::string& text) { warned = text; };
        context.report(3, 7, "epochs");
        context.warning("2 zero vectors");
        QCOMPARE(done, 3.0);
        QCOMPARE(total, 7.0);
        QCOMPARE(unit, std::string("epochs"));
        QCOMPARE(warned, std::string("2 zero vectors"));
    }
};

BRIDGESCOPE_TEST(ErrorTest)

} // namespace error_tests

#include "error.moc"
