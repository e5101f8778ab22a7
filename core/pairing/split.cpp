#include "core/pairing/split.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/pairing/group_split.h"
#include "core/pairing/groups.h"
#include "core/pairing/split_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>

namespace bridgescope {
namespace {

std::string percent(double share)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, 100 * share, std::chars_format::general, 6).ptr;
    return std::string(text, end) + " %";
}

std::string itemCount(Index n)
{
    return std::to_string(n) + (n == 1 ? " item" : " items");
}

void requireShare(double share)
{
    if (!(share > 0 && share < 1))
        throw Error(ErrorKind::Usage, "a held-out share of " + percent(share) + " leaves one side empty",
                    "give a share between 0 and 1, as 0.2");
}

/// The fewest items of which two are held out, so that they have a neighbor, and two trained by.
Index leastItems(double share)
{
    const auto heldOut = [share](Index n) { return static_cast<Index>(std::llround(share * static_cast<double>(n))); };
    auto n = std::max<Index>(4, static_cast<Index>(1.5 / share));
    while (heldOut(n) < 2 || heldOut(n) > n - 2)
        ++n;
    return n;
}

[[noreturn]] void failEmptySide(Index n, double share)
{
    throw Error(ErrorKind::Input,
                itemCount(n) + " cannot be split into training and held out at a share of " + percent(share),
                n < 4 && share >= .001 && share <= .999 ? "give at least " + std::to_string(leastItems(share)) +
                                                              " items, or 4 and another share with --test"
                                                        : "choose another share with --test");
}

std::vector<std::int32_t> spread(const std::vector<std::int32_t>& ofGroups, const Groups& groups)
{
    std::vector<std::int32_t> ofItems;
    ofItems.reserve(groups.size());
    for (const auto group : groups)
        ofItems.push_back(ofGroups[static_cast<std::size_t>(group)]);
    return ofItems;
}

/// 1 for every held-out item.
std::vector<std::int32_t> holdOut(Index n, double share, const std::optional<Groups>& groups, Random& random)
{
    const auto target = static_cast<Index>(std::llround(share * static_cast<double>(n)));
    if (target < 1 || target > n - 1) failEmptySide(n, share);
    if (groups) {
        const auto sizes = groupSizes(*groups);
        if (sizes.size() < 2)
            throw Error(ErrorKind::Input, "all " + itemCount(n) + " are in one group",
                        "choose another column with --group");
        return spread(holdOutGroups(sizes, target, random), *groups);
    }
    auto order = ascending(n);
    random.shuffle(order);
    std::vector<std::int32_t> sides(static_cast<std::size_t>(n));
    for (Index i = 0; i < target; ++i)
        sides[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])] = 1;
    return sides;
}

std::vector<std::int32_t> cutFolds(Index n, int folds, const std::optional<Groups>& groups, Random& random)
{
    if (folds < 2)
        throw Error(ErrorKind::Usage, std::to_string(folds) + (folds == 1 ? " fold is" : " folds are") + " too few",
                    "give --folds at least 2");
    if (folds > n)
        throw Error(ErrorKind::Input,
                    std::to_string(folds) + " folds need at least as many items, there are N = " + std::to_string(n),
                    "give --folds at most " + std::to_string(n));
    if (groups) {
        const auto sizes = groupSizes(*groups);
        if (static_cast<std::size_t>(folds) > sizes.size())
            throw Error(ErrorKind::Input,
                        std::to_string(folds) + " folds need at least as many groups, there are " +
                            std::to_string(sizes.size()),
                        "give fewer --folds or group by another column");
        return spread(foldGroups(sizes, folds, random), *groups);
    }
    auto order = ascending(n);
    random.shuffle(order);
    std::vector<std::int32_t> assigned(static_cast<std::size_t>(n));
    Index next = 0;
    for (int fold = 0; fold < folds; ++fold)
        for (Index i = 0; i < n / folds + (fold < n % folds); ++i)
            assigned[static_cast<std::size_t>(order[static_cast<std::size_t>(next++)])] = fold;
    return assigned;
}

/// Items of a group that stands in more than one of the numbered parts.
std::vector<Index> straddling(const Groups& groups, const std::vector<std::int32_t>& parts)
{
    constexpr std::int32_t unseen = -1, several = -2;
    std::vector<std::int32_t> partOf(groupSizes(groups).size(), unseen);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        auto& part = partOf[static_cast<std::size_t>(groups[i])];
        if (part == unseen)
            part = parts[i];
        else if (part != parts[i])
            part = several;
    }
    std::vector<Index> items;
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (partOf[static_cast<std::size_t>(groups[i])] == several) items.push_back(static_cast<Index>(i));
    return items;
}

