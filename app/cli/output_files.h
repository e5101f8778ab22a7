#pragma once

namespace CLI {
class App;
}

namespace bridgescope {

/// No file that the command writes may be one that it reads, or that another of its options writes; only a run that
/// goes on may write the checkpoint it began from.
/// @throws Error(Usage) naming both, before anything is read or written
void requireOwnOutputs(const CLI::App& command);

} // namespace bridgescope
