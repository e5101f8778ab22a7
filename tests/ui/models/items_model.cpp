#include "ui/models/items_model.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_measured.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

namespace items_model_tests {

using namespace bridgescope;

class ItemsModelTest : public QObject {
    Q_OBJECT
private slots:
    void keepsTheModelContract();
    void columnsHoldTheNumbersOfTheReport();
    void hubsAreCountedFromTheLists();
    void sortsByNumberNotByText();
    void filterAndFocusFollow();
    void otherKKeepsRowsAndTheirIndexes();
    void withoutMapping();

private:
    static ItemColumnsPtr columns(Index k, const test::SyntheticOptions& options = {});
    static Filter filter(const char* text);
};

ItemColumnsPtr ItemsModelTest::columns(Index k, const test::SyntheticOptions& options)
{
    return makeItemColumns(*test::measuredAt(test::syntheticMeasured(options), k));
}

Filter ItemsModelTest::filter(const char* text)
{
    std::optional<FilterError> error;
    return Filter::parse(text, error);
}

void ItemsModelTest::keepsTheModelContract()
{
    ItemsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setColumns(columns(5));
    model.sort(ItemsModel::Difference, Qt::DescendingOrder);
    model.setFilter(filter("d >= 1"));
    model.setColumns(columns(7));
    model.sort(ItemsModel::Item);
    model.setFilter({});
    model.setSelection({0, 4});
    model.setFocus(2);
}

void ItemsModelTest::columnsHoldTheNumbersOfTheReport()
{
    const auto measured = test::syntheticMeasured();
    const auto atK = test::measuredAt(measured, 5);
    const auto c = makeItemColumns(*atK);
    ItemsModel model;
    model.setColumns(c);
    QCOMPARE(model.rowCount(), static_cast<int>(measured->n()));
    for (int row = 0; row < model.rowCount(); ++row) {
        const int local = model.local(row);
        QCOMPARE(model.index(row, ItemsModel::XF).data(ItemsModel::SortRole).toInt(),
                 atK->report.xf.perItem[std::size_t(local)]);
        QCOMPARE(model.index(row, ItemsModel::Difference).data(ItemsModel::SortRole).toInt(),
                 atK->report.xf.perItem[std::size_t(local)] - atK->report.yf.perItem[std::size_t(local)]);
        QCOMPARE(model.index(row, 0).data().toString(), QStringLiteral("item %1").arg(2 * local));
    }
    // mean of cos(f(x), y) over items is the fit of the report
    double sum = 0;
    for (const float v : *c->cosine)
        sum += static_cast<double>(v);
    QVERIFY(std::abs(sum / static_cast<double>(measured->n()) - atK->report.fit.cosine) < 1e-6);
}

void ItemsModelTest::hubsAreCountedFromTheLists()
{
    const auto c = columns(5);
    std::vector<int> counted(std::size_t(c->count()));
    for (int i = 0; i < c->count(); ++i)
        for (const auto j : c->measured->fold->listsF.neighbors(i).first(5))
            ++counted[std::size_t(j)];
    QVERIFY(std::equal(counted.begin(), counted.end(), c->hubs().begin()));
}

void ItemsModelTest::sortsByNumberNotByText()
{
    ItemsModel model;
    model.setColumns(columns(20)); // counts of one and two digits
    for (const int column : {ItemsModel::XF, ItemsModel::Difference, ItemsModel::Cosine, ItemsModel::Hubs}) {
        model.sort(column, Qt::DescendingOrder);
        for (int row = 1; row < model.rowCount(); ++row) {
            const double before = model.index(row - 1, column).data(ItemsModel::SortRole).toDouble();
            const double here = model.index(row, column).data(ItemsModel::SortRole).toDouble();
            QVERIFY(before >= here);
            if (before == here) QVERIFY(model.local(row - 1) < model.local(row)); // ties in the order of the set
        }
    }
    model.sort(ItemsModel::Item, Qt::AscendingOrder);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("item 0"));
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("item 10"));
}

void ItemsModelTest::filterAndFocusFollow()
{
    ItemsModel model;
    const auto c = columns(5);
    model.setColumns(c);
    model.setFocus(c->pairOf(4));
    QCOMPARE(model.focusRow(), 4);
    model.setFilter(filter("category = \"Flags\""));
    int expected = 0;
    for (int i = 0; i < c->count(); ++i)
        expected += c->categoryOf(i) == "Flags";
    QCOMPARE(model.rowCount(), expected);
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.index(row, ItemsModel::Category).data().toString(), QStringLiteral("Flags"));
    QCOMPARE(model.focusRow(), c->categoryOf(4) == "Flags" ? model.rowOf(4) : -1);
    model.setSelection({c->pairOf(model.local(0))});
    QVERIFY(model.index(0, 0).data(ItemsModel::SelectedRole).toBool());
    QVERIFY(!model.index(1, 0).data(ItemsModel::SelectedRole).toBool());
}

void ItemsModelTest::otherKKeepsRowsAndTheirIndexes()
{
    const auto measured = test::syntheticMeasured();
    ItemsModel model;
    model.setColumns(makeItemColumns(*test::measuredAt(measured, 3)));
    model.sort(ItemsModel::XF, Qt::DescendingOrder);
    const int local = model.local(6);
    const QPersistentModelIndex kept = model.index(6, 2);
    model.setColumns(makeItemColumns(*test::measuredAt(measured, 12), model.columns()));
    QVERIFY(kept.isValid());
    QCOMPARE(model.local(kept.row()), local);
    QCOMPARE(kept.column(), 2);
}

void ItemsModelTest::withoutMapping()
{
    test::SyntheticOptions options;
    options.mapping = false;
    options.categories = false;
    ItemsModel model;
    model.setColumns(columns(5, options));
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.index(0, ItemsModel::XF).data().toString(), QStringLiteral("–"));
    model.sort(ItemsModel::XY, Qt::DescendingOrder);
    model.sort(ItemsModel::XF, Qt::DescendingOrder); // nothing to sort by: the order of the set
    QCOMPARE(model.local(0), 0);
}

BRIDGESCOPE_TEST(ItemsModelTest)

} // namespace items_model_tests

#include "items_model.moc"
