#include "core/dataset/text_source.h"

#include "core/base/error.h"

#include <zlib.h>

namespace bridgescope {

bool isGzip(std::string_view head)
{
    return head.size() > 2 && head[0] == '\x1f' && head[1] == '\x8b';
}

TextSource openText(const std::shared_ptr<const MappedFile>& file, std::size_t limit, const Context& context)
{
    TextSource source;
    source.file = file;
    if (!isGzip(file->text())) return source;
    source.compressed = true;
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK) throw std::bad_alloc();
    const std::shared_ptr<z_stream> guard(&stream, [](z_stream* s) { inflateEnd(s); });
    std::size_t position = 0;
    int state = Z_OK;
    std::string block(std::size_t(1) << 20, '\0');
    const auto fail = [&](const char* what) {
        throw Error(ErrorKind::Input, what, "unpack it with gunzip to see, or fetch it again")
            .inFile(file->file())
            .atByte(static_cast<std::int64_t>(position - stream.avail_in));
    };
    while (true) {
        context.checkStop();
        if (stream.avail_in == 0) {
            if (position == file->size()) break;
            const std::size_t take = std::min<std::size_t>(file->size() - position, block.size());
            stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(file->data() + position));
            stream.avail_in = static_cast<uInt>(take);
            position += take;
        }
        if (state == Z_STREAM_END) {
            if (inflateReset(&stream) != Z_OK) fail("the gzip stream cannot be read");
            if (*stream.next_in != 0x1f) break; // padding after the last member
        }
        do {
            stream.next_out = reinterpret_cast<Bytef*>(block.data());
            stream.avail_out = static_cast<uInt>(block.size());
            state = inflate(&stream, Z_NO_FLUSH);
            if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) fail("the gzip stream is damaged");
            source.unpacked.append(block.data(), block.size() - stream.avail_out);
            if (limit > 0 && source.unpacked.size() >= limit) {
                source.unpacked.resize(limit);
                return source;
            }
        } while (stream.avail_out == 0 && state != Z_STREAM_END);
    }
    if (state != Z_STREAM_END) fail("the gzip stream ends too early: the file is cut");
    if (source.unpacked.empty())
        throw Error(ErrorKind::Input, "is empty once unpacked", "choose a file with vectors").inFile(file->file());
    return source;
}

} // namespace bridgescope
