#include "ui/models/runs_model.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_pair.h"

#include <QAbstractItemModelTester>
#include <QSortFilterProxyModel>
#include <QTest>

namespace runs_model_tests {

using namespace bridgescope;

class RunsModelTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void rowsFollowTheWorkspace();
    void scoresAreTheReports();
    void statesAreSaid();
    void sortsByNumbersWithTheUnknownLast();
    void bestEpochOnlyWhereItWasLookedFor();
    void runsUnderWayAreShownUnderTheSharedConventions();
    void theFinalWeightsWhateverEpochIsLookedAt();
    void tipsHoldTheWholeText();
    void renames();

private:
    int train(const std::string& map, Index epochs = 4)
    {
        TrainingOptions options;
        options.map = map;
        options.hidden = {8};
        options.epochs = epochs;
        return m_workspace->train(options, true);
    }
    bool settled() const
    {
        return QTest::qWaitFor(
            [this] {
                for (const auto& entry : m_workspace->mappings())
                    if (entry.state != MappingEntry::State::Done || !entry.report) return false;
                return m_jobs->isIdle();
            },
            20'000);
    }
    QString text(int row, int column) const { return m_model->index(row, column).data().toString(); }
    SelectionHub* m_hub = nullptr;
    JobRunner* m_jobs = nullptr;
    Workspace* m_workspace = nullptr;
    RunsModel* m_model = nullptr;
};

void RunsModelTest::init()
{
    m_hub = new SelectionHub;
    m_jobs = new JobRunner;
    m_workspace = new Workspace(*m_hub, *m_jobs);
    m_model = new RunsModel(*m_workspace, *m_hub);
    new QAbstractItemModelTester(m_model, QAbstractItemModelTester::FailureReportingMode::QtTest, m_model);
    m_workspace->open(test::syntheticPair(100));
}

void RunsModelTest::cleanup()
{
    m_jobs->shutdown();
    delete m_model;
    delete m_workspace;
    delete m_jobs;
    delete m_hub;
}

void RunsModelTest::rowsFollowTheWorkspace()
{
    QCOMPARE(m_model->rowCount(), 0);
    const int first = train("ridge"), second = train("procrustes"), third = train("net");
    QCOMPARE(m_model->rowCount(), 3);
    QPersistentModelIndex kept = m_model->index(2, RunsModel::Name);
    m_workspace->remove(second);
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->rowOf(second), -1);
    QCOMPARE(kept.row(), 1); // the same run, one row up
    QCOMPARE(kept.data(RunsModel::IdRole).toInt(), third);
    QCOMPARE(m_model->idAt(0), first);
    QVERIFY(settled());
    m_workspace->close();
    m_workspace->open(test::syntheticPair(80));
    QCOMPARE(m_model->rowCount(), 0);
}

void RunsModelTest::scoresAreTheReports()
{
    const int id = train("ridge");
    QVERIFY(settled());
    const MappingReport& report = *m_workspace->mapping(id)->report;
    m_hub->setK(3);
    const double xf = report.xf.byK[2], yf = report.yf.byK[2], xy = report.xy.byK[2];
    const auto value = [&](int column) { return m_model->index(0, column).data(RunsModel::SortRole).toDouble(); };
    QCOMPARE(value(RunsModel::XF), xf);
    QCOMPARE(value(RunsModel::D), xf - yf);
    QCOMPARE(value(RunsModel::G), yf - xy);
    QCOMPARE(value(RunsModel::P1), report.retrieval.forwardCosine.p1);
    QVERIFY(value(RunsModel::P1) > 0); // measured, not left at its default
    QCOMPARE(value(RunsModel::R2), *report.fit.r2);
    QCOMPARE(value(RunsModel::Cosine), report.fit.cosine);
    QCOMPARE(value(RunsModel::N), 20.0);
    QCOMPARE(text(0, RunsModel::XF), QString::number(xf, 'f', 2));
    QCOMPARE(text(0, RunsModel::BestEpoch), QString("–"));
    QCOMPARE(text(0, RunsModel::Split), QString("20 % held out, seed 1"));
}

void RunsModelTest::statesAreSaid()
{
    const int running = train("net", 1'000'000);
    train("ridge");
    train("cca");
    QTRY_VERIFY(m_workspace->mapping(running)->history.size() > 3);
    QVERIFY(text(0, RunsModel::State).endsWith("/ 1000000"));
    QVERIFY(m_model->index(0, RunsModel::State).data(RunsModel::ProgressRole).toDouble() > 0);
    QCOMPARE(text(1, RunsModel::State), QString("queued, no. 1"));
    QCOMPARE(text(2, RunsModel::State), QString("queued, no. 2"));
    QVERIFY(!m_model->index(1, RunsModel::State).data(RunsModel::ProgressRole).isValid());
    QVERIFY(text(0, RunsModel::XF) != "–"); // of the last epoch
    m_workspace->pauseTraining(running);
    QTRY_VERIFY(text(0, RunsModel::State).startsWith("paused"));
    m_workspace->cancelTraining(running);
    QTRY_COMPARE(m_workspace->mapping(running)->state, MappingEntry::State::Done);
    const auto done = m_workspace->mapping(running)->history.size();
    QCOMPARE(text(0, RunsModel::State), QString("cut after %1").arg(done));
    QVERIFY(text(0, RunsModel::Settings).contains("cut after epoch"));
    QVERIFY(settled());
}

