#include "core/dataset/text/record_parser.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fast_float/fast_float.h>

namespace bridgescope {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace

void RecordParser::fail(Index line, const std::string& what) const
{
    throw Error(ErrorKind::Input, what,
                "mend the line, or overrule the guesses with --format, --delimiter, --header, --label-column")
        .inFile(m_file)
        .atLine(line);
}

void RecordParser::failNumber(Index line, std::string_view field, std::size_t column) const
{
    field = trimBlanks(field);
    const std::string where = "column " + std::to_string(column + 1);
    if (field.empty()) fail(line, where + " is empty where a number belongs");
    fail(line, "'" + std::string(field.substr(0, 40)) + "' in " + where + " is not a number");
}

void RecordParser::failCount(Index line, std::size_t found) const
{
    fail(line, std::to_string(found) + (found == 1 ? " field" : " fields") + " where the first items have " +
                   std::to_string(m_layout.columns));
}

void RecordParser::parse(std::string_view record, Index line, const ItemTarget& target)
{
    if (std::memchr(record.data(), 0, record.size())) fail(line, "holds a NUL byte: this is no text");
    if (!m_layout.isWordVectors())
        parseTableRow(record, line, target);
    else if (!parseQuickly(record, target))
        parseWordVector(record, line, target);
}

void RecordParser::setLabel(std::string_view label, const ItemTarget& target)
{
    if (!target.label) return;
    target.label->assign(trimBlanks(label));
    if (target.label->find_first_of("\r\n") == std::string::npos) return;
    ++m_oddities.lineBreaks;
    std::replace_if(
        target.label->begin(), target.label->end(), [](char c) { return c == '\r' || c == '\n'; }, ' ');
}

void RecordParser::noteInfinite(float value, std::string_view field)
{
    if (std::isinf(value) && field.find_first_of("0123456789") != std::string_view::npos) ++m_oddities.infinite;
}

/// A label without blanks and exactly d numbers, as nearly all lines of word vectors are. False: look again.
bool RecordParser::parseQuickly(std::string_view record, const ItemTarget& target)
{
    const char* at = record.data();
    const char* last = at + record.size();
    while (at < last && isBlank(*at))
        ++at;
    const char* label = at;
    while (at < last && !isBlank(*at))
        ++at;
    const std::string_view word(label, static_cast<std::size_t>(at - label));
    for (float& value : target.values) {
        while (at < last && isBlank(*at))
            ++at;
        const char* begin = at;
        const auto [end, error] = fast_float::from_chars(at, last, value);
        if (error != std::errc() || (end < last && !isBlank(*end))) return false;
        at = end;
        if (std::isinf(value)) noteInfinite(value, {begin, static_cast<std::size_t>(end - begin)});
    }
    if (std::any_of(at, last, [](char c) { return !isBlank(c); })) return false;
    setLabel(word, target);
    return true;
}

/// The numbers are the last d fields; what stands before them is the label, blanks and all.
void RecordParser::parseWordVector(std::string_view record, Index line, const ItemTarget& target)
{
    const auto& fields = m_splitter.split(record);
    const std::size_t d = target.values.size();
    if (fields.size() < d + 1) failCount(line, fields.size());
    const std::size_t first = fields.size() - d;
    for (std::size_t i = 0; i < d; ++i) {
        const std::string_view field = fields[first + i];
        if (!parseNumber(field, m_layout.decimalPoint, target.values[i])) failNumber(line, field, first + i);
        noteInfinite(target.values[i], field);
    }
    const char* end = fields[first - 1].data() + fields[first - 1].size();
    setLabel({fields[0].data(), static_cast<std::size_t>(end - fields[0].data())}, target);
}

void RecordParser::parseTableRow(std::string_view record, Index line, const ItemTarget& target)
{
    const auto& fields = m_splitter.split(record);
    std::size_t count = fields.size();
    if (count == m_layout.columns + 1 && trimBlanks(fields.back()).empty()) --count; // behind a last delimiter
    if (count != m_layout.columns) failCount(line, count);
    std::size_t value = 0, text = 0;
    for (std::size_t c = 0; c < count; ++c) {
        if (static_cast<int>(c) == m_layout.labelColumn) {
            setLabel(fields[c], target);
        } else if (text < m_layout.textColumns.size() && m_layout.textColumns[text] == static_cast<int>(c)) {
            target.texts[text++]->assign(trimBlanks(fields[c]));
        } else {
            float& number = target.values[value++];
            if (!parseNumber(fields[c], m_layout.decimalPoint, number)) failNumber(line, fields[c], c);
            noteInfinite(number, fields[c]);
        }
    }
}

} // namespace bridgescope
