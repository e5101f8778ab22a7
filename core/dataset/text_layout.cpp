#include "core/dataset/text_layout.h"

#include "core/base/error.h"

#include <algorithm>
#include <charconv>
#include <fast_float/fast_float.h>
#include <map>

namespace bridgescope {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

struct Line {
    std::string_view text;
    std::size_t offset;
    Index number;
};

/// Up to 20 lines that are not blank.
std::vector<Line> sampleLines(std::string_view head, bool complete)
{
    std::vector<Line> lines;
    std::size_t position = head.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
    Index number = 0;
    while (position < head.size() && lines.size() < 20) {
        const std::size_t begin = position;
        const std::string_view line = nextLine(head, position);
        ++number;
        const bool cut = position >= head.size() && !complete && head.back() != '\n';
        if (cut && !lines.empty()) break;
        if (!trimBlanks(line).empty()) lines.push_back({line, begin, number});
    }
    return lines;
}

std::size_t countFields(std::string_view line, char delimiter)
{
    std::vector<std::string> fields;
    splitFields(line, delimiter, fields);
    return fields.size();
}

/// The delimiter that parts the lines into the most fields, the same number in (nearly) all of them.
char guessDelimiter(const std::vector<Line>& lines)
{
    char best = ' ';
    double bestScore = -1;
    for (const char candidate : {'\t', ';', ',', ' '}) {
        std::vector<std::size_t> counts;
        for (const auto& line : lines)
            counts.push_back(countFields(line.text, candidate));
        const std::size_t last = counts.back();
        const auto same = std::count(counts.begin(), counts.end(), last);
        if (last < 2) continue;
        // A decimal comma or blanks in labels make uneven counts; an even split wins over a fine one.
        const double score = static_cast<double>(same) / static_cast<double>(counts.size()) * 10 +
                             std::min<double>(static_cast<double>(last), 9) / 10;
        if (score > bestScore + 1e-9) {
            bestScore = score;
            best = candidate;
        }
    }
    return best;
}

bool isWhole(const std::string& text, Index& value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value >= 0;
}

/// "N d" alone on the first line, followed by lines of more fields.
bool isCountLine(const std::vector<Line>& lines, Index& items, Index& dimension)
{
    std::vector<std::string> fields;
    splitFields(trimBlanks(lines[0].text), lines[0].text.find('\t') != std::string_view::npos ? '\t' : ' ', fields);
    if (fields.size() != 2 || !isWhole(fields[0], items) || !isWhole(fields[1], dimension)) return false;
    if (lines.size() < 2) return true;
    return countFields(lines[1].text, ' ') > 2 || countFields(lines[1].text, '\t') > 2 || dimension <= 1;
}

[[noreturn]] void fail(const std::string& file, Index line, const std::string& what, const std::string& hint)
{
    throw Error(ErrorKind::Input, what, hint).inFile(file).atLine(line);
}

/// Which columns of the sampled items hold only numbers.
std::vector<bool> numericColumns(const std::vector<std::vector<std::string>>& rows, std::size_t columns,
                                 bool decimalComma)
{
    std::vector<bool> numeric(columns, true);
    float ignored = 0;
    for (const auto& row : rows)
        for (std::size_t c = 0; c < columns && c < row.size(); ++c)
            if (numeric[c] && !parseNumber(row[c], decimalComma, ignored)) numeric[c] = false;
    return numeric;
}

/// Fields of GloVe-like lines: a label may hold blanks, so all but the trailing numbers are one field.
void joinLeadingText(std::vector<std::string>& fields, std::size_t columns)
{
    if (columns < 2 || fields.size() <= columns) return;
    const std::size_t extra = fields.size() - columns;
    std::string label = fields[0];
    for (std::size_t i = 1; i <= extra; ++i)
        label += ' ' + fields[i];
    fields.erase(fields.begin(), fields.begin() + static_cast<std::ptrdiff_t>(extra));
    fields[0] = label;
}

/// The most common number of fields, the smaller of equals: lines with more have blanks in their labels, lines with
/// fewer are wrong.
std::size_t usualFields(const std::vector<std::vector<std::string>>& rows)
{
    std::map<std::size_t, int> counts;
    for (const auto& row : rows)
        ++counts[row.size()];
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

/// Columns beside the label without a single number: kept as metadata.
std::vector<int> textColumnsOf(const TextLayout& layout, const std::vector<std::vector<std::string>>& rows)
{
    std::vector<int> columns;
    for (int c = 0; c < static_cast<int>(layout.columns); ++c) {
        float ignored = 0;
        const auto isNumber = [&](const std::vector<std::string>& row) {
            return static_cast<std::size_t>(c) < row.size() &&
                   parseNumber(row[static_cast<std::size_t>(c)], layout.decimalComma, ignored);
        };
        if (c != layout.labelColumn && std::none_of(rows.begin(), rows.end(), isNumber)) columns.push_back(c);
    }
    return columns;
}

/// A first line (nearly) without numbers above lines with some.
bool looksLikeHeader(const std::vector<std::vector<std::string>>& rows, bool decimalComma)
{
    const auto numbersIn = [&](const std::vector<std::string>& row) {
        float ignored = 0;
        return std::count_if(row.begin(), row.end(),
                             [&](const std::string& field) { return parseNumber(field, decimalComma, ignored); });
    };
    return rows.size() > 1 && numbersIn(rows[0]) <= static_cast<long>(rows[0].size()) / 2 &&
           numbersIn(rows[1]) > static_cast<long>(rows[1].size()) / 2;
}

int chooseLabelColumn(const TextLayout& layout, const std::vector<bool>& numeric, const ReadOptions& options,
                      const std::string& file)
{
    const auto columns = static_cast<int>(layout.columns);
    if (options.labelColumn) {
        const std::string& asked = *options.labelColumn;
        if (asked == "none") return -1;
        const auto named = std::find(layout.names.begin(), layout.names.end(), asked);
        if (named != layout.names.end()) return static_cast<int>(named - layout.names.begin());
        Index number = 0;
        if (isWhole(asked, number) && number >= 1 && number <= columns) return static_cast<int>(number) - 1;
        throw Error(ErrorKind::Usage,
                    "--label-column " + asked + " is not a column (there are " + std::to_string(columns) + ")",
                    "name one of the header, a number from 1, or none")
            .inFile(file);
    }
    for (const char* usual : {"label", "word", "token", "name", "id", "Label", "Word", "Name"})
        for (int c = 0; c < static_cast<int>(layout.names.size()); ++c)
            if (layout.names[static_cast<std::size_t>(c)] == usual) return c;
    if (layout.formatId != "text") return 0;
    // Labels are the first column of text; where a label may be a number, a mixed column is no text column of numbers.
    for (int c = 0; c < columns; ++c)
        if (!numeric[static_cast<std::size_t>(c)]) return c;
    return -1;
}

} // namespace

std::string_view nextLine(std::string_view text, std::size_t& position)
{
    const std::size_t end = std::min(text.find('\n', position), text.size());
    std::string_view line = text.substr(position, end - position);
    position = end + 1;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
}

std::string_view trimBlanks(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

void splitFields(std::string_view line, char delimiter, std::vector<std::string>& fields)
{
    fields.clear();
    if (delimiter == ' ') {
        std::size_t at = 0;
        while (true) {
            at = line.find_first_not_of(" \t", at);
            if (at == std::string_view::npos) return;
            const std::size_t end = std::min(line.find_first_of(" \t", at), line.size());
            fields.emplace_back(line.substr(at, end - at));
            at = end;
        }
    }
    std::size_t at = 0;
    while (true) {
        if (at < line.size() && line[at] == '"') {
            std::string field;
            std::size_t end = at + 1;
            for (; end < line.size(); ++end) {
                if (line[end] != '"')
                    field += line[end];
                else if (end + 1 < line.size() && line[end + 1] == '"')
                    field += line[end++];
                else
                    break;
            }
            const std::size_t next = std::min(line.find(delimiter, std::min(end + 1, line.size())), line.size());
            if (end < line.size() && next > end + 1) field += line.substr(end + 1, next - end - 1);
            fields.push_back(std::move(field));
            at = next;
        } else {
            const std::size_t end = std::min(line.find(delimiter, at), line.size());
            fields.emplace_back(line.substr(at, end - at));
            at = end;
        }
        if (at >= line.size()) return;
        ++at;
    }
}

bool parseNumber(std::string_view field, bool decimalComma, float& value)
{
    field = trimBlanks(field);
    if (!field.empty() && field[0] == '+') field.remove_prefix(1);
    if (field.empty()) return false;
    char buffer[64];
    if (decimalComma && field.find(',') != std::string_view::npos) {
        if (field.size() >= sizeof buffer) return false;
        std::replace_copy(field.begin(), field.end(), buffer, ',', '.');
        field = std::string_view(buffer, field.size());
    }
    const auto [end, error] = fast_float::from_chars(field.data(), field.data() + field.size(), value);
    return error == std::errc() && end == field.data() + field.size();
}

TextLayout guessTextLayout(std::string_view head, bool complete, const ReadOptions& options, const std::string& file)
{
    std::vector<Line> lines = sampleLines(head, complete);
    if (lines.empty()) throw Error(ErrorKind::Input, "holds no lines", "choose a file with vectors").inFile(file);
    TextLayout layout;
    const bool delimited = options.format == "text";
    if (!delimited && options.format != "glove" && isCountLine(lines, layout.claimedItems, layout.claimedDimension)) {
        layout.countLine = true;
        layout.formatId = file.ends_with(".vec") || options.format == "fasttext" ? "fasttext" : "word2vec";
        if (lines.size() < 2)
            fail(file, lines[0].number,
                 "the first line claims " + std::to_string(layout.claimedItems) + " items, but none follows",
                 "the file is cut; fetch it again");
        lines.erase(lines.begin());
    } else if (options.format == "word2vec" || options.format == "fasttext") {
        fail(file, lines[0].number, "the first line is not 'N d', as word2vec text begins",
             "leave --format out or give --format glove");
    }
    layout.delimiter = options.delimiter ? *options.delimiter : guessDelimiter(lines);
    if (layout.formatId == "text" && layout.blankDelimited() && !delimited && options.header != true)
        layout.formatId = "glove";
    layout.decimalComma = layout.delimiter == ';';

    std::vector<std::vector<std::string>> rows(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        splitFields(lines[i].text, layout.delimiter, rows[i]);
    layout.header =
        options.header ? *options.header : layout.formatId == "text" && looksLikeHeader(rows, layout.decimalComma);
    if (layout.countLine) layout.header = false;
    layout.hint = std::string(layout.countLine ? "first line N d"
                              : layout.header  ? "header line"
                                               : "no header line") +
                  ", from " + std::to_string(lines.size()) + " lines";
    if (layout.header) {
        layout.names = rows[0];
        for (auto& name : layout.names)
            name = std::string(trimBlanks(name));
        lines.erase(lines.begin());
        rows.erase(rows.begin());
        if (rows.empty())
            fail(file, 1, "holds a header line and no items", "choose a file with vectors, or give --header no");
    }
    layout.bodyOffset = lines[0].offset;
    layout.bodyLine = lines[0].number;
    layout.columns = rows[0].size();
    if (layout.formatId != "text") {
        layout.columns = usualFields(rows);
        for (auto& row : rows)
            joinLeadingText(row, layout.columns);
    }
    if (layout.formatId == "glove") {
        const auto numeric = numericColumns(rows, layout.columns, false);
        if (!options.labelColumn && layout.columns > 0 && numeric[0] && options.format != "glove")
            layout.formatId = "text";
    }
    const auto numeric = numericColumns(rows, layout.columns, layout.decimalComma);
    layout.labelColumn = chooseLabelColumn(layout, numeric, options, file);
    if (layout.formatId == "text") layout.textColumns = textColumnsOf(layout, rows);
    layout.d =
        static_cast<Index>(layout.columns) - (layout.labelColumn >= 0) - static_cast<Index>(layout.textColumns.size());
    if (layout.d < 1)
        fail(file, layout.bodyLine,
             "no column of numbers was found (delimiter '" + std::string(1, layout.delimiter) + "')",
             "choose a file of vectors, or overrule the guesses with --delimiter, --header, --label-column");
    if (layout.countLine && layout.d != layout.claimedDimension)
        fail(file, layout.bodyLine,
             "has " + std::to_string(layout.d) + " numbers, but the first line claims " +
                 std::to_string(layout.claimedDimension),
             "mend the first line");
    return layout;
}

std::string TextLayout::labelSource() const
{
    if (labelColumn < 0) return "none";
    if (!names.empty()) return "column " + names[static_cast<std::size_t>(labelColumn)];
    if (labelColumn == 0) return "first column";
    if (labelColumn + 1 == static_cast<int>(columns)) return "last column";
    return "column " + std::to_string(labelColumn + 1);
}

std::string TextLayout::describe() const
{
    if (formatId == "word2vec") return "word2vec text";
    if (formatId == "fasttext") return "fastText text";
    if (formatId == "glove") return "GloVe text";
    const std::string separated = delimiter == '\t'  ? "tab separated"
                                  : delimiter == ' ' ? "blank separated"
                                                     : std::string("separated by ") + delimiter;
    return "text, " + separated + (header ? ", header line" : "");
}

} // namespace bridgescope
