#pragma once
#include "core/measurement/mapping_comparison.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace bridgescope {

/// Columns aligned by their longest entry; the first column to the left, the others to the right.
void printColumns(std::ostream& out, const std::vector<std::vector<std::string>>& rows);

/// Fixed decimals; "–" for a value that is not there.
std::string fixed(double value, int decimals = 4);
std::string fixed(const std::optional<double>& value, int decimals = 4);
/// "< .001", or three decimals.
std::string pValueText(double p);

void printOverlap(std::ostream& out, const Overlap& overlap, const std::string& name);
/// Says where overlaps at every K end before the K asked for: they have N - 1 others.
void warnOfKMax(const Overlap& overlap, Index asked, const Context& context);
void printReport(std::ostream& out, const MappingReport& report);
/// The overlaps by CSLS lists beside those of the report, and what follows.
void printWithoutHubs(std::ostream& out, const MappingReport& report, const MappingReport& csls);
/// The paired tests of f against g.
void printComparison(std::ostream& out, const MappingComparison& comparison);

/// What the numbers of a CSV rest on, in FILE.provenance.json beside it; nowhere where FILE is a device or a pipe.
void writeConvention(const std::string& csvFile, const std::string& convention);
/// A CSV field, quoted where it must be.
std::string csvField(const std::string& text);

} // namespace bridgescope
