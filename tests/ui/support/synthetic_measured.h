#pragma once
#include "core/base/random.h"
#include "ui/workspace/selection_hub.h"

#include <cmath>

namespace bridgescope::test {

struct SyntheticOptions {
    Index n = 60;
    bool mapping = true;
    bool categories = true;
    int manyCategories = 0; ///< above 0: so many instead of three
    Index kMax = 30;
    Metric metric = Metric::Cosine;
    SelfRule self = SelfRule::Excluded;
};

/// Items of two random spaces; f(x) is y drawn towards a linear image of x. Measured by core itself.
inline MeasuredPtr syntheticMeasured(const SyntheticOptions& options = {})
{
    constexpr Index dX = 6, dY = 5;
    Random random(3, "ui test");
    Matrix x(dX, options.n), y(dY, options.n), f(dY, options.n);
    auto pairs = std::make_shared<PairedSet>();
    MetadataColumn category{"category", {}};
    std::vector<Index> items;
    for (Index i = 0; i < options.n; ++i) {
        for (Index d = 0; d < dX; ++d)
            x(d, i) = static_cast<float>(random.normal());
        for (Index d = 0; d < dY; ++d) {
            y(d, i) = static_cast<float>(random.normal());
            f(d, i) = x(d, i) + 0.5f * y(d, i);
        }
        pairs->labels.push_back("item " + std::to_string(i));
        pairs->rowsX.push_back({static_cast<std::int32_t>(i)});
        pairs->rowsY.push_back({static_cast<std::int32_t>(i)});
        if (options.manyCategories > 0)
            category.values.push_back("category " + std::to_string(i / 2 % options.manyCategories));
        else
            category.values.push_back(i % 3 == 0 ? "Flags" : i % 3 == 1 ? "Food & Drink" : "Objects");
        if (i % 2 == 0) items.push_back(i); // every other item is held out, so positions and rows differ
    }
    pairs->nameX = "Words", pairs->nameY = "Pictures";
    pairs->x = Vectors(std::move(x)), pairs->y = Vectors(std::move(y));
    if (options.categories) pairs->metadata.columns.push_back(std::move(category));
    MeasureOptions measure;
    measure.metric = options.metric;
    measure.overlap.k = 5;
    measure.overlap.kMax = options.kMax;
    auto measured = std::make_shared<Measured>();
    const Vectors predictions = options.mapping ? Vectors(selectColumns(f, items)) : Vectors();
    measured->fold = measureFold(*pairs, items, predictions, measure);
    measured->pairs = std::move(pairs);
    measured->mapping = options.mapping ? 1 : -1;
    measured->mappingName = options.mapping ? QStringLiteral("Ridge") : QString();
    measured->metric = options.metric;
    measured->self = options.self;
    measured->split = QStringLiteral("half held out");
    measured->kMax = std::min<Index>(options.kMax, measured->n() - 1);
    return measured;
}

inline MeasuredAtKPtr measuredAt(const MeasuredPtr& measured, Index k)
{
    auto atK = std::make_shared<MeasuredAtK>();
    atK->measured = measured;
    atK->hasMapping = measured->hasMapping();
    MeasureOptions options;
    options.metric = measured->metric;
    options.overlap.k = k;
    options.overlap.kMax = measured->kMax;
    options.overlap.self = measured->self;
    options.overlap.permutations = 0;
    if (atK->hasMapping)
        atK->report = reportMapping({&measured->fold, 1}, options);
    else
        atK->report.xy = reportOverlap(*measured->fold, options);
    if (const MetadataColumn* column = categoryColumn(measured->pairs->metadata))
        atK->groups = groupOverlaps(groupsOf(*column, measured->fold->items), atK->report,
                                    prepareReport(*measured->fold, options).related);
    return atK;
}

/// A hub that shows `measured` and, as the workspace does, answers every change of K with new numbers from the same
/// lists.
inline void showIn(SelectionHub& hub, const MeasuredPtr& measured, Index k)
{
    hub.setMapping(measured->mapping);
    hub.setK(k);
    hub.publish(measured);
    hub.publishAtK(measuredAt(measured, k));
    QObject::connect(&hub, &SelectionHub::stateChanged, &hub, [&hub](const ViewState& before, const ViewState& now) {
        if (before.k != now.k) hub.publishAtK(measuredAt(hub.measured(), now.k));
    });
}

} // namespace bridgescope::test
