#include "ui/panels/experiments/untrained_page.h"
#include "tests/support/test_program.h"

#include "core/dataset/reader.h"
#include "tests/experiment/grid_files.h"
#include "ui/charts/chart_view.h"
#include "ui/jobs/job_runner.h"
#include "ui/panels/experiments/depth_chart.h"
#include "ui/panels/experiments/experiments_panel.h"
#include "ui/panels/experiments/grid_form.h"
#include "ui/panels/experiments/methods_card.h"
#include "ui/panels/experiments/table_view.h"
#include "ui/panels/experiments/untrained_form.h"
#include "ui/widgets/theme.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace untrained_page_tests {

using namespace bridgescope;

class UntrainedPageTest : public QObject {
    Q_OBJECT
    GridFiles m_files;
    JobRunner m_jobs;
    SelectionHub m_hub;
    Workspace m_workspace{m_hub, m_jobs};

    QString path(const char* name) const { return QString::fromStdString(m_files.path(name)); }
    static QByteArray contentOf(const QString& file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    static QPushButton* button(QWidget& page, const QString& text)
    {
        for (auto* one : page.findChildren<QPushButton*>())
            if (one->text() == text) return one;
        return nullptr;
    }
    void write(const char* name, const std::string& text) const { std::ofstream(m_files.path(name)) << text; }
    static QString caption(UntrainedPage& page)
    {
        for (const auto* label : page.findChildren<QLabel*>())
            if (label->text().startsWith("Untrained nets (")) return label->text();
        return {};
    }
private slots:
    void init() { m_hub.setK(4); }
    void initTestCase()
    {
        write("ratings.tsv", "item1\titem2\t3\nitem3\titem4\t1\nitem5\titem6\t2\nitem7\titem8\t5\n");
    }
    void cleanupTestCase() { m_jobs.shutdown(); }

    void ofTheOpenPair()
    {
        EmbeddingSet x = readEmbeddingSet(m_files.path("a.npy")), y = readEmbeddingSet(m_files.path("b.npy"));
        PairedSet pairs = pairSets(x, y);
        m_workspace.open(makeOpenPair(std::move(x), std::move(y), std::move(pairs), {}));
        m_hub.setK(4);
        ExperimentsPanel panel(m_jobs, m_workspace, m_hub);
        UntrainedPage& page = panel.untrained();
        page.form().addBenchmarks({path("ratings.tsv")});
        page.run();
        QVERIFY(page.results().empty());
        QTRY_COMPARE_WITH_TIMEOUT(page.results().size(), std::size_t(2), 30'000);
        QCOMPARE(page.results()[0].options.k, Index(4)); // the tool bar's
        const PrintedTable& table = page.table().table();
        QCOMPARE(table.rows.size(), std::size_t(12)); // linear once, relu and tanh 1 to 5, X
        QCOMPARE(table.rows.front().heads[1], std::string("f(X), linear"));
        QCOMPARE(table.rows.back().heads[1], std::string("X"));
        QCOMPARE(table.columns[1].group, std::string("ratings"));
        QVERIFY(!table.rows.back().entries[1].value.empty());
        // the open pair is offered for grids too
        QVERIFY(panel.form().isRunnable());
        QCOMPARE(panel.form().spec({})["data"][0]["x"].get<std::string>(), m_files.path("a.npy"));
        m_workspace.close();
    }
    void aLoneFileWithAllSettingsChosen()
    {
        // The same numbers as in a file without labels, which are given apart.
        std::string words;
        for (int i = 0; i < 90; ++i)
            words += "word" + std::to_string(i) + "\n";
        write("words-of-it.txt", words);
        m_files.write("alone.npy", 90, 8, 1);
        QFile::remove(path("alone.labels.txt"));
        UntrainedPage page(m_jobs, m_workspace, m_hub);
        QVERIFY(!button(page, "Run")->isEnabled()); // no pair is open
        page.form().addVectors(path("alone.npy"));
        QVERIFY(button(page, "Run")->isEnabled());
        page.form().setLabels(path("words-of-it.txt"));
        write("named.tsv", "first\tsecond\tscore\tother\nword3\tword4\t1\t9\nword5\tword6\t2\t4\nword7\tword8\t3\t2\n"
                           "word9\tword10\t4\t7\n");
        page.form().addBenchmarks({path("named.tsv")});
        QComboBox* column = nullptr;
        for (auto* box : page.form().findChildren<QComboBox*>())
            if (box->accessibleName().startsWith("Column of the ratings")) column = box;
        QVERIFY(column);
        QCOMPARE(column->count(), 2);
        QCOMPARE(column->itemText(1), QString("other"));
        column->setCurrentIndex(1);
        page.form().setFields("0,2", 3, 5, "uniform", 9);
        page.run();
        QTRY_COMPARE_WITH_TIMEOUT(page.results().size(), std::size_t(2), 30'000);
        const UntrainedResult& made = page.results()[1];
        UntrainedOptions options;
        options.depths = {0, 2};
        options.draws = 3;
        options.width = 5;
        options.init = "uniform";
        options.seed = 9;
        options.k = 4;
        options.activation = made.options.activation;
        ReadOptions reading;
        reading.labelsFile = m_files.path("words-of-it.txt");
        const EmbeddingSet set = readEmbeddingSet(m_files.path("alone.npy"), reading);
        const auto covered = coverPairs(WordIndex(set), readBenchmarkNamed(m_files.path("named.tsv") + "#other"));
        QCOMPARE(covered.ratings, (std::vector<double>{9, 4, 2, 7}));
        QCOMPARE(made.benchmarks.front().ratings, covered.ratings);
        const UntrainedResult alone = measureUntrained(set.vectors, {covered}, options);
        QCOMPARE(made.layers.size(), std::size_t(2));
        for (std::size_t l = 0; l < 2; ++l) {
            QCOMPARE(made.layers[l].overlaps, alone.layers[l].overlaps);
            QCOMPARE(*made.layers[l].cosine[0].mean, *alone.layers[l].cosine[0].mean);
        }
        page.exportAll(path("all of it"));
        for (const char* name : {"table.csv", "table.md", "table.tex", "table.html", "table.json", "methods.txt"})
            QVERIFY2(!contentOf(path("all of it") + "/" + name).isEmpty(), name);
        QVERIFY(contentOf(path("all of it/methods.bib")).contains("collell"));
        const QByteArray provenance = contentOf(path("all of it/provenance.json"));
        for (const char* input : {"alone.npy", "words-of-it.txt", "named.tsv"})
            QVERIFY2(provenance.contains(
                         QCryptographicHash::hash(contentOf(path(input)), QCryptographicHash::Sha256).toHex()),
                     input);
        page.save(path("one.csv"));
        QCOMPARE(contentOf(path("one.csv")), contentOf(path("all of it/table.csv")));
        QTest::mouseClick(button(page.methods(), "Copy"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), contentOf(path("all of it/methods.txt")).trimmed());
    }
    void whyThereIsNoCorrelationStandsUnderTheTable()
    {
        write("constant.tsv", "item1\titem2\t3\nitem3\titem4\t3\nitem5\titem6\t3\n");
        write("phrases.tsv", "item1 item9\titem2\t3\nitem3\titem4\t1\nitem5\titem6\t2\nitem7\titem8\t5\n");
        UntrainedPage page(m_jobs, m_workspace, m_hub);
        page.form().addVectors(path("a.npy"));
        page.form().addBenchmarks({path("constant.tsv"), path("phrases.tsv")});
        page.form().setFields("1", 2, 0, "glorot", 1);
        page.run();
        QTRY_VERIFY_WITH_TIMEOUT(!page.results().empty(), 30'000);
        QVERIFY2(caption(page).contains("No correlation for constant: all ratings are equal"),
                 qPrintable(caption(page)));
        QVERIFY2(caption(page).contains("phrases: "), qPrintable(caption(page))); // its warning, and it stays
    }
    void cancelHasNoPlayIcon()
    {
        UntrainedPage page(m_jobs, m_workspace, m_hub);
        page.form().addVectors(path("a.npy"));
        page.form().setFields("5", 1000, 400, "glorot", 1);
        QVERIFY(!button(page, "Run")->icon().isNull());
        page.run();
        QVERIFY(button(page, "Cancel"));
        QVERIFY(button(page, "Cancel")->icon().isNull());
        QTest::mouseClick(button(page, "Cancel"), Qt::LeftButton);
        QTRY_VERIFY(button(page, "Run"));
    }
    void droppedFilesFindTheirPlace()
    {
        UntrainedPage page(m_jobs, m_workspace, m_hub);
        page.form().takeDropped({path("ratings.tsv"), path("c.npy")});
        QCOMPARE(page.form().benchmarks(), (std::vector<std::string>{m_files.path("ratings.tsv")}));
        QVERIFY(page.form().vectors());
        QCOMPARE(page.form().vectors()->file, path("c.npy"));
    }
    void wrongLayersAreABanner()
    {
        UntrainedPage page(m_jobs, m_workspace, m_hub);
        page.form().addVectors(path("a.npy"));
        page.form().setFields("many", 2, 0, "glorot", 1);
        page.run();
        bool said = false;
        for (const auto* label : page.findChildren<QLabel*>())
            said = said || label->text().contains("many");
        QVERIFY(said);
        QVERIFY(!m_jobs.isRunning(UntrainedPage::kind));
    }
    void theConventionLineFollowsTheTheme()
    {
        UntrainedPage page(m_jobs, m_workspace, m_hub);
        page.form().addVectors(path("a.npy"));
        page.form().setFields("1", 2, 0, "glorot", 1);
        page.run();
        QTRY_VERIFY_WITH_TIMEOUT(!page.results().empty(), 30'000);
        Theme theme(*qApp);
        theme.setChoice(Theme::Choice::Light);
        page.resize(1100, 700);
        page.show();
        QApplication::processEvents();
        theme.setChoice(Theme::Choice::Dark);
        QLabel* footer = nullptr;
        for (auto* label : page.findChildren<QLabel*>())
            if (label->toolTip().startsWith("mNNO at K = 4")) footer = label;
        QVERIFY(footer);
        QCOMPARE(footer->palette().color(QPalette::WindowText), darkTokens().ink3);
        theme.setChoice(Theme::Choice::Light);
        QCOMPARE(footer->palette().color(QPalette::WindowText), lightTokens().ink3);
    }
};

BRIDGESCOPE_TEST(UntrainedPageTest)

} // namespace untrained_page_tests

#include "untrained_page.moc"
