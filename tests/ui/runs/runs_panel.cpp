#include "ui/panels/runs/runs_panel.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_pair.h"

#include "core/dataset/reader.h"
#include "core/measurement/mapping_comparison.h"
#include "core/pairing/prediction_join.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/chart_view.h"
#include "ui/models/comparison_text.h"
#include "ui/models/runs_model.h"
#include "ui/panels/runs/paired_test.h"
#include "ui/panels/runs/runs_comparison.h"
#include "ui/widgets/card.h"

#include <QHeaderView>
#include <QLabel>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace runs_panel_tests {

using namespace bridgescope;

class RunsPanelTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<SelectionHub> m_hub;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<RunsPanel> m_panel;

    void train(const std::string& map, bool forward = true)
    {
        TrainingOptions options;
        options.map = map;
        m_workspace->train(options, forward);
    }
    bool settled() const
    {
        return QTest::qWaitFor(
            [this] {
                for (const auto& entry : m_workspace->mappings())
                    if (entry.state != MappingEntry::State::Done || !entry.report) return false;
                return m_jobs->isIdle() && m_hub->atK();
            },
            20'000);
    }
    void click(int row, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTableView& table = m_panel->table();
        const QRect cell = table.visualRect(table.model()->index(row, RunsModel::Name));
        QTest::mouseClick(table.viewport(), Qt::LeftButton, modifiers, cell.center());
    }
    std::shared_ptr<const BarChart> chart() const
    {
        auto* view = m_panel->comparison().findChild<ChartView*>();
        return std::dynamic_pointer_cast<const BarChart>(view->chart());
    }
    QString said() const { return m_panel->comparison().testText(); }
    /// What `compare X Y F --against G` computes, from the files that the window writes.
    MappingComparison fromFiles(const MappingEntry& f, const MappingEntry& g, Index k) const
    {
        const QString files[] = {m_folder.filePath("f.npy"), m_folder.filePath("g.npy")};
        m_workspace->savePredictions(f.id, files[0]);
        m_workspace->savePredictions(g.id, files[1]);
        const PairedSet& pairs = *m_workspace->pairsOf(f.forward);
        const JoinedPredictions ofF = joinPredictions(pairs, readEmbeddingSet(files[0].toStdString())),
                                ofG = joinPredictions(pairs, readEmbeddingSet(files[1].toStdString()));
        const std::vector<Index>& items = m_workspace->pair()->split.folds.front().heldOut;
        const auto heldOut = [&](const JoinedPredictions& joined) {
            return joined.items == items ? joined.f : Vectors(selectColumns(joined.f, items));
        };
        MeasureOptions options;
        options.overlap.k = k;
        const auto first = measureFold(pairs, items, heldOut(ofF), options);
        return compareMappings(*first, *measureFold(pairs, items, heldOut(ofG), options), options);
    }

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName("Bridgescope-test");
    }
    void init()
    {
        QSettings().clear();
        m_hub = std::make_unique<SelectionHub>();
        m_jobs = std::make_unique<JobRunner>();
        m_workspace = std::make_unique<Workspace>(*m_hub, *m_jobs);
        m_panel = std::make_unique<RunsPanel>(*m_workspace, *m_hub, *m_jobs);
        m_panel->resize(1160, 700);
        m_panel->show();
    }
    void cleanup()
    {
        m_jobs->shutdown();
        m_panel.reset();
        m_workspace.reset();
        m_jobs.reset();
        m_hub.reset();
    }
    void aTestThatIsStoppedSaysSo()
    {
        m_workspace->open(test::syntheticPair(200));
        train("ridge");
        train("random");
        QVERIFY(settled());
        click(0);
        click(1, Qt::ControlModifier);
        m_jobs->cancel(PairedTest::kind); // as the status bar does
        QTRY_COMPARE(said(), QString("Stopped: pick the two runs again for their test."));
        QTest::qWait(50); // and does not begin by itself
        QVERIFY(!m_jobs->isRunning(PairedTest::kind));
        click(0);
        click(1, Qt::ControlModifier);
        QTRY_VERIFY(said().contains("N = 40"));
    }
    void twoRunsSideBySide()
    {
        m_workspace->open(test::syntheticPair(200));
        train("ridge");
        train("random");
        train("ridge", false);
        QVERIFY(settled());
        m_hub->setK(5);
        click(0);
        QVERIFY(!m_panel->comparison().findChild<ChartView*>()->isVisible()); // one run is compared with nothing
        click(1, Qt::ControlModifier);
        QVERIFY(chart());
        QVERIFY(m_panel->comparison().findChild<ChartView*>()->isVisible());
        const auto& runs = m_workspace->mappings();
        QCOMPARE(chart()->data().rows.size(), std::size_t(2));
        QCOMPARE(chart()->data().rows[0].name, runs[0].name);
        QCOMPARE(chart()->data().rows[1].xf.mean, overlapAt(runs[1].report->xf, 5));
        QVERIFY(chart()->data().rows[1].yf.high > chart()->data().rows[1].yf.mean); // an interval
        QCOMPARE(chart()->data().chance, 5.0 / 39);
        for (const int i : {0, 1}) // retrieval beside the overlaps
            QCOMPARE(chart()->data().rows[i].p1, std::optional(runs[i].report->retrieval.forwardCosine.p1));
        QVERIFY(chart()->data().rows[0].p1 > 0.1 && chart()->description().contains("P@1"));
        const auto expected = [&](Index k) {
            return comparisonSentences(fromFiles(runs[0], runs[1], k), runs[0].name, runs[1].name).join('\n');
        };
        QTRY_COMPARE(said(), expected(5));
        QVERIFY(said().contains("Ridge") && said().contains("Random"));
        QVERIFY(said().contains("N = 40, K = 5, cosine"));
        m_hub->setK(3);
        QTRY_COMPARE(said(), expected(3));
        QVERIFY(m_panel->comparison().findChild<QTableView*>()->isVisible()); // the map differs
    }
    void withoutATestItIsSaidWhy()
    {
        m_workspace->open(test::syntheticPair(100));
        train("ridge");
        train("procrustes");
        train("ridge", false);
        QVERIFY(settled());
        click(0);
        click(2, Qt::ControlModifier);
        QVERIFY(said().contains("opposite directions"));
        QVERIFY(chart()->data().rows[0].name != chart()->data().rows[1].name);
        click(1, Qt::ControlModifier);
        QVERIFY(said().contains("pick just two"));
        QCOMPARE(chart()->data().rows.size(), std::size_t(3));
        m_workspace->remove(m_workspace->mappings()[1].id); // a row that is picked
        QTRY_VERIFY(said().contains("opposite directions"));
        m_workspace->close();
        QVERIFY(!m_panel->comparison().isVisible());
    }
    void aRunWithoutNumbersIsNamed()
    {
        m_workspace->open(test::syntheticPair(100));
        train("ridge");
        TrainingOptions wrong;
        wrong.preprocessX = "pca:1000";
        const int failed = m_workspace->train(wrong, true);
        QTRY_COMPARE(m_workspace->mapping(failed)->state, MappingEntry::State::Failed);
        QTRY_VERIFY(m_workspace->mappings().front().report && m_hub->atK());
        click(0);
        click(1, Qt::ControlModifier);
        QCOMPARE(chart()->data().rows.size(), std::size_t(1));
        bool found = false;
        for (const auto* card : m_panel->comparison().findChildren<Card*>())
            found = found || card->convention().startsWith("Not drawn: Ridge (2) (failed). ");
        QVERIFY(found);
    }
    void equalSettingsAreSaidToBe()
    {
        m_workspace->open(test::syntheticPair(100));
        train("ridge");
        train("ridge");
        QVERIFY(settled());
        click(0);
        click(1, Qt::ControlModifier);
        bool found = false;
        for (const auto* label : m_panel->comparison().findChildren<QLabel*>())
            found = found || (label->isVisible() && label->text().contains("No setting differs"));
        QVERIFY(found);
        QTRY_VERIFY(said().contains("difference 0.000 [0.000, 0.000], p = 1"));
    }
    void widthsAndSortingAreRemembered()
    {
        m_workspace->open(test::syntheticPair(100));
        train("ridge");
        train("random");
        QVERIFY(settled());
        QHeaderView* header = m_panel->table().horizontalHeader();
        const int usual = header->sectionSize(RunsModel::XF);
        header->resizeSection(RunsModel::Name, 171);
        header->moveSection(header->visualIndex(RunsModel::G), header->visualIndex(RunsModel::XF));
        const QRect place(header->sectionViewportPosition(RunsModel::YF), 0, header->sectionSize(RunsModel::YF),
                          header->height());
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place.center());
        const Qt::SortOrder order = header->sortIndicatorOrder();
        QCOMPARE(header->sortIndicatorSection(), int(RunsModel::YF));
        RunsPanel again(*m_workspace, *m_hub, *m_jobs);
        again.resize(1160, 700);
        again.show();
        const QHeaderView* same = again.table().horizontalHeader();
        QCOMPARE(same->sectionSize(RunsModel::Name), 171);
        QCOMPARE(same->sectionSize(RunsModel::XF), usual);
        QCOMPARE(same->visualIndex(RunsModel::G), header->visualIndex(RunsModel::G));
        QCOMPARE(same->sortIndicatorSection(), int(RunsModel::YF));
        QCOMPARE(same->sortIndicatorOrder(), order);
        for (int row = 0; row < 2; ++row) // the rows as well, not the arrow alone
            QCOMPARE(again.table().model()->index(row, RunsModel::Name).data(),
                     m_panel->table().model()->index(row, RunsModel::Name).data());
    }
};

BRIDGESCOPE_TEST(RunsPanelTest)

} // namespace runs_panel_tests

#include "runs_panel.moc"
