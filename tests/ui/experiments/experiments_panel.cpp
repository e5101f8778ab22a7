#include "ui/panels/experiments/experiments_panel.h"
#include "tests/support/test_program.h"

#include "tests/experiment/grid_files.h"
#include "ui/jobs/job_runner.h"
#include "ui/panels/experiments/grid_form.h"
#include "ui/panels/experiments/table_view.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/workspace.h"

#include "core/dataset/reader.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

namespace experiments_panel_tests {

using namespace bridgescope;

namespace {

QByteArray contentOf(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace

class ExperimentsPanelTest : public QObject {
    Q_OBJECT
    GridFiles m_files;
    JobRunner m_jobs;
    SelectionHub m_hub;
    Workspace m_workspace{m_hub, m_jobs};

    QString path(const char* name) const { return QString::fromStdString(m_files.path(name)); }
    static QPushButton* button(QWidget& panel, const QString& text)
    {
        for (auto* one : panel.findChildren<QPushButton*>())
            if (one->text() == text) return one;
        return nullptr;
    }
    /// A panel with the small grid opened from a file, as a user does.
    std::unique_ptr<ExperimentsPanel> opened(const nlohmann::ordered_json& json)
    {
        auto panel = std::make_unique<ExperimentsPanel>(m_jobs, m_workspace, m_hub);
        panel->openSpec(QString::fromStdString(m_files.spec(json)));
        panel->resize(1160, 760);
        panel->show();
        return panel;
    }
private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/experiments").removeRecursively();
        m_hub.setK(4);
    }
    void cleanupTestCase() { m_jobs.shutdown(); }

    void runsTheGridOfTheCommandLine()
    {
        const auto json = GridFiles::smallSpec();
        auto panel = opened(json);
        QVERIFY(!button(*panel, "CSV")->isEnabled());
        QTest::mouseClick(button(*panel, "Run grid"), Qt::LeftButton);
        QVERIFY(panel->job().isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(panel->job().live() && panel->job().live()->table, 30'000);
        QTRY_VERIFY(!panel->job().isRunning());
        const PrintedTable& table = panel->table().table();
        QCOMPARE(table.rows.size(), std::size_t(4)); // two directions, two maps; features across
        QVERIFY(!table.rows[3].entries[0].value.empty());
        // The grid as saved gives the same bytes without a window.
        panel->saveSpec(path("saved.json"));
        panel->exportAll(path("exported"));
        runGrid(readGridSpec(m_files.path("saved.json")), m_files.path("alone"), false);
        for (const char* name : {"table.csv", "table.md", "table.tex", "methods.txt", "table.json"}) {
            QVERIFY2(!contentOf(path("exported") + "/" + name).isEmpty(), name);
            QVERIFY2(contentOf(path("exported") + "/" + name) == contentOf(path("alone") + "/" + name), name);
        }
        panel->copyTable();
        QVERIFY(QGuiApplication::clipboard()->mimeData()->html().contains("<table>"));
        panel->saveTable(path("t.csv"));
        QCOMPARE(contentOf(path("t.csv")), contentOf(path("alone/table.csv")));
    }
    void whatTheFormDoesNotShowIsAsTheFileSays()
    {
        // K other than the tool bar's, a held-out share, two seeds, columns and a base: byte for byte the command
        // line's.
        auto json = GridFiles::smallSpec();
        json.erase("folds");
        json.erase("title");
        json["test"] = 0.3;
        json["seed"] = {1, 2};
        json["k"] = {3, 5};
        json["metric"] = "euclidean";
        json["self"] = "include";
        json["k-max"] = 12;
        json["table"] = {{"base", "lin"}, {"decimals", 2}, {"columns", {"x_fx", "difference_interval", "y_fx_change"}}};
        auto panel = opened(json);
        panel->run();
        QTRY_VERIFY_WITH_TIMEOUT(panel->job().live() && panel->job().live()->table, 30'000);
        panel->exportAll(path("as it says"));
        runGrid(readGridSpec(m_files.path("spec.json")), m_files.path("by the file"), false);
        for (const char* name : {"table.csv", "table.md", "table.tex", "table.html", "methods.txt", "table.json"}) {
            QVERIFY2(!contentOf(path("as it says") + "/" + name).isEmpty(), name);
            QCOMPARE(contentOf(path("as it says") + "/" + name), contentOf(path("by the file") + "/" + name));
        }
        bool said = false;
        for (const auto* label : panel->findChildren<QLabel*>())
            said = said || label->text() == "As the file says: k [3,5], k-max 12, metric euclidean, self include, "
                                            "permutations 20, test 0.3, seed [1,2]";
        QVERIFY(said);
    }
    void thePapersFiguresCanBeHidden()
    {
        auto json = GridFiles::smallSpec();
        json["data"].erase(1);
        json["data"][0]["paper"] = "IAPR TC-12";
        json["table"] = {{"paper", true}};
        auto panel = opened(json);
        panel->run();
        QTRY_VERIFY_WITH_TIMEOUT(panel->job().live() && panel->job().live()->table, 30'000);
        QCOMPARE(panel->table().table().columns.size(), std::size_t(6));
        QVERIFY(panel->table().table().columns[5].paper);
        QCOMPARE(panel->table().table().rows[0].entries[4].value, std::string("0.419*")); // T to I, lin, VGG-128
        panel->saveTable(path("with.tex"));
        QVERIFY(contentOf(path("with.tex")).contains("\\textcolor{gray}{0.419"));
        for (auto* box : panel->findChildren<QCheckBox*>())
            if (box->text() == "Paper's figures") box->click();
        QCOMPARE(panel->table().table().columns.size(), std::size_t(2));
        panel->saveTable(path("without.tex"));
        QVERIFY(!contentOf(path("without.tex")).contains("gray"));
    }
    void theTintIsExportedOnRequest()
    {
        // Blue 0072B2 at .08 + .3 on white, from an overlap of .7 on; at half of that .23.
        PrintedTable::Entry entry;
        entry.share = .9;
        QCOMPARE(tintOf({"", "X,f(X)", false}, entry, lightTokens()).name(), QString("#9ec9e2"));
        entry.share = .35;
        QCOMPARE(tintOf({"", "X,f(X)", false}, entry, lightTokens()).name(), QString("#c4dfed"));
        auto panel = opened(GridFiles::smallSpec());
        panel->run();
        QTRY_VERIFY_WITH_TIMEOUT(panel->job().live() && panel->job().live()->table, 30'000);
        panel->saveTable(path("plain.tex"));
        panel->saveTable(path("plain.html"));
        QVERIFY(!contentOf(path("plain.tex")).contains("cellcolor") &&
                !contentOf(path("plain.html")).contains("background"));
        panel->setTintedExport(true);
        panel->saveTable(path("tinted.tex"));
        panel->saveTable(path("tinted.html"));
        const QByteArray tex = contentOf(path("tinted.tex"));
        QCOMPARE(tex.count("\\cellcolor[HTML]{"), 16); // 4 rows, 2 features, 2 overlaps
        QVERIFY(tex.contains("\\usepackage[table]{xcolor}"));
        QCOMPARE(contentOf(path("tinted.html")).count("background:#"), 16);
        QCOMPARE(QString(tex).remove(QRegularExpression("\\\\cellcolor\\[HTML\\]\\{[0-9A-F]{6}\\}")).count("0."),
                 contentOf(path("plain.tex")).count("0."));
    }
    void remediesOfAnyDepth()
    {
        ExperimentsPanel panel(m_jobs, m_workspace, m_hub);
        QComboBox* depth = nullptr;
        for (auto* box : panel.form().findChildren<QComboBox*>())
            if (box->accessibleName() == "Hidden layers of nets") depth = box;
        QVERIFY(depth);
        QVERIFY(depth->parentWidget()->isHidden());
        panel.form().choose(ExperimentPicker::Remedies);
        QVERIFY(!depth->parentWidget()->isHidden());
        QVERIFY(!panel.form().spec({})["maps"][0].contains("hidden"));
        depth->setCurrentIndex(3);
        const auto maps = panel.form().spec({})["maps"];
        QCOMPARE(maps.size(), std::size_t(5));
        for (const auto& map : maps)
            QCOMPARE(map["hidden"].dump(), std::string("[512,512,512]"));
        depth->setCurrentIndex(0);
        QCOMPARE(panel.form().spec({})["maps"][4]["hidden"].get<std::string>(), std::string("none"));
        panel.form().choose(ExperimentPicker::Experiment1);
        QVERIFY(depth->parentWidget()->isHidden());
    }
    void aBaseThatIsNotCheckedIsNoBase()
    {
        auto json = GridFiles::smallSpec();
        json["table"] = {{"base", "lin"}, {"columns", {"x_fx", "y_fx_change"}}};
        auto panel = opened(json);
        for (auto* box : panel->findChildren<QCheckBox*>())
            if (box->text() == "lin") box->click();
        const auto spec = panel->form().spec({});
        QCOMPARE(spec["maps"].size(), std::size_t(1));
        QVERIFY(!spec["table"].contains("base"));
        QCOMPARE(spec["table"]["columns"].dump(), std::string(R"(["x_fx"])"));
    }
    void runAgainKeepsAllCells()
    {
        auto panel = opened(GridFiles::smallSpec());
        panel->run();
        QTRY_VERIFY_WITH_TIMEOUT(panel->job().live() && panel->job().live()->table, 30'000);
        QCOMPARE(panel->job().live()->kept, std::size_t(8));
    }
    void pausedThenCancelledThenResumed()
    {
        auto json = GridFiles::smallSpec();
        json["maps"][1]["epochs"] = 400;
        auto panel = opened(json);
        panel->run();
        QTRY_VERIFY_WITH_TIMEOUT(panel->job().live(), 30'000);
        panel->job().setPaused(true);
        QVERIFY(button(*panel, "Resume"));
        QTest::qWait(200); // a batch that was begun ends; then nothing moves
        const std::size_t finished = panel->job().live()->finished();
        QTest::qWait(200);
        QCOMPARE(panel->job().live()->finished(), finished);
        panel->job().cancel();
        QVERIFY(!panel->job().isRunning());
        panel->run();
        QTRY_VERIFY_WITH_TIMEOUT(panel->job().live() && panel->job().live()->table, 30'000);
        QVERIFY(panel->job().live()->kept >= finished);
        QCOMPARE(panel->job().live()->finished(), std::size_t(8));
    }
    void failedCellsAreShown()
    {
        auto json = GridFiles::smallSpec();
        json["maps"].push_back({{"name", "same"}, {"map", "identity"}});
        auto panel = opened(json);
        panel->run();
        QTRY_VERIFY_WITH_TIMEOUT(panel->job().live() && panel->job().live()->table, 30'000);
        QCOMPARE(panel->job().live()->table->failed, Index(4));
        QCOMPARE(panel->table().table().rows[2].entries[0].value, std::string("failed"));
    }
    void wrongSpecIsABanner()
    {
        auto json = GridFiles::smallSpec();
        json["maps"][0]["ridge"] = "much";
        auto panel = opened(json);
        bool said = false;
        for (const auto* label : panel->findChildren<QLabel*>())
            said = said || label->text().contains("maps[0].ridge");
        QVERIFY(said);
    }
    void aCellIsOpenedOnItsOwnFold()
    {
        auto json = GridFiles::smallSpec();
        json["self"] = "include";
        auto panel = opened(json);
        panel->run();
        QTRY_VERIFY_WITH_TIMEOUT(panel->job().live() && panel->job().live()->table, 30'000);
        const auto& rows = panel->job().live()->table->rows;
        const auto said = [&](const QString& text) {
            for (const auto* label : panel->findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains(text)) return true;
            return false;
        };
        m_workspace.close();
        panel->openCell(7); // the second pair, from Y to X, by a net
        QVERIFY(said("is not the pair that is open"));
        QTest::mouseClick(button(*panel, "Open its two files"), Qt::LeftButton);
        QTRY_VERIFY(m_workspace.pair());
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 3);
        QVERIFY(menu->actions()[1]->text().startsWith("Fold 2 of 3: X,f(X) 0."));
        menu->actions()[1]->trigger();
        menu->close();
        for (const auto& [cell, fold] : {std::pair{7, 2}, std::pair{5, 3}}) {
            const GridRow& row = rows[static_cast<std::size_t>(cell)];
            QCOMPARE(row.folds.size(), std::size_t(3));
            if (cell == 5) { // what is not of the grid is trained again, and that is asked first
                const int ridge = m_workspace.train({}, true);
                QTRY_COMPARE(m_workspace.mapping(ridge)->state, MappingEntry::State::Done);
                panel->lookAt(cell, fold);
                QVERIFY(said("another split"));
                QTest::mouseClick(button(*panel, "Split and train all"), Qt::LeftButton);
                QCOMPARE(m_workspace.mappings().size(), std::size_t(2)); // fold 2's is gone
            }
            const QString name = QString("%1, fold %2 of 3").arg(QString::fromStdString(row.map)).arg(fold);
            QTRY_VERIFY(m_hub.measured() && m_hub.measured()->mappingName == name && m_hub.atK() &&
                        m_hub.atK()->measured == m_hub.measured());
            QCOMPARE(m_hub.measured()->split, QString("fold %1 of 3, seed 1").arg(fold));
            const auto& there = row.folds[static_cast<std::size_t>(fold - 1)];
            QCOMPARE(m_hub.atK()->report.xf.n, there.held);
            QCOMPARE(m_hub.atK()->report.xf.mean, there.xf);
            QCOMPARE(m_hub.atK()->report.yf.mean, there.yf);
            QCOMPARE(m_hub.state().self, SelfRule::Included);
        }
        m_workspace.close();
    }
    void clickingACellOfOtherDataSaysSo()
    {
        auto panel = opened(GridFiles::smallSpec());
        panel->run();
        QTRY_VERIFY_WITH_TIMEOUT(panel->job().live() && panel->job().live()->table, 30'000);
        QApplication::processEvents();
        const TableGeometry geometry(panel->table().table(), panel->table().width(), 1);
        const auto& line = geometry.lines[1];
        const QPoint at(qRound(geometry.columns[0].left + 20), qRound(line.top + 8));
        QCOMPARE(geometry.at(at), (std::pair{0, 0}));
        QTest::mouseClick(&panel->table(), Qt::LeftButton, Qt::NoModifier, at);
        bool said = false;
        for (const auto* label : panel->findChildren<QLabel*>())
            said = said || label->text().contains("is not the pair that is open");
        QVERIFY(said);
    }
};

BRIDGESCOPE_TEST(ExperimentsPanelTest)

} // namespace experiments_panel_tests

#include "experiments_panel.moc"
