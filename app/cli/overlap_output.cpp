#include "app/cli/overlap_output.h"

#include "app/cli/output.h"

#include <algorithm>
#include <ostream>
#include <set>

namespace bridgescope {
namespace {

std::string between(double low, double high)
{
    return "[" + fixed(low) + ", " + fixed(high) + "]";
}

void printHubness(std::ostream& out, const Hubness& a, const Hubness& b)
{
    std::vector<std::vector<std::string>> rows{
        {"hubs", "items in more than K + 2 sd lists", "most lists", "items in no list", "skewness"}};
    for (const auto& [name, hubness] : {std::pair{"A", &a}, {"B", &b}})
        rows.push_back({name, std::to_string(hubness->hubs.size()),
                        std::to_string(*std::max_element(hubness->counts.begin(), hubness->counts.end())),
                        std::to_string(hubness->antiHubs), fixed(hubness->skewness, 2)});
    printColumns(out, rows);
}

void printHubs(std::ostream& out, const Overlap& overlap, const HubAudit& hubs)
{
    out << '\n';
    if (!hubs.a || !hubs.b) {
        out << "hubs: where an item is its own first neighbor, lists of K = 1 hold no other\n";
    } else {
        printHubness(out, *hubs.a, *hubs.b);
        if (overlap.self == SelfRule::Included)
            out << "lists of the K - 1 = " << hubs.k << (hubs.k == 1 ? " other" : " others")
                << ": that an item lists itself makes no hub\n";
    }
    if (!hubs.csls) {
        out << "CSLS is defined on cosines: no overlap without hubs by this metric\n";
        return;
    }
    out << "overlap by CSLS, which discounts hubs: " << fixed(hubs.csls->mean) << " "
        << between(hubs.csls->interval.low, hubs.csls->interval.high) << ", beside " << fixed(overlap.mean) << '\n';
    out << "Is it only hubs? " << hubs.answer << '\n';
}

} // namespace

Overlap withNullOf(Overlap overlap, const OverlapExtras& extras)
{
    if (!extras.stratified) return overlap;
    overlap.pValue = extras.stratified->null.pValue;
    overlap.tau = extras.stratified->null.tau;
    overlap.calibrated = extras.stratified->null.calibrated;
    return overlap;
}

void printByK(std::ostream& out, const Overlap& overlap, const std::optional<NullBand>& band)
{
    const auto last = static_cast<Index>(overlap.byK.size());
    if (last < 2) return;
    std::set<Index> shown{overlap.k, last};
    for (const Index k : {1, 2, 5, 10, 20, 30, 50, 100, 200, 500, 1000, 2000, 5000, 10000})
        if (k < last) shown.insert(k);
    std::vector<std::vector<std::string>> rows{{"K"}, {"mNNO"}, {"chance"}};
    if (band) rows.insert(rows.end(), {{"null, low"}, {"null, high"}});
    for (const Index k : shown) {
        const auto at = static_cast<std::size_t>(k - 1);
        rows[0].push_back(std::to_string(k));
        rows[1].push_back(fixed(overlap.byK[at]));
        rows[2].push_back(fixed(chanceOverlap(overlap.n, k, overlap.self)));
        if (!band) continue;
        rows[3].push_back(fixed(band->low[at]));
        rows[4].push_back(fixed(band->high[at]));
    }
    out << '\n';
    printColumns(out, rows);
    out << '\n';
}

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
        out << "null " << (extras.bandWithin.empty() ? "" : "within " + extras.bandWithin + " ")
            << "at K = " << overlap.k << ": mean " << fixed(extras.band->mean[at]) << ", 95 % of "
            << extras.bandPermutations << " permutations in " << between(extras.band->low[at], extras.band->high[at])
            << "; every K with --json\n";
    }
    if (const auto& stratified = extras.stratified) {
        out << "p and calibrated are of the null within " << stratified->strata << " values of " << stratified->column
            << ": mean " << fixed(stratified->mean) << " (what they alone explain); of the plain null: p "
            << pValueText(overlap.pValue.value_or(1)) << ", calibrated " << fixed(overlap.calibrated) << '\n';
        if (stratified->without > 0)
            out << stratified->without
                << (stratified->without == 1 ? " item without a value is a stratum of its own\n"
                                             : " items without a value are one stratum together\n");
    }
    if (extras.hubs) printHubs(out, overlap, *extras.hubs);
}

void printStep(std::ostream& err, const SampledOverlap& step)
{
    err << "\r\033[K" << step.sampled << " of " << step.n << " items: " << fixed(step.mean) << " ± "
        << fixed(step.halfWidth) << std::endl;
}

void printSampled(std::ostream& out, const SampledOverlap& sampled, const SampleOptions& options)
{
    printColumns(out, {{"mNNO, sampled", "mean", "95 % interval", "chance"},
                       {"A, B", fixed(sampled.mean), between(sampled.interval.low, sampled.interval.high),
                        fixed(sampled.chance)}});
    out << "K = " << sampled.k << ", " << metricId(options.metric) << ", self " << selfRuleId(options.self)
        << ", N = " << sampled.n << ", estimated from " << sampled.sampled << " items (seed " << options.seed
        << "), half-width " << fixed(sampled.halfWidth) << '\n';
    if (sampled.widened)
        out << "nearly all items measured share equally many: the half-width bounds what the few others may share\n";
}

} // namespace bridgescope
