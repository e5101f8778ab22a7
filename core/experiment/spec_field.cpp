#include "core/experiment/spec_field.h"

#include <algorithm>

namespace bridgescope {
namespace {

std::string shown(const SpecField::Json& json)
{
    std::string text = json.dump(-1, ' ', false, SpecField::Json::error_handler_t::replace);
    if (text.size() > 40) text = text.substr(0, 37) + "...";
    return text;
}

/// Whole and not negative, whether parsed (unsigned) or made in the program (signed).
bool isWhole(const SpecField::Json& json)
{
    return json.is_number_unsigned() || (json.is_number_integer() && json.get<std::int64_t>() >= 0);
}

template<class Texts> std::string listOf(const Texts& texts)
{
    std::string list;
    for (const auto& text : texts)
        list += (list.empty() ? "" : ", ") + std::string(text);
    return list;
}

} // namespace

std::string withoutDashes(const std::string& text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = i == 0 || text[i - 1] == ' ' || text[i - 1] == '(';
        const bool option =
            begins && text.compare(i, 2, "--") == 0 && i + 2 < text.size() && text[i + 2] >= 'a' && text[i + 2] <= 'z';
        if (option) ++i;
        if (!option) result += text[i];
    }
    return result;
}

void SpecField::refuse(const std::string& what, const std::string& hint) const
{
    throw Error(ErrorKind::Input, (m_path.empty() ? "the spec" : m_path) + ": " + what, hint).inFile(m_file);
}

void SpecField::guarded(const std::function<void()>& set) const
{
    try {
        set();
    } catch (const Error& error) {
        std::string what = withoutDashes(error.message);
        const std::string own = m_path.substr(m_path.rfind('.') + 1) + " "; // the path names it already
        if (what.starts_with(own)) what = what.substr(own.size());
        refuse(what, withoutDashes(error.hint));
    }
}

void SpecField::requireObject() const
{
    if (!m_json.is_object()) refuse(shown(m_json) + " is no object", "write it as {\"key\": value, ...}");
}

void SpecField::requireObject(std::initializer_list<const char*> allowed) const
{
    requireObject();
    for (const auto& [key, value] : m_json.items())
        if (std::find(allowed.begin(), allowed.end(), key) == allowed.end())
            at(key).refuse("there is no such key", "the keys here are " + listOf(allowed));
}

SpecField SpecField::at(const std::string& key) const
{
    const std::string path = m_path.empty() ? key : m_path + "." + key;
    const auto found = m_json.find(key);
    if (found == m_json.end()) SpecField(m_json, path, m_file).refuse("is missing", "add it");
    return {*found, path, m_file};
}

std::vector<SpecField> SpecField::elements() const
{
    if (!m_json.is_array()) refuse(shown(m_json) + " is no list", "write it as [..., ...]");
    if (m_json.empty()) refuse("is an empty list", "give at least one entry");
    std::vector<SpecField> fields;
    for (std::size_t i = 0; i < m_json.size(); ++i)
        fields.emplace_back(m_json[i], m_path + "[" + std::to_string(i) + "]", m_file);
    return fields;
}

std::vector<SpecField> SpecField::oneOrMany() const
{
    return m_json.is_array() ? elements() : std::vector<SpecField>{*this};
}

std::string SpecField::text() const
{
    if (!m_json.is_string() || m_json.get_ref<const std::string&>().empty())
        refuse(shown(m_json) + " is no text", "give it in quotes");
    return m_json.get<std::string>();
}

bool SpecField::flag() const
{
    if (!m_json.is_boolean()) refuse(shown(m_json) + " is neither true nor false", "write true or false");
    return m_json.get<bool>();
}

double SpecField::number() const
{
    if (!m_json.is_number()) refuse(shown(m_json) + " is no number", "give a number");
    return m_json.get<double>();
}

Index SpecField::count(Index least) const
{
    const bool whole = isWhole(m_json) && m_json.get<std::uint64_t>() <= std::uint64_t(1) << 40;
    if (!whole || m_json.get<Index>() < least)
        refuse(shown(m_json) + " is no whole number from " + std::to_string(least), "give a whole number");
    return m_json.get<Index>();
}

std::uint64_t SpecField::seed() const
{
    if (!isWhole(m_json)) refuse(shown(m_json) + " is no seed", "give a whole number from 0");
    return m_json.get<std::uint64_t>();
}

std::string SpecField::choice(std::initializer_list<const char*> choices) const
{
    if (m_json.is_string())
        for (const char* one : choices)
            if (m_json == one) return one;
    refuse(shown(m_json) + " is none of its values", "choose " + listOf(choices));
}

} // namespace bridgescope
