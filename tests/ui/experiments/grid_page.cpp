#include "tests/support/test_program.h"

#include "core/dataset/reader.h"
#include "tests/experiment/grid_files.h"
#include "tests/ui/support/synthetic_pair.h"
#include "ui/jobs/job_runner.h"
#include "ui/panels/experiments/dry_run.h"
#include "ui/panels/experiments/experiments_panel.h"
#include "ui/panels/experiments/grid_form.h"
#include "ui/panels/experiments/methods_card.h"
#include "ui/panels/experiments/table_view.h"
#include "ui/panels/experiments/untrained_page.h"
#include "ui/widgets/card.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>

namespace grid_page_tests {

using namespace bridgescope;

/// The page around a grid: what it says before, between and after runs.
class GridPageTest : public QObject {
    Q_OBJECT
    GridFiles m_files;
    JobRunner m_jobs;
    SelectionHub m_hub;
    Workspace m_workspace{m_hub, m_jobs};

    static QPushButton* button(QWidget& panel, const QString& text)
    {
        for (auto* one : panel.findChildren<QPushButton*>())
            if (one->text() == text && !one->isHidden()) return one;
        return nullptr;
    }
    static bool says(const QWidget& panel, const QString& text)
    {
        for (const auto* label : panel.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(text)) return true;
        return false;
    }
    static QSpinBox* spin(const QWidget& panel, const QString& name)
    {
        for (auto* one : panel.findChildren<QSpinBox*>())
            if (one->accessibleName() == name) return one;
        return nullptr;
    }
    std::unique_ptr<ExperimentsPanel> opened(const nlohmann::ordered_json& json, QSize size = {1160, 760})
    {
        auto panel = std::make_unique<ExperimentsPanel>(m_jobs, m_workspace, m_hub);
        panel->openSpec(QString::fromStdString(m_files.spec(json)));
        panel->resize(size);
        panel->show();
        return panel;
    }
    void runToTheEnd(ExperimentsPanel& panel)
    {
        panel.run();
        QTRY_VERIFY_WITH_TIMEOUT(panel.job().live() && panel.job().live()->table && !panel.job().isRunning(), 30'000);
    }
    void openPair(const char* x, const char* y)
    {
        EmbeddingSet one = readEmbeddingSet(m_files.path(x)), two = readEmbeddingSet(m_files.path(y));
        PairedSet pairs = pairSets(one, two);
        m_workspace.open(makeOpenPair(std::move(one), std::move(two), std::move(pairs), {}));
    }
private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/experiments").removeRecursively();
        m_hub.setK(4);
    }
    void cleanup() { m_workspace.close(); }
    void cleanupTestCase() { m_jobs.shutdown(); }

