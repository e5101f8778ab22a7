#include "tests/pairing/sets.h"

#include "core/base/random.h"
#include "core/dataset/reader.h"
#include "core/dataset/writer.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <limits>
#include <map>

namespace pairing_tests {

using namespace bridgescope;

namespace {

struct Reference {
    Ints x, y;
    Index onlyX = 0, onlyY = 0, droppedX = 0, droppedY = 0, duplicates = 0;
};

Ints rowsOf(const Texts& labels, const std::string& label)
{
    Ints rows;
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (!label.empty() && labels[i] == label) rows.push_back(static_cast<int>(i));
    return rows;
}

/// Label pairing as its definition reads, every label against every label.
Reference pairSlowly(const Texts& x, const Texts& y, RepeatPolicy policy)
{
    Reference result;
    std::map<std::string, int> all;
    for (const auto& label : x)
        ++all[label];
    for (const auto& label : y)
        ++all[label];
    for (const auto& [label, uses] : all)
        if (rowsOf(x, label).size() > 1 || rowsOf(y, label).size() > 1) ++result.duplicates;
    std::vector<std::pair<int, int>> pairs;
    for (const auto& [label, uses] : all) {
        const Ints a = rowsOf(x, label), b = rowsOf(y, label);
        std::size_t kept = std::min(a.size(), b.size());
        const bool shared = kept > 0, repeats = shared && (a.size() > 1 || b.size() > 1);
        if (repeats && policy == RepeatPolicy::First) kept = 1;
        if (repeats && policy == RepeatPolicy::Drop) kept = 0;
        for (std::size_t i = 0; i < kept; ++i)
            pairs.emplace_back(a[i], b[i]);
        if (shared) result.droppedX += static_cast<Index>(a.size() - kept);
        if (shared) result.droppedY += static_cast<Index>(b.size() - kept);
    }
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [a, b] : pairs) {
        result.x.push_back(a);
        result.y.push_back(b);
    }
    result.onlyX = static_cast<Index>(x.size() - pairs.size()) - result.droppedX;
    result.onlyY = static_cast<Index>(y.size() - pairs.size()) - result.droppedY;
    return result;
}

Texts randomLabels(Random& random, Index count, Index distinct)
{
    Texts labels;
    for (Index i = 0; i < count; ++i) {
        const Index number = random.below(distinct);
        labels.push_back(number == 0 ? std::string() : "label " + std::to_string(number));
    }
    return labels;
}

} // namespace

class PairingTest : public QObject {
    Q_OBJECT
private slots:
    void equalsTheSlowReference()
    {
        Random random(7, "pairing test");
        for (int round = 0; round < 200; ++round) {
            const Index distinct = 2 + random.below(60);
            const auto x = makeSet("x", randomLabels(random, 1 + random.below(40), distinct));
            const auto y = makeSet("y", randomLabels(random, 1 + random.below(40), distinct));
            for (const auto policy : {RepeatPolicy::Order, RepeatPolicy::First, RepeatPolicy::Drop}) {
                const Reference expected = pairSlowly(x.labels, y.labels, policy);
                const PairOptions options{.by = PairBy::Label, .repeats = policy};
                if (expected.x.empty()) {
                    QVERIFY(!errorOf([&] { pairSets(x, y, options); }).empty());
                    continue;
                }
                const auto pairs = pairSets(x, y, options);
                if (pairs.report.by == "row") continue; // one line each: they agree line by line
                QCOMPARE(values(pairs.rowsX), expected.x);
                QCOMPARE(values(pairs.rowsY), expected.y);
                QCOMPARE(pairs.report.onlyX, expected.onlyX);
                QCOMPARE(pairs.report.onlyY, expected.onlyY);
                QCOMPARE(pairs.report.droppedX, expected.droppedX);
                QCOMPARE(pairs.report.droppedY, expected.droppedY);
                QCOMPARE(pairs.report.dropped, expected.droppedX + expected.droppedY);
                QCOMPARE(pairs.report.duplicates, expected.duplicates);
            }
        }
    }

    void vectorsFollowTheirItems()
    {
        const auto x = makeSet("x", {"a", "b", "c", "d"}), y = makeSet("y", {"d", "x", "a", "c"}, -1, 5);
        const auto pairs = pairSets(x, y);
        COMPARE_TEXT(pairs.report.by, "label");
        QCOMPARE(pairs.labels, (Texts{"a", "c", "d"}));
        QCOMPARE(values(pairs.rowsX), (Ints{0, 2, 3}));
        QCOMPARE(values(pairs.rowsY), (Ints{2, 3, 0}));
        for (Index i = 0; i < 3; ++i) {
            QCOMPARE(pairs.x.item(i)[0], float(pairs.rowsX[std::size_t(i)].value + 1));
            QCOMPARE(pairs.y.item(i)[0], float(pairs.rowsY[std::size_t(i)].value + 1));
            QCOMPARE(pairs.y.item(i)[1], 5.f);
        }
        QCOMPARE(pairs.report.examplesOnlyX, Texts{"b"});
        QCOMPARE(pairs.report.examplesOnlyY, Texts{"x"});
    }

