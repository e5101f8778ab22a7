#include "ui/models/run_differences.h"
#include "tests/support/test_program.h"
#include "ui/models/comparison_text.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QTest>

namespace run_differences_tests {

using namespace bridgescope;

namespace {

MappingEntry run(const QString& name, const std::string& map)
{
    MappingEntry entry;
    entry.name = name;
    entry.options.map = map;
    return entry;
}

std::vector<SettingDifference> differing(const std::vector<MappingEntry>& entries)
{
    std::vector<const MappingEntry*> runs;
    for (const MappingEntry& entry : entries)
        runs.push_back(&entry);
    return differingSettings(runs, [](bool forward) { return forward ? "Words → Pictures" : "Pictures → Words"; });
}

} // namespace

class RunDifferencesTest : public QObject {
    Q_OBJECT
private slots:
    void equalRunsDifferInNothing()
    {
        QVERIFY(differing({}).empty());
        QVERIFY(differing({run("A", "net")}).empty());
        QVERIFY(differing({run("A", "net"), run("B", "net")}).empty()); // a name is no setting
    }
    void onlyWhatDiffersIsListed()
    {
        MappingEntry a = run("A", "net"), b = run("B", "net"), c = run("C", "net");
        b.options.loss = "infonce"; // brings its temperature with it
        c.options.learningRate = .01;
        c.options.seed = 4;
        c.notes << "cut after epoch 3 of 50";
        // Of no meaning to a net: not a difference.
        b.options.ridge = 3;
        const auto found = differing({a, b, c});
        const std::vector<SettingDifference> expected = {
            {"Base", {"Squared error", "InfoNCE", "Squared error"}}, {"Temperature, τ", {"–", "auto", "–"}},
            {"Learning rate", {"0.001", "0.001", "0.01"}},           {"Seed", {"1", "1", "4"}},
            {"On the way", {"–", "–", "cut after epoch 3 of 50"}},
        };
        QVERIFY(found == expected);
    }
    void directionsAreNamedByTheSets()
    {
        MappingEntry back = run("B", "ridge");
        back.forward = false;
        const std::vector<SettingDifference> expected = {{"Direction", {"Words → Pictures", "Pictures → Words"}}};
        QVERIFY(differing({run("A", "ridge"), back}) == expected);
    }
    void anotherMapHasNoneOfTheNetsSettings()
    {
        const auto found = differing({run("A", "ridge"), run("B", "net")});
        QCOMPARE(found.front().name, QString("Map"));
        QCOMPARE(found.front().values, QStringList({"Ridge", "Net"}));
        for (const SettingDifference& difference : found)
            if (difference.name == "Hidden layers") {
                QCOMPARE(difference.values, QStringList({"–", "512"}));
                return;
            }
        QFAIL("hidden layers are not listed");
    }
    void theModelMarksValuesUnlikeTheFirst()
    {
        RunDifferencesModel model;
        new QAbstractItemModelTester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest, &model);
        MappingEntry a = run("A", "net"), b = run("B", "net"), c = run("C", "net");
        c.options.batch = 32;
        model.setRuns(std::vector<const MappingEntry*>{&a, &b, &c}, [](bool) { return QString(); });
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.columnCount(), 4);
        QCOMPARE(model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(), QString("C"));
        const auto weight = [&](int column) {
            return model.index(0, column).data(Qt::FontRole).value<QFont>().weight();
        };
        QCOMPARE(weight(1), int(QFont::Normal));
        QCOMPARE(weight(2), int(QFont::Normal));
        QCOMPARE(weight(3), int(QFont::DemiBold));
        QCOMPARE(model.index(0, 3).data().toString(), QString("32"));
    }
    void sentencesSayWhichAndByHowMuch()
    {
        MappingComparison both;
        both.n = 1525;
        both.k = 10;
        both.metric = Metric::Euclidean;
        both.yf = {.31, .33, {-.02, .004, {-.0278, -.0122}, 5e-7, .0004, -.21}};
        both.xf = {.5, .498, {.002, .004, {-.006, .01}, .617, .5, .01}};
        const QStringList lines = comparisonSentences(both, "Ridge", "Net %1");
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0],
                 QString("Net %1 finds more of Y’s neighbors than Ridge: Ridge 0.310, Net %1 0.330; difference "
                         "−0.020 [−0.028, −0.012], p < .001 (Wilcoxon p < .001, effect size −0.21)."));
        QCOMPARE(lines[1], QString("X’s neighbors: no difference shown between Ridge and Net %1: Ridge 0.500, Net %1 "
                                   "0.498; difference 0.002 [−0.006, 0.010], p = .617 (Wilcoxon p = .500, effect size "
                                   "0.01)."));
        QVERIFY(lines[2].contains("N = 1,525, K = 10, Euclidean, self excluded"));
    }
    void reasonsForNoTest()
    {
        MappingEntry a = run("A", "ridge"), b = run("B", "cca");
        QVERIFY(noTestReason(a, b).contains("A has not been measured"));
        for (MappingEntry* entry : {&a, &b}) {
            entry->model = std::make_shared<Model>();
            entry->report.emplace();
            entry->report->split = "20 % held out, seed 1";
        }
        QVERIFY(noTestReason(a, b).isEmpty());
        b.report->split = "20 % held out, seed 2";
        QVERIFY(noTestReason(a, b).contains("different splits (20 % held out, seed 1; 20 % held out, seed 2)"));
        b.forward = false;
        QVERIFY(noTestReason(a, b).contains("opposite directions"));
    }
};

BRIDGESCOPE_TEST(RunDifferencesTest)

} // namespace run_differences_tests

#include "run_differences.moc"
