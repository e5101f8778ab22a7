#pragma once
#include "core/base/error.h"
#include "core/base/types.h"

#include <functional>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace bridgescope {

/// A value of a spec with its path ("maps[1].ridge"), so that every error names the field.
class SpecField {
public:
    using Json = nlohmann::ordered_json;
    SpecField(const Json& json, std::string path, std::string file)
        : m_json(json), m_path(std::move(path)), m_file(std::move(file))
    {
    }

    const Json& json() const { return m_json; }
    const std::string& path() const { return m_path; }

    void requireObject(std::initializer_list<const char*> allowed) const; ///< refuses keys that are none of these
    void requireObject() const;
    bool has(const char* key) const { return m_json.contains(key); }
    SpecField at(const std::string& key) const; ///< @throws where it is missing
    std::vector<SpecField> elements() const;    ///< of a list; @throws where it is none or empty
    std::vector<SpecField> oneOrMany() const;   ///< a list's, or the value itself

    std::string text() const;
    bool flag() const;
    double number() const;
    Index count(Index least) const;
    std::uint64_t seed() const;
    std::string choice(std::initializer_list<const char*> choices) const;

    /// Runs `set` and puts the path before what it throws, its options written as here.
    void guarded(const std::function<void()>& set) const;
    [[noreturn]] void refuse(const std::string& what, const std::string& hint) const;

private:
    const Json& m_json;
    std::string m_path, m_file;
};

/// Options as a spec writes them: "--ridge 0" is "ridge 0".
std::string withoutDashes(const std::string& text);

} // namespace bridgescope
