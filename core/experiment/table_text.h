#pragma once
#include "core/experiment/printed_table.h"

#include <string_view>
#include <utility>

namespace bridgescope {

/// Every occurrence of a first replaced by its second, in one pass; earlier pairs go before later ones.
using Replacements = std::vector<std::pair<std::string_view, std::string_view>>;
std::string replaced(const std::string& text, const Replacements& table);

/// Runs of columns of one group, as {begin, end}.
std::vector<std::pair<std::size_t, std::size_t>> columnGroups(const std::vector<PrintedTable::Column>& columns);

} // namespace bridgescope
