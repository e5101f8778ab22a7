#include "ui/models/filter_expression.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace filter_expression_tests {

using namespace bridgescope;

namespace {

class Row : public FilterRow {
public:
    double xf = 0, yf = 0, xy = 0, d = 0, cosine = 0, hubs = 0;
    QString label, category;
    double numberOf(FilterField field) const override
    {
        const double values[] = {xf, yf, xy, d, cosine, hubs};
        return values[static_cast<int>(field)];
    }
    QString textOf(FilterField field) const override { return field == FilterField::Label ? label : category; }
};

} // namespace

class FilterExpressionTest : public QObject {
    Q_OBJECT
private slots:
    void accepts_data();
    void accepts();
    void errorsNameTheirColumn_data();
    void errorsNameTheirColumn();
    void emptyLetsEverythingPass();
    void deepNestingIsRefused();
};

void FilterExpressionTest::accepts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("accepted");
    // the row: xf 7, yf 2, xy 3, d 5, cos -0.25, hub 11, label "oncoming taxi", category "Travel & Places"
    QTest::newRow("one comparison") << "xf >= 7" << true;
    QTest::newRow("strict") << "xf > 7" << false;
    QTest::newRow("and, both") << "xf >= 6 and yf <= 2" << true;
    QTest::newRow("and, one fails") << "xf >= 6 and yf <= 1" << false;
    QTest::newRow("and before or") << "xf = 0 and yf = 0 or hub = 11" << true;
    QTest::newRow("parentheses change that") << "xf = 0 and (yf = 0 or hub = 11)" << false;
    QTest::newRow("not") << "not xf = 7" << false;
    QTest::newRow("not binds tighter than and") << "not xf = 0 and yf = 2" << true;
    QTest::newRow("not of a whole") << "not (xf = 7 and yf = 3)" << true;
    QTest::newRow("text equals without case") << "category = \"travel & places\"" << true;
    QTest::newRow("text differs") << "category != 'Flags'" << true;
    QTest::newRow("contains") << "label ~ \"TAXI\"" << true;
    QTest::newRow("a bare word as text") << "label ~ taxi" << true;
    QTest::newRow("negative number") << "cos < -0.2" << true;
    QTest::newRow("minus sign") << QStringLiteral("cos > −0.2") << false;
    QTest::newRow("fraction") << "cos = -.25" << true;
    QTest::newRow("double equals") << "d == 5" << true;
    QTest::newRow("field names without case") << "XF >= 7 AND D = 5" << true;
    QTest::newRow("plain text in the label") << "coming" << true;
    QTest::newRow("plain text in the category") << "places" << true;
    QTest::newRow("plain text nowhere") << "zebra" << false;
    QTest::newRow("regular expression") << "/^on.*taxi$/" << true;
    QTest::newRow("regular expression, no") << "/^taxi/" << false;
}

void FilterExpressionTest::accepts()
{
    QFETCH(QString, text);
    QFETCH(bool, accepted);
    Row row;
    row.xf = 7, row.yf = 2, row.xy = 3, row.d = 5, row.cosine = -0.25, row.hubs = 11;
    row.label = "oncoming taxi", row.category = "Travel & Places";
    std::optional<FilterError> error;
    const Filter filter = Filter::parse(text, error);
    QVERIFY2(!error, error ? qPrintable(error->message) : "");
    QCOMPARE(filter.accepts(row), accepted);
}

void FilterExpressionTest::errorsNameTheirColumn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column");
    QTest::newRow("unknown field") << "xf >= 6 and foo = 3" << 12;
    QTest::newRow("no number") << "xf >= and yf = 1" << 6;
    QTest::newRow("text for a number") << "xf >= \"six\"" << 6;
    QTest::newRow("number for a text") << "category = 6" << 11;
    QTest::newRow("text is not ordered") << "label < \"a\"" << 6;
    QTest::newRow("number has no ~") << "xf ~ 3" << 3;
    QTest::newRow("open quote") << "category = \"Flags" << 11;
    QTest::newRow("open parenthesis") << "(xf = 3" << 0;
    QTest::newRow("closing without opening") << "xf = 3)" << 6;
    QTest::newRow("two comparisons without and") << "xf = 3 yf = 2" << 7;
    QTest::newRow("ends after and") << "xf = 3 and" << 10;
    QTest::newRow("strange character") << "xf = 3 & yf = 1" << 7;
    QTest::newRow("leading blanks count") << "  foo = 1" << 2;
    QTest::newRow("two points") << "xf = 1.2.3" << 5;
    QTest::newRow("alone !") << "xf ! 3 = 3" << 3;
    QTest::newRow("regular expression") << "/ab(c/" << 5;
}

void FilterExpressionTest::errorsNameTheirColumn()
{
    QFETCH(QString, text);
    QFETCH(int, column);
    std::optional<FilterError> error;
    const Filter filter = Filter::parse(text, error);
    QVERIFY(error);
    QVERIFY(!error->message.isEmpty());
    QCOMPARE(error->column, column);
    QVERIFY(filter.isEmpty());
}

void FilterExpressionTest::emptyLetsEverythingPass()
{
    std::optional<FilterError> error;
    QVERIFY(Filter::parse("   ", error).isEmpty());
    QVERIFY(!error);
    QVERIFY(Filter().accepts(Row()));
}

void FilterExpressionTest::deepNestingIsRefused()
{
    std::optional<FilterError> error;
    Filter::parse(QString(100000, '(') + "xf = 1" + QString(100000, ')'), error);
    QVERIFY(error);
    Filter::parse(QString("not ").repeated(100000) + "xf = 1", error);
    QVERIFY(error);
}

BRIDGESCOPE_TEST(FilterExpressionTest)

} // namespace filter_expression_tests

#include "filter_expression.moc"
