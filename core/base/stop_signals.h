#pragma once
#include <stop_token>

namespace bridgescope {

/// SIGINT, SIGTERM and SIGHUP ask for a stop; a second one ends the program at once (130), without half-written files.
/// A signal that is ignored, as nohup wishes, stays so. Once a program, from main().
void stopOnSignals(std::stop_source source);

} // namespace bridgescope
