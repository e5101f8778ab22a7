#include "core/experiment/printed_table.h"
#include "core/experiment/sentence_parts.h"
#include "core/experiment/table_text.h"
#include "core/training/fit_caveat.h"
#include "core/training/option_fields.h"

#include <algorithm>
#include <set>

namespace bridgescope {
namespace {

std::string splitInShort(const GridSpec& spec)
{
    const SplitOptions& split = spec.split;
    const std::string seeds = std::string(spec.seeds.size() > 1 ? ", seeds " : ", seed ") +
                              listed(spec.seeds, [](std::uint64_t s) { return std::to_string(s); });
    std::string text = split.foldsFile   ? "given folds"
                       : split.folds > 0 ? std::to_string(split.folds) + " folds" + seeds
                       : split.testFile  ? "given held-out items"
                                         : percent(split.testShare) + " held out" + seeds;
    return split.group ? text + ", grouped by " + *split.group : text;
}

/// Where a table has several K or self rules, which one a row is of.
std::string conditionOf(const GridSpec& spec, const GridRow& row)
{
    std::string text;
    if (spec.ks.size() > 1) text = "K = " + std::to_string(row.k);
    if (spec.selves.size() > 1) text += (text.empty() ? "self " : ", self ") + std::string(selfRuleId(row.self));
    return text;
}

/// One row a data set, in their order: features of one mostly have the same items.
std::vector<const GridRow*> dataSets(const std::vector<const GridRow*>& known, const auto& take)
{
    std::vector<const GridRow*> rows;
    for (const GridRow* row : known)
        if (row && row->failed.empty() && take(*row) && std::none_of(rows.begin(), rows.end(), [&](const GridRow* r) {
                return r->data == row->data && r->held == row->held;
            }))
            rows.push_back(row);
    return rows;
}

std::string chancesOf(const std::vector<const GridRow*>& rows, double GridRow::*chance)
{
    return listed(rows, [&](const GridRow* row) { return printedNumber(row->*chance, 3); });
}

/// Held-out items and chance of every data set.
std::string sizesInShort(const GridSpec& spec, const std::vector<const GridRow*>& known)
{
    const auto rows = dataSets(known, [](const GridRow&) { return true; });
    if (rows.empty()) return {};
    std::string text = rows.front()->folds.size() > 1 ? "; N per fold " : "; held-out N = ";
    text += listed(rows, [](const GridRow* row) { return foldSizes(*row); }) + ", chance ";
    std::vector<std::string> conditions;
    for (const GridRow* row : known)
        if (row && row->failed.empty() &&
            std::find(conditions.begin(), conditions.end(), conditionOf(spec, *row)) == conditions.end())
            conditions.push_back(conditionOf(spec, *row));
    for (const std::string& condition : conditions) {
        const auto of = dataSets(known, [&](const GridRow& row) { return conditionOf(spec, row) == condition; });
        text += (condition == conditions.front() ? "" : "; ") + chancesOf(of, &GridRow::chance) +
                (condition.empty() ? "" : " (" + condition + ")");
    }
    return text;
}

std::string includedChances(const GridSpec& spec, const std::vector<const GridRow*>& known)
{
    const auto rows = dataSets(known, [](const GridRow&) { return true; });
    return rows.empty() || spec.ks.size() > 1 ? "" : ", chance " + chancesOf(rows, &GridRow::chanceIncluded);
}

/// What the optional columns hold.
std::string columnsInShort(const GridSpec& spec, const std::vector<const GridRow*>& known)
{
    std::string text;
    const auto say = [&](const char* end, const std::string& what) {
        if (hasColumn(spec, end)) text += " " + what;
    };
    say("x_y", "X,Y: overlap of the two spaces themselves.");
    if (hasColumn(spec, "difference") || hasColumn(spec, "difference_interval")) text += " D: X,f(X) − Y,f(X).";
    say("effect", "Effect size: matched-pairs rank-biserial correlation of D per item.");
    say("gain", "G: Y,f(X) − X,Y.");
    say("_cal", "cal.: calibrated against " + grouped(spec.permutations) +
                    " permutations of the correspondence, (observed − τ)/(1 − τ) (Gröger, Wen & Brbić 2026).");
    say("_change", "Δ: change against " + spec.table.base + " over the same held-out items.");
    if (hasColumn(spec, "_interval") || hasColumn(spec, "_change"))
        text += " Brackets: 95 % intervals, network-robust.";
    if (hasColumn(spec, "_included"))
        text += " Self incl.: each item counted as its own first neighbor" + includedChances(spec, known) + ".";
    say("chance", "Chance: expected overlap of unrelated lists.");
    say("p_at_1", "P@1: share of held-out items whose own target is the nearest to f(x), by cosine.");
    return text;
}

} // namespace

bool hasColumn(const GridSpec& spec, std::string_view name)
{
    return std::any_of(spec.table.columns.begin(), spec.table.columns.end(),
                       [&](const std::string& id) { return name.starts_with("_") ? id.ends_with(name) : id == name; });
}

std::string foldSizes(const GridRow& row)
{
    if (row.folds.empty()) return grouped(row.held);
    const auto [least, most] = std::minmax_element(row.folds.begin(), row.folds.end(),
                                                   [](const auto& a, const auto& b) { return a.held < b.held; });
    return least->held == most->held ? grouped(least->held) : grouped(least->held) + "–" + grouped(most->held);
}

Index baseTestsOf(const std::vector<const GridRow*>& known)
{
    const auto with = std::count_if(known.begin(), known.end(), [](const GridRow* r) { return r && r->base; });
    return 3 * static_cast<Index>(with); // X,f(X), Y,f(X) and D
}

std::string percent(double share)
{
    return numberText(share * 100) + " %";
}

std::string caveatOf(const GridSpec& spec)
{
    for (const GridMap& map : spec.maps)
        if (const std::string caveat = fitCaveat(map.training); !caveat.empty()) return caveat;
    return {};
}

std::string tableCaption(const GridSpec& spec, const std::vector<const GridRow*>& known, Index tests)
{
    const auto metric = [](Metric m) { return std::string(metricId(m)); };
    const auto self = [](SelfRule s) { return std::string(selfRuleId(s)); };
    std::string text = "mNNO at K = " + listed(spec.ks, [](Index k) { return std::to_string(k); }) + ", " +
                       listed(spec.metrics, metric) + ", self " + listed(spec.selves, self) + "; " + splitInShort(spec);
    const bool folds = spec.split.folds > 0 || spec.split.foldsFile;
    if (folds) text += "; mean over folds ± standard deviation";
    text += sizesInShort(spec, known);
    text += ". * the larger of X,f(X) and Y,f(X) where they differ, p < .05 after Holm over " + grouped(tests) +
            (tests == 1 ? " test" : " tests");
    if (const Index baseTests = baseTestsOf(known); !spec.table.base.empty())
        text += "; † differs from " + spec.table.base + ", p < .05 after Holm over " +
                (baseTests == 0 ? "all tests against it" : grouped(baseTests) + " tests");
    text += "." + columnsInShort(spec, known);
    std::set<std::string> reasons;
    for (const GridRow* row : known)
        if (row && !row->failed.empty() && reasons.insert(row->data + row->failed).second)
            text += " Failed, " + row->data + ": " + row->failed + ".";
    if (const std::string caveat = caveatOf(spec); hasColumn(spec, "p_at_1") && !caveat.empty()) text += " " + caveat;
    if (spec.table.paper)
        text +=
            " Grey: as printed by Collell & Moens (2018) at K = 10 by cosine, whose training data, splits and vectors "
            "differ.";
    return text;
}

} // namespace bridgescope
