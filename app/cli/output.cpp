#include "app/cli/output.h"

#include "core/base/atomic_file.h"
#include "core/measurement/hub_audit.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <ostream>

namespace bridgescope {
namespace {

/// Characters, not bytes, so that "f(X) → Y" lines up.
std::size_t width(const std::string& text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xC0) != 0x80; }));
}

std::string intervalText(const Interval& interval)
{
    return "[" + fixed(interval.low) + ", " + fixed(interval.high) + "]";
}

std::vector<std::string> overlapRow(const std::string& name, const Overlap& overlap)
{
    std::vector<std::string> row = {name,
                                    fixed(overlap.mean),
                                    intervalText(overlap.interval),
                                    fixed(overlap.chance),
                                    overlap.pValue ? pValueText(*overlap.pValue) : "–",
                                    fixed(overlap.calibrated)};
    if (!overlap.folds.empty()) row.push_back(fixed(overlap.foldSd));
    return row;
}

std::vector<std::string> overlapHeader(const Overlap& overlap)
{
    std::vector<std::string> header = {"mNNO", "mean", "95 % interval", "chance", "p (null)", "calibrated"};
    if (!overlap.folds.empty()) header.push_back("sd over folds");
    return header;
}

const std::vector<std::string> testHeader = {"test", "mean", "95 % interval", "p", "Wilcoxon p", "effect size"};

std::vector<std::string> testRow(const char* name, const DifferenceTest& test)
{
    return {name,
            fixed(test.mean),
            intervalText(test.interval),
            pValueText(test.pValue),
            pValueText(test.wilcoxonP),
            fixed(test.effectSize, 3)};
}

std::vector<std::string> retrievalRow(const char* name, const RetrievalScores& scores)
{
    return {name,
            fixed(scores.p1, 3),
            fixed(scores.p5, 3),
            fixed(scores.p10, 3),
            fixed(scores.mrr, 3),
            fixed(scores.medianRank, 1)};
}

/// What two overlaps leave to the third, which no true lists leave: a check.
void printBound(std::ostream& out, const MappingReport& report)
{
    const Interval room = boundOfThird(report.xf.mean, report.xy.mean);
    out << "check: X, f(X) and X, Y leave Y, f(X) between " << fixed(room.low) << " and " << fixed(room.high) << ": "
        << fixed(report.yf.mean) << (withinBound(report.yf.mean, room) ? " holds" : " does not: the lists are wrong")
        << '\n';
}

} // namespace

std::string fixed(double value, int decimals)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

std::string fixed(const std::optional<double>& value, int decimals)
{
    return value ? fixed(*value, decimals) : "–";
}

std::string pValueText(double p)
{
    return p < .001 ? "< .001" : fixed(p, 3);
}

void printColumns(std::ostream& out, const std::vector<std::vector<std::string>>& rows)
{
    std::vector<std::size_t> widths;
    for (const auto& row : rows)
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (c >= widths.size()) widths.push_back(0);
            widths[c] = std::max(widths[c], width(row[c]));
        }
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t c = 0; c < row.size(); ++c) {
            const std::string pad(widths[c] - width(row[c]), ' ');
            line += (c == 0 ? row[c] + pad : "  " + pad + row[c]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    }
}

void printOverlap(std::ostream& out, const Overlap& overlap, const std::string& name)
{
    printColumns(out, {overlapHeader(overlap), overlapRow(name, overlap)});
    out << conventionLine(overlap, {}) << '\n';
    if (overlap.zeroA + overlap.zeroB > 0)
        out << overlap.zeroA << " in A and " << overlap.zeroB
            << " in B have a zero vector, hence no neighbors: their overlap is 0\n";
    if (const std::string note = relatedNote(overlap); !note.empty()) out << note << '\n';
}