    void wholeSetsAreSharedNotCopied()
    {
        const auto x = makeSet("x", {"a", "b"}), y = makeSet("y", {"b", "a"});
        const auto pairs = pairSets(x, y);
        QCOMPARE(pairs.x.view().data, x.vectors.view().data);
        QVERIFY(pairs.y.view().data != y.vectors.view().data);
    }

    void labelsMatchAsTrimmedBytes()
    {
        const auto pairs = pairSets(makeSet("x", {" a ", "B", "c"}), makeSet("y", {"a\t", "b", "c"}));
        QCOMPARE(pairs.labels, (Texts{"a", "c"}));
    }

    void normalizing()
    {
        const Texts composed{"Caf\u00e9", "STRASSE", "same"}, other{"cafe\u0301", "stra\u00dfe", "same"};
        QCOMPARE(pairSets(makeSet("x", composed), makeSet("y", other)).size(), 1);
        const auto pairs = pairSets(makeSet("x", composed), makeSet("y", other), {.normalizeLabels = true});
        QCOMPARE(pairs.size(), 3);
        QCOMPARE(pairs.report.joinedByNormalizing, 2);
        QCOMPARE(pairs.report.examplesJoined.size(), 2u);
        VERIFY_CONTAINS(pairs.report.note, "2 labels joined by normalizing, first \"Caf\u00e9\" = \"cafe\u0301\"");
        QCOMPARE(pairs.labels, composed);
    }

    void normalizingNeverTakesAMatchAway()
    {
        const auto pairs = pairSets(makeSet("x", {"Polish", "polish", "RED"}),
                                    makeSet("y", {"polish", "Polish", "red"}), {.normalizeLabels = true});
        QCOMPARE(values(pairs.rowsY), (Ints{1, 0, 2}));
        QCOMPARE(pairs.report.joinedByNormalizing, 1);
        QCOMPARE(pairs.report.duplicates, 0);
    }

    void labelsThatAreNotUtf8MatchAsBytes()
    {
        const auto pairs =
            pairSets(makeSet("x", {"caf\xe9", "a"}), makeSet("y", {"caf\xe9", "b"}), {.normalizeLabels = true});
        QCOMPARE(pairs.size(), 1);
    }

    void undecidedRepeats()
    {
        Texts x, y;
        for (int i = 0; i < 600; ++i) {
            x.push_back("x" + std::to_string(i));
            y.push_back("x" + std::to_string(i == 0 ? 599 : i));
        }
        x[134] = x[508] = y[134] = y[517] = "crane";
        y[599] = "z";
        const auto report = previewPairing(makeSet("x", x), makeSet("y", y));
        QVERIFY(report.openDecision.has_value());
        COMPARE_TEXT(*report.openDecision,
                     "\"crane\" names two items in each file, rows 135 and 509 in X, 135 and 518 in Y");
        QCOMPARE(report.duplicates, 1);
        QCOMPARE(report.rowsX - report.paired - report.onlyX, 2);
        QCOMPARE(report.examplesRepeated, Texts{"crane"});
        const auto error = errorOf([&] { pairSets(makeSet("x", x), makeSet("y", y)); });
        COMPARE_TEXT(error, (*report.openDecision + "; decide with --repeats order, first or drop").c_str());
    }

    void undecidedRepeatsOfUnequalNumber()
    {
        const auto report =
            previewPairing(makeSet("x", {"a", "b", "b", "b", "b", "b", "c", "c"}), makeSet("y", {"b", "c", "c", "q"}));
        COMPARE_TEXT(
            *report.openDecision,
            "\"b\" names five items in X and one in Y, rows 2, 3, 4 and 2 more in X, 1 in Y; 1 more label repeats");
    }

    void repeatsOnOneSideOnlyNeedNoDecision()
    {
        const auto pairs = pairSets(makeSet("x", {"a", "q", "q"}), makeSet("y", {"b", "a"}));
        QCOMPARE(pairs.size(), 1);
        QCOMPARE(pairs.report.duplicates, 1);
        QCOMPARE(pairs.report.onlyX, 2);
    }

