#pragma once
#include <string>

namespace bridgescope {

/// A folder to write into, made where its parent is there. @throws Error(Io).
void makeFolder(const std::string& dir);

} // namespace bridgescope
