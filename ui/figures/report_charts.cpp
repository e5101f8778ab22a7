#include "ui/figures/report_charts.h"

#include <algorithm>
#include <limits>

namespace bridgescope {
namespace {

CurveSeries seriesOf(OverlapRole role, const Overlap& overlap)
{
    return {role, overlap.byK, overlap.byKError};
}

/// With folds the mean over them, as Overlap::chance is at its own K.
double chanceAt(const Overlap& overlap, Index k)
{
    if (overlap.folds.empty()) return chanceOverlap(overlap.n, k, overlap.self);
    double sum = 0;
    for (const auto& fold : overlap.folds)
        sum += chanceOverlap(fold.n, k, overlap.self);
    return sum / static_cast<double>(overlap.folds.size());
}

std::vector<double> chanceByK(const Overlap& overlap)
{
    std::vector<double> chance;
    for (Index k = 1; k <= static_cast<Index>(overlap.byK.size()); ++k)
        chance.push_back(chanceAt(overlap, k));
    return chance;
}

} // namespace

Estimate estimateAt(const Overlap& overlap, Index k)
{
    if (k == overlap.k) return {overlap.mean, overlap.interval.low, overlap.interval.high};
    const auto at = static_cast<std::size_t>(
        std::clamp<Index>(k, 1, std::max<Index>(1, static_cast<Index>(overlap.byK.size()))) - 1);
    if (at >= overlap.byK.size()) return {overlap.mean, overlap.interval.low, overlap.interval.high};
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const double mean = overlap.byK[at], error = at < overlap.byKError.size() ? 1.96 * overlap.byKError[at] : unknown;
    return {mean, mean - error, mean + error};
}

std::optional<Estimate> calibratedAt(const Overlap& overlap, Index k)
{
    if (!overlap.tau || overlap.k != k) return std::nullopt;
    const double tau = *overlap.tau;
    const auto above = [tau](double value) { return tau < 1 ? std::clamp((value - tau) / (1 - tau), 0.0, 1.0) : 0; };
    return Estimate{above(overlap.mean), above(overlap.interval.low), above(overlap.interval.high)};
}

BarData barsOf(std::span<const NamedReport> reports, Index k, bool calibrated)
{
    BarData data;
    data.calibrated = calibrated;
    data.k = static_cast<int>(k);
    const NamedReport* shown = nullptr;
    for (const NamedReport& named : reports) {
        BarRow row;
        row.id = named.id;
        row.name = named.name;
        row.current = named.current;
        const auto xf = calibrated ? calibratedAt(named.report->xf, k) : estimateAt(named.report->xf, k),
                   yf = calibrated ? calibratedAt(named.report->yf, k) : estimateAt(named.report->yf, k);
        row.waiting = !xf || !yf;
        row.xf = xf.value_or(Estimate{});
        row.yf = yf.value_or(Estimate{});
        row.difference = row.xf.mean - row.yf.mean;
        data.rows.push_back(row);
        if (!shown || named.current) shown = &named;
    }
    if (shown) {
        data.xy = calibrated ? calibratedAt(shown->report->xy, k) : estimateAt(shown->report->xy, k);
        data.chance = calibrated ? 0 : chanceAt(shown->report->xy, k);
    }
    return data;
}

BarData barsOf(const Overlap& xy, Index k, bool calibrated)
{
    BarData data;
    data.calibrated = calibrated;
    data.k = static_cast<int>(k);
    data.xy = calibrated ? calibratedAt(xy, k) : estimateAt(xy, k);
    data.chance = calibrated ? 0 : chanceAt(xy, k);
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
    const auto room = [](const Overlap& first, const Overlap& second) {
        const Interval bound = boundOfThird(first.mean, second.mean);
        return std::pair(bound.low, bound.high);
    };
    data.rooms = {{OverlapRole::XF, room(report.yf, report.xy)},
                  {OverlapRole::YF, room(report.xf, report.xy)},
                  {OverlapRole::XY, room(report.xf, report.yf)}};
    return data;
}

NumberLineData numberLineOf(const Overlap& xy)
{
    NumberLineData data;
    data.xy = estimateAt(xy, xy.k);
    data.chance = xy.chance;
    return data;
}

void addNulls(CurveData& data, const NullBands& nulls)
{
    for (CurveSeries& series : data.series) {
        const NullBand& band = series.role == OverlapRole::XF   ? nulls.xf
                               : series.role == OverlapRole::YF ? nulls.yf
                                                                : nulls.xy;
        series.nullLow = band.low;
        series.nullHigh = band.high;
    }
}

CategoryData categoriesOf(std::span<const GroupOverlap> groups, bool hasMapping, const Overlap& xy)
{
    const auto estimate = [](const GroupOverlap::Part& part) {
        const Interval interval = part.interval.value_or(Interval{part.mean, part.mean});
        return Estimate{part.mean, interval.low, interval.high};
    };
    CategoryData data;
    data.hasMapping = hasMapping;
    data.chance = xy.chance;
    data.k = static_cast<int>(xy.k);
    for (const GroupOverlap& group : groups)
        data.rows.push_back({QString::fromStdString(group.name), static_cast<int>(group.n), estimate(group.xf),
                             estimate(group.yf), estimate(group.xy), group.difference.mean, 0});
    std::stable_sort(data.rows.begin(), data.rows.end(), [&](const CategoryRow& a, const CategoryRow& b) {
        return hasMapping ? a.difference > b.difference : a.xy.mean > b.xy.mean;
    });
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
