#include "core/dataset/text/columns.h"

#include "core/dataset/text/fields.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace bridgescope {
namespace {

/// The most frequent count; the smaller of two as frequent.
Index mostFrequent(const std::vector<Index>& counts)
{
    std::map<Index, Index> times;
    for (const Index count : counts)
        ++times[count];
    const auto best =
        std::max_element(times.begin(), times.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == times.end() ? 0 : best->first;
}

/// How well a delimiter parts the records: numbers a record in most of them, times the share of those records.
struct DelimiterScore {
    double score = 0;
    bool parts = false; ///< it occurs
};

DelimiterScore scoreOf(const std::vector<SampleRecord>& records, char delimiter)
{
    FieldSplitter splitter(delimiter);
    std::vector<Index> counts;
    DelimiterScore result;
    const std::size_t first = records.size() > 1 ? 1 : 0; // a header may stand above
    const std::size_t last = std::min<std::size_t>(records.size(), first + 30);
    for (std::size_t i = first; i < last; ++i) {
        const auto& fields = splitter.split(records[i].text);
        result.parts = result.parts || fields.size() > 1;
        float ignored = 0;
        counts.push_back(std::count_if(fields.begin(), fields.end(), [&](std::string_view field) {
            return parseNumber(field, delimiter == ',' ? '.' : ',', ignored);
        }));
    }
    // The count that stands for the most numbers: lines of other kinds (pieces of quoted fields) do not outvote it.
    for (const Index numbers : counts) {
        const auto times = static_cast<double>(std::count(counts.begin(), counts.end(), numbers));
        result.score =
            std::max(result.score, static_cast<double>(numbers) * times / static_cast<double>(counts.size()));
    }
    return result;
}

bool isFraction(const std::string& field)
{
    return field.find_first_of(".,eE") != std::string::npos;
}

/// 0, 1, 2, ... or 1, 2, 3, ...
bool countsUp(const std::vector<std::string_view>& fields)
{
    Index first = 0, number = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!parseWhole(trimBlanks(fields[i]), number)) return false;
        if (i == 0) first = number;
        if (first > 1 || number != first + static_cast<Index>(i)) return false;
    }
    return true;
}

bool anyFraction(const std::vector<SampleRow>& rows, std::size_t from, const std::vector<bool>& columns)
{
    for (std::size_t r = from; r < rows.size(); ++r)
        for (std::size_t c = 0; c < std::min(columns.size(), rows[r].fields.size()); ++c)
            if (columns[c] && rows[r].numeric[c] && isFraction(rows[r].fields[c])) return true;
    return false;
}

std::string lowered(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return lower;
}

} // namespace

char guessDelimiter(const std::vector<SampleRecord>& records)
{
    const DelimiterScore blank = scoreOf(records, ' ');
    char best = ' ';
    DelimiterScore bestScore;
    for (const char candidate : {'\t', ';', ','}) {
        const DelimiterScore score = scoreOf(records, candidate);
        if (!score.parts || score.score <= bestScore.score) continue;
        best = candidate;
        bestScore = score;
    }
    return bestScore.score > 0 && bestScore.score > blank.score / 2 ? best : ' ';
}

bool usesDecimalComma(const std::vector<SampleRecord>& records, char delimiter)
{
    FieldSplitter splitter(delimiter);
    for (const auto& record : records)
        for (const std::string_view field : splitter.split(record.text)) {
            float ignored = 0;
            if (field.find(',') != std::string_view::npos && parseNumber(field, ',', ignored)) return true;
        }
    return false;
}

std::vector<SampleRow> splitRecords(const std::vector<SampleRecord>& records, char delimiter, char decimalPoint)
{
    FieldSplitter splitter(delimiter);
    std::vector<SampleRow> rows;
    for (const auto& record : records) {
        SampleRow row;
        for (const std::string_view field : splitter.split(record.text)) {
            float ignored = 0;
            row.fields.emplace_back(field);
            row.numeric.push_back(parseNumber(field, decimalPoint, ignored));
        }
        rows.push_back(std::move(row));
    }
    // A delimiter that ends every line parts nothing off.
    const bool trailing = std::all_of(rows.begin(), rows.end(), [](const SampleRow& row) {
        return row.fields.size() > 1 && trimBlanks(row.fields.back()).empty();
    });
    for (auto& row : rows) {
        if (!trailing) break;
        row.fields.pop_back();
        row.numeric.pop_back();
    }
    return rows;
}

