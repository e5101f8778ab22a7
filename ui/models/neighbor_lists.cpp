#include "ui/models/neighbor_lists.h"

#include "core/neighbors/neighbors.h"
#include "core/overlap/hubness.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

std::size_t at(int i)
{
    return static_cast<std::size_t>(i);
}

MatrixView vectorsOf(const MeasuredFold& fold, Space space)
{
    return space == Space::X ? fold.x.view() : space == Space::F ? fold.f.view() : fold.y.view();
}

const NeighborTable& tableOf(const MeasuredFold& fold, Space space)
{
    return space == Space::X ? fold.listsX : space == Space::F ? fold.listsF : fold.listsY;
}

std::vector<std::int32_t> groupsInScope(const Measured& m, Space space)
{
    // f(x) is shared by whoever shares x
    return groupsAmong(space == Space::Y ? m.pairs->groupsY : m.pairs->groupsX, m.fold->items);
}

double shown(double value, Metric metric)
{
    return metric == Metric::Cosine ? value : std::sqrt(std::max(0.0, -value));
}

/// The K-list under the self rule: where the item counts, it comes first, followed by its K - 1 nearest others.
std::vector<ListEntry> ownList(const Measured& m, int focus, Index k, Space space)
{
    std::vector<ListEntry> list;
    const NeighborTable& table = tableOf(*m.fold, space);
    const auto neighbors = table.neighbors(focus);
    const auto values = table.values(focus);
    const bool self = m.self == SelfRule::Included;
    if (self) {
        ListEntry entry;
        entry.local = focus, entry.rank = 1, entry.value = m.metric == Metric::Cosine ? 1 : 0;
        list.push_back(entry);
    }
    const auto others =
        std::min<std::size_t>(neighbors.size(), static_cast<std::size_t>(std::max<Index>(0, k - (self ? 1 : 0))));
    for (std::size_t r = 0; r < others; ++r) {
        ListEntry entry;
        entry.local = neighbors[r];
        entry.rank = static_cast<int>(list.size()) + 1;
        entry.value = shown(values[r], m.metric);
        list.push_back(entry);
    }
    return list;
}

/// Rank of each item in a space from the stored list alone: 0 beyond it.
std::vector<std::int32_t> storedRanks(const Measured& m, int focus, Space space)
{
    std::vector<std::int32_t> ranks(static_cast<std::size_t>(m.n()), 0);
    std::int32_t rank = 0;
    if (m.self == SelfRule::Included) ranks[at(focus)] = ++rank;
    for (const auto other : tableOf(*m.fold, space).neighbors(focus))
        ranks[at(other)] = ++rank;
    return ranks;
}

void addLinks(NeighborLists& lists)
{
    for (int gutter = 0; gutter < 2; ++gutter) {
        const auto& left = lists.lists[at(gutter)];
        const auto& right = lists.lists[at(gutter + 1)];
        for (std::size_t l = 0; l < left.size(); ++l) {
            const int r = left[l].ranks[at(gutter + 1)];
            if (r < 1 || at(r) > right.size()) continue;
            lists.links.push_back({gutter, static_cast<int>(l), r - 1, left[l].local, left[l].region == Region::Kept});
        }
    }
}

} // namespace

double rankingCost(const Measured& m)
{
    const double dimensions =
        static_cast<double>(m.fold->x.dimension() + m.fold->y.dimension() + m.fold->f.dimension());
    return dimensions * static_cast<double>(m.n());
}

FocusRanksPtr rankFocus(const MeasuredPtr& measured, int focus)
{
    auto ranks = std::make_shared<FocusRanks>();
    ranks->measured = measured;
    ranks->focus = focus;
    for (const Space space : {Space::X, Space::F, Space::Y}) {
        auto& rankOf = ranks->rankOf[static_cast<std::size_t>(space)];
        const MatrixView vectors = vectorsOf(*measured->fold, space);
        if (vectors.columns == 0) continue;
        rankOf.assign(static_cast<std::size_t>(measured->n()), 0);
        std::int32_t rank = 0;
        if (measured->self == SelfRule::Included) rankOf[at(focus)] = ++rank;
        const auto groups = groupsInScope(*measured, space);
        for (const RankedItem& item : rankAll(vectors, focus, measured->metric, groups))
            rankOf[at(item.index)] = ++rank;
    }
    return ranks;
}

HubMarks markHubs(const MeasuredPtr& measured, Index k)
{
    HubMarks marks;
    marks.measured = measured;
    marks.k = k;
    const Index others = measured->self == SelfRule::Included ? k - 1 : k;
    for (const Space space : {Space::X, Space::F, Space::Y}) {
        const NeighborTable& table = tableOf(*measured->fold, space);
        if (table.items() == 0 || others < 1) continue;
        auto& isHub = marks.isHub[static_cast<std::size_t>(space)];
        isHub.assign(static_cast<std::size_t>(table.items()), false);
        for (const Index hub : measureHubness(table, std::min(others, table.k())).hubs)
            isHub[static_cast<std::size_t>(hub)] = true;
    }
    return marks;
}

NeighborLists makeNeighborLists(const MeasuredPtr& measured, int focus, Index k, const FocusRanks* ranks,
                                const HubMarks* hubs)
{
    NeighborLists result;
    result.measured = measured;
    result.focus = focus;
    result.k = k;
    result.hasMapping = measured->fold->f.size() > 0;
    if (focus < 0 || focus >= measured->n()) return result;
    const bool exact = ranks && ranks->measured == measured && ranks->focus == focus;

    std::array<std::vector<std::int32_t>, 3> rankOf;
    std::array<int, 3> lengths{};
    for (int s = 0; s < 3; ++s) {
        const auto space = static_cast<Space>(s);
        if (space == Space::F && !result.hasMapping) continue;
        result.lists[at(s)] = ownList(*measured, focus, k, space);
        lengths[at(s)] = static_cast<int>(result.lists[at(s)].size());
        rankOf[at(s)] = exact ? ranks->rankOf[at(s)] : storedRanks(*measured, focus, space);
    }
    const auto within = [&](int local, int s) {
        if (rankOf[at(s)].empty()) return false;
        const int rank = rankOf[at(s)][at(local)];
        return rank >= 1 && rank <= lengths[at(s)];
    };
    for (int s = 0; s < 3; ++s) {
        for (ListEntry& entry : result.lists[at(s)]) {
            for (int other = 0; other < 3; ++other)
                entry.ranks[at(other)] = rankOf[at(other)].empty() ? 0 : rankOf[at(other)][at(entry.local)];
            const bool inX = within(entry.local, 0), inF = within(entry.local, 1), inY = within(entry.local, 2);
            entry.region = regionOf(inX, inF, inY);
            if (hubs && hubs->measured == measured && !hubs->isHub[at(s)].empty())
                entry.hub = hubs->isHub[at(s)][at(entry.local)];
            // counted once: by the first of its lists
            const int first = inX ? 0 : inF ? 1 : 2;
            if (first != s) continue;
            ++result.regionCounts[static_cast<std::size_t>(entry.region)];
            ++result.distinct;
            result.xf += inX && inF;
            result.yf += inF && inY;
            result.xy += inX && inY;
        }
    }
    if (result.hasMapping) addLinks(result);
    return result;
}

} // namespace bridgescope
