#include "core/dataset/readers/word2vec_binary.h"

#include "core/base/error.h"
#include "core/dataset/counted.h"
#include "core/dataset/readers/column_store.h"
#include "core/dataset/text/fields.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>

namespace bridgescope {
namespace {

static_assert(std::endian::native == std::endian::little, "the vectors are copied as they lie in the file");

constexpr std::size_t longestLabel = 10'000;

[[noreturn]] void fail(const MappedFile& file, std::size_t byte, const std::string& what, const std::string& hint)
{
    throw Error(ErrorKind::Input, what, hint).inFile(file.file()).atByte(static_cast<std::int64_t>(byte));
}

bool isControl(unsigned char c)
{
    return c < 32 && c != '\n' && c != '\r' && c != '\t';
}

/// Whether the bytes go on as word2vec text would: a line that ends in d numbers.
bool goesOnAsText(std::string_view body, Index dimension)
{
    const std::string_view line = body.substr(0, body.find('\n'));
    FieldSplitter splitter(' ');
    const auto& fields = splitter.split(line);
    if (static_cast<Index>(fields.size()) < std::max<Index>(dimension, 1)) return false;
    float ignored = 0;
    return std::all_of(fields.end() - static_cast<std::ptrdiff_t>(dimension), fields.end(),
                       [&](std::string_view field) { return parseNumber(field, '.', ignored); });
}

std::optional<Word2vecHeader> countLine(std::string_view bytes)
{
    const std::size_t end = bytes.substr(0, 64).find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const char* last = bytes.data() + end;
    Word2vecHeader header;
    const auto items = std::from_chars(bytes.data(), last, header.items);
    if (items.ec != std::errc() || items.ptr == last || *items.ptr != ' ') return std::nullopt;
    const auto dimension = std::from_chars(items.ptr + 1, last, header.dimension);
    if (dimension.ec != std::errc() || header.items < 0 || header.dimension < 0) return std::nullopt;
    if (std::any_of(dimension.ptr, last, [](char c) { return c != ' ' && c != '\r'; })) return std::nullopt;
    header.bodyOffset = end + 1;
    return header;
}

/// Refuses a header that claims more than the file can hold: each item takes a blank and its numbers at least.
void requireRoom(const MappedFile& file, const Word2vecHeader& header)
{
    const std::string claim = "the first line claims " + std::to_string(header.items) + " items of " +
                              std::to_string(header.dimension) + " dimensions";
    if (header.items == 0 || header.dimension == 0) fail(file, 0, claim, "choose a file with at least one item");
    const auto there = static_cast<Index>(file.size() - header.bodyOffset);
    Index itemBytes = 0, needed = 0;
    const bool overflows = __builtin_mul_overflow(header.dimension, Index(sizeof(float)), &itemBytes) ||
                           __builtin_add_overflow(itemBytes, Index(1), &itemBytes) ||
                           __builtin_mul_overflow(itemBytes, header.items, &needed);
    if (overflows || needed > there)
        fail(file, 0, claim + ", but only " + std::to_string(there) + " bytes follow",
             "the file is cut or its first line is wrong: fetch it again");
}

} // namespace

std::optional<Word2vecHeader> word2vecBinaryHeader(std::string_view bytes, bool namedBinary)
{
    const auto header = countLine(bytes);
    if (!header) return std::nullopt;
    const std::string_view body = bytes.substr(header->bodyOffset, std::size_t(1) << 20);
    if (goesOnAsText(body, header->dimension)) return std::nullopt;
    const std::string_view start = body.substr(0, longestLabel);
    if (!namedBinary && std::none_of(start.begin(), start.end(), isControl)) return std::nullopt;
    return header;
}

Word2vecHeader readWord2vecHeader(const MappedFile& file)
{
    const auto header = countLine(file.text());
    if (!header)
        fail(file, 0, "does not begin with a line 'N d', as word2vec binary does",
             "choose the right format with --format");
    requireRoom(file, *header);
    return *header;
}

RawSet readWord2vecBinary(const std::shared_ptr<const MappedFile>& file, Index limit, const Context& context)
{
    const std::string_view bytes = file->text();
    const Word2vecHeader header = readWord2vecHeader(*file);
    const Index items = limit > 0 ? std::min(limit, header.items) : header.items;
    const std::size_t vectorBytes = static_cast<std::size_t>(header.dimension) * sizeof(float);
    ColumnStore store(header.dimension, items);
    RawSet set;
    set.format = "word2vec binary";
    set.labelSource = "before each vector";
    std::size_t position = header.bodyOffset, released = 0;
    for (Index i = 0; i < items; ++i) {
        if (i % 8192 == 0) {
            context.checkStop();
            context.report(static_cast<double>(i), static_cast<double>(items), "rows");
            file->release(released, position);
            released = position;
        }
        while (position < bytes.size() && bytes[position] == '\n')
            ++position;
        const std::string which = "item " + std::to_string(i + 1) + " of " + std::to_string(header.items);
        const std::size_t blank = bytes.substr(position, longestLabel).find(' ');
        if (blank == std::string_view::npos)
            fail(*file, position, "no blank ends the label of " + which,
                 "the file is cut or no word2vec binary: fetch it again");
        set.labels.emplace_back(bytes.substr(position, blank));
        position += blank + 1;
        if (bytes.size() - position < vectorBytes)
            fail(*file, bytes.size(), "ends inside the vector of " + which, "the file is cut: fetch it again");
        std::memcpy(store.column(i).data(), bytes.data() + position, vectorBytes);
        position += vectorBytes;
    }
    while (position < bytes.size() && bytes[position] == '\n')
        ++position;
    if (items == header.items && position < bytes.size())
        set.warnings.push_back(counted(static_cast<Index>(bytes.size() - position), "byte") +
                               " behind the last vector ignored");
    file->requireUnchanged();
    set.vectors = store.finish();
    return set;
}

} // namespace bridgescope
