#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace bridgescope {

/// A file mapped read-only. A part that vanishes while it is mapped (the file is cut by another program, its disk
/// fails) reads as zeros instead of ending the program with SIGBUS, and requireUnchanged() then says so.
class MappedFile {
public:
    /// @throws Error(Input): no file, a folder, a pipe or device, unreadable, empty.
    static std::shared_ptr<const MappedFile> open(const std::string& file);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    const std::string& file() const { return m_file; }
    const char* data() const { return m_data; }
    std::size_t size() const { return m_size; }
    std::string_view text() const { return {m_data, m_size}; }

    /// Lets go of the memory behind the whole pages within [begin, end): read again, they come from the file again.
    /// So that a file read once from end to end does not count as memory of the program.
    void release(std::size_t begin, std::size_t end) const;

    /// @throws Error(Input) where a part vanished, or the file's identity, size or time of change differ from when it
    /// was opened: "changed on disk since it was opened; open it again".
    void requireUnchanged() const;

    /// Of the signal handler: puts zeros in place of the mapping from `address` on where it belongs to one of ours.
    static bool mend(void* address);

private:
    MappedFile() = default;
    std::string m_file;
    const char* m_data = nullptr;
    std::size_t m_size = 0;
    std::uint64_t m_device = 0, m_inode = 0;
    std::int64_t m_seconds = 0, m_nanoseconds = 0;
    std::size_t m_slot = 0;
};

} // namespace bridgescope