void RunsModelTest::sortsByNumbersWithTheUnknownLast()
{
    const int net = train("net", 1'000'000);
    QTRY_VERIFY(m_workspace->mapping(net)->history.size() > 1);
    m_workspace->pauseTraining(net);
    train("ridge");
    QSortFilterProxyModel sorted;
    sorted.setSortRole(RunsModel::SortRole);
    sorted.setSourceModel(m_model);
    sorted.sort(RunsModel::XF, Qt::DescendingOrder);
    QCOMPARE(sorted.index(0, RunsModel::Name).data().toString(), QString("Net 1×8"));
    QCOMPARE(sorted.index(1, RunsModel::XF).data().toString(), QString("–"));
    m_workspace->remove(net);
    QVERIFY(settled());
    train("random");
    QVERIFY(settled());
    sorted.sort(RunsModel::R2, Qt::AscendingOrder); // as numbers: −12 below 0.4
    QCOMPARE(sorted.index(0, RunsModel::Name).data().toString(), QString("Random"));
}

void RunsModelTest::bestEpochOnlyWhereItWasLookedFor()
{
    train("net", 5);
    TrainingOptions stopped;
    stopped.map = "net";
    stopped.hidden = {8};
    stopped.epochs = 2000;
    stopped.learningRate = .05;
    stopped.earlyStopping = "validation-loss";
    stopped.patience = 2;
    const int id = m_workspace->train(stopped, true);
    QVERIFY(settled());
    QCOMPARE(text(0, RunsModel::BestEpoch), QString("–"));
    const auto& history = m_workspace->mapping(id)->history;
    QVERIFY(history.size() < 2000);
    QCOMPARE(text(1, RunsModel::BestEpoch), QString::number(history.size() - 2));
    QCOMPARE(text(1, RunsModel::State), QString("stopped early"));
    QVERIFY(text(1, RunsModel::Settings)
                .contains(QString("stopped early after epoch %1: no better for 2").arg(history.size())));
}

void RunsModelTest::runsUnderWayAreShownUnderTheSharedConventions()
{
    const int net = train("net", 1'000'000);
    QTRY_VERIFY(m_workspace->mapping(net)->history.size() > 2);
    m_workspace->pauseTraining(net);
    QTRY_VERIFY(text(0, RunsModel::State).startsWith("paused"));
    QTest::qWait(100); // the last epochs have arrived
    const EpochReport& last = m_workspace->mapping(net)->history.back();
    QCOMPARE(m_model->index(0, RunsModel::P1).data(RunsModel::SortRole).toDouble(), last.fit->p1);
    QCOMPARE(text(0, RunsModel::XF), QString::number(*last.overlapX, 'f', 2));
    m_hub->setK(3); // the run measures at 10
    QCOMPARE(text(0, RunsModel::XF), QString("–"));
    m_hub->setK(10);
    QVERIFY(text(0, RunsModel::XF) != "–");
}

void RunsModelTest::theFinalWeightsWhateverEpochIsLookedAt()
{
    const int net = train("net", 6);
    QVERIFY(settled());
    const QString line = conventionOfRuns(*m_workspace, *m_hub), xf = text(0, RunsModel::XF);
    QVERIFY(line.contains("N = 20") && line.contains("20 % held out"));
    m_hub->setMapping(net, 2);
    QTRY_COMPARE(m_hub->measured()->epoch, 2);
    QCOMPARE(text(0, RunsModel::XF), xf);
    QCOMPARE(conventionOfRuns(*m_workspace, *m_hub), line);
    QVERIFY(!line.contains("rotation"));
    TrainingOptions neighbor = m_workspace->mapping(net)->options;
    neighbor.loss = "neighbor";
    m_workspace->train(neighbor, true);
    QVERIFY(conventionOfRuns(*m_workspace, *m_hub).contains("rotation"));
    QVERIFY(m_model->index(1, RunsModel::P1).data(Qt::ToolTipRole).toString().contains("rotation"));
    QVERIFY(!m_model->index(1, RunsModel::XF).data(Qt::ToolTipRole).toString().contains("rotation"));
    QVERIFY(!m_model->index(0, RunsModel::P1).data(Qt::ToolTipRole).toString().contains("rotation"));
}

void RunsModelTest::tipsHoldTheWholeText()
{
    TrainingOptions options;
    options.map = "net";
    options.hidden = {8};
    options.epochs = 1;
    const int id = m_workspace->train(options, true, "learning rate 0.001");
    QVERIFY(settled());
    QCOMPARE(m_workspace->mapping(id)->name, QString("Net 1×8, learning rate 0.001"));
    const QString tip = m_model->index(0, RunsModel::Name).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.startsWith("Net 1×8, learning rate 0.001\nnet 1×8, relu"));
    QVERIFY(m_model->index(0, RunsModel::Direction).data(Qt::ToolTipRole).toString().contains("→"));
}

void RunsModelTest::renames()
{
    train("ridge");
    train("ridge");
    QVERIFY(m_model->flags(m_model->index(0, RunsModel::Name)) & Qt::ItemIsEditable);
    QVERIFY(!(m_model->flags(m_model->index(0, RunsModel::XF)) & Qt::ItemIsEditable));
    QVERIFY(m_model->setData(m_model->index(1, RunsModel::Name), "Second", Qt::EditRole));
    QCOMPARE(text(1, RunsModel::Name), QString("Second"));
    QVERIFY(!m_model->setData(m_model->index(1, RunsModel::Name), text(0, RunsModel::Name), Qt::EditRole));
    QVERIFY(settled());
}

BRIDGESCOPE_TEST(RunsModelTest)

} // namespace runs_model_tests

#include "runs_model.moc"
