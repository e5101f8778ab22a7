#pragma once
#include "core/neighbors/neighbors.h"

#include <memory>

namespace bridgescope {

/// How a graph is built and searched (Malkov, Yashunin 2018, "Efficient and robust approximate nearest neighbor search
/// using hierarchical navigable small world graphs").
struct GraphOptions {
    Index links = 16;         ///< M: edges an item keeps; twice as many on the lowest layer
    Index construction = 200; ///< candidates kept while an item is put in
    Index search = 0;         ///< candidates kept while one is sought; 0: twice the length of the lists, at least 100
    std::uint64_t seed = 1;   ///< of the items' layers

    /// @throws Error(Usage) naming the field.
    void validate() const;
};

/// Approximate lists of a set among itself, by hnswlib's graph. The graph proposes, canonical values order: what a list
/// holds stands in the exact order with exact values, but true neighbors may be missing. Whoever shows such lists says
/// how many: recallOf().
///
/// One thread builds a graph, so that one seed makes one graph; several graphs may be built at once.
class ApproximateIndex {
public:
    /// options.k, metric and groups as exactNeighbors() takes them. `set` must outlive the index.
    /// @throws Error(Input) as exactNeighbors() does; Cancelled.
    ApproximateIndex(MatrixView set, const NeighborOptions& options, const GraphOptions& graph = {},
                     const Context& context = {});
    ~ApproximateIndex();

    NeighborTable lists(const Context& context = {}) const;
    Index searchWidth() const; ///< candidates kept while one is sought

private:
    struct Graph;
    std::unique_ptr<Graph> m_graph;
};

/// How many of the true neighbors approximate lists hold.
struct ListRecall {
    Index checked = 0; ///< items whose exact lists were computed
    double share = 1;  ///< of the entries of their exact K-lists, those that stand in the approximate K-lists
};
/// `table` holds lists of all items of `set`, at least to options.k. `checked` items, drawn by the seed; all where
/// there are fewer.
ListRecall recallOf(MatrixView set, const NeighborTable& table, const NeighborOptions& options, Index checked,
                    std::uint64_t seed, const Context& context = {});

} // namespace bridgescope
