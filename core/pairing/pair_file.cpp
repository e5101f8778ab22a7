#include "core/base/error.h"
#include "core/pairing/join.h"
#include "core/pairing/text_lines.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace bridgescope {
namespace {

struct PairLine {
    std::string_view x, y;
};

/// Two labels: parted by a tab where there is one (labels may then hold blanks), else by blanks.
PairLine splitLine(const TextLine& line, const std::string& file)
{
    const bool tab = line.text.find('\t') != std::string_view::npos;
    const auto first = line.text.find_first_of(tab ? "\t" : " ");
    const auto rest = first == std::string_view::npos ? std::string_view() : trimmed(line.text.substr(first));
    if (rest.empty())
        throw Error(ErrorKind::Input, "holds one label", "write two labels a line, parted by a tab or a blank")
            .inFile(file)
            .atLine(line.number);
    if (rest.find_first_of(tab ? "\t" : " ") != std::string_view::npos)
        throw Error(ErrorKind::Input, "holds more than two labels",
                    tab ? "write two labels a line" : "part labels that contain blanks by a tab")
            .inFile(file)
            .atLine(line.number);
    return {trimmed(line.text.substr(0, first)), rest};
}

std::vector<std::string> namesOf(const EmbeddingSet& set)
{
    if (!set.labels.empty()) return set.labels;
    std::vector<std::string> names;
    for (Index row = 0; row < set.size(); ++row)
        names.push_back(set.labelOf(row));
    return names;
}

/// The rows of one set by label ("#7" where it has none), and what became of each.
class Side {
public:
    Side(const EmbeddingSet& set, bool normalize)
        : m_set(set), m_index(namesOf(set), normalize), m_fates(static_cast<std::size_t>(set.size()), Fate::Unnamed)
    {
    }

    const EmbeddingSet& set() const { return m_set; }
    std::span<const std::int32_t> find(std::string_view label) const { return m_index.find(label); }
    void use(std::int32_t row) { m_fates[static_cast<std::size_t>(row)] = Fate::Used; }

    void markRepeated(std::span<const std::int32_t> rows)
    {
        for (const auto row : rows)
            if (auto& fate = m_fates[static_cast<std::size_t>(row)]; fate == Fate::Unnamed) fate = Fate::Repeated;
    }

    /// Rows in no pair: those of repeated labels were dropped once that is decided, the others stand on this side only.
    void countRest(bool decided, Index& only, Index& dropped, std::vector<std::string>& examples) const
    {
        for (Index row = 0; row < m_set.size(); ++row) {
            const Fate fate = m_fates[static_cast<std::size_t>(row)];
            if (fate == Fate::Repeated) dropped += decided;
            if (fate != Fate::Unnamed) continue;
            ++only;
            keepExample(examples, m_set.labelOf(row));
        }
    }

private:
    enum class Fate : std::uint8_t { Unnamed, Repeated, Used };
    const EmbeddingSet& m_set;
    LabelIndex m_index;
    std::vector<Fate> m_fates;
};

class PairFileJoin {
public:
    PairFileJoin(const EmbeddingSet& x, const EmbeddingSet& y, const PairOptions& options)
        : m_x(x, options.normalizeLabels), m_y(y, options.normalizeLabels), m_file(*options.pairsFile),
          m_policy(options.repeats)
    {
    }

    Join run()
    {
        const TextLines lines(m_file);
        for (const auto& line : lines.lines())
            takeLine(line);
        std::stable_sort(m_pairs.begin(), m_pairs.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [rowX, rowY] : m_pairs) {
            m_join.rowsX.push_back(rowX);
            m_join.rowsY.push_back(rowY);
        }
        if (m_undecided > 1)
            *m_report.openDecision +=
                "; " + std::to_string(m_undecided - 1) +
                (m_undecided == 2 ? " more line names such labels" : " more lines name such labels");
        if (m_report.unknownLines > 0)
            warn(m_report.unknownLines, "a label is in no row of its set, first " + m_report.examplesUnknown[0]);
        if (m_report.repeatedLines > 0) warn(m_report.repeatedLines, "the same pair as an earlier line");
        if (m_droppedLines > 0) warn(m_droppedLines, "a label names several rows");
        if (m_report.joinedByNormalizing > 0)
            m_report.note = std::to_string(m_report.joinedByNormalizing) +
                            (m_report.joinedByNormalizing == 1 ? " label" : " labels") +
                            " found by normalizing, first " + m_report.examplesJoined[0];
        m_report.duplicates = static_cast<Index>(m_repeatedX.size() + m_repeatedY.size());
        const bool decided = m_policy != RepeatPolicy::Refuse;
        m_x.countRest(decided, m_report.onlyX, m_report.droppedX, m_report.examplesOnlyX);
        m_y.countRest(decided, m_report.onlyY, m_report.droppedY, m_report.examplesOnlyY);
        return std::move(m_join);
    }

private:
    void warn(Index count, const std::string& reason)
    {
        m_report.warnings.push_back(std::to_string(count) + (count == 1 ? " line of " : " lines of ") + m_file +
                                    " left out: " + reason);
    }

