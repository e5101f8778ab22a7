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

/// Quoted where it must be.
std::string csvQuoted(const std::string& text);
/// The shortest decimals that are the number again; empty for none.
std::string shortest(double value);
std::string shortest(const std::optional<double>& value);

/// "a", "a and b", "a, b and c".
template<class Values, class Text> std::string listed(const Values& values, Text text)
{
    std::string list;
    for (std::size_t i = 0; i < values.size(); ++i)
        list += (i == 0 ? "" : i + 1 == values.size() ? " and " : ", ") + text(values[i]);
    return list;
}

} // namespace bridgescope
