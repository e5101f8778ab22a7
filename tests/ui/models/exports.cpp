#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_measured.h"
#include "ui/models/column_histogram.h"
#include "ui/models/lists_text.h"
#include "ui/models/selection_export.h"

#include <QTest>

namespace exports_tests {

using namespace bridgescope;

/// What leaves the tables: text, CSV, Markdown; and the histogram of a column.
class Exports : public QObject {
    Q_OBJECT
private slots:
    void threeFormats();
    void selectionAsLabelsAndTable();
    void listsAsText();
    void histogramsCountEveryItem();
    void histogramOfManyCategories();
};

void Exports::threeFormats()
{
    const QStringList header{"Item", "n"};
    const QList<QStringList> rows{{"a, \"b\"", "1"}, {"c|d\te\nf", "2"}};
    QCOMPARE(tableText(header, rows, TableFormat::Csv), QString("Item,n\n\"a, \"\"b\"\"\",1\n\"c|d\te\nf\",2\n"));
    QCOMPARE(tableText(header, rows, TableFormat::Text), QString("Item\tn\na, \"b\"\t1\nc|d e f\t2\n"));
    QCOMPARE(tableText(header, rows, TableFormat::Markdown),
             QString("| Item | n |\n| --- | ---: |\n| a, \"b\" | 1 |\n| c\\|d e f | 2 |\n"));
}

void Exports::selectionAsLabelsAndTable()
{
    const auto measured = test::syntheticMeasured(); // even positions are in scope
    const auto atK = test::measuredAt(measured, 5);
    QCOMPARE(selectionLabels(*measured->pairs, {4, 7}), QByteArray("item 4\nitem 7\n"));
    const QStringList lines = QString::fromUtf8(selectionCsv(*atK, {4, 7})).split('\n');
    QCOMPARE(lines[0], QString("label,row_x,row_y,category,x_fx,y_fx,x_y"));
    const auto local = static_cast<std::size_t>(measured->localOf(4));
    QCOMPARE(lines[1], QString("item 4,5,5,Food & Drink,%1,%2,%3")
                           .arg(atK->report.xf.perItem[local])
                           .arg(atK->report.yf.perItem[local])
                           .arg(atK->report.xy.perItem[local]));
    QCOMPARE(lines[2], QString("item 7,8,8,Food & Drink,,,")); // out of scope: nothing measured
}

void Exports::listsAsText()
{
    const auto measured = test::syntheticMeasured();
    const FocusRanksPtr ranks = rankFocus(measured, 0);
    const auto lists = makeNeighborLists(measured, 0, 3, ranks.get());
    const QStringList lines = listsText(lists, TableFormat::Csv).split('\n');
    QCOMPARE(lines[0], QString("space,rank,neighbor,cosine,rank in X,rank in f(X),rank in Y,region"));
    QCOMPARE(lines.size(), qsizetype(1 + 9 + 1));
    QVERIFY(lines[1].startsWith("X,1," + measured->label(lists.list(Space::X)[0].local) + ','));
    QVERIFY(lines[9].startsWith("Y,3,"));
}

void Exports::histogramsCountEveryItem()
{
    const auto atK = test::measuredAt(test::syntheticMeasured(), 5);
    ItemsModel model;
    model.setColumns(makeItemColumns(*atK));
    for (const int column : {ItemsModel::Category, ItemsModel::XF, ItemsModel::YF, ItemsModel::XY,
                             ItemsModel::Difference, ItemsModel::Cosine, ItemsModel::Hubs}) {
        int count = 0, shown = 0;
        const ColumnHistogram histogram = histogramOf(model, column);
        for (const auto& bar : histogram.bars)
            count += bar.count, shown += bar.shown;
        QCOMPARE(count, 30);
        QCOMPARE(shown, 30);
    }
    const ColumnHistogram xf = histogramOf(model, ItemsModel::XF);
    QCOMPARE(xf.bars.size(), std::size_t(6)); // 0 to K
    for (int value = 0; value <= 5; ++value) {
        const auto& items = atK->report.xf.perItem;
        QCOMPARE(xf.bars[static_cast<std::size_t>(value)].count,
                 static_cast<int>(std::count(items.begin(), items.end(), value)));
    }
    QVERIFY(histogramOf(model, ItemsModel::Item).bars.empty());
    std::optional<FilterError> error;
    model.setFilter(Filter::parse("category = \"Flags\"", error));
    int shown = 0;
    for (const auto& bar : histogramOf(model, ItemsModel::XF).bars)
        shown += bar.shown;
    QCOMPARE(shown, model.rowCount());
}

void Exports::histogramOfManyCategories()
{
    test::SyntheticOptions options;
    options.n = 400;
    options.manyCategories = 40;
    ItemsModel model;
    model.setColumns(makeItemColumns(*test::measuredAt(test::syntheticMeasured(options), 5)));
    const ColumnHistogram histogram = histogramOf(model, ItemsModel::Category);
    QCOMPARE(histogram.bars.size(), std::size_t(9));
    QCOMPARE(histogram.bars.back().name, QString("other (32)"));
    QCOMPARE(histogram.bars.back().count, 160);
}

BRIDGESCOPE_TEST(Exports)

} // namespace exports_tests

#include "exports.moc"
