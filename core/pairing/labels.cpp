#include "core/pairing/labels.h"

#include <cstdlib>
#include <memory>
#include <utf8proc.h>

namespace bridgescope {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n\v\f";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string normalizedLabel(std::string_view label)
{
    utf8proc_uint8_t* bytes = nullptr;
    const auto length = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(label.data()), static_cast<utf8proc_ssize_t>(label.size()), &bytes,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(bytes, &std::free);
    if (length < 0) return std::string(label);
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)};
}

namespace {

enum Presence : std::uint8_t { InX = 1, InY = 2, InBoth = 3 };

struct Dictionary {
    std::unordered_map<std::string_view, std::int32_t> numbers;
    std::vector<std::string_view> labels;
    std::vector<std::uint8_t> sides;

    std::int32_t add(std::string_view label, Presence side)
    {
        if (label.empty()) return -1;
        const auto [place, isNew] = numbers.try_emplace(label, static_cast<std::int32_t>(labels.size()));
        if (isNew) {
            labels.push_back(label);
            sides.push_back(0);
        }
        sides[static_cast<std::size_t>(place->second)] |= side;
        return place->second;
    }
};

/// Replaces the numbers of labels found on one side only by those of their normalized form.
void mergeNormalized(const Dictionary& dictionary, LabelNumbers& numbers)
{
    std::unordered_map<std::string, std::int32_t> normalized;
    std::vector<std::int32_t> replacement(dictionary.labels.size());
    for (std::size_t i = 0; i < replacement.size(); ++i) {
        replacement[i] = static_cast<std::int32_t>(i);
        if (dictionary.sides[i] == InBoth) continue;
        replacement[i] =
            normalized.try_emplace(normalizedLabel(dictionary.labels[i]), static_cast<std::int32_t>(i)).first->second;
    }
    for (auto* side : {&numbers.x, &numbers.y})
        for (auto& number : *side)
            if (number >= 0) number = replacement[static_cast<std::size_t>(number)];
}

} // namespace

LabelNumbers numberLabels(std::span<const std::string> x, std::span<const std::string> y, bool normalize,
                          const Context& context)
{
    Dictionary dictionary;
    dictionary.numbers.reserve(x.size() + y.size() / 4);
    LabelNumbers numbers;
    numbers.x.reserve(x.size());
    numbers.y.reserve(y.size());
    const auto add = [&](std::span<const std::string> labels, auto side, std::vector<std::int32_t>& to) {
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (i % 8192 == 0) context.checkStop();
            to.push_back(dictionary.add(trimmed(labels[i]), side));
        }
    };
    add(x, InX, numbers.x);
    add(y, InY, numbers.y);
    context.checkStop();
    numbers.count = static_cast<std::int32_t>(dictionary.labels.size());
    if (normalize) mergeNormalized(dictionary, numbers);
    return numbers;
}

RowsByNumber::RowsByNumber(std::span<const std::int32_t> numbers, std::int32_t count)
    : m_starts(static_cast<std::size_t>(count) + 1), m_rows(numbers.size())
{
    for (const auto number : numbers)
        if (number >= 0) ++m_starts[static_cast<std::size_t>(number) + 1];
    for (std::size_t i = 1; i < m_starts.size(); ++i)
        m_starts[i] += m_starts[i - 1];
    auto next = m_starts;
    for (std::size_t row = 0; row < numbers.size(); ++row)
        if (numbers[row] >= 0)
            m_rows[static_cast<std::size_t>(next[static_cast<std::size_t>(numbers[row])]++)] =
                static_cast<std::int32_t>(row);
}

std::span<const std::int32_t> RowsByNumber::rows(std::int32_t number) const
{
    const auto first = static_cast<std::size_t>(m_starts[static_cast<std::size_t>(number)]);
    const auto last = static_cast<std::size_t>(m_starts[static_cast<std::size_t>(number) + 1]);
    return std::span(m_rows).subspan(first, last - first);
}

LabelIndex::LabelIndex(std::span<const std::string> labels, bool normalize) : m_normalize(normalize)
{
    m_exact.reserve(labels.size());
    for (std::size_t row = 0; row < labels.size(); ++row) {
        const auto label = trimmed(labels[row]);
        if (label.empty()) continue;
        m_exact[std::string(label)].push_back(static_cast<std::int32_t>(row));
        if (normalize) m_normalized[normalizedLabel(label)].push_back(static_cast<std::int32_t>(row));
    }
}

std::span<const std::int32_t> LabelIndex::find(std::string_view label) const
{
    if (const auto found = m_exact.find(std::string(label)); found != m_exact.end()) return found->second;
    if (m_normalize)
        if (const auto found = m_normalized.find(normalizedLabel(label)); found != m_normalized.end())
            return found->second;
    return {};
}

} // namespace bridgescope
