#include "core/dataset/text/fields.h"
#include "core/dataset/utf8.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace text_fields_tests {

using namespace bridgescope;

namespace {

using Texts = std::vector<std::string>;

Texts split(std::string_view record, char delimiter)
{
    FieldSplitter splitter(delimiter);
    const auto& fields = splitter.split(record);
    return {fields.begin(), fields.end()};
}

Texts recordsOf(std::string_view text, char delimiter)
{
    Texts records;
    std::size_t position = 0;
    while (position < text.size())
        records.emplace_back(nextRecord(text, position, delimiter).text);
    return records;
}

float number(std::string_view field, char point = '.')
{
    float value = -99;
    return parseNumber(field, point, value) ? value : -77;
}

} // namespace

class TextFieldsTest : public QObject {
    Q_OBJECT
private slots:
    void plainFields()
    {
        QCOMPARE(split("a,b,,c", ','), (Texts{"a", "b", "", "c"}));
        QCOMPARE(split("a,", ','), (Texts{"a", ""}));
        QCOMPARE(split("", ','), Texts{""});
        QCOMPARE(split("  a \t b  ", ' '), (Texts{"a", "b"}));
        QCOMPARE(split("   ", ' '), Texts{});
        QCOMPARE(split("a b\tc", '\t'), (Texts{"a b", "c"}));
    }
    /// Expected values: Python 3.11's csv.reader.
    void quotedFields()
    {
        QCOMPARE(split("\"a,b\",1", ','), (Texts{"a,b", "1"}));
        QCOMPARE(split("\"say \"\"hi\"\"\",\"\",\"\"\"\"", ','), (Texts{"say \"hi\"", "", "\""}));
        QCOMPARE(split("a\"b,5\" pipe", ','), (Texts{"a\"b", "5\" pipe"}));
        QCOMPARE(split("\"a\"b,c", ','), (Texts{"ab", "c"}));
        QCOMPARE(split("x, \"y,z\"", ','), (Texts{"x", "y,z"})); // as with skipinitialspace
        QCOMPARE(split("\"a;b\";\"1,5\"", ';'), (Texts{"a;b", "1,5"}));
        QCOMPARE(split("\"a \"\"b\",\"c \"\"d\"", ','), (Texts{"a \"b", "c \"d"}));
    }
    void quotesInTablesPartedByTabs()
    {
        QCOMPARE(split("\"\t1\t2", '\t'), (Texts{"\"", "1", "2"}));
        QCOMPARE(split("\"hello\t1", '\t'), (Texts{"\"hello", "1"}));
        QCOMPARE(split("\"a\tb\"\t1", '\t'), (Texts{"a\tb", "1"}));
        QCOMPARE(split("\"a\"b\t1", '\t'), (Texts{"\"a\"b", "1"}));
    }
    void recordsOverLines()
    {
        QCOMPARE(recordsOf("a,1\r\nb,2", ','), (Texts{"a,1", "b,2"}));
        QCOMPARE(recordsOf("\"a\nb\",1\n\"c\",2\n", ','), (Texts{"\"a\nb\",1", "\"c\",2"}));
        QCOMPARE(recordsOf("\"a\"\"\nb\",1\nc,2", ','), (Texts{"\"a\"\"\nb\",1", "c,2"}));
        QCOMPARE(recordsOf("a\"\nb,\"x\n", '\t'), (Texts{"a\"", "b,\"x"}));
        QCOMPARE(recordsOf("5\" x,1\nb,2\n", ','), (Texts{"5\" x,1", "b,2"}));
        std::size_t position = 0;
        const Record open = nextRecord("x,\"a\nb\nc", position, ',');
        QVERIFY(!open.closed);
        QCOMPARE(open.lines, Index(3));
    }
    void numbers()
    {
        QCOMPARE(number("1.5"), 1.5f);
        QCOMPARE(number(" -2e-3 "), -2e-3f);
        QCOMPARE(number("+4"), 4.0f);
        QCOMPARE(number(".5"), 0.5f);
        QCOMPARE(number("5."), 5.0f);
        QCOMPARE(number("0,5", ','), 0.5f);
        QCOMPARE(number("0.5", ','), 0.5f);
        QCOMPARE(number("1e-60"), 0.0f);
        QCOMPARE(number("0.131280005"), 0.131280005f);
        // Halfway between two float32: the even one; a hair above: the next.
        QCOMPARE(number("16777217"), 16777216.0f);
        QCOMPARE(number("16777217.0000000000000000000000001"), 16777218.0f);
        QVERIFY(std::isnan(number("NaN")) && std::isinf(number("-inf")) && std::isinf(number("1e39")));
        for (const char* bad : {"", " ", "a", "0.1x", "1 2", "--1", "+-1", "0x10", "1,5", "1e", "e5", ".", "NA", "1_0"})
            QCOMPARE(number(bad), -77.0f);
        QCOMPARE(number("1.000,5", ','), -77.0f);
        Index whole = 0;
        QVERIFY(parseWhole("12", whole) && whole == 12);
        QVERIFY(!parseWhole("-1", whole) && !parseWhole("1.0", whole) && !parseWhole("", whole) &&
                !parseWhole("99999999999999999999", whole));
    }
    /// Expected values: Python 3.11, bytes.decode('utf-8', errors='replace').
    void utf8()
    {
        QVERIFY(isUtf8("käse \u732b \U0001F600"));
        QCOMPARE(repairedUtf8("caf\xe9"), std::string("caf\uFFFD"));
        QCOMPARE(repairedUtf8("\xf0\x9f\x98x"), std::string("\uFFFDx"));
        QCOMPARE(repairedUtf8("\xc0\xaf"), std::string("\uFFFD\uFFFD"));
        QCOMPARE(repairedUtf8("\xed\xa0\x80"), std::string("\uFFFD\uFFFD\uFFFD"));
        QCOMPARE(repairedUtf8("\xf4\x90\x80\x80"), std::string("\uFFFD\uFFFD\uFFFD\uFFFD"));
        QCOMPARE(repairedUtf8("\xe3\x83"), std::string("\uFFFD"));
        QCOMPARE(repairedUtf8("\x80 a\xff"), std::string("\uFFFD a\uFFFD"));
        std::vector<std::string> texts{"a", "\xff", "b"};
        QCOMPARE(repairUtf8(texts), Index(1));
    }
};

BRIDGESCOPE_TEST(TextFieldsTest)

} // namespace text_fields_tests

#include "text_fields.moc"
