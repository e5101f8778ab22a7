#include "core/pairing/pairing.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/dataset/mapped_file.h"
#include "core/pairing/join.h"
#include "core/pairing/vector_audit.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace bridgescope {
namespace {

bool sameFile(const EmbeddingSet& x, const EmbeddingSet& y)
{
    if (x.file.empty() || y.file.empty()) return false;
    std::error_code ignored;
    return x.file == y.file || std::filesystem::equivalent(x.file, y.file, ignored);
}

/// Items whose row another item has too; their numbers are counted only where rows are shared at all.
Index countShared(const std::vector<Index>& rows, Index size)
{
    std::vector<std::int32_t> uses(static_cast<std::size_t>(size));
    for (const Index row : rows)
        ++uses[static_cast<std::size_t>(row)];
    return std::count_if(rows.begin(), rows.end(), [&](Index row) { return uses[static_cast<std::size_t>(row)] > 1; });
}

void warnOfOddVectors(PairingReport& report)
{
    for (const bool isX : {true, false}) {
        const std::string side = isX ? " in X" : " in Y";
        if (const Index zero = isX ? report.zeroX : report.zeroY; zero > 0)
            report.warnings.push_back(std::to_string(zero) + (zero == 1 ? " zero vector" : " zero vectors") + side +
                                      " (no neighbors under cosine)");
        if (const Index odd = isX ? report.nonFiniteX : report.nonFiniteY; odd > 0)
            report.warnings.push_back(std::to_string(odd) + (odd == 1 ? " vector" : " vectors") + side +
                                      " with NaN or infinity");
    }
}

Join joinAndAudit(const EmbeddingSet& x, const EmbeddingSet& y, const PairOptions& options, const Context& context)
{
    Join join = joinSets(x, y, options, context);
    auto& report = join.report;
    const VectorAudit auditX = auditVectors(x.vectors, join.rowsX, context),
                      auditY = auditVectors(y.vectors, join.rowsY, context);
    report.equalVectorsX = auditX.equal;
    report.equalVectorsY = auditY.equal;
    report.zeroX = auditX.zero;
    report.zeroY = auditY.zero;
    report.nonFiniteX = auditX.nonFinite;
    report.nonFiniteY = auditY.nonFinite;
    if (join.byPairsFile) {
        report.sharedX = countShared(join.rowsX, x.size());
        report.sharedY = countShared(join.rowsY, y.size());
    }
    warnOfOddVectors(report);
    if (sameFile(x, y)) report.warnings.push_back("X and Y are the same file");
    return join;
}

bool isWholeSet(const std::vector<Index>& rows, Index size)
{
    if (static_cast<Index>(rows.size()) != size) return false;
    for (Index i = 0; i < size; ++i)
        if (rows[static_cast<std::size_t>(i)] != i) return false;
    return true;
}

Vectors takeVectors(const EmbeddingSet& set, const std::vector<Index>& rows, const Context& context)
{
    if (isWholeSet(rows, set.size())) return set.vectors;
    const auto count = static_cast<Index>(rows.size());
    Matrix taken(set.dimension(), count);
    constexpr Index blockItems = 4096;
    parallelFor((count + blockItems - 1) / blockItems, [&](Index block, int) {
        context.checkStop();
        const Index end = std::min(count, (block + 1) * blockItems);
        for (Index i = block * blockItems; i < end; ++i)
            std::ranges::copy(set.vectors.item(rows[static_cast<std::size_t>(i)]), taken.column(i).begin());
    });
    return taken;
}

std::string plainLabel(const EmbeddingSet& set, Index row)
{
    if (set.labels.empty()) return {};
    return std::string(trimmed(set.labels[static_cast<std::size_t>(row)]));
}

std::vector<std::string> itemLabels(const EmbeddingSet& x, const EmbeddingSet& y, const Join& join,
                                    const Context& context)
{
    std::vector<std::string> labels;
    labels.reserve(join.rowsX.size());
    for (std::size_t i = 0; i < join.rowsX.size(); ++i) {
        if (i % 8192 == 0) context.checkStop();
        const Index rowX = join.rowsX[i], rowY = join.rowsY[i];
        if (join.byPairsFile) {
            labels.push_back(x.labelOf(rowX) + " → " + y.labelOf(rowY));
            continue;
        }
        std::string label = plainLabel(x, rowX);
        if (label.empty()) label = plainLabel(y, rowY);
        if (label.empty()) label = "#" + std::to_string(x.fileRow(rowX) + 1);
        labels.push_back(std::move(label));
    }
    return labels;
}

void addColumns(const Metadata& from, const std::vector<Index>& rows, Metadata& to)
{
    for (const auto& column : from.columns) {
        if (to.find(column.name)) continue;
        MetadataColumn chosen{column.name, {}};
        chosen.values.reserve(rows.size());
        for (const Index row : rows)
            chosen.values.push_back(column.values[static_cast<std::size_t>(row)]);
        to.columns.push_back(std::move(chosen));
    }
}

std::vector<std::int32_t> groupsOf(const std::vector<Index>& rows, Index shared)
{
    if (shared == 0) return {};
    return {rows.begin(), rows.end()};
}

template<class Row> std::vector<Row> fileRows(const EmbeddingSet& set, const std::vector<Index>& rows)
{
    std::vector<Row> strong;
    strong.reserve(rows.size());
    for (const Index row : rows)
        strong.push_back(Row{static_cast<std::int32_t>(set.fileRow(row))});
    return strong;
}

} // namespace

