#include "core/pairing/join.h"

#include "core/base/error.h"

#include <limits>
#include <unordered_map>

namespace bridgescope {
namespace {

std::string plural(Index count, const std::string& one, const std::string& many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

void requireRows(const EmbeddingSet& set)
{
    if (set.size() == 0) throw Error(ErrorKind::Input, "no items", "give a set with at least one row").inFile(set.file);
    if (set.size() > std::numeric_limits<std::int32_t>::max())
        throw Error(ErrorKind::Input, std::to_string(set.size()) + " rows are more than 2147483647", "split the set")
            .inFile(set.file);
}

void requireLabels(const EmbeddingSet& set, const char* side)
{
    if (set.labels.empty())
        throw Error(ErrorKind::Input, std::string(side) + " has no labels to pair by",
                    "give them with --labels, or pair --by row")
            .inFile(set.file);
}

std::string inParentheses(const EmbeddingSet& set)
{
    return set.name.empty() ? std::string() : " (" + set.name + ")";
}

/// Counts and examples of labels that repeat in either set.
void countRepeats(const LabelNumbers& numbers, const RowsByNumber& inX, const RowsByNumber& inY, const EmbeddingSet& x,
                  const EmbeddingSet& y, PairingReport& report)
{
    for (std::int32_t number = 0; number < numbers.count; ++number) {
        const auto rowsX = inX.rows(number), rowsY = inY.rows(number);
        if (rowsX.size() < 2 && rowsY.size() < 2) continue;
        ++report.duplicates;
        keepExample(report.examplesRepeated, rowsX.empty() ? y.labelOf(rowsY[0]) : x.labelOf(rowsX[0]));
    }
}

bool repeats(const LabelNumbers& numbers)
{
    std::vector<std::uint8_t> seen(static_cast<std::size_t>(numbers.count));
    for (const auto* side : {&numbers.x, &numbers.y}) {
        std::fill(seen.begin(), seen.end(), std::uint8_t(0));
        for (const auto number : *side)
            if (number >= 0 && seen[static_cast<std::size_t>(number)]++) return true;
    }
    return false;
}

/// Pairs rows of the files with one another. Sets filtered on reading pair what is left of both.
Join joinByFileRow(const EmbeddingSet& x, const EmbeddingSet& y)
{
    const bool filtered = !x.fileRows.empty() || !y.fileRows.empty();
    if (!filtered && x.size() != y.size())
        throw Error(ErrorKind::Input,
                    "X" + inParentheses(x) + " has " + plural(x.size(), "row", "rows") + " and Y" + inParentheses(y) +
                        " has " + std::to_string(y.size()) + ", so they cannot be paired by row",
                    "give both sets labels, or sets of the same number of rows");
    std::unordered_map<Index, Index> inY;
    if (filtered)
        for (Index row = 0; row < y.size(); ++row)
            inY.emplace(y.fileRow(row), row);
    Join join;
    join.report.by = "row";
    for (Index row = 0; row < x.size(); ++row) {
        const auto match = filtered ? inY.find(x.fileRow(row)) : inY.end();
        if (filtered && match == inY.end()) {
            keepExample(join.report.examplesOnlyX, x.labelOf(row));
            continue;
        }
        join.rowsX.push_back(row);
        join.rowsY.push_back(filtered ? match->second : row);
        if (filtered) inY.erase(match);
    }
    join.report.onlyX = x.size() - static_cast<Index>(join.rowsX.size());
    join.report.onlyY = y.size() - static_cast<Index>(join.rowsY.size());
    for (Index row = 0; row < y.size(); ++row)
        if (inY.contains(y.fileRow(row))) keepExample(join.report.examplesOnlyY, y.labelOf(row));
    return join;
}

Index differingLabels(const Join& join, const LabelNumbers& numbers)
{
    Index differing = 0;
    for (std::size_t i = 0; i < join.rowsX.size(); ++i)
        differing +=
            numbers.x[static_cast<std::size_t>(join.rowsX[i])] != numbers.y[static_cast<std::size_t>(join.rowsY[i])];
    return differing;
}

Join joinByRow(const EmbeddingSet& x, const EmbeddingSet& y, const LabelNumbers& numbers, std::string note)
{
    Join join = joinByFileRow(x, y);
    if (join.rowsX.empty())
        throw Error(ErrorKind::Input, "no row of the file is left in both X and Y",
                    "choose --items or --where that leave the same rows");
    join.report.note = std::move(note);
    countRepeats(numbers, RowsByNumber(numbers.x, numbers.count), RowsByNumber(numbers.y, numbers.count), x, y,
                 join.report);
    if (x.labels.empty() || y.labels.empty()) return join;
    if (const Index differing = differingLabels(join, numbers); differing > 0)
        join.report.warnings.push_back("labels differ on " + plural(differing, "row", "rows") +
                                       " paired by row; X's labels are shown");
    return join;
}

/// Whether labels repeat, and the rows of the files carry the same label in both sets.
bool repeatAndAgree(const EmbeddingSet& x, const EmbeddingSet& y, const LabelNumbers& numbers)
{
    const bool filtered = !x.fileRows.empty() || !y.fileRows.empty();
    if ((!filtered && x.size() != y.size()) || !repeats(numbers)) return false;
    const Join join = joinByFileRow(x, y);
    return !join.rowsX.empty() && differingLabels(join, numbers) == 0;
}

/// Pairs what is named once on each side; what repeats goes by the policy.
class LabelJoin {
public:
    LabelJoin(const EmbeddingSet& x, const EmbeddingSet& y, const LabelNumbers& numbers, RepeatPolicy policy)
        : m_x(x), m_y(y), m_numbers(numbers), m_policy(policy), m_inX(numbers.x, numbers.count),
          m_inY(numbers.y, numbers.count), m_seen(static_cast<std::size_t>(numbers.count))
    {
    }

    Join run()
    {
        m_join.report.by = "label";
        for (Index row = 0; row < m_x.size(); ++row)
            takeRow(row);
        for (Index row = 0; row < m_y.size(); ++row) {
            const auto number = m_numbers.y[static_cast<std::size_t>(row)];
            if (number >= 0 && !m_inX.rows(number).empty()) continue;
            ++m_join.report.onlyY;
            keepExample(m_join.report.examplesOnlyY, m_y.labelOf(row));
        }
        countRepeats(m_numbers, m_inX, m_inY, m_x, m_y, m_join.report);
        if (m_firstUndecided >= 0)
            m_join.report.openDecision =
                repeatDecision(m_x, m_inX.rows(m_firstUndecided), m_y, m_inY.rows(m_firstUndecided), m_undecided - 1);
        return std::move(m_join);
    }

private:
    void takeRow(Index row)
    {
        const auto number = m_numbers.x[static_cast<std::size_t>(row)];
        const auto matches = number < 0 ? std::span<const std::int32_t>() : m_inY.rows(number);
        if (matches.empty()) {
            ++m_join.report.onlyX;
            keepExample(m_join.report.examplesOnlyX, m_x.labelOf(row));
            return;
        }
        const auto occurrence = static_cast<std::size_t>(m_seen[static_cast<std::size_t>(number)]++);
        const std::size_t inX = m_inX.rows(number).size();
        if (inX == 1 && matches.size() == 1)
            pair(row, matches[0]);
        else
            takeRepeated(row, number, occurrence, inX, matches);
    }

    void takeRepeated(Index row, std::int32_t number, std::size_t occurrence, std::size_t inX,
                      std::span<const std::int32_t> matches)
    {
        if (m_policy == RepeatPolicy::Refuse) {
            if (m_firstUndecided < 0) m_firstUndecided = number;
            m_undecided += occurrence == 0;
            return;
        }
        std::size_t kept = 0;
        if (m_policy == RepeatPolicy::Order)
            kept = std::min(inX, matches.size());
        else if (m_policy == RepeatPolicy::First)
            kept = 1;
        if (occurrence == 0) m_join.report.droppedY += static_cast<Index>(matches.size() - kept);
        if (occurrence < kept)
            pair(row, matches[occurrence]);
        else
            ++m_join.report.droppedX;
    }

    void pair(Index rowX, Index rowY)
    {
        m_join.rowsX.push_back(rowX);
        m_join.rowsY.push_back(rowY);
    }

    const EmbeddingSet &m_x, &m_y;
    const LabelNumbers& m_numbers;
    RepeatPolicy m_policy;
    RowsByNumber m_inX, m_inY;
    std::vector<std::int32_t> m_seen; ///< rows of X met so far, by number
    std::int32_t m_firstUndecided = -1;
    Index m_undecided = 0;
    Join m_join;
};

Join joinByLabel(const EmbeddingSet& x, const EmbeddingSet& y, const LabelNumbers& numbers, RepeatPolicy policy)
{
    Join join = LabelJoin(x, y, numbers, policy).run();
    if (!join.rowsX.empty() || join.report.openDecision) return join;
    if (join.report.droppedX > 0)
        throw Error(ErrorKind::Input, "every label that X and Y have in common repeats, so that all were dropped",
                    "choose --repeats order or first");
    throw Error(ErrorKind::Input,
                "X and Y have no label in common: X starts with " + firstLabels(x) + ", Y with " + firstLabels(y),
                "check the label columns, try --normalize-labels, or pair --by row");
}

void reportNormalized(const EmbeddingSet& x, const EmbeddingSet& y, Join& join)
{
    auto& report = join.report;
    for (std::size_t i = 0; i < join.rowsX.size(); ++i) {
        const auto a = trimmed(x.labels[static_cast<std::size_t>(join.rowsX[i])]);
        const auto b = trimmed(y.labels[static_cast<std::size_t>(join.rowsY[i])]);
        if (a == b) continue;
        ++report.joinedByNormalizing;
        keepExample(report.examplesJoined, "\"" + std::string(a) + "\" = \"" + std::string(b) + "\"");
    }
    if (report.joinedByNormalizing == 0) return;
    if (!report.note.empty()) report.note += "; ";
    report.note += plural(report.joinedByNormalizing, "label", "labels") + " joined by normalizing, first " +
                   report.examplesJoined[0];
}

Join chooseJoin(const EmbeddingSet& x, const EmbeddingSet& y, const PairOptions& options, const Context& context)
{
    if (options.by == PairBy::Label) {
        requireLabels(x, "X");
        requireLabels(y, "Y");
    }
    const LabelNumbers numbers = numberLabels(x.labels, y.labels, options.normalizeLabels, context);
    if (options.by == PairBy::Row) return joinByRow(x, y, numbers, {});
    if (x.labels.empty() || y.labels.empty()) {
        const char* who =
            x.labels.empty() ? (y.labels.empty() ? "neither set has labels" : "X has no labels") : "Y has no labels";
        return joinByRow(x, y, numbers, std::string(who) + ": paired by row");
    }
    const bool decided = options.repeats == RepeatPolicy::First || options.repeats == RepeatPolicy::Drop;
    Join join = !decided && repeatAndAgree(x, y, numbers)
                    ? joinByRow(x, y, numbers, "labels repeat but agree line by line: paired by row")
                    : joinByLabel(x, y, numbers, options.repeats);
    if (options.normalizeLabels) reportNormalized(x, y, join);
    return join;
}

} // namespace

Join joinSets(const EmbeddingSet& x, const EmbeddingSet& y, const PairOptions& options, const Context& context)
{
    requireRows(x);
    requireRows(y);
    Join join = options.pairsFile ? joinByPairsFile(x, y, options) : chooseJoin(x, y, options, context);
    auto& report = join.report;
    report.rowsX = x.size();
    report.rowsY = y.size();
    report.paired = static_cast<Index>(join.rowsX.size());
    report.dropped = report.droppedX + report.droppedY;
    return join;
}

} // namespace bridgescope
