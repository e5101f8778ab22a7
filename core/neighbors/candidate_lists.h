#pragma once
#include "core/base/matrix.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace bridgescope {

/// Per query the few candidates that may be among its K nearest, in bounded memory.
///
/// An upper value v and a lower value v - q_i - q_j enclose each candidate's true value. The K-th largest lower value
/// seen is the threshold: whoever's upper value lies below it is out. Where too many stay within the bound of one
/// another (near ties), they are settled at once by their canonical values, and only the K best are kept.
class CandidateLists {
public:
    struct Rules {
        Index k = 1;
        std::span<const float> queryQ, candidateQ;
        /// The float64 values that define the order, greater is nearer, of the query with each candidate.
        std::function<void(std::int32_t query, std::span<const std::int32_t> candidates, double* values)> canonical;
        double exactScale = 1; ///< canonical value * exactScale is the true value in v's units
    };
    CandidateLists(Index queries, Rules rules);
    static std::uint64_t bytesPerQuery(Index k);

    float threshold(Index query) const { return m_thresholds[static_cast<std::size_t>(query)]; }
    const float* thresholds() const { return m_thresholds.data(); }
    /// `value` is v_ij; nothing happens where it lies below the threshold. One thread a query at a time.
    void insert(Index query, std::int32_t candidate, float value)
    {
        const auto at = static_cast<std::size_t>(query);
        if (value < m_thresholds[at]) return;
        auto& count = m_counts[at];
        values(query)[count] = value;
        indices(query)[count++] = candidate;
        if (count == m_capacity) compact(query);
    }

    /// The K best by canonical value, ties to the lower candidate. Ends the query.
    void finish(Index query, std::vector<std::int32_t>& candidates, std::vector<double>& values);

private:
    struct Scored {
        double value;
        std::int32_t index;
        float upper;
    };
    static bool nearer(const Scored& a, const Scored& b)
    {
        return a.value != b.value ? a.value > b.value : a.index < b.index;
    }
    static Index capacity(Index k);
    float* values(Index query) { return m_values.get() + query * m_capacity; }
    std::int32_t* indices(Index query) { return m_indices.get() + query * m_capacity; }
    void compact(Index query);
    void settle(Index query);
    std::vector<Scored>& score(Index query);

    Rules m_rules;
    Index m_capacity = 0;
    std::unique_ptr<float[]> m_values;         ///< m_capacity a query, the first m_counts of them set
    std::unique_ptr<std::int32_t[]> m_indices; ///< likewise
    std::vector<std::int32_t> m_counts;
    std::vector<float> m_thresholds;
};

} // namespace bridgescope
