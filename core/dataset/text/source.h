#pragma once
#include "core/base/context.h"
#include "core/dataset/mapped_file.h"

#include <memory>
#include <optional>
#include <string>

namespace bridgescope {

bool isGzip(std::string_view head);

/// The text of a file, read from front to end: a plain file as it lies mapped, a gzip stream (all its members) unpacked
/// as far as asked for, so that memory is that of the piece looked at.
class TextSource {
public:
    explicit TextSource(std::shared_ptr<const MappedFile> file);
    ~TextSource();

    const MappedFile& file() const { return *m_file; }
    bool compressed() const { return m_inflater != nullptr; }

    /// At least `bytes` from here on, or all there is. Valid until the next call of ahead(), skip() or rewind().
    /// @throws Error(Input) where the gzip stream is cut or damaged; Cancelled.
    std::string_view ahead(std::size_t bytes, const Context& context = {});
    /// Whether what ahead() gave reaches the end of the text.
    bool complete() const;
    /// Bytes behind the gzip stream that are no padding of zeros; known once complete() was.
    std::size_t bytesBehind() const { return m_behind; }
    void skip(std::size_t bytes);
    void rewind();

    /// Lets go of the memory of a piece of ahead() that will not be looked at again soon.
    void release(std::string_view piece) const;
    /// Size of the whole text: exact for a plain file, what the last member's trailer says for a gzip file.
    std::uint64_t claimedSize() const;

private:
    struct Inflater;
    void unpackMore(const Context& context);
    std::shared_ptr<const MappedFile> m_file;
    std::unique_ptr<Inflater> m_inflater;
    std::string m_unpacked;     ///< gzip: the piece unpacked, skipped bytes at its front
    bool m_fromStart = true;    ///< m_unpacked begins where the text does
    std::size_t m_behind = 0;
    std::size_t m_position = 0; ///< in m_unpacked, or in the file
};

} // namespace bridgescope
