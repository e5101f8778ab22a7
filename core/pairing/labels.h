#pragma once
#include "core/base/context.h"
#include "core/base/types.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace bridgescope {

std::string_view trimmed(std::string_view text); ///< without blanks, tabs and line ends at both ends

/// NFC and full case folding (Unicode, utf8proc). Bytes that are not UTF-8 come back as they are.
std::string normalizedLabel(std::string_view label);

/// The labels of two sets as numbers from 0: equal numbers where labels match, -1 for an empty label.
/// With `normalize` a label that the other set has byte for byte matches that one alone; only the rest is compared
/// normalized, so that normalizing never takes a match away ("Polish" beside "polish").
struct LabelNumbers {
    std::vector<std::int32_t> x, y;
    std::int32_t count = 0;
};
LabelNumbers numberLabels(std::span<const std::string> x, std::span<const std::string> y, bool normalize,
                          const Context& context = {});

/// The rows of every number, ascending, without a list a number.
class RowsByNumber {
public:
    RowsByNumber(std::span<const std::int32_t> numbers, std::int32_t count);
    std::span<const std::int32_t> rows(std::int32_t number) const;

private:
    std::vector<std::int32_t> m_starts, m_rows;
};

/// Rows of a set by label, for files that name labels: as written, then normalized where asked for.
class LabelIndex {
public:
    LabelIndex(std::span<const std::string> labels, bool normalize);
    std::span<const std::int32_t> find(std::string_view label) const; ///< ascending rows; empty where there is none

private:
    using Map = std::unordered_map<std::string, std::vector<std::int32_t>>;
    Map m_exact, m_normalized;
    bool m_normalize = false;
};

} // namespace bridgescope
