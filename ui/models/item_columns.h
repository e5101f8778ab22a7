#pragma once
#include "ui/models/filter_expression.h"
#include "ui/workspace/measured.h"

#include <cstdint>
#include <vector>

namespace bridgescope {

/// cos(f(x_i), y_i) of every item in scope: does not depend on K, so it is computed once a snapshot. Empty without a
/// mapping.
std::vector<float> targetCosines(const MeasuredFold& fold);
/// N_k(j): in how many K-lists of the others item j stands (Radovanović et al. 2010). The item's own entry does not
/// count.
std::vector<std::int32_t> hubCounts(const NeighborTable& lists, Index k);

/// One number a column for every item in scope, at one K. Immutable; shared by table, charts and filters.
struct ItemColumns {
    MeasuredPtr measured;
    Index k = 10;
    bool hasMapping = false;
    std::vector<int> xf, yf, xy; ///< NNO; xf and yf empty without a mapping
    std::shared_ptr<const std::vector<float>> cosine;
    const MetadataColumn* category = nullptr; ///< of measured->pairs; null where there is none

    int count() const { return static_cast<int>(xy.size()); }
    /// N_k(j) in the lists of f(X); of X without a mapping. Counted when first asked for, by the window's thread alone.
    const std::vector<std::int32_t>& hubs() const;
    int difference(int local) const { return hasMapping ? xf[index(local)] - yf[index(local)] : 0; }
    QString categoryOf(int local) const;
    int pairOf(int local) const { return static_cast<int>(measured->fold->items[index(local)]); }
    static std::size_t index(int local) { return static_cast<std::size_t>(local); }

private:
    mutable std::vector<std::int32_t> m_hubs;
};
using ItemColumnsPtr = std::shared_ptr<const ItemColumns>;
/// `before` gives its cosines where it is of the same snapshot.
ItemColumnsPtr makeItemColumns(const MeasuredAtK& atK, const ItemColumnsPtr& before = {});

/// A row as a filter sees it.
class ItemFilterRow : public FilterRow {
public:
    explicit ItemFilterRow(const ItemColumns& columns) : m_columns(columns) {}
    void moveTo(int local) { m_local = local; }
    double numberOf(FilterField field) const override;
    QString textOf(FilterField field) const override;

private:
    const ItemColumns& m_columns;
    int m_local = 0;
};

} // namespace bridgescope
