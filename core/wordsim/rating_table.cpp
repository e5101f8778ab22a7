#include "core/wordsim/rating_table.h"

#include "core/base/error.h"
#include "core/dataset/label_file.h"
#include "core/dataset/text/fields.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace bridgescope {
namespace {

char delimiterOf(const std::vector<std::string>& lines)
{
    for (const char candidate : {'\t', ';', ','}) {
        const auto with = std::count_if(lines.begin(), lines.end(), [&](const auto& line) {
            return std::count(line.begin(), line.end(), candidate) > 1;
        });
        if (with * 2 > static_cast<std::ptrdiff_t>(lines.size())) return candidate;
    }
    return ' ';
}

std::vector<std::string> fieldsOf(const std::string& line, char delimiter)
{
    FieldSplitter splitter(delimiter);
    std::vector<std::string> fields;
    for (const std::string_view field : splitter.split(line))
        fields.emplace_back(trimBlanks(field));
    return fields;
}

/// A column's name without case, blanks and underscores.
std::string columnKey(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    std::erase_if(text, [](char c) { return c == ' ' || c == '_'; });
    return text;
}

constexpr std::initializer_list<const char*> firstNames = {"word1", "w1", "firstword", "worda"};
constexpr std::initializer_list<const char*> secondNames = {"word2", "w2", "secondword", "wordb"};
constexpr std::initializer_list<const char*> scoreNames = {"score",  "similarity", "human(mean)", "human", "mean",
                                                           "rating", "simlex999",  "relatedness", "gold"};

std::optional<std::size_t> named(const RatingTable& table, std::initializer_list<const char*> usual)
{
    for (const char* name : usual)
        for (std::size_t c = 0; c < table.names.size(); ++c)
            if (columnKey(table.names[c]) == name) return c;
    return std::nullopt;
}

bool isNumeric(const RatingTable& table, std::size_t column)
{
    std::size_t numbers = 0;
    for (const auto& row : table.rows)
        numbers += column < row.fields.size() && ratingFrom(row.fields[column], table.decimalComma).has_value();
    return numbers * 2 > table.rows.size();
}

std::size_t askedColumn(const RatingTable& table, const std::string& asked, const std::string& file)
{
    for (std::size_t c = 0; c < table.names.size(); ++c)
        if (table.names[c] == asked || columnKey(table.names[c]) == columnKey(asked)) return c;
    std::size_t number = 0;
    const auto [end, failed] = std::from_chars(asked.data(), asked.data() + asked.size(), number);
    if (failed == std::errc() && end == asked.data() + asked.size() && number >= 1 && number <= table.columns)
        return number - 1;
    std::string known;
    for (const auto& name : table.names)
        known += (known.empty() ? "" : ", ") + name;
    throw Error(ErrorKind::Usage, "has no column '" + asked + "' of ratings",
                known.empty() ? "choose a number from 1 to " + std::to_string(table.columns) : "choose one of " + known)
        .inFile(file);
}

/// The first two columns that are no numbers, where they are not named.
void chooseWords(const RatingTable& table, RatingColumns& columns, const std::string& file)
{
    const auto first = named(table, firstNames);
    const auto second = named(table, secondNames);
    std::vector<std::size_t> words;
    for (std::size_t c = 0; c < table.columns; ++c)
        if (!isNumeric(table, c)) words.push_back(c);
    if (first && second)
        columns.first = *first, columns.second = *second;
    else if (words.size() >= 2)
        columns.first = words[0], columns.second = words[1];
    else
        throw Error(ErrorKind::Input, "has no two columns of words",
                    "give a table of two words and a rating a line, by tabs or commas")
            .inFile(file);
}

/// A rating that is not there, rather than the name of a column.
bool isMissing(const std::string& field)
{
    const std::string key = columnKey(field);
    return key.empty() || key == "nan" || key == "na" || key == "n/a" || key == "null" || key == "none" || key == "-" ||
           key == "?" || key.ends_with("inf");
}

/// Takes the header off where the first row holds no number and the others do. A first pair whose rating is missing
/// is no header.
void takeHeader(RatingTable& table, const std::vector<std::string>& commentNames)
{
    const RatingTable::Row first = table.rows.front();
    const bool holdsNumber = std::any_of(first.fields.begin(), first.fields.end(), [&](const auto& field) {
        return ratingFrom(field, table.decimalComma).has_value();
    });
    if (holdsNumber) {
        if (commentNames.size() == first.fields.size()) table.names = commentNames;
        return;
    }
    RatingTable rest = table;
    rest.rows.erase(rest.rows.begin());
    rest.names = first.fields;
    rest.headerGuessed = !named(rest, firstNames) && !named(rest, secondNames) && !named(rest, scoreNames);
    bool missing = false;
    for (std::size_t c = 0; c < first.fields.size(); ++c)
        missing = missing || (isMissing(first.fields[c]) && isNumeric(rest, c));
    if (!(rest.headerGuessed && missing)) table = std::move(rest);
}

} // namespace

