#pragma once
#include <span>
#include <string>
#include <string_view>

namespace bridgescope {

/// The entries of these keys ("holm1979simple"), in their order.
std::string bibtexOf(std::span<const std::string_view> keys);

} // namespace bridgescope