    void aDryRunComputesNothing()
    {
        auto json = GridFiles::smallSpec();
        json["k"] = {3, 4};
        auto panel = opened(json);
        QTest::mouseClick(button(*panel, "Dry run"), Qt::LeftButton);
        QTRY_VERIFY(says(*panel, "16 cells by 8 trainings, each over 3 folds. 8 trainings are left: about a second."));
        QVERIFY(!panel->job().live());
        QVERIFY(!QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/experiments").exists());
        runToTheEnd(*panel);
        panel->dryRun();
        QTRY_VERIFY(says(*panel, "All are there already."));
        // A map more: what is there stays there, in the folder that is given.
        const QString dir = panel->job().live()->dir;
        GridSpec spec = readGridSpec(m_files.path("spec.json"));
        spec.maps.push_back(spec.maps.front());
        spec.maps.back().name = "other";
        const DryRun plan = planGrid(spec, dir.toStdString(), {});
        QCOMPARE(plan.cells, std::size_t(24));
        QCOMPARE(plan.kept, std::size_t(16));
        QCOMPARE(plan.trainings, std::size_t(12));
        QCOMPARE(plan.left, std::size_t(4));
        QVERIFY(plan.seconds > 0);
    }
    void aTableOfAnEarlierFormSaysSo()
    {
        auto panel = opened(GridFiles::smallSpec());
        runToTheEnd(*panel);
        QVERIFY(says(*panel, "8 of 8 cells done"));
        QVERIFY(!says(*panel, "Earlier grid"));
        spin(*panel, "Folds")->setValue(4);
        QVERIFY(says(*panel, "Not run yet"));
        QVERIFY(says(*panel, "As it was before the changes at the left."));
        QCOMPARE(panel->table().table().rows.size(), std::size_t(4)); // still there to be looked at
        spin(*panel, "Folds")->setValue(3);
        QVERIFY(says(*panel, "8 of 8 cells done"));
        QVERIFY(!says(*panel, "As it was before"));
    }
    void remediesHaveNoColumnsOfThePaper()
    {
        auto json = GridFiles::smallSpec();
        json["data"].erase(1);
        json["data"][0]["paper"] = "IAPR TC-12";
        json["maps"][0]["name"] = "base";
        json["maps"][1]["name"] = "structure";
        json["table"] = {{"paper", true}};
        auto panel = opened(json);
        runToTheEnd(*panel);
        for (const auto& column : panel->table().table().columns)
            QVERIFY(!column.paper);
    }
    void experiment2IsWithinReachWhileAGridRuns()
    {
        auto json = GridFiles::smallSpec();
        json["maps"][1]["epochs"] = 4000;
        auto panel = opened(json);
        panel->run();
        QVERIFY(panel->job().isRunning());
        auto* picker = panel->form().findChild<ExperimentPicker*>();
        QVERIFY(picker->isEnabled());
        emit picker->activated(ExperimentPicker::Experiment2);
        QVERIFY(panel->untrained().isVisible());
        auto& other = panel->untrained().picker();
        QCOMPARE(other.currentText(), QString("Paper, Experiment 2"));
        emit other.activated(ExperimentPicker::Opened); // back to what runs
        QVERIFY(!panel->untrained().isVisible());
        QCOMPARE(panel->form().kind(), ExperimentPicker::Opened);
        QVERIFY(panel->job().isRunning());
        panel->job().cancel();
    }
    void theOpenPairStaysToBeHad()
    {
        openPair("b.npy", "c.npy");
        auto panel = opened(GridFiles::smallSpec());
        QCOMPARE(panel->form().spec({})["data"].size(), std::size_t(2)); // not checked, for the file does not have it
        QCheckBox* pair = nullptr;
        for (auto* box : panel->findChildren<QCheckBox*>())
            if (box->text() == "b, c") pair = box;
        QVERIFY(pair && !pair->isChecked());
        pair->click();
        QCOMPARE(panel->form().spec({})["data"].size(), std::size_t(3));
    }
    void aCellsPairIsNoTwin()
    {
        auto panel = opened(GridFiles::smallSpec());
        openPair("a.npy", "b.npy"); // of the grid already
        QCOMPARE(panel->form().spec({})["data"].size(), std::size_t(2));
    }
    void openingAnotherPairSaysWhatGoes()
    {
        openPair("b.npy", "c.npy");
        auto panel = opened(GridFiles::smallSpec());
        runToTheEnd(*panel);
        m_workspace.train({}, true);
        panel->openCell(0);
        QVERIFY(says(*panel, "is not the pair that is open. The 1 mappings of the pair that is open go"));
    }
    void aLowWindowShowsSixRows()
    {
        auto json = GridFiles::smallSpec();
        for (int i = 0; i < 6; ++i)
            json["maps"].push_back(
                {{"name", "nn" + std::to_string(i)}, {"map", "net"}, {"hidden", {3}}, {"epochs", 1}});
        auto panel = opened(json, {1016, 590}); // what a window of 1,280 x 720 leaves
        runToTheEnd(*panel);
        QApplication::processEvents();
        const QWidget* viewport = panel->table().parentWidget();
        const TableGeometry geometry(panel->table().table(), viewport->width(), 1);
        int whole = 0;
        for (const auto& line : geometry.lines)
            whole += !line.title && line.top + line.height <= viewport->height();
        QVERIFY2(whole >= 5, qPrintable(QString::number(whole))); // and the data set's name
        QVERIFY(panel->height() <= 590);
        // The whole sentence can be read: it scrolls.
        QStringList sentences;
        for (const auto* card : panel->findChildren<MethodsCard*>())
            sentences << card->text();
        QVERIFY(sentences.join(' ').contains("Bridgescope"));
    }
};

BRIDGESCOPE_TEST(GridPageTest)

} // namespace grid_page_tests

#include "grid_page.moc"
