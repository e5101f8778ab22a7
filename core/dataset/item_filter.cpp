#include "core/dataset/item_filter.h"

#include "core/base/error.h"
#include "core/dataset/counted.h"
#include "core/dataset/label_file.h"
#include "core/dataset/text/fields.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace bridgescope {
namespace {

/// The first few, and how many more.
std::string listed(const std::vector<std::string>& texts)
{
    constexpr std::size_t shown = 8;
    std::string list;
    for (std::size_t i = 0; i < std::min(texts.size(), shown); ++i)
        list += (i ? ", " : "") + texts[i];
    if (texts.size() > shown) list += " and " + std::to_string(texts.size() - shown) + " more";
    return list;
}

struct Condition {
    std::string column, value;
    bool equal = true;
};

Condition parseCondition(const std::string& text)
{
    const std::size_t equals = text.find('=');
    const bool unequal = equals != std::string::npos && equals > 0 && text[equals - 1] == '!';
    Condition condition{"", "", !unequal};
    if (equals != std::string::npos) {
        condition.column = std::string(trimBlanks(std::string_view(text).substr(0, equals - unequal)));
        condition.value = std::string(trimBlanks(std::string_view(text).substr(equals + 1)));
    }
    if (condition.column.empty())
        throw Error(ErrorKind::Usage, "--where '" + text + "' is no condition", "write COLUMN=VALUE or COLUMN!=VALUE");
    return condition;
}

const std::vector<std::string>& valuesOf(const EmbeddingSet& set, const std::string& name)
{
    if (const MetadataColumn* column = set.metadata.find(name)) return column->values;
    if (name == "label" && !set.labels.empty()) return set.labels;
    std::vector<std::string> names;
    for (const auto& column : set.metadata.columns)
        names.push_back(column.name);
    throw Error(ErrorKind::Input, "has no column '" + name + "'",
                names.empty() ? "give a table of columns with --metadata" : "its columns are " + listed(names))
        .inFile(set.file);
}

void keepListed(EmbeddingSet& set, const std::string& itemsFile, std::vector<bool>& keep)
{
    if (set.labels.empty())
        throw Error(ErrorKind::Input, "has no labels to choose items by", "give them with --labels").inFile(set.file);
    std::unordered_set<std::string> wanted;
    for (const auto& line : readLines(itemsFile))
        if (!trimBlanks(line).empty()) wanted.emplace(trimBlanks(line));
    const std::unordered_set<std::string_view> there(set.labels.begin(), set.labels.end());
    const auto unknown =
        std::count_if(wanted.begin(), wanted.end(), [&](const auto& label) { return !there.contains(label); });
    if (unknown > 0) set.warnings.push_back(counted(unknown, "label") + " of " + itemsFile + " not in the set");
    for (std::size_t i = 0; i < keep.size(); ++i)
        keep[i] = wanted.contains(set.labels[i]);
}

void keepMeeting(const EmbeddingSet& set, const Condition& condition, std::vector<bool>& keep)
{
    const auto& values = valuesOf(set, condition.column);
    if (condition.equal && std::find(values.begin(), values.end(), condition.value) == values.end()) {
        const std::set<std::string> distinct(values.begin(), values.end());
        throw Error(ErrorKind::Input, "no item has " + condition.column + "=" + condition.value,
                    "its values are " + listed({distinct.begin(), distinct.end()}))
            .inFile(set.file);
    }
    for (std::size_t i = 0; i < keep.size(); ++i)
        keep[i] = keep[i] && (values[i] == condition.value) == condition.equal;
}

} // namespace

EmbeddingSet filterItems(EmbeddingSet set, const ReadOptions& options)
{
    std::vector<bool> keep(static_cast<std::size_t>(set.size()), true);
    if (options.itemsFile) keepListed(set, *options.itemsFile, keep);
    for (const auto& text : options.where)
        keepMeeting(set, parseCondition(text), keep);
    std::vector<Index> rows;
    for (std::size_t i = 0; i < keep.size(); ++i)
        if (keep[i]) rows.push_back(static_cast<Index>(i));
    if (rows.empty())
        throw Error(ErrorKind::Input, "no item meets all conditions", "loosen --items or --where").inFile(set.file);
    if (rows.size() == keep.size()) return set;
    return selectRows(set, rows);
}

} // namespace bridgescope