bool isPlainMatrix(const std::vector<SampleRow>& rows)
{
    std::vector<Index> widths;
    for (const auto& row : rows) {
        if (std::find(row.numeric.begin(), row.numeric.end(), false) != row.numeric.end()) return false;
        widths.push_back(static_cast<Index>(row.fields.size()));
    }
    const auto usual = std::count(widths.begin(), widths.end(), mostFrequent(widths));
    return 10 * usual >= 9 * static_cast<Index>(rows.size());
}

Index trailingNumbers(const SampleRow& row)
{
    const auto text = std::find(row.numeric.rbegin(), row.numeric.rend(), false);
    return std::min<Index>(text - row.numeric.rbegin(), static_cast<Index>(row.fields.size()) - 1);
}

Index commonTrailingNumbers(const std::vector<SampleRow>& rows)
{
    std::vector<Index> counts;
    for (const auto& row : rows)
        counts.push_back(trailingNumbers(row));
    return mostFrequent(counts);
}

TableColumns tableColumns(const std::vector<SampleRow>& rows, bool withFirst)
{
    const std::size_t first = withFirst || rows.size() == 1 ? 0 : 1;
    std::vector<Index> widths;
    for (std::size_t r = first; r < rows.size(); ++r)
        widths.push_back(static_cast<Index>(rows[r].fields.size()));
    const auto width = static_cast<std::size_t>(mostFrequent(widths));
    std::vector<Index> numbers(width);
    Index usual = 0;
    for (std::size_t r = first; r < rows.size(); ++r) {
        if (rows[r].fields.size() != width) continue;
        ++usual;
        for (std::size_t c = 0; c < width; ++c)
            numbers[c] += rows[r].numeric[c];
    }
    TableColumns columns;
    for (const Index count : numbers)
        columns.numeric.push_back(2 * count >= usual);
    return columns;
}

bool looksLikeHeader(const std::vector<SampleRow>& rows, const TableColumns& body)
{
    if (rows.size() < 2) return false;
    const SampleRow& first = rows[0];
    const std::size_t width = body.numeric.size();
    if (std::find(body.numeric.begin(), body.numeric.end(), true) == body.numeric.end()) return false;
    // R's write.table names no column of row names: its header is one field short.
    const std::size_t shift = first.fields.size() + 1 == width && !body.numeric[0] ? 1 : 0;
    std::vector<std::string_view> overNumbers;
    Index numbers = 0;
    for (std::size_t c = 0; c < first.fields.size(); ++c) {
        if (c + shift >= width || !body.numeric[c + shift]) continue;
        if (c == 0 && trimBlanks(first.fields[0]).empty()) continue; // pandas names no column of row numbers
        overNumbers.push_back(first.fields[c]);
        numbers += first.numeric[c];
    }
    // A line that ends in numbers is an item whose label holds blanks.
    if (numbers == 0) return !overNumbers.empty() && trailingNumbers(first) == 0;
    const bool labelled = !body.numeric[0];
    return overNumbers.size() >= 2 && countsUp(overNumbers) && anyFraction(rows, 1, body.numeric) &&
           (!labelled || shift == 1 || !first.numeric[0]);
}

std::vector<std::string> headerNames(const SampleRow& header, std::size_t columns)
{
    std::vector<std::string> names;
    if (header.fields.size() + 1 == columns) names.emplace_back();
    for (const auto& field : header.fields)
        names.emplace_back(trimBlanks(field));
    if (names.size() != columns) names.clear();
    return names;
}

int labelColumnByName(const std::vector<std::string>& names)
{
    for (const char* usual : {"label", "labels", "word", "token", "name", "item", "title", "id"})
        for (std::size_t c = 0; c < names.size(); ++c)
            if (lowered(names[c]) == usual) return static_cast<int>(c);
    return -1;
}

bool numbersItsRows(const std::vector<SampleRow>& rows, const std::vector<std::string>& names)
{
    std::vector<std::string_view> first;
    for (const auto& row : rows)
        if (!row.fields.empty()) first.push_back(row.fields[0]);
    if (rows.empty() || rows[0].fields.size() < 2 || !countsUp(first)) return false;
    if (!names.empty()) return names[0].empty() || names[0] == "index" || names[0].starts_with("Unnamed");
    std::vector<bool> others(rows[0].fields.size(), true);
    others[0] = false;
    return rows.size() >= 3 && anyFraction(rows, 0, others);
}

} // namespace bridgescope