void checkFileGroups(const PairedSet& pairs, const Groups& groups, const ItemFolds& parts, const SplitOptions& options)
{
    const auto items = straddling(groups, parts.folds);
    if (items.empty()) return;
    throw Error(ErrorKind::Input,
                "the group of \"" + pairs.labels[static_cast<std::size_t>(items[0])] + "\" (by " + *options.group +
                    ") is split",
                "keep a group on one side, or leave out --group")
        .inFile(options.testFile ? *options.testFile : *options.foldsFile);
}

ItemFolds readParts(const PairedSet& pairs, const SplitOptions& options)
{
    const std::string& file = options.testFile ? *options.testFile : *options.foldsFile;
    ItemFolds parts = options.testFile ? readTestFile(pairs, file) : readFoldsFile(pairs, file);
    const auto heldOut = std::count(parts.folds.begin(), parts.folds.end(), 1);
    if (options.testFile && heldOut == pairs.size())
        throw Error(ErrorKind::Input, "names all " + itemCount(pairs.size()) + ", none is left for training",
                    "name fewer items")
            .inFile(file);
    if (options.foldsFile && parts.count < 2)
        throw Error(ErrorKind::Input, "puts all items in one fold, none is left for training", "name at least 2 folds")
            .inFile(file);
    return parts;
}

ItemFolds chooseParts(const PairedSet& pairs, const SplitOptions& options, const std::optional<Groups>& groups)
{
    if (options.testFile || options.foldsFile) {
        ItemFolds parts = readParts(pairs, options);
        if (groups) checkFileGroups(pairs, *groups, parts, options);
        return parts;
    }
    Random random(options.seed, "split");
    if (options.folds != 0) return {cutFolds(pairs.size(), options.folds, groups, random), options.folds};
    requireShare(options.testShare);
    return {holdOut(pairs.size(), options.testShare, groups, random), 2};
}

std::string describe(const SplitOptions& options, std::int32_t count)
{
    std::string text;
    const std::string folds = options.fold > 0 ? "fold " + std::to_string(options.fold) + " of " + std::to_string(count)
                                               : std::to_string(count) + " folds";
    if (options.testFile)
        text = "held out by " + std::filesystem::path(*options.testFile).filename().string();
    else if (options.foldsFile)
        text = folds + " by " + std::filesystem::path(*options.foldsFile).filename().string();
    else if (options.folds != 0)
        text = folds + ", seed " + std::to_string(options.seed);
    else
        text = percent(options.testShare) + " held out, seed " + std::to_string(options.seed);
    return options.group ? text + ", grouped by " + *options.group : text;
}

} // namespace

SplitPlan makeSplit(const PairedSet& pairs, const SplitOptions& options)
{
    if ((options.testFile.has_value() + options.foldsFile.has_value() + (options.folds != 0)) > 1)
        throw Error(ErrorKind::Usage, "a held-out set and folds exclude each other",
                    "give --test or --folds, not both");
    std::optional<Groups> groups;
    if (options.group) groups = groupItems(pairs, *options.group);
    const ItemFolds parts = chooseParts(pairs, options, groups);

    SplitPlan plan;
    plan.folded = options.folds != 0 || options.foldsFile.has_value();
    plan.description = describe(options, parts.count);
    plan.straddlingRows = static_cast<Index>(straddling(leakGroups(pairs), parts.folds).size());
    const std::int32_t first = plan.folded ? 0 : 1;
    for (std::int32_t fold = first; fold < parts.count; ++fold) {
        Split split;
        for (std::size_t i = 0; i < parts.folds.size(); ++i)
            (parts.folds[i] == fold ? split.heldOut : split.training).push_back(static_cast<Index>(i));
        plan.folds.push_back(std::move(split));
    }
    if (options.fold == 0) return plan;
    if (!plan.folded || options.fold < 0 || options.fold > parts.count)
        throw Error(ErrorKind::Usage, "there is no fold " + std::to_string(options.fold),
                    "choose one of the folds there are");
    plan.folds = {std::move(plan.folds[static_cast<std::size_t>(options.fold - 1)])};
    plan.folded = false;
    return plan;
}

} // namespace bridgescope