void warnOfKMax(const Overlap& overlap, Index asked, const Context& context)
{
    const auto reached = static_cast<Index>(overlap.byK.size());
    if (reached < asked)
        context.warning("--k-max " + std::to_string(asked) + " is lowered to N - 1 = " + std::to_string(reached) +
                        (overlap.folds.empty() ? "" : " of the smallest fold"));
}

void printReport(std::ostream& out, const MappingReport& report)
{
    printColumns(out, {overlapHeader(report.xf), overlapRow("X, f(X)", report.xf), overlapRow("Y, f(X)", report.yf),
                       overlapRow("X, Y", report.xy)});
    printBound(out, report);
    for (const auto& [name, overlap] :
         {std::pair{"X, f(X)", &report.xf}, {"Y, f(X)", &report.yf}, {"X, Y", &report.xy}})
        if (overlap->intervalItems)
            out << name
                << ", bootstrap over items (conditional on the lists): " << intervalText(*overlap->intervalItems)
                << '\n';
    out << '\n';
    printColumns(
        out, {testHeader, testRow("D = X,f(X) - Y,f(X)", report.difference), testRow("G = Y,f(X) - X,Y", report.gain)});
    out << "\nfit: mse " << fixed(report.fit.mse, 5) << ", R² " << fixed(report.fit.r2, 3)
        << (report.fit.r2 ? "" : " (Y is constant)") << ", mean cos(f(x), y) " << fixed(report.fit.cosine, 3) << '\n';
    const Retrieval& found = report.retrieval;
    out << '\n';
    printColumns(out, {{"retrieval (CSLS over " + std::to_string(report.options.cslsK) + ")", "P@1", "P@5", "P@10",
                        "MRR", "median rank"},
                       retrievalRow("f(x) to y, cosine", found.forwardCosine),
                       retrievalRow("f(x) to y, CSLS", found.forwardCsls),
                       retrievalRow("y to f(x), cosine", found.backwardCosine),
                       retrievalRow("y to f(x), CSLS", found.backwardCsls)});
    out << '\n';
    out << conventionLine(report.xf, report.split) << '\n';
    if (const std::string note = relatedNote(report.xf); !note.empty()) out << note << '\n';
}

void printWithoutHubs(std::ostream& out, const MappingReport& report, const MappingReport& csls)
{
    out << "\nby CSLS lists, which discount hubs:\n";
    printColumns(out, {{"mNNO", "mean", "95 % interval", "by plain lists"},
                       {"X, f(X)", fixed(csls.xf.mean), intervalText(csls.xf.interval), fixed(report.xf.mean)},
                       {"Y, f(X)", fixed(csls.yf.mean), intervalText(csls.yf.interval), fixed(report.yf.mean)},
                       {"X, Y", fixed(csls.xy.mean), intervalText(csls.xy.interval), fixed(report.xy.mean)},
                       {"D", fixed(csls.difference.mean), intervalText(csls.difference.interval),
                        fixed(report.difference.mean)}});
    out << "Is it only hubs? " << hubSentence(report, csls) << '\n';
}

void printComparison(std::ostream& out, const MappingComparison& comparison)
{
    out << "\nagainst the other mapping g, item by item: X,f(X) " << fixed(comparison.xf.first) << " and X,g(X) "
        << fixed(comparison.xf.second) << "; Y,f(X) " << fixed(comparison.yf.first) << " and Y,g(X) "
        << fixed(comparison.yf.second) << '\n';
    printColumns(out, {testHeader, testRow("X,f(X) - X,g(X)", comparison.xf.test),
                       testRow("Y,f(X) - Y,g(X)", comparison.yf.test)});
}

void writeConvention(const std::string& csvFile, const std::string& convention)
{
    if (!std::filesystem::is_regular_file(csvFile)) return;
    const nlohmann::ordered_json json = {{"version", BRIDGESCOPE_VERSION}, {"convention", convention}};
    writeFile(csvFile + ".provenance.json", json.dump(2) + '\n');
}

std::string csvField(const std::string& text)
{
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

} // namespace bridgescope
