#include "core/pairing/groups.h"

#include "core/base/error.h"

#include <numeric>
#include <string_view>
#include <unordered_map>

namespace bridgescope {
namespace {

std::vector<std::int32_t> numberValues(const std::vector<std::string>& values)
{
    std::unordered_map<std::string_view, std::int32_t> numbers;
    std::vector<std::int32_t> groups;
    groups.reserve(values.size());
    std::int32_t next = 0;
    for (const auto& value : values) {
        if (value.empty()) {
            groups.push_back(next++);
            continue;
        }
        const auto [place, isNew] = numbers.try_emplace(value, next);
        next += isNew;
        groups.push_back(place->second);
    }
    return groups;
}

/// Sets that grow together; a set is named by its lowest member.
class DisjointSets {
public:
    explicit DisjointSets(std::size_t count) : m_parents(count)
    {
        std::iota(m_parents.begin(), m_parents.end(), std::size_t(0));
    }

    std::size_t find(std::size_t item)
    {
        while (m_parents[item] != item)
            item = m_parents[item] = m_parents[m_parents[item]];
        return item;
    }

    void join(std::size_t a, std::size_t b)
    {
        a = find(a);
        b = find(b);
        m_parents[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::size_t> m_parents;
};

template<class Keys> void joinEqual(const Keys& keys, DisjointSets& sets)
{
    std::unordered_map<typename Keys::value_type, std::size_t> first;
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (const auto [place, isNew] = first.try_emplace(keys[i], i); !isNew) sets.join(place->second, i);
}

} // namespace

std::vector<std::int32_t> leakGroups(const PairedSet& pairs)
{
    DisjointSets sets(pairs.labels.size());
    joinEqual(pairs.labels, sets);
    joinEqual(pairs.groupsX, sets);
    joinEqual(pairs.groupsY, sets);
    std::vector<std::int32_t> groups(pairs.labels.size());
    std::int32_t next = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const std::size_t root = sets.find(i);
        groups[i] = root == i ? next++ : groups[root];
    }
    return groups;
}

std::vector<std::int32_t> groupItems(const PairedSet& pairs, const std::string& group)
{
    if (group == "label") return leakGroups(pairs);
    if (const auto* column = pairs.metadata.find(group)) return numberValues(column->values);
    std::string known = "label";
    for (const auto& column : pairs.metadata.columns)
        known += ", " + column.name;
    throw Error(ErrorKind::Usage, "no column \"" + group + "\" to group by", "choose one of: " + known);
}

} // namespace bridgescope
