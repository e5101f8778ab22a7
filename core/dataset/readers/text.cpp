#include "core/dataset/readers/text.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/dataset/counted.h"
#include "core/dataset/readers/column_store.h"
#include "core/dataset/text/chunks.h"
#include "core/dataset/text/record_parser.h"

#include <algorithm>
#include <limits>
#include <mutex>
#include <optional>

namespace bridgescope {
namespace {

/// The set being filled; every chunk writes its own items.
class Filling {
public:
    Filling(const TextLayout& layout, const std::string& file, Index items)
        : m_layout(layout), m_file(file), m_store(layout.d, items)
    {
        const auto n = static_cast<std::size_t>(items);
        if (layout.hasLabels()) m_labels.resize(n);
        for (const int c : layout.textColumns) {
            const bool named = !layout.names.empty() && !layout.names[static_cast<std::size_t>(c)].empty();
            m_columns.push_back(
                {named ? layout.names[static_cast<std::size_t>(c)] : "column " + std::to_string(c + 1), {}});
            m_columns.back().values.resize(n);
        }
    }

    /// Records [firstItem, ...) of `text` from `position` on, at most `most`; returns how many there were.
    Index fill(std::string_view text, std::size_t position, Index line, Index firstItem, Index most)
    {
        RecordParser parser(m_layout, m_file);
        std::vector<std::string*> texts(m_columns.size());
        Index item = firstItem;
        while (position < text.size() && item < firstItem + most) {
            const Record record = nextRecord(text, position, m_layout.delimiter);
            const Index number = line;
            line += record.lines;
            if (trimBlanks(record.text).empty()) continue;
            const auto at = static_cast<std::size_t>(item);
            for (std::size_t c = 0; c < texts.size(); ++c)
                texts[c] = &m_columns[c].values[at];
            parser.parse(record.text, number,
                         {m_store.column(item), m_labels.empty() ? nullptr : &m_labels[at], texts});
            ++item;
        }
        const std::scoped_lock lock(m_mutex);
        m_oddities.infinite += parser.oddities().infinite;
        m_oddities.lineBreaks += parser.oddities().lineBreaks;
        return item - firstItem;
    }

    RawSet finish()
    {
        RawSet set;
        set.format = m_layout.describe();
        set.labelSource = m_layout.labelSource();
        set.vectors = m_store.finish();
        set.labels = std::move(m_labels);
        set.metadata.columns = std::move(m_columns);
        if (m_oddities.infinite > 0)
            set.warnings.push_back(counted(m_oddities.infinite, "number") + " beyond float32's range, now infinite");
        if (m_oddities.lineBreaks > 0)
            set.warnings.push_back(counted(m_oddities.lineBreaks, "label") + " with line breaks, now blanks");
        return set;
    }

private:
    const TextLayout& m_layout;
    const std::string& m_file;
    ColumnStore m_store;
    std::vector<std::string> m_labels;
    std::vector<MetadataColumn> m_columns;
    std::mutex m_mutex;
    RecordOddities m_oddities;
};

void requireClaimed(const TextLayout& layout, Index items, const std::string& file)
{
    if (!layout.countLine || items >= layout.claimedItems) return;
    throw Error(ErrorKind::Input,
                "the first line claims " + std::to_string(layout.claimedItems) + " items, but only " +
                    std::to_string(items) + " follow",
                "the file is cut or its first line is wrong: fetch it again or mend the line")
        .inFile(file)
        .atLine(1);
}

} // namespace

RawSet readText(TextSource& source, const TextLayout& layout, const Context& context)
{
    const std::string& file = source.file().file();
    const ChunkedText text = chunkText(source, layout, context);
    Filling filling(layout, file, text.items);
    source.rewind();
    source.skip(layout.bodyOffset);
    std::mutex mutex;
    std::optional<Error> first;
    Index done = 0;
    for (std::size_t w = 0; w < text.windows.size() && !first; ++w) {
        const std::string_view window = source.ahead(text.windowBytes[w], context);
        const auto& chunks = text.windows[w];
        parallelFor(static_cast<Index>(chunks.size()), [&](Index task, int) {
            context.checkStop();
            const TextChunk& chunk = chunks[static_cast<std::size_t>(task)];
            try {
                filling.fill(window.substr(0, chunk.end), chunk.begin, chunk.firstLine, chunk.firstItem,
                             std::numeric_limits<Index>::max() - chunk.firstItem);
                source.release(window.substr(chunk.begin, chunk.end - chunk.begin));
            } catch (const Error& error) {
                const std::scoped_lock lock(mutex);
                if (!first || error.line < first->line) first = error;
            }
            const std::scoped_lock lock(mutex);
            context.report(static_cast<double>(done += chunk.items), static_cast<double>(text.items), "rows");
        });
        source.skip(text.windowBytes[w]);
    }
    source.file().requireUnchanged();
    if (first) throw *first;
    requireClaimed(layout, text.items, file);
    RawSet set = filling.finish();
    if (source.compressed()) set.format += ", gzip";
    if (source.bytesBehind() > 0)
        set.warnings.push_back(counted(static_cast<Index>(source.bytesBehind()), "byte") +
                               " behind the gzip stream ignored");
    if (layout.countLine && text.items > layout.claimedItems)
        set.warnings.push_back("the first line claims " + counted(layout.claimedItems, "item") + "; all " +
                               std::to_string(text.items) + " were read");
    return set;
}

RawSet firstTextItems(const TextHead& head, const TextLayout& layout, const std::string& file, Index count)
{
    // Never more than the head holds; a last line that is cut off is left out.
    std::string_view text = head.text;
    if (!head.complete) text = text.substr(0, std::max(text.rfind('\n') + 1, layout.bodyOffset));
    Index there = 0;
    std::size_t position = layout.bodyOffset;
    while (position < text.size() && there < count)
        there += !trimBlanks(nextRecord(text, position, layout.delimiter).text).empty();
    Filling filling(layout, file, there);
    filling.fill(text, layout.bodyOffset, layout.bodyLine, 0, there);
    return filling.finish();
}

} // namespace bridgescope
