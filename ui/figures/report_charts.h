#pragma once
#include "core/measurement/group_overlaps.h"
#include "core/measurement/null_bands.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/category_chart.h"
#include "ui/charts/curve_chart.h"
#include "ui/charts/difference_chart.h"
#include "ui/charts/loyalty_chart.h"
#include "ui/charts/number_line.h"

#include <span>

namespace bridgescope {

/// A report under the name it is drawn with.
struct NamedReport {
    int id = -1;
    QString name;
    const MappingReport* report = nullptr;
    bool current = false;
};

/// An overlap at any K the report holds: from the interval at its own K, else from the errors by K (the interval is not
/// known where there are none).
Estimate estimateAt(const Overlap& overlap, Index k);

/// The share of what is left above the permutation null, clamp((observed - tau) / (1 - tau), 0, 1), with its interval
/// moved alike; absent where the report has no null at that K.
std::optional<Estimate> calibratedAt(const Overlap& overlap, Index k);

/// Bars of every report at one K; X, Y and chance are those of the current one (of the first where none is).
/// Calibrated: rows whose null is not there yet wait.
BarData barsOf(std::span<const NamedReport> reports, Index k, bool calibrated = false);
/// Bars without any mapping: X, Y alone.
BarData barsOf(const Overlap& xy, Index k, bool calibrated = false);
CurveData curveOf(const MappingReport& report, Index k);
CurveData curveOf(const Overlap& xy, Index k);
NumberLineData numberLineOf(const MappingReport& report);
NumberLineData numberLineOf(const Overlap& xy);

/// Adds the null's band to each curve whose K it covers.
void addNulls(CurveData& data, const NullBands& nulls);
/// By category, the largest difference first (without a mapping the largest overlap); ties by name. `chance` is that of
/// the whole.
CategoryData categoriesOf(std::span<const GroupOverlap> groups, bool hasMapping, const Overlap& xy);

/// What each item shares with X and with Y, counted: `xf` and `yf` hold NNO of the same items in the same order.
DifferenceData differenceOf(std::span<const int> xf, std::span<const int> yf, Index k);
LoyaltyData loyaltyOf(std::span<const int> xf, std::span<const int> yf, Index k, double chanceOverlap);

} // namespace bridgescope
