#include "core/base/error.h"
#include "core/dataset/text/columns.h"
#include "core/dataset/text/fields.h"
#include "core/dataset/text/layout.h"

#include <algorithm>

namespace bridgescope {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// Up to `most` records that are not blank; one cut off by the end of the head only where there is no other.
std::vector<SampleRecord> sampleRecords(const TextHead& head, std::size_t position, Index line, char delimiter,
                                        std::size_t most)
{
    std::vector<SampleRecord> records;
    while (position < head.text.size() && records.size() < most) {
        const std::size_t begin = position;
        const Record record = nextRecord(head.text, position, delimiter);
        const bool cut = position >= head.text.size() && !head.complete && head.text.back() != '\n';
        if (cut && !records.empty()) break;
        if (!trimBlanks(record.text).empty()) records.push_back({record.text, begin, line});
        line += record.lines;
    }
    return records;
}

/// Guesses one layout; a class so that the steps share what they look at.
class Guess {
public:
    Guess(const TextHead& head, const ReadOptions& options, const std::string& file)
        : m_head(head), m_options(options), m_file(file)
    {
    }

    TextLayout layout()
    {
        const std::size_t start = m_head.text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
        m_records = sampleRecords(m_head, start, 1, ' ', sampleSize);
        if (m_records.empty()) fail(0, "holds no lines", "choose a file with vectors");
        requireBlanks();
        takeCountLine();
        m_layout.delimiter = m_options.delimiter.value_or(asksWordVectors() ? ' ' : guessDelimiter(m_records));
        // Now that the delimiter is known, quoted fields may join lines.
        m_records = sampleRecords(m_head, m_records[0].offset, m_records[0].line, m_layout.delimiter, sampleSize);
        m_layout.decimalComma = m_layout.delimiter != ',' && usesDecimalComma(m_records, m_layout.delimiter);
        if (m_layout.decimalComma || m_layout.delimiter == ';') m_layout.decimalPoint = ','; // which takes points too
        m_samples = splitRecords(m_records, m_layout.delimiter, m_layout.decimalPoint);
        m_sampled = m_records.size();
        if (!takeWordVectors()) takeTable();
        requireNumbers();
        m_layout.hint = std::string(m_layout.countLine ? "first line N d"
                                    : m_layout.header  ? "header line"
                                                       : "no header line") +
                        ", from " + std::to_string(m_sampled) + (m_sampled == 1 ? " line" : " lines") + m_note;
        return m_layout;
    }

private:
    static constexpr std::size_t sampleSize = 200;

    [[noreturn]] void fail(Index line, const std::string& what, const std::string& hint) const
    {
        throw Error(ErrorKind::Input, what, hint).inFile(m_file).atLine(line);
    }

    bool asked(const char* format) const { return m_options.format == format; }

    bool asksWordVectors() const { return asked("word2vec") || asked("glove") || asked("fasttext"); }

    void requireBlanks() const
    {
        if (asksWordVectors() && m_options.delimiter && *m_options.delimiter != ' ')
            throw Error(ErrorKind::Usage,
                        "the delimiter asked for does not part " + *m_options.format +
                            " text, which blanks or tabs part",
                        "give --format text, or leave --delimiter out")
                .inFile(m_file);
    }

    /// "N d" alone on the first line, above lines of a label and numbers.
    bool isCountLine() const
    {
        FieldSplitter splitter(' ');
        const auto& first = splitter.split(m_records[0].text);
        Index items = 0, dimension = 0;
        if (first.size() != 2 || !parseWhole(first[0], items) || !parseWhole(first[1], dimension)) return false;
        if (m_records.size() < 2) return true;
        const auto& second = splitter.split(m_records[1].text);
        float ignored = 0;
        // Two fields below are a row of the same table, unless they are a label and the one number announced.
        return second.size() > 2 || (dimension == 1 && second.size() == 2 && !parseNumber(second[0], '.', ignored));
    }

    void takeCountLine()
    {
        const bool wanted = asked("word2vec") || asked("fasttext");
        const bool there = isCountLine();
        if (wanted && !there)
            fail(m_records[0].line, "is not the line 'N d' that word2vec text begins with",
                 "give --format glove, or leave --format out");
        if (!there || asked("text") || asked("glove") ||
            (m_options.delimiter && *m_options.delimiter != ' ' && !wanted))
            return;
        FieldSplitter splitter(' ');
        const auto& fields = splitter.split(m_records[0].text);
        parseWhole(fields[0], m_layout.claimedItems);
        parseWhole(fields[1], m_layout.claimedDimension);
        m_layout.countLine = true;
        m_layout.formatId = asked("fasttext") || (!wanted && isNamedVec()) ? "fasttext" : "word2vec";
        if (m_records.size() < 2)
            fail(m_records[0].line,
                 "the first line claims " + std::to_string(m_layout.claimedItems) + " items, but none follows",
                 "the file is cut: fetch it again; or read it as plain numbers with --format text");
        m_records.erase(m_records.begin());
    }

    bool isNamedVec() const { return m_file.ends_with(".vec") || m_file.ends_with(".vec.gz"); }

