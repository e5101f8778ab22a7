// Sorting and filtering of the items table, in milliseconds: medians of five.
//
//   benchmark_items_table [N 100000]
#include "core/base/random.h"
#include "ui/models/items_model.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace bridgescope;

namespace {

/// Columns as a measured pair of n items would have them, with random lists for the counts of hubs.
ItemColumnsPtr columnsOf(Index n)
{
    Random random(1, "items table");
    auto pairs = std::make_shared<PairedSet>();
    auto fold = std::make_shared<MeasuredFold>();
    auto columns = std::make_shared<ItemColumns>();
    auto cosines = std::make_shared<std::vector<float>>();
    MetadataColumn category{"category", {}};
    fold->listsF = NeighborTable(n, 10);
    columns->k = 10;
    for (Index i = 0; i < n; ++i) {
        pairs->labels.push_back("item " + std::to_string(random.below(1'000'000)));
        category.values.push_back("category " + std::to_string(random.below(400)));
        fold->items.push_back(i);
        for (auto* column : {&columns->xf, &columns->yf, &columns->xy})
            column->push_back(static_cast<int>(random.below(11)));
        std::array<std::int32_t, 10> list;
        for (std::int32_t& neighbor : list)
            neighbor = static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(n)));
        fold->listsF.assign(i, list, std::array<double, 10>{});
        cosines->push_back(static_cast<float>(random.normal()));
    }
    pairs->metadata.columns.push_back(std::move(category));
    auto measured = std::make_shared<Measured>();
    measured->pairs = pairs;
    measured->fold = fold;
    columns->measured = measured;
    columns->cosine = cosines;
    columns->hasMapping = true;
    columns->category = &measured->pairs->metadata.columns[0];
    return columns;
}

template<class Work> double milliseconds(Work&& work)
{
    std::vector<double> times;
    for (int r = 0; r < 5; ++r) {
        const auto start = std::chrono::steady_clock::now();
        work(r);
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    return times[2];
}

} // namespace

int main(int argc, char** argv)
{
    const Index n = argc > 1 ? std::atoll(argv[1]) : 100000;
    ItemsModel model;
    const ItemColumnsPtr columns = columnsOf(n);
    std::printf("N %lld\n  table filled              %8.1f ms\n", static_cast<long long>(n),
                milliseconds([&](int) { model.setColumns(std::make_shared<ItemColumns>(*columns)); }));
    for (int column = 0; column < ItemsModel::ColumnCount; ++column)
        std::printf(
            "  sorted by %-15s %8.1f ms\n", qPrintable(model.headerData(column, Qt::Horizontal).toString()),
            milliseconds([&](int run) { model.sort(column, run % 2 ? Qt::AscendingOrder : Qt::DescendingOrder); }));
    std::optional<FilterError> error;
    const Filter filter = Filter::parse("xf >= 6 and yf <= 1 and category = \"category 7\"", error);
    std::printf("  filtered by an expression %8.1f ms\n", milliseconds([&](int) { model.setFilter(filter); }));
    return 0;
}
