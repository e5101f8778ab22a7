#include "ui/figures/fold_maps.h"

#include "core/neighbors/neighbors.h"
#include "core/projection/pca.h"

#include <QCoreApplication>

#include <algorithm>

namespace bridgescope {
namespace {

constexpr Index qualityK = 10;

} // namespace

const NeighborTable& listsOf(const MeasuredFold& fold, Space space)
{
    return space == Space::X ? fold.listsX : space == Space::F ? fold.listsF : fold.listsY;
}

FoldMaps makeFoldMaps(const MeasuredFold& fold, Metric metric, Index k, Index mostRanked, const Context& context)
{
    FoldMaps maps;
    const MapLayout* before = nullptr;
    for (const Space space : {Space::X, Space::F, Space::Y}) {
        const Vectors& set = space == Space::X ? fold.x : space == Space::F ? fold.f : fold.y;
        if (set.size() == 0) continue;
        context.checkStop();
        MapLayout& layout = maps[static_cast<std::size_t>(space)];
        layout.points = pcaMap(set, context);
        if (before) layout.points = alignMap(layout.points, before->points, MapScale::AsTarget);
        before = &layout;
        if (set.size() < 2) continue;
        MapQualityOptions quality;
        quality.k = std::min<Index>(qualityK, set.size() - 1);
        quality.metric = metric;
        layout.quality = measureMapQuality(set, layout.points, quality, context);
        if (set.size() > mostRanked) continue;
        NeighborOptions near;
        near.metric = Metric::Euclidean;
        near.k = std::min(k, set.size() - 1);
        layout.near = exactNeighbors(layout.points, near, context);
    }
    return maps;
}

QString qualityText(const MapQuality& quality)
{
    return QCoreApplication::translate("bridgescope::FoldMaps", "PCA; trustworthiness %1, continuity %2 (K = %3)")
        .arg(number(quality.trustworthiness), number(quality.continuity))
        .arg(quality.k);
}

MapChartData mapChartOf(const MeasuredFold& fold, const FoldMaps& maps, const std::array<QString, 3>& titles, int focus,
                        Index k)
{
    MapChartData data;
    data.focus = focus;
    for (const Space space : {Space::X, Space::F, Space::Y}) {
        const auto at = static_cast<std::size_t>(space);
        const Matrix& points = maps[at].points;
        if (points.columns() == 0) continue;
        MapPanel panel{space, titles[at], qualityText(maps[at].quality), {}, {}};
        for (Index i = 0; i < points.columns(); ++i)
            panel.points.emplace_back(points(0, i), points(1, i));
        if (focus >= 0) {
            const auto near = listsOf(fold, space).neighbors(focus);
            panel.neighbors.assign(near.begin(), near.begin() + std::min<std::ptrdiff_t>(k, std::ssize(near)));
        }
        data.panels.push_back(std::move(panel));
    }
    return data;
}

} // namespace bridgescope
