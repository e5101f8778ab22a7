#include "core/base/error.h"
#include "core/base/random.h"
#include "core/base/sha256.h"
#include "core/dataset/writer.h"
#include "core/experiment/paper_figures.h"
#include "core/experiment/printed_table.h"
#include "core/experiment/untrained_outputs.h"
#include "core/experiment/untrained_table.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

namespace untrained_print_tests {

using namespace bridgescope;

/// Experiment 2 as it is printed.
class UntrainedPrints : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    EmbeddingSet m_set;
    std::vector<CoveredPairs> m_benchmarks;
    std::vector<UntrainedResult> m_results; ///< relu and tanh

    std::string path(const char* name) const { return m_dir.filePath(name).toStdString(); }
    CoveredPairs covered(const char* file, bool flat = false, bool unknown = false) const
    {
        Random random(5, file);
        std::ofstream out(path(file));
        for (int i = 0; i < 60; ++i)
            out << (unknown ? "no" : "w") << random.below(120) << '\t' << (unknown ? "no" : "w") << random.below(120)
                << '\t' << (flat ? 2 : random.uniform()) << '\n';
        out.close();
        return coverPairs(WordIndex(m_set), readBenchmark(path(file)));
    }
    static QString contentOf(const std::string& file)
    {
        QFile in(QString::fromStdString(file));
        return in.open(QIODevice::ReadOnly) ? QString::fromUtf8(in.readAll()) : QString();
    }
private slots:
    void initTestCase()
    {
        Random random(3, "untrained.print");
        Matrix vectors(12, 120);
        for (Index i = 0; i < vectors.view().size(); ++i)
            vectors.data()[i] = static_cast<float>(random.normal());
        EmbeddingSet set;
        set.vectors = std::move(vectors);
        for (int i = 0; i < 120; ++i)
            set.labels.push_back("w" + std::to_string(i));
        writeEmbeddingSet(set, path("words.npy"));
        m_set = readEmbeddingSet(path("words.npy"));
        m_benchmarks = {covered("made.tsv"), covered("men-3000.tsv"), covered("EN-WS-353-ALL.tsv"),
                        covered("flat.tsv", true), covered("none.tsv", false, true)};
        UntrainedOptions relu;
        relu.depths = {0, 1, 2};
        relu.draws = 3;
        relu.k = 5;
        UntrainedOptions tanh = relu;
        tanh.activation = "tanh";
        m_results = measureUntrained(m_set.vectors, m_benchmarks, std::vector{relu, tanh});
    }
    void filesOfThePapersBenchmarks_data()
    {
        QTest::addColumn<int>("place");
        const auto is = [](const char* name, int place) { QTest::newRow(name) << place; };
        for (const char* name : {"ws353-all", "EN-WS-353-ALL", "gensim_wordsim353", "WS-353"})
            is(name, 0);
        for (const char* name : {"men-3000", "EN-MEN-TR-3k", "vecto_men_lemma_pos"})
            is(name, 1);
        is("semsim", 2);
        is("vissim", 3);
        for (const char* name : {"simlex-999", "EN-SIMLEX-999", "gensim_simlex999", "SimLex-999"})
            is(name, 4);
        for (const char* name : {"SimVerb-3500", "simverb3500"})
            is(name, 5);
        for (const char* name :
             {"ws353-rel", "EN-WS-353-SIM", "mc-30", "vecto_simlex999_RESCALED", "women", "mturk-287"})
            is(name, -1);
    }
    void filesOfThePapersBenchmarks()
    {
        QFETCH(const int, place);
        const auto found = paperBenchmarkOf(QTest::currentDataTag());
        QCOMPARE(found ? static_cast<int>(*found) : -1, place);
    }
    void thePapersFigures()
    {
        const char* const printed[] = {
            "f_nn(GloVe) .632/.634* .795/.791* .750*/.744* .594*/.590* .369/.363* .313/.301*",
            "f_lin(GloVe) .630/.606 .798/.781 .763/.712 .602*/.576 .369/.341 .326/.230",
            "GloVe .632/.601 .801/.782 .768/.716 .606/.580 .371/.340 .320/.235",
            "f_nn(ResNet) .402/.408* .556/.554* .512/.513 .527*/.526* .405/.406 .178/.169",
            "f_lin(ResNet) .425/.449 .566/.534 .533/.514 .541/.498 .409/.404 .198/.182",
            "ResNet .423/.457 .567/.535 .534/.516 .543/.501 .409/.403 .211/.199"};
        QCOMPARE(paperScores().size(), std::size_t(6));
        for (std::size_t r = 0; r < 6; ++r) {
            QString line = paperScores()[r].vectors;
            for (int c = 0; c < 12; ++c) {
                const auto& score = paperScores()[r].scores[c];
                line +=
                    (c % 2 == 0 ? " " : "/") + QString::number(score.value, 'f', 3).mid(1) + (score.starred ? "*" : "");
            }
            QCOMPARE(line, QString(printed[r]));
        }
    }
    void thePapersColumnsGoFirst()
    {
        const PrintedTable table = layOutUntrained(m_results, "words");
        std::vector<std::string> groups;
        for (const auto& column : table.columns)
            if (groups.empty() || groups.back() != column.group) groups.push_back(column.group);
        QCOMPARE(groups, (std::vector<std::string>{"", "WS-353", "MEN", "SemSim", "VisSim", "SimLex", "SimVerb", "made",
                                                   "flat", "none"}));
        QCOMPARE(table.rows.size(), std::size_t(3 + 2 + 1)); // the linear map serves both activations
        const auto& linear = table.rows[0];
        QVERIFY(linear.entries[1].value.starts_with(printedNumber(*m_results[0].layers[0].cosine[2].mean, 3)));
        QVERIFY(linear.entries[4].value.starts_with(printedNumber(*m_results[0].layers[0].euclidean[1].mean, 3)));
        QVERIFY(!linear.entries[1].spread.empty());
        QCOMPARE(linear.entries[11].value, std::string("–")); // nobody has SimVerb here
        QCOMPARE(table.rows.back().heads[1], std::string("X"));
        QCOMPARE(table.rows.back().entries[1].value, printedNumber(*m_results[0].x[2].cosine, 3));
        // Without one of the six there is nothing to leave room for.
        std::vector<UntrainedResult> other = m_results;
        for (UntrainedResult& result : other)
            result.benchmarks[1].name = "a", result.benchmarks[2].name = "b";
        QCOMPARE(layOutUntrained(other, "words", true).columns.size(), std::size_t(1 + 5 * 2));
        QCOMPARE(layOutUntrained(other, "words", true).rows.size(), table.rows.size());
    }
    void thePapersFiguresBelow()
    {
        const PrintedTable table = layOutUntrained(m_results, "words", true);
        QCOMPARE(table.rows.size(), std::size_t(6 + 6));
        QVERIFY(!table.rows[5].paper && table.rows[6].paper && table.rows[6].begins);
        QCOMPARE(table.rows[6].heads, (std::vector<std::string>{"Paper", "f_nn(GloVe)"}));
        QCOMPARE(table.rows[6].entries[2].value, std::string("0.634*"));
        QCOMPARE(table.rows[11].entries[12].value, std::string("0.199"));
        QCOMPARE(table.rows[6].entries[13].value, std::string("–")); // 'made' is not the paper's
        QVERIFY(table.caption.find("Grey: ") != std::string::npos);
        QVERIFY(layOutUntrained(m_results, "words").caption.find("Grey: ") == std::string::npos);
        QVERIFY(toLatex(table).find("\\textcolor{gray}{0.634$^{*}$}") != std::string::npos);
        QVERIFY(toHtml(table).find("<tr style=\"color:#808080\"><td>Paper</td>") != std::string::npos);
    }
    void starsAreOfTheWholeTable()
    {
        struct Tested {
            double p;
            bool starred;
        };
        std::vector<Tested> all;
        for (std::size_t r = 0; r < 2; ++r)
            for (const UntrainedLayer& layer : m_results[r].layers)
                for (const auto* scores : {&layer.cosine, &layer.euclidean})
                    for (const UntrainedScore& score : *scores)
                        if (score.medianP && (r == 0 || layer.depth > 0))
                            all.push_back({*score.medianP, score.starred});
        QCOMPARE(all.size(), std::size_t((3 + 2) * 2 * 3)); // three benchmarks have a correlation
        QCOMPARE(m_results[0].tests, Index(30));
        QCOMPARE(m_results[1].tests, Index(30));
        std::sort(all.begin(), all.end(), [](const Tested& a, const Tested& b) { return a.p < b.p; });
        bool still = true;
        for (std::size_t i = 0; i < all.size(); ++i) {
            still = still && all[i].p * static_cast<double>(all.size() - i) < .05;
            QCOMPARE(all[i].starred, still);
        }
        // A p between the two thresholds: starred alone, not in the larger table.
        UntrainedResult alone = m_results[0];
        for (UntrainedLayer& layer : alone.layers)
            for (auto* scores : {&layer.cosine, &layer.euclidean})
                for (UntrainedScore& score : *scores)
                    if (score.medianP) score.medianP = .9;
        alone.layers[1].cosine[0].medianP = .05 / 20;
        std::vector<UntrainedResult> two = {alone, alone};
        two[1].layers[1].cosine[0].medianP = .9;
        starTogether({&alone, 1});
        QVERIFY(alone.layers[1].cosine[0].starred); // .0025 x 18 < .05
        starTogether(two);
        QVERIFY(!two[0].layers[1].cosine[0].starred); // x 30
        QVERIFY(layOutUntrained(m_results, "words").caption.find("Holm over the 30 tests") != std::string::npos);
    }
    void whyThereIsNoCorrelation()
    {
        const std::string caption = layOutUntrained(m_results, "words").caption;
        QVERIFY2(caption.find("No correlation for flat: all ratings are equal.") != std::string::npos, caption.c_str());
        QVERIFY(caption.find("No correlation for none: no pair is covered.") != std::string::npos);
        const auto json = toJson(m_results[0]);
        QCOMPARE(json["x"]["benchmarks"][3]["reason"].get<std::string>(), std::string("all ratings are equal"));
        QCOMPARE(json["layers"][1]["benchmarks"][4]["reason"].get<std::string>(), std::string("no pair is covered"));
        QVERIFY(!json["layers"][1]["benchmarks"][0].contains("reason"));
        QVERIFY(untrainedCsv(m_results, "words").find(",all ratings are equal\n") != std::string::npos);
    }
    void csvHasALineADepthAndBenchmark()
    {
        const auto lines = QString::fromStdString(untrainedCsv(m_results, "a, b")).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 1 + (3 + 2 + 1) * 5);
        for (const QString& line : lines.mid(1))
            QCOMPARE(line.count(','), lines[0].count(',') + 1); // one in the name
        QVERIFY(lines[1].startsWith("\"a, b\",,0,3,"));         // the linear map has no activation
        const UntrainedResult bare = measureUntrained(m_set.vectors, {}, m_results[0].options);
        const auto few = QString::fromStdString(untrainedCsv({&bare, 1}, "a")).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(few.size(), 1 + 3);
        QCOMPARE(few[1].count(','), few[0].count(','));
    }
    void everythingIsWritten()
    {
        const std::string dir = path("out");
        writeUntrained(dir, {m_results, "words", true, untrainedInputs(m_set, {}, m_benchmarks), 1.5});
        for (const char* name : {"table.csv", "table.md", "table.tex", "table.html", "table.json", "methods.txt",
                                 "methods.bib", "provenance.json"})
            QVERIFY2(!contentOf(dir + "/" + name).isEmpty(), name);
        const QString methods = contentOf(dir + "/methods.txt");
        for (const char* part :
             {"Experiment 2 of Collell & Moens (2018)", "words (N = 120, 12 dimensions)",
              "a linear map and nets of 1 and 2 hidden layers", "ReLU and tanh", "3 draws of each (seed 1)", "K = 5",
              "WS-353, 60 of 60", "Steiger's (1980)", "Holm's (1979) correction over the 30 tests", "Bridgescope "})
            QVERIFY2(methods.contains(part), qPrintable(methods));
        const QString bib = contentOf(dir + "/methods.bib");
        for (const char* key : {"steiger1980tests", "holm1979simple", "finkelstein2002placing", "bruni2014multimodal",
                                "glorot2010understanding", "collell2018bridge"})
            QVERIFY2(bib.contains(key), key);
        QVERIFY(!bib.contains("hill2015simlex"));
        QCOMPARE(bib.count('{'), bib.count('}'));
        const auto provenance = nlohmann::json::parse(contentOf(dir + "/provenance.json").toStdString());
        std::vector<std::string> roles;
        for (const auto& input : provenance["inputs"]) {
            roles.push_back(input["role"]);
            QCOMPARE(input["sha256"].get<std::string>(), sha256OfFile(input["file"]));
        }
        QCOMPARE(roles, (std::vector<std::string>{"vectors", "labels", "benchmark", "benchmark", "benchmark",
                                                  "benchmark", "benchmark"}));
        QCOMPARE(provenance["settings"].size(), std::size_t(2));
        // Equal runs are equal bytes, but for what only this run was.
        const QString before = contentOf(dir + "/table.json") + contentOf(dir + "/table.tex");
        writeUntrained(dir, {m_results, "words", true, {}, 9});
        QCOMPARE(contentOf(dir + "/table.json") + contentOf(dir + "/table.tex"), before);
    }
    void aGridsFolderIsLeftAlone()
    {
        QDir().mkdir(m_dir.filePath("grid"));
        std::ofstream(path("grid/grid.json")) << "{}";
        QVERIFY_EXCEPTION_THROWN(prepareUntrainedFolder(path("grid")), Error);
        QVERIFY_EXCEPTION_THROWN(prepareUntrainedFolder(path("no/parent")), Error);
    }
};

BRIDGESCOPE_TEST(UntrainedPrints)

} // namespace untrained_print_tests

#include "untrained_print.moc"
