#include "core/measurement/error_bands.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

/// Within each fold, then SE² = Σ SE_f² / F².
std::vector<double> errorsOf(std::span<const PreparedFold> folds, OverlapCounts PreparedFold::*which, SelfRule self,
                             const Context& context)
{
    Index kMax = (folds.front().*which).kMax();
    for (const PreparedFold& fold : folds)
        kMax = std::min(kMax, (fold.*which).kMax());
    std::vector<double> errors(static_cast<std::size_t>(kMax));
    parallelFor(kMax, [&](Index task, int) {
        const Index k = kMax - task; // the longest sums first, so that no worker is left with them
        double squares = 0;
        for (const PreparedFold& fold : folds) {
            context.checkStop();
            const OverlapCounts& counts = fold.*which;
            std::vector<double> shares(static_cast<std::size_t>(counts.items()));
            for (Index i = 0; i < counts.items(); ++i)
                shares[static_cast<std::size_t>(i)] = counts.count(i, k) / static_cast<double>(k);
            squares += std::pow(fold.related.standardError(shares, othersOf(k, self)), 2);
        }
        errors[static_cast<std::size_t>(k - 1)] = std::sqrt(squares) / static_cast<double>(folds.size());
    });
    return errors;
}

} // namespace

void ErrorBands::addTo(MappingReport& report) const
{
    const auto fill = [](std::vector<double>& into, const std::vector<double>& errors) {
        if (into.empty()) into = errors;
    };
    fill(report.xf.byKError, xf);
    fill(report.yf.byKError, yf);
    fill(report.xy.byKError, xy);
}

ErrorBands errorBandsOf(std::span<const std::shared_ptr<const MeasuredFold>> folds, const MeasureOptions& options,
                        const Context& context, std::span<const PreparedFold> prepared)
{
    std::vector<PreparedFold> own;
    for (std::size_t f = prepared.size(); f < folds.size(); ++f)
        own.push_back(prepareReport(*folds[f], options));
    const std::span<const PreparedFold> all = own.empty() ? prepared : std::span<const PreparedFold>(own);
    ErrorBands bands;
    const SelfRule self = options.overlap.self;
    bands.xy = errorsOf(all, &PreparedFold::xy, self, context);
    if (folds.front()->f.size() == 0) return bands;
    bands.xf = errorsOf(all, &PreparedFold::xf, self, context);
    bands.yf = errorsOf(all, &PreparedFold::yf, self, context);
    return bands;
}

} // namespace bridgescope
