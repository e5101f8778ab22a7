#include "core/dataset/metadata_table.h"

#include "core/base/error.h"
#include "core/dataset/counted.h"
#include "core/dataset/label_file.h"
#include "core/dataset/mapped_file.h"
#include "core/dataset/text/columns.h"
#include "core/dataset/text/fields.h"
#include "core/dataset/text/source.h"
#include "core/dataset/utf8.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <unordered_set>

namespace bridgescope {
namespace {

constexpr std::size_t noRow = std::numeric_limits<std::size_t>::max();

char delimiterOf(std::string_view header)
{
    const auto count = [&](char c) { return std::count(header.begin(), header.end(), c); };
    return count('\t') > 0 ? '\t' : count(';') > count(',') ? ';' : ',';
}

/// Passes the line that our own CSV begin with: "# ... K = 10, cosine, ...".
void skipConvention(std::string_view text, std::size_t& position, Index& line)
{
    std::size_t end = position;
    const std::string_view first = nextLine(text, end);
    if (!first.starts_with("# ") || first.find("K = ") == std::string_view::npos) return;
    position = end;
    ++line;
}

/// Which of the table's columns holds the set's labels, and how.
struct Join {
    std::vector<std::size_t> rows; ///< of the table, one an item; noRow: the table does not know the item
    Index missing = 0;
    Index repeated = 0; ///< rows of the table whose label an earlier row has
};

std::size_t matchesIn(const MetadataTable& table, std::size_t column,
                      const std::unordered_set<std::string_view>& labels)
{
    return static_cast<std::size_t>(std::count_if(table.rows.begin(), table.rows.end(),
                                                  [&](const auto& row) { return labels.contains(row[column]); }));
}

bool agreesRowByRow(const EmbeddingSet& set, const MetadataTable& table, std::size_t column)
{
    if (table.rows.size() != set.labels.size()) return false;
    for (std::size_t i = 0; i < set.labels.size(); ++i)
        if (table.rows[i][column] != set.labels[i]) return false;
    return true;
}

Join rowByRow(std::size_t n)
{
    Join join;
    for (std::size_t i = 0; i < n; ++i)
        join.rows.push_back(i);
    return join;
}

Join byLabel(const EmbeddingSet& set, const MetadataTable& table, std::size_t column)
{
    Join join;
    std::unordered_map<std::string_view, std::size_t> rows;
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        join.repeated += !rows.emplace(table.rows[r][column], r).second;
    for (const auto& label : set.labels) {
        const auto found = rows.find(label);
        join.rows.push_back(found == rows.end() ? noRow : found->second);
        join.missing += found == rows.end();
    }
    return join;
}

Join joinTable(const EmbeddingSet& set, const MetadataTable& table, const std::string& file)
{
    const std::unordered_set<std::string_view> labels(set.labels.begin(), set.labels.end());
    std::size_t most = 0, column = 0;
    for (std::size_t c = 0; c < table.names.size(); ++c) {
        const std::size_t matches = matchesIn(table, c, labels);
        if (matches > most) most = matches, column = c;
    }
    const auto n = static_cast<std::size_t>(set.size());
    if (most > 0) return agreesRowByRow(set, table, column) ? rowByRow(n) : byLabel(set, table, column);
    if (table.rows.size() == n) return rowByRow(n);
    throw Error(ErrorKind::Input,
                (set.labels.empty() ? "the set has no labels to join by" : "no label matches those of the set") +
                    std::string(", and the table has ") + std::to_string(table.rows.size()) +
                    " rows below its header line for " + std::to_string(n) + " items",
                "give a table of this set's labels, or one row an item below a header line")
        .inFile(file);
}

/// A file of one column without a header line holds one label an item, as the Embedding Projector wants it.
bool takeLabelList(EmbeddingSet& set, const std::string& file)
{
    if (!set.labels.empty()) return false;
    const auto lines = readLines(file);
    if (static_cast<Index>(lines.size()) != set.size()) return false;
    if (std::any_of(lines.begin(), lines.end(), [](const auto& line) { return line.find('\t') != std::string::npos; }))
        return false;
    set.labels = readLabels(file, set.size(), set.file, set.warnings);
    return true;
}

} // namespace

MetadataTable readMetadataTable(const std::string& file)
{
    TextSource source(MappedFile::open(file));
    std::string_view text = source.ahead(std::numeric_limits<std::size_t>::max());
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.find('\0') != std::string_view::npos || text.starts_with("\xFF\xFE"))
        throw Error(ErrorKind::Input, "is no UTF-8 table of text",
                    "give a table with a header line, tabs or commas between fields")
            .inFile(file);
    MetadataTable table;
    std::size_t position = 0;
    Index line = 1;
    skipConvention(text, position, line);
    std::size_t headerEnd = position;
    const char delimiter = delimiterOf(nextLine(text, headerEnd));
    FieldSplitter splitter(delimiter);
    while (position < text.size()) {
        const Record record = nextRecord(text, position, delimiter);
        const Index number = line;
        line += record.lines;
        std::vector<std::string> row;
        for (const std::string_view field : splitter.split(record.text))
            row.emplace_back(trimBlanks(field));
        table.repaired += repairUtf8(row);
        if (table.names.empty()) {
            table.names = std::move(row);
            continue;
        }
        if (row.size() > table.names.size())
            throw Error(ErrorKind::Input,
                        std::to_string(row.size()) + " fields under a header line of " +
                            std::to_string(table.names.size()),
                        table.names.size() > 1 ? "mend the line" : "mend the line, or line 1, which is taken as the header")
                .inFile(file)
                .atLine(number);
        row.resize(table.names.size());
        table.rows.push_back(std::move(row));
    }
    const auto isEmpty = [](const auto& row) {
        return std::all_of(row.begin(), row.end(), [](const auto& field) { return field.empty(); });
    };
    while (!table.rows.empty() && isEmpty(table.rows.back()))
        table.rows.pop_back();
    if (table.rows.empty())
        throw Error(ErrorKind::Input, "has a header line and no rows", "give a table of one row an item").inFile(file);
    return table;
}

void attachMetadata(EmbeddingSet& set, const std::string& file)
{
    if (takeLabelList(set, file)) return;
    const MetadataTable table = readMetadataTable(file);
    const Join join = joinTable(set, table, file);
    if (join.missing > 0)
        set.warnings.push_back(counted(join.missing, "item") + " not in " + file + ", with empty columns");
    if (join.repeated > 0)
        set.warnings.push_back(counted(join.repeated, "row") + " of " + file +
                               " with a label of an earlier row ignored");
    if (table.repaired > 0) set.warnings.push_back(counted(table.repaired, "field") + " of " + file + " not UTF-8");
    for (std::size_t c = 0; c < table.names.size(); ++c) {
        MetadataColumn column{table.names[c].empty() ? "column " + std::to_string(c + 1) : table.names[c], {}};
        for (const std::size_t row : join.rows)
            column.values.push_back(row == noRow ? std::string() : table.rows[row][c]);
        std::erase_if(set.metadata.columns, [&](const auto& old) { return old.name == column.name; });
        set.metadata.columns.push_back(std::move(column));
    }
    const int labels = labelColumnByName(table.names);
    if (!set.labels.empty() || labels < 0) return;
    for (const auto& row : table.rows)
        set.labels.push_back(row[static_cast<std::size_t>(labels)]);
    mendLabels(set.labels, set.warnings);
}

} // namespace bridgescope
