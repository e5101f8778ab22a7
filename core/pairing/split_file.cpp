#include "core/pairing/split_file.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/pairing/labels.h"
#include "core/pairing/text_lines.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <unordered_map>

namespace bridgescope {
namespace {

/// Items by what a split file may call them.
class ItemNames {
public:
    explicit ItemNames(const PairedSet& pairs) : m_byLabel(pairs.labels, false)
    {
        for (std::size_t i = 0; i < pairs.rowsX.size(); ++i)
            m_byRow[pairs.rowsX[i].value].push_back(static_cast<std::int32_t>(i));
    }

    /// @throws Error(Input) naming file and line where there is no such item.
    std::span<const std::int32_t> find(std::string_view name, const std::string& file, std::int64_t line) const
    {
        if (const auto row = rowFromText(name); row >= 0) {
            if (const auto found = m_byRow.find(row); found != m_byRow.end()) return found->second;
        } else if (const auto items = m_byLabel.find(name); !items.empty()) {
            return items;
        }
        throw Error(ErrorKind::Input, "no paired item is called \"" + std::string(name) + "\"",
                    "name paired items by label, or rows of X as #7")
            .inFile(file)
            .atLine(line);
    }

    /// The label where it names this item alone and reads back as one line, else "#row".
    std::string nameOf(const PairedSet& pairs, Index item) const
    {
        const std::string& label = pairs.labels[static_cast<std::size_t>(item)];
        const bool plain = label.find_first_of("\r\n") == std::string::npos && rowFromText(label) < 0 &&
                           !label.starts_with("\xEF\xBB\xBF");
        if (plain && m_byLabel.find(label).size() == 1) return label;
        return "#" + std::to_string(pairs.rowsX[static_cast<std::size_t>(item)].value + 1);
    }

private:
    LabelIndex m_byLabel;
    std::unordered_map<std::int32_t, std::vector<std::int32_t>> m_byRow;
};

/// Numbers fold names: in numeric order where all are whole numbers, else in order of first appearance.
std::vector<std::int32_t> orderFolds(const std::vector<std::string_view>& names)
{
    std::vector<std::int64_t> values(names.size());
    bool numeric = true;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const char* last = names[i].data() + names[i].size();
        const auto [end, error] = std::from_chars(names[i].data(), last, values[i]);
        numeric = numeric && error == std::errc() && end == last;
    }
    std::vector<std::int32_t> order(names.size()), numbers(names.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<std::int32_t>(i);
    if (numeric)
        std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
            return values[static_cast<std::size_t>(a)] < values[static_cast<std::size_t>(b)];
        });
    for (std::size_t i = 0; i < order.size(); ++i)
        numbers[static_cast<std::size_t>(order[i])] = static_cast<std::int32_t>(i);
    return numbers;
}

void requireAll(const PairedSet& pairs, const std::vector<std::int32_t>& folds, const std::string& file)
{
    const auto missing = std::count(folds.begin(), folds.end(), -1);
    if (missing == 0) return;
    const auto first = static_cast<std::size_t>(std::find(folds.begin(), folds.end(), -1) - folds.begin());
    throw Error(ErrorKind::Input,
                std::to_string(missing) + " of " + std::to_string(folds.size()) +
                    " paired items have no fold, first \"" + pairs.labels[first] + "\" (#" +
                    std::to_string(pairs.rowsX[first].value + 1) + ")",
                "give every item a fold, or leave such items out with --items")
        .inFile(file);
}

} // namespace

ItemFolds readTestFile(const PairedSet& pairs, const std::string& file)
{
    const ItemNames names(pairs);
    const TextLines lines(file);
    ItemFolds result{std::vector<std::int32_t>(static_cast<std::size_t>(pairs.size())), 2};
    for (const auto& line : lines.lines())
        for (const auto item : names.find(line.text, file, line.number))
            result.folds[static_cast<std::size_t>(item)] = 1;
    return result;
}

ItemFolds readFoldsFile(const PairedSet& pairs, const std::string& file)
{
    const ItemNames names(pairs);
    const TextLines lines(file);
    std::vector<std::string_view> foldNames;
    std::unordered_map<std::string_view, std::int32_t> numbers;
    ItemFolds result{std::vector<std::int32_t>(static_cast<std::size_t>(pairs.size()), -1), 0};
    for (const auto& line : lines.lines()) {
        const auto gap = line.text.find_last_of(" \t");
        if (gap == std::string_view::npos)
            throw Error(ErrorKind::Input, "names no fold", "write an item, a tab and its fold")
                .inFile(file)
                .atLine(line.number);
        const auto foldName = line.text.substr(gap + 1);
        const auto [place, isNew] = numbers.try_emplace(foldName, static_cast<std::int32_t>(foldNames.size()));
        if (isNew) foldNames.push_back(foldName);
        const auto name = trimmed(line.text.substr(0, gap));
        for (const auto item : names.find(name, file, line.number)) {
            auto& fold = result.folds[static_cast<std::size_t>(item)];
            if (fold >= 0 && fold != place->second)
                throw Error(ErrorKind::Input,
                            "\"" + std::string(name) + "\" is in fold " + std::string(foldName) + " and in fold " +
                                std::string(foldNames[static_cast<std::size_t>(fold)]),
                            "give every item one fold")
                    .inFile(file)
                    .atLine(line.number);
            fold = place->second;
        }
    }
    requireAll(pairs, result.folds, file);
    const auto order = orderFolds(foldNames);
    for (auto& fold : result.folds)
        fold = order[static_cast<std::size_t>(fold)];
    result.count = static_cast<std::int32_t>(foldNames.size());
    return result;
}

void saveSplit(const PairedSet& pairs, const SplitPlan& plan, const std::string& file)
{
    const ItemNames names(pairs);
    std::vector<std::int32_t> folds(static_cast<std::size_t>(pairs.size()), -1);
    for (std::size_t fold = 0; fold < plan.folds.size(); ++fold)
        for (const Index item : plan.folds[fold].heldOut)
            folds[static_cast<std::size_t>(item)] = static_cast<std::int32_t>(fold);
    AtomicFile output(file);
    for (Index item = 0; item < pairs.size(); ++item) {
        const auto fold = folds[static_cast<std::size_t>(item)];
        if (fold < 0) continue;
        output.write(names.nameOf(pairs, item));
        output.write(plan.folded ? "\t" + std::to_string(fold + 1) + "\n" : "\n");
    }
    output.commit();
}

} // namespace bridgescope
