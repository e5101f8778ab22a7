#pragma once
#include <string>

namespace bridgescope {

/// Path of a shipped file, as "samples/emoji/sample.json". Looked for in $BRIDGESCOPE_RESOURCES, in
/// ../share/bridgescope beside the program, then in the source tree it was built from. Throws Error(Io) naming the
/// places where there is none.
std::string resourcePath(const std::string& name);

} // namespace bridgescope
