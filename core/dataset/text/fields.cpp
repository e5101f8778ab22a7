#include "core/dataset/text/fields.h"

#include <algorithm>
#include <charconv>
#include <fast_float/fast_float.h>

namespace bridgescope {

std::string_view trimBlanks(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string_view nextLine(std::string_view text, std::size_t& position)
{
    const std::size_t end = std::min(text.find('\n', position), text.size());
    std::string_view line = text.substr(position, end - position);
    position = std::min(end + 1, text.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

bool quotesSpanLines(char delimiter)
{
    return delimiter == ',' || delimiter == ';';
}

Record nextRecord(std::string_view text, std::size_t& position, char delimiter)
{
    const std::size_t begin = position;
    Record record{nextLine(text, position)};
    if (!quotesSpanLines(delimiter) || record.text.find('"') == std::string_view::npos) return record;
    bool quoted = false, fieldStart = true;
    std::size_t at = begin;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            if (c == '\n') ++record.lines;
            if (c != '"') continue;
            if (at + 1 < text.size() && text[at + 1] == '"')
                ++at;
            else
                quoted = false;
        } else if (c == '\n') {
            break;
        } else {
            quoted = c == '"' && fieldStart;
            fieldStart = c == delimiter || (fieldStart && c == ' ');
        }
    }
    record.text = text.substr(begin, at - begin);
    if (record.text.ends_with('\r')) record.text.remove_suffix(1);
    record.closed = !quoted;
    position = std::min(at + 1, text.size());
    return record;
}

const std::vector<std::string_view>& FieldSplitter::split(std::string_view record)
{
    m_fields.clear();
    if (m_delimiter == ' ') {
        splitAtBlanks(record);
        return m_fields;
    }
    m_unquoted.clear();
    std::size_t at = 0;
    while (true) {
        const std::size_t start = std::min(record.find_first_not_of(' ', at), record.size());
        if (start < record.size() && record[start] == '"') {
            at = takeQuoted(record, start);
        } else {
            const std::size_t end = std::min(record.find(m_delimiter, at), record.size());
            m_fields.push_back(record.substr(at, end - at));
            at = end;
        }
        if (at >= record.size()) return m_fields;
        ++at;
    }
}

void FieldSplitter::splitAtBlanks(std::string_view record)
{
    std::size_t at = 0;
    while (true) {
        at = record.find_first_not_of(" \t", at);
        if (at == std::string_view::npos) return;
        const std::size_t end = std::min(record.find_first_of(" \t", at), record.size());
        m_fields.push_back(record.substr(at, end - at));
        at = end;
    }
}

/// The field whose opening quote is at `at`; returns where its delimiter is.
std::size_t FieldSplitter::takeQuoted(std::string_view record, std::size_t at)
{
    std::size_t close = at + 1;
    bool doubled = false;
    for (; close < record.size(); ++close) {
        if (record[close] != '"') continue;
        if (close + 1 >= record.size() || record[close + 1] != '"') break;
        doubled = true;
        ++close;
    }
    const std::size_t after = std::min(close + 1, record.size());
    const std::size_t end = std::min(record.find(m_delimiter, after), record.size());
    const bool strict = trimBlanks(record.substr(after, end - after)).empty();
    if (m_delimiter == '\t' && (close >= record.size() || !strict)) {
        const std::size_t next = std::min(record.find(m_delimiter, at), record.size());
        m_fields.push_back(record.substr(at, next - at));
        return next;
    }
    const std::string_view inside = record.substr(at + 1, std::min(close, record.size()) - at - 1);
    if (!doubled && strict) {
        m_fields.push_back(inside);
        return end;
    }
    m_unquoted.reserve(record.size()); // never grows while fields point into it
    const std::size_t begin = m_unquoted.size();
    for (std::size_t i = 0; i < inside.size(); ++i) {
        m_unquoted += inside[i];
        if (inside[i] == '"') ++i;
    }
    m_unquoted += record.substr(after, end - after);
    m_fields.push_back(std::string_view(m_unquoted).substr(begin));
    return end;
}

bool parseNumber(std::string_view field, char decimalPoint, float& value)
{
    field = trimBlanks(field);
    if (field.starts_with('+') && !field.starts_with("+-")) field.remove_prefix(1);
    if (field.empty()) return false;
    if (decimalPoint == ',' && field.find(',') == std::string_view::npos) decimalPoint = '.';
    const fast_float::parse_options options{fast_float::chars_format::general, decimalPoint};
    float parsed = 0;
    const char* last = field.data() + field.size();
    const auto [end, error] = fast_float::from_chars_advanced(field.data(), last, parsed, options);
    if (error != std::errc() || end != last) return false;
    value = parsed;
    return true;
}

bool parseWhole(std::string_view field, Index& value)
{
    const char* last = field.data() + field.size();
    const auto [end, error] = std::from_chars(field.data(), last, value);
    return error == std::errc() && end == last && value >= 0;
}

} // namespace bridgescope
