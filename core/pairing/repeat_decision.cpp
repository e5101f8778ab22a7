#include "core/pairing/join.h"

#include <array>

namespace bridgescope {
namespace {

std::string countWord(std::size_t count)
{
    constexpr std::array words{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
    return count < words.size() ? words[count] : std::to_string(count);
}

std::string itemWord(std::size_t count)
{
    return countWord(count) + (count == 1 ? " item" : " items");
}

/// "135 and 509", "1, 2 and 3", "1, 2, 3 and 9 more": rows from 1.
std::string rowList(const EmbeddingSet& set, std::span<const std::int32_t> rows)
{
    constexpr std::size_t shown = 4;
    const bool cut = rows.size() > shown;
    const std::size_t listed = cut ? shown - 1 : rows.size();
    std::string text;
    for (std::size_t i = 0; i < listed; ++i) {
        if (i > 0) text += !cut && i + 1 == listed ? " and " : ", ";
        text += std::to_string(set.fileRow(rows[i]) + 1);
    }
    if (cut) text += " and " + std::to_string(rows.size() - listed) + " more";
    return text;
}

} // namespace

std::string repeatDecision(const EmbeddingSet& x, std::span<const std::int32_t> rowsX, const EmbeddingSet& y,
                           std::span<const std::int32_t> rowsY, Index labelsBesides)
{
    std::string text = "\"" + std::string(trimmed(x.labels[static_cast<std::size_t>(rowsX[0])])) + "\" names ";
    if (rowsX.size() == rowsY.size())
        text += itemWord(rowsX.size()) + " in each file";
    else
        text += itemWord(rowsX.size()) + " in X and " + countWord(rowsY.size()) + " in Y";
    text += (rowsX.size() + rowsY.size() > 2 ? ", rows " : ", row ") + rowList(x, rowsX) + " in X, " +
            rowList(y, rowsY) + " in Y";
    if (labelsBesides > 0)
        text +=
            "; " + std::to_string(labelsBesides) + (labelsBesides == 1 ? " more label repeats" : " more labels repeat");
    return text;
}

std::string repeatOnOneSide(const EmbeddingSet& set, std::span<const std::int32_t> rows, const char* side)
{
    return "\"" + set.labelOf(rows[0]) + "\" names " + itemWord(rows.size()) + " in " + side + ", rows " +
           rowList(set, rows);
}

void keepExample(std::vector<std::string>& examples, std::string text)
{
    if (examples.size() < examplesKept) examples.push_back(std::move(text));
}

std::string firstLabels(const EmbeddingSet& set)
{
    const Index shown = std::min<Index>(set.size(), 3);
    std::string text;
    for (Index row = 0; row < shown; ++row)
        text += (row > 0 ? ", \"" : "\"") + set.labelOf(row) + "\"";
    return set.size() > shown ? text + ", ..." : text;
}

} // namespace bridgescope
