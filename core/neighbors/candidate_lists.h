#pragma once
#include "core/neighbors/neighbor_table.h"

#include <functional>
#include <vector>

namespace bridgescope {

/// Per query the few candidates that may be among its K nearest, in bounded memory.
///
/// An upper value v and a lower value v - q_i - q_j enclose each candidate's true value. The K-th largest lower value
/// seen is the threshold: whoever's upper value lies below it is out. Where too many stay within the bound of one
/// another (near ties), they are settled at once by their canonical values, and only the K best are kept.
class CandidateLists {
public:
    /// canonical(query, candidate): the float64 value that defines the order, greater is nearer.
    struct Rules {
        Index k = 1;
        const std::vector<float>* queryQ = nullptr;
        const std::vector<float>* candidateQ = nullptr;
        std::function<double(std::int32_t query, std::int32_t candidate)> canonical;
        double exactScale = 1; ///< canonical value * exactScale is the true value in v's units
    };
    CandidateLists(Index queries, Rules rules);

    float threshold(Index query) const { return m_thresholds[static_cast<std::size_t>(query)]; }
    const float* thresholds() const { return m_thresholds.data(); }
    /// `value` is v_ij >= threshold(query). One thread a query at a time.
    void insert(Index query, std::int32_t candidate, float value);

    /// The K best by canonical value, ties to the lower candidate. Ends the query.
    void finish(Index query, std::vector<std::int32_t>& candidates, std::vector<double>& values);

private:
    struct Candidate {
        float value;
        std::int32_t index;
    };
    Candidate* begin(Index query) { return m_candidates.data() + query * m_capacity; }
    void compact(Index query);
    void settle(Index query);

    Rules m_rules;
    Index m_capacity = 0;
    std::vector<Candidate> m_candidates;
    std::vector<std::int32_t> m_counts;
    std::vector<float> m_thresholds;
};

} // namespace bridgescope
