#include "core/overlap/hubness.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {

Hubness measureHubness(const NeighborTable& table, Index k)
{
    if (k < 1 || k > table.k() || table.items() == 0)
        throw Error(ErrorKind::Input,
                    "hubness at K = " + std::to_string(k) + " of lists to " + std::to_string(table.k()));
    Hubness hubness;
    hubness.counts.assign(static_cast<std::size_t>(table.items()), 0);
    for (Index i = 0; i < table.items(); ++i)
        for (const auto j : table.neighbors(i).first(static_cast<std::size_t>(std::min(k, table.count(i)))))
            ++hubness.counts[static_cast<std::size_t>(j)];
    const auto n = static_cast<double>(table.items());
    for (const int c : hubness.counts)
        hubness.mean += c / n;
    double m2 = 0, m3 = 0;
    for (const int c : hubness.counts) {
        const double difference = c - hubness.mean;
        m2 += difference * difference / n;
        m3 += difference * difference * difference / n;
    }
    hubness.sd = std::sqrt(m2);
    const auto [least, most] = std::minmax_element(hubness.counts.begin(), hubness.counts.end());
    if (*least != *most) hubness.skewness = m3 / (m2 * hubness.sd);
    hubness.hubThreshold = static_cast<double>(k) + 2 * hubness.sd;
    for (Index j = 0; j < table.items(); ++j) {
        const int count = hubness.counts[static_cast<std::size_t>(j)];
        if (count > hubness.hubThreshold) hubness.hubs.push_back(j);
        if (count == 0) ++hubness.antiHubs;
    }
    std::stable_sort(hubness.hubs.begin(), hubness.hubs.end(), [&](Index a, Index b) {
        return hubness.counts[static_cast<std::size_t>(a)] > hubness.counts[static_cast<std::size_t>(b)];
    });
    return hubness;
}

} // namespace bridgescope
