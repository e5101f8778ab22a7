#include "core/base/random.h"
#include "tests/dataset/set_files.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>

namespace embedding_set_tests {

using namespace bridgescope;

namespace {

EmbeddingSet made(Index d, const std::vector<float>& numbers, std::vector<std::string> labels = {})
{
    Matrix matrix(d, static_cast<Index>(numbers.size()) / d);
    std::copy(numbers.begin(), numbers.end(), matrix.data());
    EmbeddingSet set;
    set.file = "made";
    set.vectors = Vectors(std::move(matrix));
    set.labels = std::move(labels);
    return set;
}

} // namespace

class EmbeddingSetTest : public QObject {
    Q_OBJECT
private slots:
    void summary()
    {
        constexpr float nan = std::numeric_limits<float>::quiet_NaN(), inf = std::numeric_limits<float>::infinity();
        const SetSummary s =
            summarize(made(2, {3, 4, 0, 0, 3, 4, nan, 1, 1, inf, 6, 8, 3, 4}, {"a", "b", "a", "c", "c", "a", "d"}));
        QCOMPARE(s.n, Index(7));
        QCOMPARE(s.d, Index(2));
        QCOMPARE(s.labels, Index(4));
        QCOMPARE(s.duplicates, Index(3));
        QCOMPARE(s.equalVectors, Index(3));
        QCOMPARE(s.zero, Index(1));
        QCOMPARE(s.nonFinite, Index(2));
        QCOMPARE(s.normMin, 0.0);
        QCOMPARE(s.normMax, 10.0);
        const SetSummary none = summarize(made(1, {nan, nan}));
        QCOMPARE(none.nonFinite, Index(2));
        QCOMPARE(none.normMin, 0.0);
        QCOMPARE(none.equalVectors, Index(2)); // bit for bit
        QCOMPARE(none.labels, Index(0));
        QCOMPARE(none.duplicates, Index(0));
    }
    void normsDoNotOverflow()
    {
        const SetSummary s = summarize(made(2, {3e38f, 3e38f, 1e-45f, 0}));
        QCOMPARE(s.nonFinite, Index(0));
        QCOMPARE(s.normMax, std::sqrt(2 * double(3e38f) * double(3e38f)));
        QCOMPARE(s.normMin, double(1e-45f));
    }
    void equalVectorsAgainstEveryPair()
    {
        Random random(5, "equal");
        std::vector<float> numbers;
        for (int i = 0; i < 600; ++i)
            for (int j = 0; j < 3; ++j) {
                const auto value = static_cast<float>(random.below(6));
                numbers.push_back(value == 0 && random.below(2) == 0 ? -0.0f : value);
            }
        const EmbeddingSet set = made(3, numbers);
        Index slow = 0;
        for (Index i = 0; i < set.size(); ++i) {
            bool equal = false;
            for (Index j = 0; j < set.size(); ++j)
                equal =
                    equal || (i != j && std::memcmp(set.vectors.item(i).data(), set.vectors.item(j).data(), 12) == 0);
            slow += equal;
        }
        QVERIFY(slow > 300 && slow <= 600);
        QCOMPARE(summarize(set).equalVectors, slow);
    }
    void theFirstRowThatIsNotFinite()
    {
        requireFinite(made(2, {1, 2, 3, 4}));
        const float nan = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(
            errorOf([&] {
                requireFinite(made(2, {1, 2, 3, nan, nan, 5}, {"a", "b", "c"}));
            }),
            std::string("made: row 2 (b) holds NaN in dimension 2; mend the row or leave it out (--items, --where)"));
        VERIFY_HOLDS(errorOf([&] {
                         requireFinite(made(1, {1, -std::numeric_limits<float>::infinity()}));
                     }),
                     "row 2 holds an infinity in dimension 1");
    }
    void lookingThroughStopsWhereAsked()
    {
        std::stop_source stop;
        Context context;
        context.stop = stop.get_token();
        requireFinite(made(2, {1, 2, 3, 4}), context);
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(requireFinite(made(2, {1, 2, 3, 4}), context), Cancelled);
    }
    void rowsChosen()
    {
        EmbeddingSet set = made(2, {1, 2, 3, 4, 5, 6}, {"a", "b", "c"});
        set.name = "X";
        set.metadata.columns = {{"kind", {"p", "q", "r"}}};
        const EmbeddingSet chosen = selectRows(set, std::vector<Index>{2, 0, 2});
        QCOMPARE(numbersOf(chosen), (std::vector<float>{5, 6, 1, 2, 5, 6}));
        QCOMPARE(chosen.labels, (std::vector<std::string>{"c", "a", "c"}));
        QCOMPARE(chosen.metadata.find("kind")->values, (std::vector<std::string>{"r", "p", "r"}));
        QCOMPARE(chosen.name, std::string("X"));
        // Rows of the file last through a second choice; a set without labels shows them.
        EmbeddingSet again = selectRows(chosen, std::vector<Index>{1, 2});
        again.labels.clear();
        QCOMPARE(again.labelOf(0), std::string("#1"));
        QCOMPARE(again.labelOf(1), std::string("#3"));
    }
};

BRIDGESCOPE_TEST(EmbeddingSetTest)

} // namespace embedding_set_tests

#include "embedding_set.moc"
