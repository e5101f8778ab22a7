#pragma once
#include "core/experiment/grid_run.h"

namespace bridgescope {

/// table.csv, table.md, table.tex, table.html, methods.txt, methods.bib, table.json: the same bytes for the same cells.
void writeTables(const GridFolder& folder, const GridSpec& spec, const std::vector<GridCell>& cells,
                 const GridTable& table);
void removeTables(const GridFolder& folder);

/// provenance.json: what only this run was: inputs with SHA-256, the spec as given, versions, host, threads, times.
void writeProvenance(const GridFolder& folder, const GridSpec& spec, const std::vector<GridCell>& cells,
                     const std::vector<std::shared_ptr<const GridPair>>& data, RanksOfRun ranks, double seconds);

} // namespace bridgescope
