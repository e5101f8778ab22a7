#pragma once
#include <CLI/CLI.hpp>
#include <cmath>

namespace bridgescope {

/// A number above 0. CLI11's own check spells out the largest float64 when it refuses.
inline CLI::Validator aboveZero()
{
    return CLI::Validator(
        [](std::string& text) {
            double value = 0;
            const bool fits = CLI::detail::lexical_cast(text, value) && value > 0 && std::isfinite(value);
            return fits ? std::string() : text + " is not a number above 0";
        },
        "ABOVE 0");
}

/// 0 or a number above it.
inline CLI::Validator zeroOrMore()
{
    return CLI::Validator(
        [](std::string& text) {
            double value = -1;
            const bool fits = CLI::detail::lexical_cast(text, value) && value >= 0 && std::isfinite(value);
            return fits ? std::string() : text + " is not 0 or a number above it";
        },
        "0 OR MORE");
}

} // namespace bridgescope
