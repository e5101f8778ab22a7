#include "core/dataset/writer.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/dataset/counted.h"
#include "core/dataset/text/fields.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <optional>

namespace bridgescope {
namespace {

constexpr std::size_t blockBytes = std::size_t(1) << 20;

void appendNumber(std::string& text, float value)
{
    char buffer[32];
    if (std::isnan(value)) { // its sign says nothing
        text += "nan";
        return;
    }
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    text.append(buffer, end);
}

std::string npyHeader(Index n, Index d)
{
    std::string header =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (" + std::to_string(n) + ", " + std::to_string(d) + "), }";
    constexpr std::size_t before = 10; // magic, version, length
    while ((before + header.size() + 1) % 64 != 0)
        header += ' ';
    header += '\n';
    std::string bytes("\x93NUMPY\x01\0", 8);
    bytes += static_cast<char>(header.size() & 0xFF);
    bytes += static_cast<char>(header.size() >> 8);
    return bytes + header;
}

void writeNpy(const EmbeddingSet& set, const std::string& file, const Context& context)
{
    const std::string labelsFile = file.substr(0, file.size() - 4) + ".labels.txt";
    if (set.labels.empty() && std::filesystem::exists(labelsFile))
        throw Error(ErrorKind::Io, "is there, and would name the vectors of " + file + ", which have no labels",
                    "move it away or give the vectors another name")
            .inFile(labelsFile);
    AtomicFile out(file);
    out.write(npyHeader(set.size(), set.dimension()));
    const MatrixView all = set.vectors;
    const auto bytes = static_cast<std::size_t>(all.size()) * sizeof(float);
    for (std::size_t at = 0; at < bytes; at += blockBytes) {
        context.checkStop();
        out.write(reinterpret_cast<const char*>(all.data) + at, std::min(blockBytes, bytes - at));
    }
    std::optional<AtomicFile> labels;
    if (!set.labels.empty()) {
        labels.emplace(labelsFile);
        for (std::string label : set.labels) {
            std::replace_if(
                label.begin(), label.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
            labels->write(label + '\n');
        }
    }
    out.commit();
    if (labels) labels->commit();
}

/// What told the rows of earlier predictions would be taken for these vectors'.
void removeRows(const std::string& file, const Context& context)
{
    const std::string rows = (file.ends_with(".npy") ? file.substr(0, file.size() - 4) : file) + ".rows.txt";
    std::error_code ignored;
    if (std::filesystem::remove(rows, ignored))
        context.warning(rows + ": removed, since it told the rows of other vectors");
}

/// Where label and numbers of an item go.
class RowText {
public:
    RowText(const EmbeddingSet& set, char delimiter, bool word2vec)
        : m_set(set), m_delimiter(delimiter), m_word2vec(word2vec)
    {
    }

    std::string head() const
    {
        if (m_word2vec) return std::to_string(m_set.size()) + ' ' + std::to_string(m_set.dimension()) + '\n';
        float ignored = 0;
        const auto numeric = [&](const std::string& label) {
            return label.empty() || parseNumber(label, '.', ignored);
        };
        if (std::none_of(m_set.labels.begin(), m_set.labels.end(), numeric)) return {};
        std::string names = "label";
        for (Index i = 1; i <= m_set.dimension(); ++i)
            names += m_delimiter + ("d" + std::to_string(i));
        return names + '\n';
    }

    void append(std::string& text, Index item)
    {
        const bool labelled = m_word2vec || !m_set.labels.empty();
        if (labelled) text += m_word2vec ? word(m_set.labelOf(item)) : quoted(m_set.labelOf(item));
        bool first = !labelled;
        for (const float value : m_set.vectors.item(item)) {
            if (!first) text += m_delimiter;
            first = false;
            appendNumber(text, value);
        }
        text += '\n';
    }

    Index changedLabels() const { return m_changed; }

private:
    /// Blanks part word2vec's fields; word2vec's own phrases have underscores for them.
    std::string word(std::string label)
    {
        const std::string before = label;
        for (char& c : label)
            if (static_cast<unsigned char>(c) <= ' ') c = '_';
        if (label.empty()) label = "_";
        m_changed += label != before;
        return label;
    }

    std::string quoted(std::string label) const
    {
        std::replace_if(
            label.begin(), label.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
        if (label.find('"') == std::string::npos && label.find(m_delimiter) == std::string::npos) return label;
        std::string field = "\"";
        for (const char c : label)
            field += c == '"' ? std::string("\"\"") : std::string(1, c);
        return field + '"';
    }

    const EmbeddingSet& m_set;
    char m_delimiter;
    bool m_word2vec;
    Index m_changed = 0;
};

void writeText(const EmbeddingSet& set, const std::string& file, char delimiter, bool word2vec, const Context& context)
{
    AtomicFile out(file);
    RowText rows(set, delimiter, word2vec);
    std::string text = rows.head();
    for (Index i = 0; i < set.size(); ++i) {
        rows.append(text, i);
        if (text.size() < blockBytes) continue;
        context.checkStop();
        out.write(text);
        text.clear();
    }
    out.write(text);
    out.commit();
    if (rows.changedLabels() > 0)
        context.warning(file + ": " + counted(rows.changedLabels(), "label") + " written with underscores for blanks");
}

} // namespace

void writeEmbeddingSet(const EmbeddingSet& set, const std::string& file, const Context& context)
{
    const auto is = [&](const char* ending) { return file.ends_with(ending); };
    if (is(".npy"))
        writeNpy(set, file, context);
    else if (is(".csv") || is(".tsv"))
        writeText(set, file, is(".csv") ? ',' : '\t', false, context);
    else if (is(".txt") || is(".vec"))
        writeText(set, file, ' ', true, context);
    else
        throw Error(ErrorKind::Usage, "the ending says no format that is written",
                    "name it .npy, .csv, .tsv, .txt or .vec")
            .inFile(file);
    removeRows(file, context);
}

} // namespace bridgescope