    void noteNormalized(std::string_view written, const EmbeddingSet& set, std::int32_t row)
    {
        if (set.labels.empty() || trimmed(set.labels[static_cast<std::size_t>(row)]) == written) return;
        ++m_report.joinedByNormalizing;
        keepExample(m_report.examplesJoined, "\"" + std::string(written) + "\" = \"" + set.labelOf(row) + "\"");
    }

    void takeLine(const TextLine& line)
    {
        const auto [labelX, labelY] = splitLine(line, m_file);
        const auto rowsX = m_x.find(labelX), rowsY = m_y.find(labelY);
        if (rowsX.empty() || rowsY.empty()) {
            ++m_report.unknownLines;
            keepExample(m_report.examplesUnknown, "\"" + std::string(rowsX.empty() ? labelX : labelY) + "\" in " +
                                                      (rowsX.empty() ? "X" : "Y") + " (line " +
                                                      std::to_string(line.number) + ")");
            return;
        }
        if (rowsX.size() > 1) noteRepeat(m_repeatedX, labelX, m_x, rowsX);
        if (rowsY.size() > 1) noteRepeat(m_repeatedY, labelY, m_y, rowsY);
        if ((rowsX.size() > 1 || rowsY.size() > 1) && !decide(line, rowsX, rowsY)) return;
        m_x.use(rowsX[0]);
        m_y.use(rowsY[0]);
        if (!m_seen.insert(std::int64_t(rowsX[0]) << 32 | rowsY[0]).second) {
            ++m_report.repeatedLines;
            return;
        }
        noteNormalized(labelX, m_x.set(), rowsX[0]);
        noteNormalized(labelY, m_y.set(), rowsY[0]);
        m_pairs.emplace_back(rowsX[0], rowsY[0]);
    }

    void noteRepeat(std::set<std::string, std::less<>>& labels, std::string_view label, Side& side,
                    std::span<const std::int32_t> rows)
    {
        side.markRepeated(rows);
        if (labels.emplace(label).second) keepExample(m_report.examplesRepeated, std::string(label));
    }

    /// Whether a line that names a label of several rows is taken, by the first of them.
    bool decide(const TextLine& line, std::span<const std::int32_t> rowsX, std::span<const std::int32_t> rowsY)
    {
        if (m_policy == RepeatPolicy::Drop) ++m_droppedLines;
        if (m_policy == RepeatPolicy::Refuse && m_undecided++ == 0)
            m_report.openDecision =
                m_file + ":" + std::to_string(line.number) + ": " +
                (rowsX.size() > 1 ? repeatOnOneSide(m_x.set(), rowsX, "X") : repeatOnOneSide(m_y.set(), rowsY, "Y"));
        return m_policy == RepeatPolicy::Order || m_policy == RepeatPolicy::First;
    }

    Side m_x, m_y;
    const std::string& m_file;
    RepeatPolicy m_policy;
    Join m_join;
    PairingReport& m_report = m_join.report;
    std::vector<std::pair<std::int32_t, std::int32_t>> m_pairs;
    std::unordered_set<std::int64_t> m_seen;
    std::set<std::string, std::less<>> m_repeatedX, m_repeatedY;
    Index m_undecided = 0, m_droppedLines = 0;
};

} // namespace

Join joinByPairsFile(const EmbeddingSet& x, const EmbeddingSet& y, const PairOptions& options)
{
    Join join = PairFileJoin(x, y, options).run();
    join.byPairsFile = true;
    join.report.by = "pairs";
    if (join.rowsX.empty() && !join.report.openDecision)
        throw Error(ErrorKind::Input,
                    "no line names a label of X and one of Y: X starts with " + firstLabels(x) + ", Y with " +
                        firstLabels(y),
                    "write X's label first, then Y's")
            .inFile(*options.pairsFile);
    return join;
}

} // namespace bridgescope
