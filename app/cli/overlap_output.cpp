#include "app/cli/overlap_output.h"

#include "app/cli/output.h"

#include <algorithm>
#include <ostream>

namespace bridgescope {
namespace {

std::string between(double low, double high)
{
    return "[" + fixed(low) + ", " + fixed(high) + "]";
}

void printHubs(std::ostream& out, const Overlap& overlap, const HubAudit& hubs)
{
    out << '\n';
    std::vector<std::vector<std::string>> rows{
        {"hubs", "items in more than K + 2 sd lists", "most lists", "items in no list", "skewness"}};
    const auto add = [&rows](const char* name, const Hubness& hubness) {
        rows.push_back({name, std::to_string(hubness.hubs.size()),
                        std::to_string(*std::max_element(hubness.counts.begin(), hubness.counts.end())),
                        std::to_string(hubness.antiHubs), fixed(hubness.skewness, 2)});
    };
    add("A", hubs.a);
    add("B", hubs.b);
    printColumns(out, rows);
    if (hubs.csls)
        out << "overlap by CSLS, which discounts hubs: " << fixed(hubs.csls->mean) << " "
            << between(hubs.csls->interval.low, hubs.csls->interval.high) << ", beside " << fixed(overlap.mean) << '\n';
    else
        out << "CSLS is defined on cosines: no overlap without hubs by this metric\n";
}

} // namespace

void printExtras(std::ostream& out, const Overlap& overlap, const OverlapExtras& extras)
{
    if (extras.recallA && extras.recallB)
        out << "approximate lists: of the true " << overlap.k << " neighbors they hold " << fixed(extras.recallA->share)
            << " in A and " << fixed(extras.recallB->share) << " in B (" << extras.recallA->checked
            << " items checked against exact lists)\n";
    if (overlap.intervalItems)
        out << "bootstrap over items (conditional on the lists): "
            << between(overlap.intervalItems->low, overlap.intervalItems->high) << '\n';
    if (extras.band) {
        const auto at = static_cast<std::size_t>(overlap.k - 1);
        out << "null at K = " << overlap.k << ": mean " << fixed(extras.band->mean[at]) << ", 95 % of "
            << extras.bandPermutations << " permutations in " << between(extras.band->low[at], extras.band->high[at])
            << "; every K with --json\n";
    }
    if (const auto& stratified = extras.stratified) {
        out << "null within " << stratified->strata << " values of " << stratified->column << ": mean "
            << fixed(stratified->mean) << " (what they alone explain), p " << pValueText(stratified->null.pValue)
            << ", calibrated " << fixed(stratified->null.calibrated) << '\n';
        if (stratified->without > 0) out << stratified->without << " items without a value are one stratum together\n";
    }
    if (extras.hubs) printHubs(out, overlap, *extras.hubs);
}

void printSampled(std::ostream& out, const SampledOverlap& sampled, const SampleOptions& options)
{
    printColumns(out, {{"mNNO, sampled", "mean", "95 % interval", "chance"},
                       {"A, B", fixed(sampled.mean), between(sampled.interval.low, sampled.interval.high),
                        fixed(sampled.chance)}});
    out << "K = " << sampled.k << ", " << metricId(options.metric) << ", self " << selfRuleId(options.self)
        << ", N = " << sampled.n << ", estimated from " << sampled.sampled << " items (seed " << options.seed
        << "), half-width " << fixed(sampled.halfWidth) << '\n';
}

} // namespace bridgescope
