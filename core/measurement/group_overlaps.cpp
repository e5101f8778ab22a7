#include "core/measurement/group_overlaps.h"

#include <map>

namespace bridgescope {
namespace {

using Member = GroupOverlap::Part GroupOverlap::*;

/// Means and intervals of `values` group by group, into that part of each group.
void fill(std::vector<GroupOverlap>& all, Member part, const std::vector<double>& values, const ItemGroups& groups,
          const RelatedPairs& related, Index k)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        (all[static_cast<std::size_t>(groups.of[i])].*part).mean += values[i];
    for (GroupOverlap& group : all)
        if (group.n > 0) (group.*part).mean /= static_cast<double>(group.n);
    const auto errors = related.standardErrors(values, groups.of, static_cast<Index>(all.size()), k);
    for (std::size_t g = 0; g < all.size(); ++g) {
        const double mean = (all[g].*part).mean, reach = 1.96 * errors[g];
        if (all[g].n > 1) (all[g].*part).interval = Interval{mean - reach, mean + reach};
    }
}

std::vector<double> shares(const Overlap& overlap)
{
    std::vector<double> values;
    values.reserve(overlap.perItem.size());
    for (const int shared : overlap.perItem)
        values.push_back(shared / static_cast<double>(overlap.k));
    return values;
}

} // namespace

ItemGroups groupsOf(const MetadataColumn& column, std::span<const Index> items)
{
    std::map<std::string, std::int32_t> numbers;
    for (const Index item : items)
        numbers.emplace(column.values[static_cast<std::size_t>(item)], 0);
    ItemGroups groups;
    for (auto& [name, number] : numbers) {
        number = static_cast<std::int32_t>(groups.names.size());
        groups.names.push_back(name);
    }
    for (const Index item : items)
        groups.of.push_back(numbers[column.values[static_cast<std::size_t>(item)]]);
    return groups;
}

std::vector<GroupOverlap> groupOverlaps(const ItemGroups& groups, const MappingReport& report,
                                        const RelatedPairs& related)
{
    std::vector<GroupOverlap> all(groups.names.size());
    for (std::size_t g = 0; g < all.size(); ++g)
        all[g].name = groups.names[g];
    for (const std::int32_t group : groups.of)
        ++all[static_cast<std::size_t>(group)].n;
    const std::vector<double> xy = shares(report.xy), xf = shares(report.xf), yf = shares(report.yf);
    const Index others = othersOf(report.xy.k, report.xy.self);
    fill(all, &GroupOverlap::xy, xy, groups, related, others);
    if (xf.empty()) return all;
    fill(all, &GroupOverlap::xf, xf, groups, related, others);
    fill(all, &GroupOverlap::yf, yf, groups, related, others);
    std::vector<double> difference(xf.size());
    for (std::size_t i = 0; i < xf.size(); ++i)
        difference[i] = xf[i] - yf[i];
    fill(all, &GroupOverlap::difference, difference, groups, related, others);
    return all;
}

} // namespace bridgescope
