#include "core/dataset/text/chunks.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/dataset/text/fields.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace bridgescope {
namespace {

constexpr std::size_t chunkBytes = std::size_t(1) << 22;

/// What counting notes of a chunk for an error: lines of the chunk from 0, or none.
struct Finding {
    static constexpr Index none = std::numeric_limits<Index>::max();
    Index shortLine = none;
    Index openLine = none;
};

bool isBlankLine(std::string_view line)
{
    return (line.empty() || static_cast<unsigned char>(line[0]) <= ' ') && trimBlanks(line).empty();
}

/// The quick way, where a record is a line.
std::vector<TextChunk> cutAtLines(std::string_view text, bool complete)
{
    std::vector<TextChunk> chunks;
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t end = text.size();
        if (text.size() - begin > chunkBytes) {
            const auto newline = text.find('\n', begin + chunkBytes - 1);
            end = newline == std::string_view::npos ? text.size() : newline + 1;
        }
        if (end == text.size() && !complete) { // the last line may go on in the next window
            const auto newline = text.rfind('\n');
            if (newline == std::string_view::npos || newline < begin) break;
            end = newline + 1;
        }
        chunks.push_back({begin, end});
        begin = end;
        if (!complete && text.find('\n', begin) == std::string_view::npos) break;
    }
    return chunks;
}

/// Where quoted fields hold line breaks, only reading from the front tells where records end.
std::vector<TextChunk> cutAtRecords(std::string_view text, bool complete, char delimiter)
{
    std::vector<TextChunk> chunks;
    std::size_t position = 0, begin = 0;
    while (position < text.size()) {
        const std::size_t start = position;
        nextRecord(text, position, delimiter);
        const bool mayGoOn = position >= text.size() && !complete;
        if (mayGoOn) position = start;
        if (position > begin && (position - begin >= chunkBytes || position >= text.size() || mayGoOn)) {
            chunks.push_back({begin, position});
            begin = position;
        }
        if (mayGoOn) break;
    }
    return chunks;
}

void count(std::string_view text, TextChunk& chunk, const TextLayout& layout, Finding& finding)
{
    const std::string_view part = text.substr(0, chunk.end);
    const auto least = static_cast<std::size_t>(2 * layout.d - 1); // a digit a number, something between them
    std::size_t position = chunk.begin;
    while (position < chunk.end) {
        const Record record = nextRecord(part, position, layout.delimiter);
        if (!isBlankLine(record.text)) {
            ++chunk.items;
            if (record.text.size() < least) finding.shortLine = std::min(finding.shortLine, chunk.lines);
            if (!record.closed) finding.openLine = std::min(finding.openLine, chunk.lines);
        }
        chunk.lines += record.lines;
    }
}

[[noreturn]] void failAt(const TextSource& source, Index line, const std::string& what)
{
    throw Error(ErrorKind::Input, what, "mend the line, or overrule the guesses with --format, --delimiter, --header")
        .inFile(source.file().file())
        .atLine(line);
}

} // namespace

ChunkedText chunkText(TextSource& source, const TextLayout& layout, const Context& context)
{
    ChunkedText result;
    Index line = layout.bodyLine;
    source.rewind();
    source.skip(layout.bodyOffset);
    while (true) {
        const std::string_view text = source.ahead(textWindow, context);
        if (text.empty()) break;
        const bool quotes = quotesSpanLines(layout.delimiter) && text.find('"') != std::string_view::npos;
        auto chunks =
            quotes ? cutAtRecords(text, source.complete(), layout.delimiter) : cutAtLines(text, source.complete());
        if (chunks.empty())
            failAt(source, line, "a line, or a field in quotes, is longer than 32 MiB: this is no table of vectors");
        std::vector<Finding> findings(chunks.size());
        parallelFor(static_cast<Index>(chunks.size()), [&](Index task, int) {
            context.checkStop();
            const auto i = static_cast<std::size_t>(task);
            count(text, chunks[i], layout, findings[i]);
            source.release(text.substr(chunks[i].begin, chunks[i].end - chunks[i].begin));
        });
        for (std::size_t i = 0; i < chunks.size(); ++i) {
            chunks[i].firstLine = line;
            chunks[i].firstItem = result.items;
            if (findings[i].openLine != Finding::none)
                failAt(source, line + findings[i].openLine, "a quote that opens a field here is never closed");
            if (findings[i].shortLine != Finding::none)
                failAt(source, line + findings[i].shortLine,
                       "the line is too short for the " + std::to_string(layout.d) + " numbers of the first items");
            line += chunks[i].lines;
            result.items += chunks[i].items;
        }
        result.windowBytes.push_back(chunks.back().end);
        source.skip(chunks.back().end);
        result.windows.push_back(std::move(chunks));
    }
    return result;
}

} // namespace bridgescope
