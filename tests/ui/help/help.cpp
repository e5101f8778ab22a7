#include "tests/support/test_program.h"
#include "ui/help/help_pane.h"
#include "ui/help/shortcuts.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QMainWindow>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextList>

namespace help_tests {

using namespace bridgescope;

class HelpTest : public QObject {
    Q_OBJECT
private slots:
    void everyTextIsListedAndTitled();
    void linksLeadSomewhere();
    void everyChartHasATextOfItsOwn();
    void theCatOfTheSlides();
    void paneShowsTopicsAndFollowsLinks();
    void aListKeepsItsLastLineBeforeAHeading();
    void shortcutsAreThoseOfTheActions();
};

void HelpTest::everyTextIsListedAndTitled()
{
    const QList<HelpText> texts = readHelpTexts();
    QSet<QString> topics;
    for (const HelpText& text : texts) {
        QVERIFY2(text.markdown.startsWith("# ") && text.title.size() > 2, qPrintable(text.topic));
        topics.insert(text.topic);
    }
    QCOMPARE(topics.size(), texts.size());
    const QDir folder(QStringLiteral(BRIDGESCOPE_TEST_DATA "/../../resources/help"));
    for (const QString& file : folder.entryList({"*.md"}))
        QVERIFY2(topics.contains(file.chopped(3)), qPrintable(file));
}

void HelpTest::linksLeadSomewhere()
{
    const QList<HelpText> texts = readHelpTexts();
    QSet<QString> topics;
    for (const HelpText& text : texts)
        topics.insert(text.topic);
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)]*)\\)"));
    int links = 0;
    for (const HelpText& text : texts)
        for (auto found = link.globalMatch(text.markdown); found.hasNext(); ++links) {
            const QString target = found.next().captured(1);
            QVERIFY2(topics.contains(target), qPrintable(text.topic + ": " + target));
        }
    QVERIFY(links > 0);
}

/// By the sources: a chart added later is asked too.
void HelpTest::everyChartHasATextOfItsOwn()
{
    QSet<QString> topics;
    for (const HelpText& text : readHelpTexts())
        topics.insert(text.topic);
    static const QRegularExpression chart(QStringLiteral("class (\\w+) : public Chart\\b"));
    static const QRegularExpression named(
        QStringLiteral("(?:helpTopic\\(\\) const[^;]*?|HelpTopic\\([^;]*?|topic = |requestHelp\\(\\*this, )"
                       "(?:QStringLiteral\\()?\"([a-z-]+)\""));
    QDirIterator files(QStringLiteral(BRIDGESCOPE_TEST_DATA "/../../ui"), {"*.h", "*.cpp"}, QDir::Files,
                       QDirIterator::Subdirectories);
    int charts = 0, names = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString source = QString::fromUtf8(file.readAll());
        for (auto found = chart.globalMatch(source); found.hasNext(); ++charts) {
            const QRegularExpressionMatch match = found.next();
            const QString body = source.mid(match.capturedStart(),
                                            source.indexOf("\n};", match.capturedStart()) - match.capturedStart());
            QVERIFY2(body.contains("QString helpTopic() const override"), qPrintable(match.captured(1)));
        }
        for (auto found = named.globalMatch(source); found.hasNext(); ++names) {
            const QString topic = found.next().captured(1);
            QVERIFY2(topics.contains(topic), qPrintable(file.fileName() + ": " + topic));
        }
    }
    QVERIFY(charts >= 12);
    QVERIFY(names >= charts);
}

void HelpTest::theCatOfTheSlides()
{
    // The numbers of the text are those of core: tests/overlap/counts.cpp has the same lists.
    for (const HelpText& text : readHelpTexts())
        if (text.topic == "two-lists") {
            QVERIFY(text.markdown.contains("| 1 | dog | mouse |"));
            QVERIFY(text.markdown.contains("| 2 | **tiger** | **tiger** |"));
            QVERIFY(text.markdown.contains("| 3 | **lion** | **lion** |"));
            QVERIFY(text.markdown.contains("NNO³ = 2"));
            return;
        }
    QFAIL("no text of two lists");
}

void HelpTest::paneShowsTopicsAndFollowsLinks()
{
    HelpPane pane;
    pane.showTopic("loyalty");
    QCOMPARE(pane.topic(), QString("loyalty"));
    QVERIFY(pane.text().contains("learned from Y"));
    emit pane.findChild<QTextBrowser*>()->anchorClicked(QUrl("two-lists"));
    QCOMPARE(pane.topic(), QString("two-lists"));
    pane.showTopic("no such topic");
    QCOMPARE(pane.topic(), readHelpTexts().front().topic);
    pane.showPage("# Made\n\nhere");
    QCOMPARE(pane.topic(), QString());
    QVERIFY(pane.text().contains("here"));
}

void HelpTest::aListKeepsItsLastLineBeforeAHeading()
{
    HelpPane pane;
    pane.showPage("# Made\n\n- one\n- two\n- three\n\n## Next\n\nhere");
    QStringList listed;
    const QTextDocument* document = pane.findChild<QTextBrowser*>()->document();
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next())
        if (block.textList()) listed << block.text();
    QCOMPARE(listed, QStringList({"one", "two", "three"}));
}

void HelpTest::shortcutsAreThoseOfTheActions()
{
    QMainWindow window;
    QMenu* file = window.menuBar()->addMenu("&File");
    QAction* open = file->addAction("Open &pair…");
    open->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
    file->addAction("No key");
    QMenu* more = file->addMenu("More");
    more->addAction("Deep")->setShortcuts({QKeySequence(Qt::Key_F2), QKeySequence(Qt::Key_F3)});
    auto* view = new QWidget(&window);
    view->setAccessibleName("Maps");
    auto* lasso = new QAction("Lasso", view);
    lasso->setShortcut(QKeySequence(Qt::Key_L));
    const QString page = shortcutsOf(window);
    QVERIFY(page.contains("| Open pair | Ctrl+O |"));
    QVERIFY(page.contains("| Deep | F2 or F3 |"));
    QVERIFY(page.indexOf("## Maps") < page.indexOf("| Lasso | L |"));
    QVERIFY(!page.contains("No key"));
    open->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
    QVERIFY(shortcutsOf(window).contains("| Open pair | Ctrl+P |"));
}

BRIDGESCOPE_TEST(HelpTest)

} // namespace help_tests

#include "help.moc"
