#include "core/dataset/side_files.h"

#include "core/base/error.h"
#include "core/dataset/text_layout.h"
#include "core/dataset/text_source.h"

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <unordered_set>

namespace bridgescope {
namespace {

const char* const labelNames[] = {"label", "labels", "word", "token", "name", "Label", "Word", "Name"};

/// Bytes of the well-formed UTF-8 character at the start, 0 where there is none (RFC 3629).
std::size_t utf8Length(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const int first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        if (!follows(1) || !follows(2)) return 0;
        const bool overlong = first == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = first == 0xED && byte(1) >= 0xA0;
        return overlong || surrogate ? 0 : 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (!follows(1) || !follows(2) || !follows(3)) return 0;
        const bool outside = (first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) >= 0x90);
        return outside ? 0 : 4;
    }
    return 0;
}

/// A table with a header: names, then rows of fields.
struct Table {
    std::vector<std::string> names;
    std::vector<std::vector<std::string>> rows;
};

Table readTable(const std::string& file)
{
    const std::vector<std::string> lines = readLines(file);
    if (lines.size() < 2)
        throw Error(ErrorKind::Input, "is no table: a header line and one line an item are needed",
                    "choose the metadata file")
            .inFile(file);
    const auto count = [&](char c) { return std::count(lines[0].begin(), lines[0].end(), c); };
    const char delimiter = count('\t') > 0 ? '\t' : count(';') > count(',') ? ';' : ',';
    Table table;
    splitFields(lines[0], delimiter, table.names);
    for (auto& name : table.names)
        name = std::string(trimBlanks(name));
    for (std::size_t i = 1; i < lines.size(); ++i) {
        std::vector<std::string> fields;
        splitFields(lines[i], delimiter, fields);
        if (fields.size() > table.names.size())
            throw Error(ErrorKind::Input,
                        std::to_string(fields.size()) + " fields under a header of " +
                            std::to_string(table.names.size()),
                        "mend the line")
                .inFile(file)
                .atLine(static_cast<std::int64_t>(i) + 1);
        fields.resize(table.names.size());
        table.rows.push_back(std::move(fields));
    }
    return table;
}

std::optional<std::size_t> labelColumn(const Table& table)
{
    for (const char* usual : labelNames)
        for (std::size_t c = 0; c < table.names.size(); ++c)
            if (table.names[c] == usual) return c;
    return std::nullopt;
}

/// The column with the most of the set's labels, and the table's row of each label (the first where they repeat).
std::unordered_map<std::string_view, std::size_t> joinRows(const EmbeddingSet& set, const Table& table,
                                                           std::size_t& bestColumn)
{
    const std::unordered_set<std::string_view> labels(set.labels.begin(), set.labels.end());
    std::size_t best = 0;
    for (std::size_t c = 0; c < table.names.size(); ++c) {
        const auto matches =
            static_cast<std::size_t>(std::count_if(table.rows.begin(), table.rows.end(), [&](const auto& row) {
                return labels.contains(trimBlanks(row[c]));
            }));
        if (matches <= best) continue;
        best = matches;
        bestColumn = c;
    }
    std::unordered_map<std::string_view, std::size_t> rows;
    if (best > 0)
        for (std::size_t r = 0; r < table.rows.size(); ++r)
            rows.emplace(trimBlanks(table.rows[r][bestColumn]), r);
    return rows;
}

void setLabels(EmbeddingSet& set, std::vector<std::string> labels)
{
    const Index repaired = repairUtf8(labels);
    if (repaired > 0)
        set.warnings.push_back(std::to_string(repaired) + " labels are not UTF-8; what cannot be read became \uFFFD");
    set.labels = std::move(labels);
}

struct Condition {
    std::string column, value;
    bool equal = true;
};

Condition parseCondition(const std::string& text)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || (equals == 1 && text[0] == '!'))
        throw Error(ErrorKind::Usage, "--where '" + text + "' is no condition", "write COLUMN=VALUE or COLUMN!=VALUE");
    const bool unequal = text[equals - 1] == '!';
    return {text.substr(0, equals - unequal), text.substr(equals + 1), !unequal};
}

const std::vector<std::string>& columnOf(const EmbeddingSet& set, const std::string& name)
{
    if (const MetadataColumn* column = set.metadata.find(name)) return column->values;
    if (name == "label" && !set.labels.empty()) return set.labels;
    std::string there;
    for (const auto& column : set.metadata.columns)
        there += (there.empty() ? "" : ", ") + column.name;
    throw Error(ErrorKind::Input, "there is no column '" + name + "'",
                there.empty() ? "give the columns with --metadata FILE" : "columns there are: " + there)
        .inFile(set.file);
}

} // namespace

std::vector<std::string> readLines(const std::string& file)
{
    const TextSource source = openText(MappedFile::open(file));
    std::string_view text = source.text();
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::vector<std::string> lines;
    std::size_t position = 0;
    while (position < text.size())
        lines.emplace_back(nextLine(text, position));
    return lines;
}

