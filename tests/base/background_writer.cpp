#include "core/base/background_writer.h"
#include "core/base/error.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

namespace background_writer_tests {

using namespace bridgescope;

class BackgroundWriterTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    std::string path(const std::string& name) const
    {
        return m_folder.filePath(QString::fromStdString(name)).toStdString();
    }
    static QByteArray contentOf(const std::string& name)
    {
        QFile file(QString::fromStdString(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
    }

private slots:
    void allOfSeveralThreadsIsThere()
    {
        std::atomic<int> written = 0, early = 0;
        BackgroundWriter writer;
        std::vector<std::jthread> threads;
        for (int t = 0; t < 3; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 40; ++i) { // more than may wait at once
                    const std::string name = path(std::to_string(t) + "-" + std::to_string(i));
                    writer.put(name, "content " + std::to_string(i), [&, name] {
                        early += !QFile::exists(QString::fromStdString(name));
                        ++written;
                    });
                }
            });
        threads.clear();
        writer.finish();
        QCOMPARE(written.load(), 120);
        QCOMPARE(early.load(), 0); // told only once the file is in place
        for (int t = 0; t < 3; ++t)
            for (int i = 0; i < 40; ++i)
                QCOMPARE(contentOf(path(std::to_string(t) + "-" + std::to_string(i))),
                         "content " + QByteArray::number(i));
    }

    void whatWaitsIsWrittenAtTheEnd()
    {
        {
            BackgroundWriter writer;
            for (int i = 0; i < 10; ++i)
                writer.put(path("last" + std::to_string(i)), "x");
        }
        for (int i = 0; i < 10; ++i)
            QCOMPARE(contentOf(path("last" + std::to_string(i))), QByteArray("x"));
    }

    void aFailureEndsAllWriting()
    {
        BackgroundWriter writer;
        writer.put(path("good"), "x");
        writer.put(path("no such folder/a"), "x");
        QVERIFY_EXCEPTION_THROWN(writer.finish(), Error);
        QVERIFY_EXCEPTION_THROWN(writer.put(path("after"), "x"), Error);
        QVERIFY(QFile::exists(QString::fromStdString(path("good"))));
        QVERIFY(!QFile::exists(QString::fromStdString(path("after"))));
    }
};

BRIDGESCOPE_TEST(BackgroundWriterTest)

} // namespace background_writer_tests

#include "background_writer.moc"
