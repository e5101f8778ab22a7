#include "core/experiment/base_comparison.h"

#include "core/base/error.h"
#include "core/overlap/paired_tests.h"

#include <algorithm>
#include <stdexcept>

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;
using Folds = std::vector<std::shared_ptr<const MeasuredFold>>;

bool sameConditions(const GridRow& a, const GridRow& b)
{
    return a.dataIndex == b.dataIndex && a.direction == b.direction && a.seed == b.seed && a.k == b.k &&
           a.metric == b.metric && a.self == b.self;
}

NeighborTable tableFrom(const Json& lists, Index items, Index k)
{
    NeighborTable table(items, k);
    if (static_cast<Index>(lists.size()) != items) throw std::out_of_range("items");
    std::vector<double> values(static_cast<std::size_t>(k), 0); // which they are tells nothing here
    for (Index i = 0; i < items; ++i) {
        const auto list = lists.at(static_cast<std::size_t>(i)).get<std::vector<std::int32_t>>();
        const bool sound = static_cast<Index>(list.size()) <= k &&
                           std::all_of(list.begin(), list.end(), [&](std::int32_t j) { return j >= 0 && j < items; });
        if (!sound) throw std::out_of_range("list");
        table.assign(i, list, std::span(values).first(list.size()));
    }
    return table;
}

/// Lists of f(X), one table a fold.
std::vector<NeighborTable> keptLists(const Json& content, const Folds& spaces, const GridCell& cell)
{
    std::vector<NeighborTable> tables;
    try {
        const Json& folds = content.at("lists_fx");
        for (std::size_t f = 0; f < spaces.size(); ++f)
            tables.push_back(tableFrom(folds.at(f), static_cast<Index>(spaces[f]->items.size()), cell.k));
    } catch (const std::exception&) {
        throw Error(ErrorKind::Input, "the cell " + cell.name + " is damaged",
                    "remove cells/" + cell.id + ".json and resume");
    }
    return tables;
}

DifferenceTest tested(std::vector<int> remedy, std::vector<int> base, const GridRow& row,
                      std::span<const FoldPair> folds)
{
    Overlap first, second;
    first.k = second.k = row.k;
    first.self = second.self = row.self;
    first.perItem = std::move(remedy);
    second.perItem = std::move(base);
    return testDifference(first, second, folds);
}

/// K times D of every item.
std::vector<int> differences(const GridRow& row)
{
    std::vector<int> d = row.itemsX;
    for (std::size_t i = 0; i < d.size(); ++i)
        d[i] -= row.itemsY[i];
    return d;
}

AgainstBase against(const GridRow& remedy, const GridRow& base, const Folds& spaces,
                    const std::vector<NeighborTable>& remedyLists, const std::vector<NeighborTable>& baseLists)
{
    std::vector<FoldPair> x, y, d;
    for (std::size_t f = 0; f < spaces.size(); ++f) {
        const NeighborTable *a = &remedyLists[f], *b = &baseLists[f];
        x.push_back({&spaces[f]->listsX, a, {&spaces[f]->listsX, a, b}});
        y.push_back({&spaces[f]->listsY, a, {&spaces[f]->listsY, a, b}});
        d.push_back({&spaces[f]->listsX, a, {&spaces[f]->listsX, &spaces[f]->listsY, a, b}});
    }
    AgainstBase result;
    result.x.test = tested(remedy.itemsX, base.itemsX, remedy, x);
    result.y.test = tested(remedy.itemsY, base.itemsY, remedy, y);
    result.d.test = tested(differences(remedy), differences(base), remedy, d);
    return result;
}

void setStars(GridTable& table)
{
    std::vector<AgainstBase::Change*> changes;
    std::vector<double> ps;
    for (GridRow& row : table.rows)
        if (row.base)
            for (AgainstBase::Change* change : {&row.base->x, &row.base->y, &row.base->d}) {
                changes.push_back(change);
                ps.push_back(change->test.pValue);
            }
    const std::vector<double> adjusted = holmAdjusted(ps);
    for (std::size_t i = 0; i < changes.size(); ++i)
        changes[i]->starred = adjusted[i] < tableAlpha;
}

} // namespace

Json listsJson(std::span<const std::shared_ptr<const MeasuredFold>> folds, Index k)
{
    Json all = Json::array();
    for (const auto& fold : folds) {
        Json lists = Json::array();
        for (Index i = 0; i < fold->listsF.items(); ++i) {
            const auto list = fold->listsF.neighbors(i);
            const auto kept = list.first(std::min(list.size(), static_cast<std::size_t>(k)));
            lists.push_back(std::vector<std::int32_t>(kept.begin(), kept.end()));
        }
        all.push_back(std::move(lists));
    }
    return all;
}

void compareWithBase(GridTable& table, const std::string& base, const std::vector<GridCell>& cells,
                     const std::vector<Json>& contents, const SpacesOfCell& spaces)
{
    for (std::size_t b = 0; b < table.rows.size(); ++b) {
        const GridRow& with = table.rows[b];
        if (with.map != base || !with.failed.empty()) continue;
        const Folds folds = spaces(cells[b]);
        const std::vector<NeighborTable> baseLists = keptLists(contents[b], folds, cells[b]);
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            GridRow& row = table.rows[r];
            if (r == b || !row.failed.empty() || !sameConditions(row, with)) continue;
            row.base = against(row, with, folds, keptLists(contents[r], folds, cells[r]), baseLists);
        }
    }
    setStars(table);
}

} // namespace bridgescope
