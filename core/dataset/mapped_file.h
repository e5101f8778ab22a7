#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace bridgescope {

/// A file mapped read-only. A part that vanishes while it is mapped (the file is cut by another program) reads as zeros
/// instead of ending the program, and requireUnchanged() then says so.
class MappedFile {
public:
    /// @throws Error(Input or Io): no file, a folder, unreadable, empty.
    static std::shared_ptr<const MappedFile> open(const std::string& file);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    const std::string& file() const { return m_file; }
    const char* data() const { return m_data; }
    std::size_t size() const { return m_size; }
    std::string_view text() const { return {m_data, m_size}; }

    /// @throws Error(Input) where the file's identity, size or time of change differ from when it was opened.
    void requireUnchanged() const;

    /// Of the signal handler: replaces the page at `address` by zeros where it belongs to a mapping.
    static bool mendPage(void* address);

private:
    MappedFile() = default;
    std::string m_file;
    const char* m_data = nullptr;
    std::size_t m_size = 0;
    std::uint64_t m_device = 0, m_inode = 0;
    std::int64_t m_seconds = 0, m_nanoseconds = 0;
    int m_slot = -1;
};

} // namespace bridgescope
