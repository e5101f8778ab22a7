#include "core/dataset/text/source.h"

#include "core/base/error.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <zlib.h>

namespace bridgescope {

struct TextSource::Inflater {
    Inflater()
    {
        if (inflateInit2(&stream, 15 + 16) != Z_OK) throw std::bad_alloc();
    }
    ~Inflater() { inflateEnd(&stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    z_stream stream{};
    std::size_t taken = 0; ///< bytes of the file handed to zlib
    bool memberEnded = false, ended = false;
};

bool isGzip(std::string_view head)
{
    return head.starts_with("\x1f\x8b");
}

TextSource::TextSource(std::shared_ptr<const MappedFile> file) : m_file(std::move(file))
{
    if (isGzip(m_file->text())) m_inflater = std::make_unique<Inflater>();
}

TextSource::~TextSource() = default;

std::string_view TextSource::ahead(std::size_t bytes, const Context& context)
{
    if (!m_inflater) return m_file->text().substr(m_position);
    if (m_unpacked.size() - m_position < bytes && m_position > 0 && !m_inflater->ended) {
        m_unpacked.erase(0, m_position);
        m_position = 0;
        m_fromStart = false;
    }
    while (!m_inflater->ended && m_unpacked.size() - m_position < bytes)
        unpackMore(context);
    return std::string_view(m_unpacked).substr(m_position);
}

bool TextSource::complete() const
{
    return !m_inflater || m_inflater->ended;
}

void TextSource::skip(std::size_t bytes)
{
    m_position += bytes;
}

void TextSource::rewind()
{
    m_position = 0;
    if (m_fromStart) return;
    m_inflater = std::make_unique<Inflater>();
    m_unpacked.clear();
    m_fromStart = true;
}

void TextSource::unpackMore(const Context& context)
{
    context.checkStop();
    Inflater& in = *m_inflater;
    const auto fail = [&](const char* what) {
        throw Error(ErrorKind::Input, what, "fetch it again")
            .inFile(m_file->file())
            .atByte(static_cast<std::int64_t>(in.taken - in.stream.avail_in));
    };
    if (in.stream.avail_in == 0) {
        m_file->release(0, in.taken);
        const std::size_t take = std::min<std::size_t>(m_file->size() - in.taken, std::size_t(1) << 20);
        if (take == 0) {
            if (!in.memberEnded) fail("the gzip stream ends too early: the file is cut");
            in.ended = true;
            return;
        }
        in.stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(m_file->data() + in.taken));
        in.stream.avail_in = static_cast<uInt>(take);
        in.taken += take;
    }
    if (in.memberEnded) {
        if (*in.stream.next_in != 0x1f) { // behind the last member
            const std::string_view behind = m_file->text().substr(in.taken - in.stream.avail_in);
            m_behind = behind.find_first_not_of('\0') == std::string_view::npos ? 0 : behind.size(); // as tar pads it
            in.ended = true;
            return;
        }
        inflateReset(&in.stream);
        in.memberEnded = false;
    }
    const std::size_t before = m_unpacked.size(), piece = std::size_t(1) << 18;
    m_unpacked.resize(before + piece);
    in.stream.next_out = reinterpret_cast<Bytef*>(m_unpacked.data() + before);
    in.stream.avail_out = static_cast<uInt>(piece);
    const int state = inflate(&in.stream, Z_NO_FLUSH);
    m_unpacked.resize(before + piece - in.stream.avail_out);
    if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) fail("the gzip stream is damaged");
    in.memberEnded = state == Z_STREAM_END;
}

void TextSource::release(std::string_view piece) const
{
    if (m_inflater) return;
    const auto begin = static_cast<std::size_t>(piece.data() - m_file->data());
    m_file->release(begin, begin + piece.size());
}

std::uint64_t TextSource::claimedSize() const
{
    if (!m_inflater || m_file->size() < 18) return m_file->size();
    std::uint64_t size = 0;
    for (std::size_t i = 0; i < 4; ++i)
        size |= std::uint64_t(static_cast<unsigned char>(m_file->data()[m_file->size() - 4 + i])) << (8 * i);
    return size;
}

} // namespace bridgescope
