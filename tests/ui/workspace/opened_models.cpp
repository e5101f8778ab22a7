#include "core/dataset/reader.h"
#include "core/dataset/writer.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_pair.h"
#include "ui/workspace/workspace.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace opened_models_tests {

using namespace bridgescope;

/// A model that was saved comes back: with the numbers it had, named as what it is, or refused.
class OpenedModels : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void aSavedMappingComesBack_data();
    void aSavedMappingComesBack();
    void otherItemsAreSaid();
    void whatDoesNotFitIsAProblem();
    void filesThatChangeAreSaid();

private:
    /// From files, so that a model can tell whether it was trained on them.
    void openFiles(Index n)
    {
        const auto read = [&](const char* name, Index d) {
            const QString file = m_folder.filePath(QString("%1%2.csv").arg(name).arg(n));
            test::writeCsv(test::syntheticSet(name, n, d), file);
            EmbeddingSet set = test::syntheticSet(name, n, d);
            set.file = file.toStdString();
            return set;
        };
        const EmbeddingSet x = read("Words", 5), y = read("Pictures", 6);
        m_workspace->open(makeOpenPair(x, y, pairSets(x, y), {}));
    }
    int trained(const TrainingOptions& options, bool forward)
    {
        const int id = m_workspace->train(options, forward);
        const auto measured = [&] { return m_workspace->mapping(id)->report.has_value(); };
        return QTest::qWaitFor(measured, 20'000) ? id : -1;
    }
    const MappingEntry* opened(const QString& file)
    {
        const std::size_t before = m_workspace->mappings().size();
        m_workspace->openMapping(file);
        const auto there = [&] {
            return m_workspace->mappings().size() > before && m_workspace->mappings().back().report;
        };
        return QTest::qWaitFor(there, 20'000) ? &m_workspace->mappings().back() : nullptr;
    }
    QTemporaryDir m_folder;
    std::unique_ptr<SelectionHub> m_hub;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<Workspace> m_workspace;
};

void OpenedModels::init()
{
    m_hub = std::make_unique<SelectionHub>();
    m_jobs = std::make_unique<JobRunner>();
    m_workspace = std::make_unique<Workspace>(*m_hub, *m_jobs);
    openFiles(120);
}

void OpenedModels::cleanup()
{
    m_jobs->shutdown();
    m_workspace.reset();
    m_jobs.reset();
    m_hub.reset();
}

void OpenedModels::aSavedMappingComesBack_data()
{
    QTest::addColumn<QString>("map");
    QTest::addColumn<bool>("forward");
    QTest::newRow("ridge") << "ridge" << true;
    QTest::newRow("net, back") << "net" << false;
}

void OpenedModels::aSavedMappingComesBack()
{
    QFETCH(QString, map);
    QFETCH(bool, forward);
    TrainingOptions options;
    options.map = map.toStdString();
    options.hidden = {8};
    options.epochs = 4;
    options.preprocessX = "pca:4";
    options.preprocessY = "standardize";
    const int id = trained(options, forward);
    QVERIFY(id >= 0);
    const QString file = m_folder.filePath("saved.safetensors");
    m_workspace->saveMapping(id, file);
    const MappingEntry* back = opened(file);
    QVERIFY(back);
    QCOMPARE(back->forward, forward);
    QCOMPARE(m_hub->state().mapping, back->id);
    QVERIFY(back->opened && back->saved && !back->canExtend() && !back->wasCut());
    QCOMPARE(back->notes, QStringList("opened from saved.safetensors"));
    QCOMPARE(back->options.describe(), m_workspace->mapping(id)->options.describe());
    const MappingReport &was = *m_workspace->mapping(id)->report, &is = *back->report;
    QCOMPARE(is.xf.mean, was.xf.mean);
    QCOMPARE(is.yf.mean, was.yf.mean);
    QCOMPARE(is.fit.mse, was.fit.mse);
    QTRY_VERIFY(m_hub->measured() && m_hub->measured()->mapping == back->id);
    // Another split measures it anew, and does not train it.
    SplitOptions other;
    other.seed = 7;
    const std::shared_ptr<const Model> model = back->model;
    m_workspace->setSplit(other);
    back = &m_workspace->mappings().back();
    QTRY_VERIFY(back->report);
    QVERIFY(back->model == model);
    QVERIFY(back->report->xf.mean != was.xf.mean);
}

void OpenedModels::otherItemsAreSaid()
{
    const int id = trained({}, true);
    QVERIFY(id >= 0);
    const QString file = m_folder.filePath("saved.safetensors");
    m_workspace->saveMapping(id, file);
    SplitOptions other;
    other.seed = 9;
    m_workspace->setSplit(other);
    const MappingEntry* back = opened(file);
    QVERIFY(back && back->notes.front().contains("another split"));
    openFiles(80);
    back = opened(file);
    QVERIFY(back && back->notes.front().contains("trained on other items"));
}

void OpenedModels::whatDoesNotFitIsAProblem()
{
    const QString file = m_folder.filePath("back.safetensors"), broken = m_folder.filePath("broken.safetensors");
    QSignalSpy problems(m_workspace.get(), &Workspace::problem);
    QFile out(broken);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("no model at all");
    out.close();
    m_workspace->openMapping(broken);
    QTRY_COMPARE(problems.size(), 1);
    QVERIFY(problems.front().front().toString().contains("broken.safetensors"));
    const int back = trained({}, false); // 6 to 5: of a pair of 5 and 6 the other direction
    m_workspace->saveMapping(back, file);
    const EmbeddingSet x = test::syntheticSet("Words", 40, 5), y = test::syntheticSet("Pictures", 40, 7);
    m_workspace->open(makeOpenPair(x, y, pairSets(x, y), {}));
    m_workspace->openMapping(file);
    QTRY_COMPARE(problems.size(), 2);
    QVERIFY(problems.back().front().toString().contains("maps 6 to 5 dimensions, the sets have 5 and 7"));
    QVERIFY(m_workspace->mappings().empty());
}

/// While they are mapped: no number is made of what is no longer there.
void OpenedModels::filesThatChangeAreSaid()
{
    const std::string x = m_folder.filePath("x.npy").toStdString(), y = m_folder.filePath("y.npy").toStdString();
    writeEmbeddingSet(test::syntheticSet("Words", 200, 5), x);
    writeEmbeddingSet(test::syntheticSet("Pictures", 200, 6), y);
    const EmbeddingSet setX = readEmbeddingSet(x), setY = readEmbeddingSet(y);
    QVERIFY(setX.mapped);
    m_workspace->open(makeOpenPair(setX, setY, pairSets(setX, setY), {}));
    const int id = trained({}, true);
    QTRY_VERIFY(m_hub->measured() && m_hub->measured()->mapping == id && m_jobs->isIdle());
    QSignalSpy problems(m_workspace.get(), &Workspace::problem);
    QFile file(QString::fromStdString(x));
    QVERIFY(file.resize(0));
    const MeasuredPtr before = m_hub->measured();
    m_hub->setMetric(Metric::Euclidean);
    QTRY_VERIFY(!problems.empty());
    QVERIFY(problems.front().front().toString().contains("x.npy: changed on disk"));
    QTRY_VERIFY(m_jobs->isIdle());
    QCOMPARE(m_hub->measured(), before); // no lists of zeros
    const auto trainings = m_workspace->mappings().size();
    const int late = m_workspace->train({}, true);
    QTRY_COMPARE(m_workspace->mapping(late)->state, MappingEntry::State::Failed);
    QVERIFY(m_workspace->mapping(late)->message.contains("changed on disk"));
    QCOMPARE(m_workspace->mappings().size(), trainings + 1);
}

BRIDGESCOPE_TEST(OpenedModels)

} // namespace opened_models_tests

#include "opened_models.moc"