std::optional<double> ratingFrom(const std::string& field, bool decimalComma)
{
    std::string text = field;
    if (decimalComma && std::count(text.begin(), text.end(), ',') == 1) text[text.find(',')] = '.';
    double value = 0;
    const char* begin = text.data() + (text.starts_with('+') ? 1 : 0);
    const auto [end, failed] = std::from_chars(begin, text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

RatingTable readRatingTable(const std::string& file)
{
    const std::vector<std::string> lines = readLines(file);
    std::vector<std::string> body;
    std::vector<Index> numbers;
    std::string comment;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view text = trimBlanks(lines[i]);
        if (text.empty()) continue;
        if (text.starts_with('#')) {
            if (body.empty()) comment = text.substr(1);
            continue;
        }
        body.push_back(lines[i]);
        numbers.push_back(static_cast<Index>(i) + 1);
    }
    const auto nothing = [&] {
        return Error(ErrorKind::Input, "holds no rated pair", "give a table of two words and a rating a line")
            .inFile(file);
    };
    if (body.empty()) throw nothing();
    const char delimiter = delimiterOf(body);
    RatingTable table;
    table.decimalComma = delimiter != ',';
    for (std::size_t i = 0; i < body.size(); ++i)
        table.rows.push_back({fieldsOf(body[i], delimiter), numbers[i]});
    takeHeader(table, fieldsOf(comment, delimiter));
    if (table.rows.empty()) throw nothing();
    table.columns = table.rows.front().fields.size();
    if (table.names.size() != table.columns) table.names.clear();
    if (table.columns < 3)
        throw Error(ErrorKind::Input,
                    "has " + std::to_string(table.columns) + " fields where two words and a rating are due",
                    "part them by tabs or commas")
            .inFile(file)
            .atLine(table.rows.front().line);
    return table;
}

RatingColumns chooseColumns(const RatingTable& table, const std::optional<std::string>& asked, const std::string& file)
{
    RatingColumns columns;
    chooseWords(table, columns, file);
    std::vector<std::size_t> scores;
    for (std::size_t c = 0; c < table.columns; ++c)
        if (c > columns.second && isNumeric(table, c)) scores.push_back(c);
    const auto usual = named(table, scoreNames);
    if (asked)
        columns.score = askedColumn(table, *asked, file);
    else if (usual)
        columns.score = *usual;
    else if (!scores.empty()) {
        columns.score = scores.front();
        columns.otherScores.assign(scores.begin() + 1, scores.end());
    } else
        throw Error(ErrorKind::Input, "has no column of ratings behind its words",
                    "name the column, as in FILE#COLUMN, or give a table of two words and a rating a line")
            .inFile(file);
    if (columns.score == columns.first || columns.score == columns.second)
        throw Error(ErrorKind::Usage, "holds words, not ratings, in the column asked for", "choose another column")
            .inFile(file);
    return columns;
}

} // namespace bridgescope
