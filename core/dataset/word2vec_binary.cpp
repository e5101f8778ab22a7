#include "core/dataset/word2vec_binary.h"

#include "core/base/error.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace bridgescope {
namespace {

constexpr std::size_t longestLabel = 10'000;

[[noreturn]] void fail(const MappedFile& file, std::size_t byte, const std::string& what,
                       const std::string& hint = "fetch the file again")
{
    throw Error(ErrorKind::Input, what, hint).inFile(file.file()).atByte(static_cast<std::int64_t>(byte));
}

bool looksBinary(std::string_view bytes)
{
    return std::any_of(bytes.begin(), bytes.end(),
                       [](unsigned char c) { return c < 32 && c != '\n' && c != '\r' && c != '\t'; });
}

} // namespace

std::optional<Word2vecHeader> word2vecBinaryHeader(std::string_view bytes)
{
    const std::size_t end = bytes.substr(0, 64).find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = bytes.substr(0, end);
    Word2vecHeader header;
    const auto [next, error] = std::from_chars(line.data(), line.data() + line.size(), header.items);
    if (error != std::errc() || next == line.data() + line.size() || *next != ' ') return std::nullopt;
    const auto [last, error2] = std::from_chars(next + 1, line.data() + line.size(), header.dimension);
    if (error2 != std::errc() || header.items < 0 || header.dimension < 0) return std::nullopt;
    for (const char* c = last; c < line.data() + line.size(); ++c)
        if (*c != ' ' && *c != '\r') return std::nullopt;
    header.bodyOffset = end + 1;
    // Bytes of floats are no text: a control character among the first ones tells.
    if (!looksBinary(bytes.substr(header.bodyOffset, 4096))) return std::nullopt;
    return header;
}

RawSet readWord2vecBinary(const std::shared_ptr<const MappedFile>& file, Index limit, const Context& context)
{
    const std::string_view bytes = file->text();
    const auto header = word2vecBinaryHeader(bytes);
    if (!header)
        fail(*file, 0, "does not begin with a line 'N d', as word2vec binary does",
             "choose the right format with --format");
    if (header->items == 0 || header->dimension == 0) fail(*file, 0, "the header claims no items or no dimensions");
    const Index vectorBytes = checkedProduct(header->dimension, sizeof(float), "the header's dimension");
    const Index needed = checkedProduct(header->items, vectorBytes + 2, "the header's size");
    if (needed - header->items > static_cast<Index>(bytes.size() - header->bodyOffset))
        fail(*file, 0,
             "the header claims " + std::to_string(header->items) + " items of " + std::to_string(header->dimension) +
                 " dimensions, which need " + std::to_string(needed) + " bytes; the file has " +
                 std::to_string(bytes.size()),
             "the file is cut or its header is wrong: fetch it again");
    const Index items = limit > 0 ? std::min(limit, header->items) : header->items;
    Matrix matrix(header->dimension, items);
    RawSet set;
    set.format = "word2vec binary";
    set.formatHint = "first line N d, then bytes";
    set.labelSource = "before each vector";
    std::size_t position = header->bodyOffset;
    for (Index i = 0; i < items; ++i) {
        if (i % 8192 == 0) {
            context.checkStop();
            context.report(static_cast<double>(i), static_cast<double>(items), "rows");
        }
        while (position < bytes.size() && bytes[position] == '\n')
            ++position;
        const std::string_view ahead = bytes.substr(position, longestLabel);
        const std::size_t blank = ahead.find(' ');
        if (blank == std::string_view::npos)
            fail(*file, position, "no blank ends the label of item " + std::to_string(i + 1),
                 ahead.size() < longestLabel ? "the file is cut: fetch it again"
                                             : "choose the right format with --format");
        set.labels.emplace_back(ahead.substr(0, blank));
        position += blank + 1;
        if (bytes.size() - position < static_cast<std::size_t>(vectorBytes))
            fail(*file, bytes.size(),
                 "ends inside the vector of item " + std::to_string(i + 1) + " of " + std::to_string(header->items));
        std::memcpy(matrix.column(i).data(), bytes.data() + position, static_cast<std::size_t>(vectorBytes));
        position += static_cast<std::size_t>(vectorBytes);
    }
    while (position < bytes.size() && bytes[position] == '\n')
        ++position;
    if (limit == 0 && position < bytes.size())
        set.warnings.push_back(std::to_string(bytes.size() - position) + " bytes after the last vector are ignored");
    file->requireUnchanged();
    set.vectors = Vectors(std::move(matrix));
    return set;
}

} // namespace bridgescope
