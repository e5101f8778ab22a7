#pragma once
#include "core/experiment/grid_cells.h"

#include <nlohmann/json.hpp>
#include <optional>

namespace bridgescope {

/// Computes the cells of one task one after the other: the first trains, the others measure the same f again.
class CellWork {
public:
    CellWork(const GridSpec& spec, const std::vector<GridCell>& cells, const GridPair& data, SpaceCache& cache)
        : m_spec(spec), m_cells(cells), m_data(data), m_cache(cache)
    {
    }

    /// The content of the cell's file. An error of the work or its data is content too: {"failed": reason}.
    /// @throws Cancelled.
    nlohmann::ordered_json compute(std::size_t cell, const Context& context);

private:
    struct Measured {
        MappingReport report;
        std::vector<std::shared_ptr<const MeasuredFold>> folds;
    };
    Measured measure(const GridCell& cell, const Context& context);
    const GridSpec& m_spec;
    const std::vector<GridCell>& m_cells;
    const GridPair& m_data;
    SpaceCache& m_cache;
    std::optional<Evaluation> m_evaluation; ///< of the first cell that could be trained
    std::optional<std::string> m_diverged;  ///< why training failed, so that it is not tried again
};

} // namespace bridgescope
