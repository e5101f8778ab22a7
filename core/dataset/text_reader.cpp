#include "core/dataset/text_reader.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <cstring>
#include <fast_float/fast_float.h>
#include <mutex>
#include <optional>

namespace bridgescope {
namespace {

constexpr std::size_t chunkBytes = std::size_t(1) << 22;

/// A run of whole lines.
struct Chunk {
    std::size_t begin = 0, end = 0;
    Index firstLine = 0, firstItem = 0;
    Index lines = 0, items = 0;
};

std::vector<Chunk> cutIntoChunks(std::string_view text, std::size_t begin)
{
    std::vector<Chunk> chunks;
    while (begin < text.size()) {
        std::size_t end = std::min(begin + chunkBytes, text.size());
        if (end < text.size()) {
            const auto newline = text.find('\n', end - 1);
            end = newline == std::string_view::npos ? text.size() : newline + 1;
        }
        Chunk chunk;
        chunk.begin = begin;
        chunk.end = end;
        chunks.push_back(chunk);
        begin = end;
    }
    return chunks;
}

void countLines(std::string_view text, Chunk& chunk)
{
    std::size_t position = chunk.begin;
    const std::string_view upTo = text.substr(0, chunk.end);
    while (position < chunk.end) {
        ++chunk.lines;
        chunk.items += !trimBlanks(nextLine(upTo, position)).empty();
    }
}

/// Parses the lines of one chunk into columns of the matrix and rows of the labels.
class ChunkParser {
public:
    ChunkParser(const TextLayout& layout, const std::string& file) : m_layout(layout), m_file(file) {}

    void parse(std::string_view line, Index number, std::span<float> values, std::string& label,
               std::vector<std::string*>& texts)
    {
        if (const void* nul = std::memchr(line.data(), 0, line.size()); nul)
            fail(number, "holds a NUL byte: this is not a text file", "choose the right format with --format");
        if (m_layout.blankDelimited() && m_layout.textColumns.empty() && m_layout.labelColumn <= 0)
            parseBlank(line, number, values, label);
        else
            parseFields(line, number, values, label, texts);
    }

private:
    [[noreturn]] void fail(Index line, const std::string& what, const std::string& hint) const
    {
        throw Error(ErrorKind::Input, what, hint).inFile(m_file).atLine(line);
    }

    [[noreturn]] void failNumber(Index line, std::string_view field, std::size_t column) const
    {
        fail(line,
             "'" + std::string(field.substr(0, 40)) + "' in column " + std::to_string(column + 1) + " is not a number",
             "mend the line, or overrule the guesses with --delimiter, --header, --label-column");
    }

    [[noreturn]] void failCount(Index line, std::size_t found) const
    {
        fail(line, std::to_string(found) + " fields where the first items have " + std::to_string(m_layout.columns),
             "mend the line, or overrule the guesses with --delimiter, --header, --label-column");
    }

    /// The quick way of word vectors: [label] and d numbers parted by blanks; blanks in the label are its own.
    void parseBlank(std::string_view line, Index number, std::span<float> values, std::string& label)
    {
        line = trimBlanks(line);
        const auto d = values.size();
        const char* end = line.data() + line.size();
        const char* at = line.data();
        if (m_layout.labelColumn == 0) {
            // The numbers are the last d fields: walk back over them.
            const char* begin = end;
            for (std::size_t i = 0; i < d; ++i) {
                while (begin > at && isBlank(begin[-1]))
                    --begin;
                if (begin == at) failCount(number, i);
                while (begin > at && !isBlank(begin[-1]))
                    --begin;
            }
            const std::string_view text = trimBlanks(std::string_view(at, static_cast<std::size_t>(begin - at)));
            if (text.empty()) failCount(number, d);
            label.assign(text);
            at = begin;
        }
        for (std::size_t i = 0; i < d; ++i) {
            while (at < end && isBlank(*at))
                ++at;
            const char* begin = at;
            if (begin == end) failCount(number, i + (m_layout.labelColumn == 0));
            if (*at == '+') ++at;
            const auto [next, error] = fast_float::from_chars(at, end, values[i]);
            if (error != std::errc() || (next < end && !isBlank(*next)))
                failNumber(number,
                           std::string_view(begin, static_cast<std::size_t>(std::find_if(begin, end, isBlank) - begin)),
                           i + (m_layout.labelColumn == 0));
            at = next;
        }
        while (at < end && isBlank(*at))
            ++at;
        if (at != end) failCount(number, d + 1);
    }

    void parseFields(std::string_view line, Index number, std::span<float> values, std::string& label,
                     std::vector<std::string*>& texts)
    {
        splitFields(line, m_layout.delimiter, m_fields);
        // One empty field behind a trailing delimiter is no field.
        if (m_fields.size() == m_layout.columns + 1 && trimBlanks(m_fields.back()).empty()) m_fields.pop_back();
        if (m_fields.size() != m_layout.columns) failCount(number, m_fields.size());
        std::size_t value = 0, text = 0;
        for (std::size_t c = 0; c < m_fields.size(); ++c) {
            if (static_cast<int>(c) == m_layout.labelColumn)
                label.assign(trimBlanks(m_fields[c]));
            else if (text < m_layout.textColumns.size() && m_layout.textColumns[text] == static_cast<int>(c))
                *texts[text++] = m_fields[c];
            else if (!parseNumber(m_fields[c], m_layout.decimalComma, values[value++]))
                failNumber(number, m_fields[c], c);
        }
    }