std::vector<std::int32_t> groupsAmong(std::span<const std::int32_t> groups, std::span<const Index> items)
{
    std::vector<std::int32_t> chosen;
    if (groups.empty()) return chosen;
    chosen.reserve(items.size());
    for (const Index item : items)
        chosen.push_back(groups[static_cast<std::size_t>(item)]);
    return chosen;
}

PairingReport previewPairing(const EmbeddingSet& x, const EmbeddingSet& y, const PairOptions& options)
{
    return joinAndAudit(x, y, options, {}).report;
}

PairedSet pairSets(const EmbeddingSet& x, const EmbeddingSet& y, const PairOptions& options, const Context& context)
{
    Join join = joinAndAudit(x, y, options, context);
    if (join.report.openDecision)
        throw Error(ErrorKind::Input, *join.report.openDecision, "decide with --repeats order, first or drop");
    context.checkStop();
    PairedSet pairs;
    pairs.nameX = x.name;
    pairs.nameY = y.name;
    pairs.labels = itemLabels(x, y, join, context);
    pairs.rowsX = fileRows<SourceRow>(x, join.rowsX);
    pairs.rowsY = fileRows<TargetRow>(y, join.rowsY);
    addColumns(x.metadata, join.rowsX, pairs.metadata);
    addColumns(y.metadata, join.rowsY, pairs.metadata);
    pairs.groupsX = groupsOf(join.rowsX, join.report.sharedX);
    pairs.groupsY = groupsOf(join.rowsY, join.report.sharedY);
    pairs.x = takeVectors(x, join.rowsX, context);
    pairs.y = takeVectors(y, join.rowsY, context);
    requireUnchanged(x);
    requireUnchanged(y);
    if (pairs.x.view().data == x.vectors.view().data) pairs.mappedX = x.mapped;
    if (pairs.y.view().data == y.vectors.view().data) pairs.mappedY = y.mapped;
    pairs.report = std::move(join.report);
    for (const auto& warning : pairs.report.warnings)
        context.warning(warning);
    return pairs;
}

void requireUnchanged(const PairedSet& pairs)
{
    if (pairs.mappedX) pairs.mappedX->requireUnchanged();
    if (pairs.mappedY) pairs.mappedY->requireUnchanged();
}

PairedSet swapped(const PairedSet& pairs)
{
    PairedSet other = pairs;
    std::swap(other.nameX, other.nameY);
    std::swap(other.x, other.y);
    std::swap(other.mappedX, other.mappedY);
    std::swap(other.groupsX, other.groupsY);
    for (std::size_t i = 0; i < pairs.rowsX.size(); ++i) {
        other.rowsX[i].value = pairs.rowsY[i].value;
        other.rowsY[i].value = pairs.rowsX[i].value;
    }
    auto& report = other.report;
    std::swap(report.rowsX, report.rowsY);
    std::swap(report.onlyX, report.onlyY);
    std::swap(report.droppedX, report.droppedY);
    std::swap(report.equalVectorsX, report.equalVectorsY);
    std::swap(report.zeroX, report.zeroY);
    std::swap(report.nonFiniteX, report.nonFiniteY);
    std::swap(report.sharedX, report.sharedY);
    std::swap(report.examplesOnlyX, report.examplesOnlyY);
    return other;
}

} // namespace bridgescope
