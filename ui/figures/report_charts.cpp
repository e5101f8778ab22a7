#include "ui/figures/report_charts.h"

#include <algorithm>

namespace bridgescope {
namespace {

CurveSeries seriesOf(OverlapRole role, const Overlap& overlap)
{
    return {role, overlap.byK, overlap.byKError};
}

std::vector<double> chanceByK(const Overlap& overlap)
{
    std::vector<double> chance;
    for (Index k = 1; k <= static_cast<Index>(overlap.byK.size()); ++k)
        chance.push_back(chanceOverlap(overlap.n, k, overlap.self));
    return chance;
}

} // namespace

Estimate estimateAt(const Overlap& overlap, Index k)
{
    if (k == overlap.k) return {overlap.mean, overlap.interval.low, overlap.interval.high};
    const auto at = static_cast<std::size_t>(
        std::clamp<Index>(k, 1, std::max<Index>(1, static_cast<Index>(overlap.byK.size()))) - 1);
    if (at >= overlap.byK.size()) return {overlap.mean, overlap.interval.low, overlap.interval.high};
    const double mean = overlap.byK[at], error = at < overlap.byKError.size() ? 1.96 * overlap.byKError[at] : 0;
    return {mean, mean - error, mean + error};
}

BarData barsOf(std::span<const NamedReport> reports, Index k)
{
    BarData data;
    data.k = static_cast<int>(k);
    const NamedReport* shown = nullptr;
    for (const NamedReport& named : reports) {
        BarRow row;
        row.id = named.id;
        row.name = named.name;
        row.current = named.current;
        row.xf = estimateAt(named.report->xf, k);
        row.yf = estimateAt(named.report->yf, k);
        row.difference = row.xf.mean - row.yf.mean;
        data.rows.push_back(row);
        if (!shown || named.current) shown = &named;
    }
    if (shown) {
        data.xy = estimateAt(shown->report->xy, k);
        data.chance = chanceOverlap(shown->report->xy.n, k, shown->report->xy.self);
    }
    return data;
}

BarData barsOf(const Overlap& xy, Index k)
{
    BarData data;
    data.k = static_cast<int>(k);
    data.xy = estimateAt(xy, k);
    data.chance = chanceOverlap(xy.n, k, xy.self);
    return data;
}

CurveData curveOf(const MappingReport& report, Index k)
{
    CurveData data = curveOf(report.xy, k);
    data.series.insert(data.series.begin(),
                       {seriesOf(OverlapRole::XF, report.xf), seriesOf(OverlapRole::YF, report.yf)});
    return data;
}

CurveData curveOf(const Overlap& xy, Index k)
{
    CurveData data;
    data.series = {seriesOf(OverlapRole::XY, xy)};
    data.chance = chanceByK(xy);
    data.k = static_cast<int>(k);
    return data;
}

NumberLineData numberLineOf(const MappingReport& report)
{
    NumberLineData data = numberLineOf(report.xy);
    data.xf = estimateAt(report.xf, report.xf.k);
    data.yf = estimateAt(report.yf, report.yf.k);
    data.difference = report.difference.mean;
    return data;
}

NumberLineData numberLineOf(const Overlap& xy)
{
    NumberLineData data;
    data.xy = estimateAt(xy, xy.k);
    data.chance = xy.chance;
    return data;
}

DifferenceData differenceOf(std::span<const int> xf, std::span<const int> yf, Index k)
{
    DifferenceData data;
    data.k = static_cast<int>(k);
    data.counts.assign(static_cast<std::size_t>(2 * data.k + 1), 0);
    for (std::size_t i = 0; i < xf.size(); ++i)
        ++data.counts[static_cast<std::size_t>(xf[i] - yf[i] + data.k)];
    return data;
}

LoyaltyData loyaltyOf(std::span<const int> xf, std::span<const int> yf, Index k, double chanceOverlap)
{
    LoyaltyData data;
    data.k = static_cast<int>(k);
    data.chance = static_cast<double>(k) * chanceOverlap;
    data.counts.assign(static_cast<std::size_t>((data.k + 1) * (data.k + 1)), 0);
    for (std::size_t i = 0; i < xf.size(); ++i)
        ++data.counts[static_cast<std::size_t>(xf[i] + (data.k + 1) * yf[i])];
    return data;
}

} // namespace bridgescope