std::optional<std::string> findSidecar(const std::string& file, Index n)
{
    const std::filesystem::path path(file);
    std::filesystem::path stem = path;
    stem.replace_extension();
    std::error_code ignored;
    const std::string labels = stem.string() + ".labels.txt";
    if (std::filesystem::is_regular_file(labels, ignored)) return labels;
    const std::string plain = stem.string() + ".txt";
    if (path.extension() == ".txt" || !std::filesystem::is_regular_file(plain, ignored) ||
        std::filesystem::file_size(plain, ignored) == 0)
        return std::nullopt;
    const auto lines = readLines(plain);
    if (static_cast<Index>(lines.size()) != n) return std::nullopt;
    // A matrix of numbers beside is another set, not labels.
    std::vector<std::string> fields;
    splitFields(lines[0], ' ', fields);
    float ignoredNumber = 0;
    const auto numbers = std::count_if(fields.begin(), fields.end(),
                                       [&](const auto& f) { return parseNumber(f, false, ignoredNumber); });
    if (numbers > 2) return std::nullopt;
    return plain;
}

void attachLabels(EmbeddingSet& set, const std::string& file)
{
    std::vector<std::string> labels = readLines(file);
    const auto n = static_cast<std::size_t>(set.size());
    if (labels.size() == n + 1 && labels[0].find('\t') != std::string::npos) {
        const Table table = readTable(file);
        const std::size_t column = labelColumn(table).value_or(0);
        labels.clear();
        for (const auto& row : table.rows)
            labels.push_back(row[column]);
    }
    if (labels.size() != n)
        throw Error(ErrorKind::Input,
                    std::to_string(labels.size()) + " labels for " + std::to_string(n) + " vectors of " + set.file,
                    "choose the labels of this set with --labels")
            .inFile(file);
    for (auto& label : labels)
        label = std::string(trimBlanks(label));
    setLabels(set, std::move(labels));
}

void attachMetadata(EmbeddingSet& set, const std::string& file)
{
    const Table table = readTable(file);
    std::size_t joinColumn = 0;
    const auto byLabel = joinRows(set, table, joinColumn);
    const auto n = static_cast<std::size_t>(set.size());
    if (byLabel.empty() && table.rows.size() != n)
        throw Error(ErrorKind::Input,
                    "no label matches those of " + set.file + ", and it has " + std::to_string(table.rows.size()) +
                        " rows for " + std::to_string(n) + " items",
                    "give a table of this set's labels, or one row an item")
            .inFile(file);
    std::vector<const std::vector<std::string>*> rows(n, nullptr);
    std::size_t missing = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (byLabel.empty())
            rows[i] = &table.rows[i];
        else if (const auto found = byLabel.find(set.labels[i]); found != byLabel.end())
            rows[i] = &table.rows[found->second];
        else
            ++missing;
    }
    if (missing > 0)
        set.warnings.push_back(std::to_string(missing) + " items are not in " + file + "; their columns are empty");
    for (std::size_t c = 0; c < table.names.size(); ++c) {
        MetadataColumn column{table.names[c], std::vector<std::string>(n)};
        for (std::size_t i = 0; i < n; ++i)
            if (rows[i]) column.values[i] = (*rows[i])[c];
        std::erase_if(set.metadata.columns, [&](const auto& old) { return old.name == column.name; });
        set.metadata.columns.push_back(std::move(column));
    }
    const auto names = labelColumn(table);
    if (set.labels.empty() && names) {
        std::vector<std::string> labels;
        for (const auto& row : table.rows)
            labels.emplace_back(trimBlanks(row[*names]));
        setLabels(set, std::move(labels));
    }
}

EmbeddingSet filterItems(const EmbeddingSet& set, const ReadOptions& options)
{
    std::vector<bool> keep(static_cast<std::size_t>(set.size()), true);
    if (options.itemsFile) {
        if (set.labels.empty())
            throw Error(ErrorKind::Input, "has no labels to choose items by", "give them with --labels")
                .inFile(set.file);
        std::unordered_set<std::string> wanted;
        for (const auto& line : readLines(*options.itemsFile))
            wanted.emplace(trimBlanks(line));
        for (std::size_t i = 0; i < keep.size(); ++i)
            keep[i] = wanted.contains(set.labels[i]);
    }
    for (const auto& text : options.where) {
        const Condition condition = parseCondition(text);
        const auto& values = columnOf(set, condition.column);
        for (std::size_t i = 0; i < keep.size(); ++i)
            keep[i] = keep[i] && (values[i] == condition.value) == condition.equal;
    }
    std::vector<Index> rows;
    for (std::size_t i = 0; i < keep.size(); ++i)
        if (keep[i]) rows.push_back(static_cast<Index>(i));
    if (rows.empty())
        throw Error(ErrorKind::Input, "no item is left by --items and --where", "loosen the conditions")
            .inFile(set.file);
    return selectRows(set, rows);
}

Index repairUtf8(std::vector<std::string>& labels)
{
    Index repaired = 0;
    for (auto& label : labels) {
        std::string_view rest = label;
        std::string mended;
        bool bad = false;
        while (!rest.empty()) {
            const std::size_t length = utf8Length(rest);
            if (length == 0) {
                mended += "\uFFFD";
                bad = true;
                rest.remove_prefix(1);
            } else {
                mended += rest.substr(0, length);
                rest.remove_prefix(length);
            }
        }
        if (!bad) continue;
        label = std::move(mended);
        ++repaired;
    }
    return repaired;
}

} // namespace bridgescope
