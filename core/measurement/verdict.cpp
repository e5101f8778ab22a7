#include "core/measurement/verdict.h"

#include <cmath>
#include <cstdio>

namespace bridgescope {
namespace {

constexpr Index leastItems = 30;

std::string decimal(double value, int digits)
{
    char text[32];
    const double shown = std::abs(value) * std::pow(10, digits) < 0.5 ? 0 : value;
    std::snprintf(text, sizeof text, "%.*f", digits, std::abs(shown));
    return (shown < 0 ? "\u2212" : "") + std::string(text);
}

std::string ofK(const Overlap& overlap)
{
    return decimal(overlap.mean * static_cast<double>(overlap.k), 1) + " of " + std::to_string(overlap.k);
}

std::string pText(double p)
{
    if (p < 0.001) return "p < .001";
    return p > 0.9995 ? "p = 1" : "p = " + decimal(p, 3).substr(1);
}

std::string testText(const char* name, const DifferenceTest& test)
{
    return std::string(name) + " = " + decimal(test.mean, 2) + " [" + decimal(test.interval.low, 2) + ", " +
           decimal(test.interval.high, 2) + "], " + pText(test.pValue);
}

/// Whether f was seen to find y: true where it was not measured, so that K can be dragged without the verdict
/// flickering.
bool findsTarget(const MappingReport& report)
{
    if (!report.options.fitAndRetrieval) return true;
    const double n = static_cast<double>(std::max<Index>(report.xf.n, 1));
    const double chance = 1 / n, error = std::sqrt(chance * (1 - chance) / n);
    return report.retrieval.forwardCosine.p1 > chance + 1.645 * error || report.fit.r2 > 0;
}

VerdictKind kindOf(const MappingReport& report, double alpha)
{
    const Overlap& xf = report.xf;
    if (xf.n < leastItems || 2 * xf.k > xf.n - 1) return VerdictKind::TooSmall;
    const bool gains = report.gain.pValue < alpha && report.gain.mean > 0;
    const bool differs = report.difference.pValue < alpha && report.difference.mean != 0;
    if (!gains && report.options.fitAndRetrieval && !findsTarget(report)) return VerdictKind::NothingLearnt;
    const bool aboveChance = xf.interval.low > xf.chance || report.yf.interval.low > report.yf.chance;
    if (!gains && !aboveChance) return VerdictKind::NothingLearnt;
    if (!differs) return VerdictKind::Undecided;
    if (report.difference.mean > 0) return VerdictKind::StaysWithX;
    return gains && findsTarget(report) ? VerdictKind::BridgesToY : VerdictKind::Undecided;
}

std::string sentenceOf(VerdictKind kind, const MappingReport& report, const std::string& mapping)
{
    const std::string x = ofK(report.xf), y = ofK(report.yf);
    switch (kind) {
    case VerdictKind::TooSmall:
        if (report.xf.n < leastItems) return "Too few items to tell: N = " + std::to_string(report.xf.n) + ".";
        return "K is too large to tell: " + std::to_string(report.xf.k) + " of " + std::to_string(report.xf.n - 1) +
               " others.";
    case VerdictKind::NothingLearnt:
        return mapping + " has learnt nothing of Y: " + y + " of Y’s neighbors, where X itself has " + ofK(report.xy) +
               ".";
    case VerdictKind::StaysWithX:
        return mapping + " keeps X’s neighbors rather than Y’s: " + x + " against " + y + ".";
    case VerdictKind::BridgesToY:
        return mapping + " bridges to Y: " + y + " of Y’s neighbors against " + x + " of X’s.";
    case VerdictKind::Undecided:
        break;
    }
    if (report.difference.pValue < 0.05 && report.difference.mean < 0) {
        const std::string start = "Undecided: " + mapping + " has " + y + " of Y’s neighbors, but ";
        return report.gain.pValue < 0.05 && report.gain.mean > 0
                   ? start + "finds y itself no better than chance."
                   : start + "not more than X itself with " + ofK(report.xy) + ".";
    }
    return "Undecided: " + mapping + " keeps " + x + " of X’s neighbors and " + y + " of Y’s.";
}

} // namespace

Verdict judge(const MappingReport& report, const std::string& mapping, double alpha)
{
    Verdict verdict;
    verdict.kind = kindOf(report, alpha);
    verdict.sentence = sentenceOf(verdict.kind, report, mapping);
    verdict.detail = testText("D", report.difference) + "; " + testText("G", report.gain);
    if (report.options.fitAndRetrieval)
        verdict.detail += "; cos(f(x), y) " + decimal(report.fit.cosine, 2) + ", P@1 " +
                          decimal(report.retrieval.forwardCosine.p1, 3);
    verdict.detail += "; chance " + decimal(report.xf.chance * static_cast<double>(report.xf.k), 2) + " of " +
                      std::to_string(report.xf.k) + ".";
    return verdict;
}

} // namespace bridgescope