    /// Label, then d numbers parted by blanks, where d is what most lines end in. False: it is another kind of table.
    bool takeWordVectors()
    {
        if (m_layout.delimiter != ' ' || asked("text")) return false;
        const bool wanted = m_layout.countLine || asked("glove");
        if (!wanted && (m_options.header == true ||
                        (m_options.labelColumn && *m_options.labelColumn != "1" && *m_options.labelColumn != "none")))
            return false;
        if (!wanted && isPlainMatrix(m_samples)) return false;
        const Index numbers = commonTrailingNumbers(m_samples);
        if (!wanted && (numbers < 1 || looksLikeHeader(m_samples, tableColumns(m_samples)))) return false;
        if (!m_layout.countLine) m_layout.formatId = "glove";
        m_layout.d = numbers;
        m_layout.columns = static_cast<std::size_t>(numbers) + 1;
        m_layout.labelColumn = 0;
        m_layout.labelsDropped = m_options.labelColumn == "none";
        m_layout.bodyOffset = m_records[0].offset;
        m_layout.bodyLine = m_records[0].line;
        if (m_layout.countLine && m_layout.d != m_layout.claimedDimension)
            fail(m_layout.bodyLine,
                 "has " + std::to_string(m_layout.d) + " numbers where the first line claims " +
                     std::to_string(m_layout.claimedDimension),
                 "mend the first line, or fetch the file again");
        return true;
    }

    void takeTable()
    {
        const TableColumns body = tableColumns(m_samples);
        m_layout.header = m_options.header ? *m_options.header : looksLikeHeader(m_samples, body);
        m_layout.columns = body.numeric.size();
        if (m_layout.header) {
            m_layout.names = headerNames(m_samples[0], m_layout.columns);
            m_records.erase(m_records.begin());
            m_samples.erase(m_samples.begin());
            if (m_records.empty())
                fail(1, "holds a header line and no items", "choose a file with vectors, or give --header no");
        }
        m_layout.bodyOffset = m_records[0].offset;
        m_layout.bodyLine = m_records[0].line;
        const auto numeric = m_layout.header ? body.numeric : tableColumns(m_samples, true).numeric;
        chooseLabelColumn(numeric);
        for (int c = 0; c < static_cast<int>(numeric.size()); ++c)
            if (c != m_layout.labelColumn && !numeric[static_cast<std::size_t>(c)]) m_layout.textColumns.push_back(c);
        m_layout.d = static_cast<Index>(m_layout.columns) - (m_layout.labelColumn >= 0) -
                     static_cast<Index>(m_layout.textColumns.size());
    }

    void chooseLabelColumn(const std::vector<bool>& numeric)
    {
        if (m_options.labelColumn) {
            m_layout.labelColumn = askedLabelColumn(*m_options.labelColumn);
            return;
        }
        m_layout.labelColumn = labelColumnByName(m_layout.names);
        if (m_layout.labelColumn >= 0) return;
        if (!numeric.empty() && numeric[0] && numbersItsRows(m_samples, m_layout.names)) {
            m_layout.labelColumn = 0;
            m_note = ", row numbers in the first column";
            return;
        }
        const auto text = std::find(numeric.begin(), numeric.end(), false);
        if (text != numeric.end()) m_layout.labelColumn = static_cast<int>(text - numeric.begin());
    }

    int askedLabelColumn(const std::string& asking) const
    {
        if (asking == "none") return -1;
        const auto named = std::find(m_layout.names.begin(), m_layout.names.end(), asking);
        if (named != m_layout.names.end()) return static_cast<int>(named - m_layout.names.begin());
        Index number = 0;
        if (parseWhole(asking, number) && number >= 1 && number <= static_cast<Index>(m_layout.columns))
            return static_cast<int>(number) - 1;
        std::string names;
        for (std::size_t c = 0; c < std::min<std::size_t>(m_layout.names.size(), 8); ++c)
            names += (c ? ", " : " (") + m_layout.names[c];
        if (!names.empty()) names += m_layout.names.size() > 8 ? ", ...)" : ")";
        throw Error(ErrorKind::Usage,
                    "has no column '" + asking + "' for labels; there are " + std::to_string(m_layout.columns) + names,
                    "give --label-column a name of the header, a number from 1, or none")
            .inFile(m_file);
    }

    void requireNumbers() const
    {
        if (m_layout.d >= 1) return;
        TextLayout found = m_layout; // a delimiter is guessed by numbers: without any, tabs speak for themselves
        if (m_records[0].text.find('\t') != std::string_view::npos) found.delimiter = '\t';
        fail(m_layout.bodyLine, "no column of numbers was found (" + found.describe() + ")",
             asksWordVectors()
                 ? "leave --format out, or give the format that it has"
                 : "choose a file of vectors, or overrule the guesses with --delimiter, --header, --label-column");
    }

    const TextHead& m_head;
    const ReadOptions& m_options;
    const std::string& m_file;
    std::vector<SampleRecord> m_records;
    std::vector<SampleRow> m_samples;
    std::size_t m_sampled = 0;
    std::string m_note;
    TextLayout m_layout;
};

} // namespace

TextLayout guessTextLayout(const TextHead& head, const ReadOptions& options, const std::string& file)
{
    return Guess(head, options, file).layout();
}

bool looksLikeMatrix(const TextHead& head)
{
    const auto records = sampleRecords(head, 0, 1, ' ', 20);
    if (records.empty()) return false;
    const auto samples = splitRecords(records, guessDelimiter(records), '.');
    if (isPlainMatrix(samples)) return samples[0].fields.size() >= 2;
    const Index numbers = commonTrailingNumbers(samples);
    return numbers >= 2 && std::all_of(samples.begin(), samples.end(), [&](const SampleRow& row) {
               return trailingNumbers(row) == numbers || &row == &samples.front();
           });
}

} // namespace bridgescope
