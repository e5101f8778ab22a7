#include "core/base/random.h"

#include "core/base/error.h"

#include <bit>
#include <cmath>
#include <numeric>
#include <sstream>
#include <utility>

namespace bridgescope {
namespace {

std::uint64_t mix(std::uint64_t seed, std::string_view name)
{
    std::uint64_t hash = 0xcbf29ce484222325u; // FNV-1a
    for (const char c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    std::uint64_t z = seed + hash + 0x9e3779b97f4a7c15u; // SplitMix64's finalizer
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

} // namespace

Random::Random(std::uint64_t seed, std::string_view stream) : m_engine(mix(seed, stream)) {}

double Random::uniform()
{
    return static_cast<double>(bits() >> 11) * 0x1.0p-53;
}

double Random::normal()
{
    if (std::exchange(m_hasSpare, false)) return m_spare;
    double u, v, s;
    do {
        u = 2 * uniform() - 1;
        v = 2 * uniform() - 1;
        s = u * u + v * v;
    } while (s >= 1 || s == 0);
    const double scale = std::sqrt(-2 * std::log(s) / s);
    m_spare = v * scale;
    m_hasSpare = true;
    return u * scale;
}

Index Random::below(Index bound)
{
    const auto range = static_cast<std::uint64_t>(bound);
    const std::uint64_t limit =
        std::uint64_t(0) - (std::uint64_t(0) - range) % range; // a multiple of range, or 0 for 2^64
    std::uint64_t value;
    do
        value = bits();
    while (limit != 0 && value >= limit);
    return static_cast<Index>(value % range);
}

void Random::shuffle(std::vector<Index>& order)
{
    for (Index i = static_cast<Index>(order.size()) - 1; i > 0; --i)
        std::swap(order[static_cast<std::size_t>(i)], order[static_cast<std::size_t>(below(i + 1))]);
}

std::string Random::state() const
{
    std::ostringstream out;
    out << m_engine << ' ' << m_hasSpare << ' ' << std::bit_cast<std::uint64_t>(m_spare);
    return out.str();
}

void Random::restore(const std::string& state)
{
    std::istringstream in(state);
    std::uint64_t spare = 0;
    in >> m_engine >> m_hasSpare >> spare;
    if (!in) throw Error(ErrorKind::Input, "random state cannot be read");
    m_spare = std::bit_cast<double>(spare);
}

std::vector<Index> ascending(Index n)
{
    std::vector<Index> order(static_cast<std::size_t>(n));
    std::iota(order.begin(), order.end(), Index(0));
    return order;
}

} // namespace bridgescope
