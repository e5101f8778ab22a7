#include "core/base/resources.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace resources_tests {

using namespace bridgescope;

class ResourcesTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

private slots:
    void theChosenFolderComesFirst()
    {
        QVERIFY(QDir(m_folder.path()).mkpath("samples"));
        const auto file = m_folder.filePath("samples/own.txt").toStdString();
        writeFile(file, "x");
        qputenv("BRIDGESCOPE_RESOURCES", m_folder.path().toUtf8());
        QCOMPARE(resourcePath("samples/own.txt"), file);
        qunsetenv("BRIDGESCOPE_RESOURCES");
        QVERIFY_EXCEPTION_THROWN(resourcePath("samples/own.txt"), Error);
    }

    void filesOfTheSourceTreeAreFound()
    {
        qputenv("BRIDGESCOPE_RESOURCES", m_folder.path().toUtf8()); // has none: the next places are tried
        QVERIFY(QFileInfo(QString::fromStdString(resourcePath("samples"))).isDir());
        qunsetenv("BRIDGESCOPE_RESOURCES");
    }

    void aMissingFileNamesThePlaces()
    {
        qputenv("BRIDGESCOPE_RESOURCES", "/chosen/place");
        try {
            resourcePath("no/such.file");
            QFAIL("found");
        } catch (const Error& error) {
            const QString text = error.what();
            QVERIFY2(text.startsWith("shipped file no/such.file is missing (looked in /chosen/place, "),
                     qPrintable(text));
            QVERIFY2(text.contains("share/bridgescope, ") && text.contains("install Bridgescope again"),
                     qPrintable(text));
        }
        qunsetenv("BRIDGESCOPE_RESOURCES");
    }
};

BRIDGESCOPE_TEST(ResourcesTest)

} // namespace resources_tests

#include "resources.moc"
