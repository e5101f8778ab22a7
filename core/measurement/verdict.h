#pragma once
#include "core/measurement/evaluation.h"

namespace bridgescope {

/// What the three overlaps say together. A verdict never rests on Y,f(X) alone: an untrained map keeps X's neighbors,
/// and X shares some with Y already.
enum class VerdictKind {
    TooSmall,      ///< too few items, or K too near N, to tell
    NothingLearnt, ///< f adds nothing to what X had, and finds y no better than chance
    StaysWithX,    ///< D > 0
    BridgesToY,    ///< D < 0, and f(X) has more of Y's neighbors than X had (G > 0)
    Undecided      ///< D is not told from 0, or f(X) is nearer to Y only because X was
};

struct Verdict {
    VerdictKind kind = VerdictKind::Undecided;
    std::string sentence; ///< "Ridge keeps X’s neighbors rather than Y’s: 4.6 of 10 against 1.7 of 10."
    std::string detail;   ///< D, G with intervals and tests, fit, chance: "D = 0.30 [0.27, 0.32], p < .001; G = ..."
};

/// D and G count where their two-sided p is under `alpha` (z with the network-robust error). "Bridges" asks besides,
/// where the fit was measured (options.fitAndRetrieval), that f finds y better than chance: P@1 above 1/N or a mean
/// cosine above 0.
Verdict judge(const MappingReport& report, const std::string& mapping, double alpha = 0.05);

} // namespace bridgescope