    static bool isBlank(char c) { return c == ' ' || c == '\t'; }

    const TextLayout& m_layout;
    const std::string& m_file;
    std::vector<std::string> m_fields;
};

struct Target {
    Matrix matrix;
    std::vector<std::string> labels;
    std::vector<MetadataColumn> columns;
};

void parseChunk(std::string_view text, const Chunk& chunk, const TextLayout& layout, const std::string& file,
                Target& target)
{
    ChunkParser parser(layout, file);
    const std::string_view upTo = text.substr(0, chunk.end);
    std::size_t position = chunk.begin;
    Index line = chunk.firstLine, item = chunk.firstItem;
    std::string noLabel;
    std::vector<std::string*> texts(target.columns.size());
    while (position < chunk.end) {
        const std::string_view content = nextLine(upTo, position);
        const Index number = line++;
        if (trimBlanks(content).empty()) continue;
        const auto at = static_cast<std::size_t>(item);
        for (std::size_t c = 0; c < texts.size(); ++c)
            texts[c] = &target.columns[c].values[at];
        parser.parse(content, number, target.matrix.column(item), target.labels.empty() ? noLabel : target.labels[at],
                     texts);
        ++item;
    }
}

/// Where N x d numbers cannot stand in so few bytes some line is too short: find it without allocating for the claim.
void requirePlausible(std::string_view text, Index items, const std::vector<Chunk>& chunks, const TextLayout& layout,
                      const std::string& file)
{
    if (items * layout.d <= static_cast<Index>(text.size())) return;
    std::vector<std::string> fields;
    for (const auto& chunk : chunks) {
        std::size_t position = chunk.begin;
        for (Index line = chunk.firstLine; position < chunk.end; ++line) {
            const std::string_view content = nextLine(text.substr(0, chunk.end), position);
            if (trimBlanks(content).empty()) continue;
            splitFields(content, layout.delimiter, fields);
            if (fields.size() < layout.columns)
                throw Error(ErrorKind::Input,
                            std::to_string(fields.size()) + " fields where the first items have " +
                                std::to_string(layout.columns),
                            "mend the line, or overrule the guesses with --delimiter, --header, --label-column")
                    .inFile(file)
                    .atLine(line);
        }
    }
}

} // namespace

RawSet readText(const TextSource& source, const TextLayout& layout, const Context& context)
{
    const std::string_view text = source.text();
    const std::string& file = source.file->file();
    std::vector<Chunk> chunks = cutIntoChunks(text, layout.bodyOffset);
    const auto chunkCount = static_cast<Index>(chunks.size());
    parallelFor(chunkCount, [&](Index task, int) {
        context.checkStop();
        countLines(text, chunks[static_cast<std::size_t>(task)]);
    });
    Index line = layout.bodyLine, items = 0;
    for (auto& chunk : chunks) {
        chunk.firstLine = line;
        chunk.firstItem = items;
        line += chunk.lines;
        items += chunk.items;
    }
    requirePlausible(text, items, chunks, layout, file);

    Target target;
    target.matrix = Matrix(layout.d, items);
    if (layout.labelColumn >= 0) target.labels.resize(static_cast<std::size_t>(items));
    for (const int c : layout.textColumns)
        target.columns.push_back(
            {layout.names.empty() ? "column " + std::to_string(c + 1) : layout.names[static_cast<std::size_t>(c)],
             std::vector<std::string>(static_cast<std::size_t>(items))});
    // The error named is the first in the file, whichever chunk is reached first.
    std::mutex mutex;
    Index done = 0;
    std::optional<Error> first;
    parallelFor(chunkCount, [&](Index task, int) {
        context.checkStop();
        const Chunk& chunk = chunks[static_cast<std::size_t>(task)];
        try {
            parseChunk(text, chunk, layout, file, target);
        } catch (const Error& error) {
            const std::scoped_lock lock(mutex);
            if (!first || error.line < first->line) first = error;
        }
        const std::scoped_lock lock(mutex);
        context.report(static_cast<double>(done += chunk.items), static_cast<double>(items), "rows");
    });
    if (first) throw *first;
    source.file->requireUnchanged();

    RawSet set;
    set.format = layout.describe();
    set.formatHint = layout.hint;
    set.labelSource = layout.labelSource();
    if (layout.countLine && items < layout.claimedItems)
        throw Error(ErrorKind::Input,
                    "the first line claims " + std::to_string(layout.claimedItems) + " items, but only " +
                        std::to_string(items) + " follow",
                    "the file is cut or its first line is wrong: fetch it again or mend the line")
            .inFile(file)
            .atLine(1);
    if (layout.countLine && items > layout.claimedItems)
        set.warnings.push_back("the first line claims " + std::to_string(layout.claimedItems) + " items, " +
                               std::to_string(items) + " were read");
    set.vectors = Vectors(std::move(target.matrix));
    set.labels = std::move(target.labels);
    set.metadata.columns = std::move(target.columns);
    return set;
}

} // namespace bridgescope