    void nothingInCommon()
    {
        const auto error = errorOf([] { pairSets(makeSet("x", {"a", "b", "c", "d"}), makeSet("y", {"u"})); });
        COMPARE_TEXT(error, "X and Y have no label in common: X starts with \"a\", \"b\", \"c\", ..., Y with \"u\"; "
                            "check the label columns, try --normalize-labels, or pair --by row");
        VERIFY_CONTAINS(errorOf([] { previewPairing(makeSet("x", {"a"}), makeSet("y", {"u"})); }),
                        "no label in common");
        const PairOptions drop{.repeats = RepeatPolicy::Drop};
        VERIFY_CONTAINS(errorOf([&] {
                            pairSets(makeSet("x", {"a", "a"}), makeSet("y", {"a"}), drop);
                        }),
                        "all were dropped");
    }

    void emptySetsAreRefused()
    {
        VERIFY_CONTAINS(errorOf([] { pairSets(makeSet("x", {}), makeSet("y", {"a"})); }), "no items");
        VERIFY_CONTAINS(errorOf([] { pairSets(makeSet("x", {"a"}), makeSet("y", {}, 2), {.by = PairBy::Label}); }),
                        "Y has no labels to pair by");
    }

    void oneItem()
    {
        const auto pairs = pairSets(makeSet("x", {"a"}), makeSet("y", {"a"}));
        QCOMPARE(pairs.size(), 1);
        QVERIFY(pairs.report.warnings.empty());
    }

    void oddVectorsAreCountedAmongPairedItems()
    {
        auto x = makeSet("x", {"a", "b", "c", "d", "e", "f"}), y = makeSet("y", {"a", "b", "c", "d", "e"});
        Matrix odd(2, 6);
        for (Index i = 0; i < 6; ++i)
            odd(0, i) = 1; // a, b, f equal; f is not paired
        odd(0, 2) = 0;
        odd(0, 3) = std::numeric_limits<float>::quiet_NaN();
        odd(1, 4) = std::numeric_limits<float>::infinity();
        x.vectors = std::move(odd);
        const auto report = pairSets(x, y).report;
        QCOMPARE(report.equalVectorsX, 2);
        QCOMPARE(report.equalVectorsY, 0);
        QCOMPARE(report.zeroX, 1);
        QCOMPARE(report.nonFiniteX, 2);
        QCOMPARE(report.nonFiniteY, 0);
        QCOMPARE(report.warnings,
                 (Texts{"1 zero vector in X (no neighbors under cosine)", "2 vectors in X with NaN or infinity"}));
    }

    void aMappedFileThatChangesIsNoticed()
    {
        QTemporaryDir folder;
        auto set = makeSet("x", {"a", "b", "c"});
        const auto path = folder.filePath("x.npy").toStdString();
        writeEmbeddingSet(set, path);
        const auto read = readEmbeddingSet(path);
        const auto pairs = pairSets(read, makeSet("y", {"a", "b", "c"}));
        QVERIFY(pairs.mappedX && !pairs.mappedY);
        requireUnchanged(pairs);
        std::ofstream(path, std::ios::app) << "x";
        VERIFY_CONTAINS(errorOf([&] { requireUnchanged(swapped(pairs)); }), "x.npy: changed on disk");
        VERIFY_CONTAINS(errorOf([&] { pairSets(read, read); }), "x.npy: changed on disk");
    }

    void theSameFileTwiceIsAllowedAndWarned()
    {
        auto x = makeSet("x", {"a", "b"});
        x.file = "set.csv";
        Texts warned;
        Context context;
        context.warn = [&](const std::string& text) { warned.push_back(text); };
        QCOMPARE(pairSets(x, x, {}, context).size(), 2);
        QCOMPARE(warned, Texts{"X and Y are the same file"});
    }

    void metadataOfBothFollowsTheItems()
    {
        auto x = makeSet("x", {"a", "b", "c"}), y = makeSet("y", {"c", "a"});
        x.metadata.columns = {{"kind", {"k1", "k2", "k3"}}};
        y.metadata.columns = {{"kind", {"no", "no"}}, {"picture", {"c.png", "a.png"}}};
        const auto pairs = pairSets(x, y);
        QCOMPARE(pairs.metadata.columns.size(), 2u);
        QCOMPARE(pairs.metadata.find("kind")->values, (Texts{"k1", "k3"}));
        QCOMPARE(pairs.metadata.find("picture")->values, (Texts{"a.png", "c.png"}));
    }

    void swappedIsTheOtherDirection()
    {
        const auto pairs = pairSets(makeSet("x", {"a", "b", "c"}), makeSet("y", {"c", "a"}, -1, 3));
        const auto other = swapped(pairs);
        QCOMPARE(other.nameX, pairs.nameY);
        QCOMPARE(values(other.rowsX), values(pairs.rowsY));
        QCOMPARE(other.x.item(0)[1], 3.f);
        QCOMPARE(other.report.onlyY, 1);
        QCOMPARE(other.report.rowsX, 2);
        QCOMPARE(other.labels, pairs.labels);
    }
};

BRIDGESCOPE_TEST(PairingTest)

} // namespace pairing_tests

#include "pairing.moc"
