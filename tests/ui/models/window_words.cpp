#include "ui/models/window_words.h"
#include "core/base/error.h"
#include "core/pairing/pairing.h"
#include "core/pairing/split.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_pair.h"
#include "ui/models/convention.h"

#include <QTest>

namespace window_words_tests {

using namespace bridgescope;

class WindowWords : public QObject {
    Q_OBJECT
private slots:
    void optionsBecomeFields()
    {
        QCOMPARE(windowWords("a.csv:3: is no number; overrule the guesses with --format, --delimiter"),
                 QString::fromUtf8("a.csv:3: is no number; overrule the guesses with “Format”, “Delimiter”"));
        QCOMPARE(windowWords("no label matches; try --normalize-labels, or pair --by row"),
                 QString::fromUtf8("no label matches; try “Ignore case and accents' encoding”, or pair “By row”"));
        QCOMPARE(windowWords("ρ lies at the end; set ρ yourself with --ridge"),
                 QString::fromUtf8("ρ lies at the end; set ρ yourself with “Penalty, ρ”"));
        QCOMPARE(windowWords("X has no labels to pair by; give them with --labels, or pair --by row"),
                 QString::fromUtf8("X has no labels to pair by; give them with “Labels”, or pair “By row”"));
    }
    void adviceWithoutAFieldIsLeftOut()
    {
        QCOMPARE(windowWords("a.npy: has no labels; give them with --items"), QString("a.npy: has no labels"));
        QCOMPARE(windowWords("a; b, c; choose --items or --format"), QString("a; b, c"));
        QCOMPARE(windowWords("--where is no condition"), QString("--where is no condition")); // nothing else is said
        QCOMPARE(windowWords("a well-known -- dash; and more"), QString("a well-known -- dash; and more"));
    }
    void aSplitOfTwoItems()
    {
        const EmbeddingSet x = test::syntheticSet("x", 2, 3), y = test::syntheticSet("y", 2, 3);
        try {
            makeSplit(pairSets(x, y), {});
            QFAIL("two items were split");
        } catch (const Error& error) {
            const QString text = windowWords(QString::fromUtf8(error.what()));
            QVERIFY2(text.endsWith(QString::fromUtf8("another share with “Held out”")), qPrintable(text));
        }
    }
    void exportsNameTheDirection()
    {
        auto measured = std::make_shared<Measured>();
        auto pairs = std::make_shared<PairedSet>();
        pairs->nameX = "Words";
        pairs->nameY = "Pictures";
        measured->pairs = pairs;
        QCOMPARE(exportedConvention(measured, "K = 10"), QString::fromUtf8("Words → Pictures; K = 10"));
        QCOMPARE(exportedConvention(measured, {}), QString());
        QCOMPARE(exportedConvention(nullptr, "K = 10"), QString("K = 10"));
    }
};

BRIDGESCOPE_TEST(WindowWords)

} // namespace window_words_tests

#include "window_words.moc"
