#pragma once
#include <cstdio>
#include <string>
#include <string_view>

namespace bridgescope {

/// A file that appears complete or not at all: written beside its place, synced, then renamed.
/// Destroyed before commit() (an error, a cancelled job, an interrupt): nothing is left.
/// A full disk, a missing folder and a folder in the file's place are Error(Io) naming the file and the remedy.
class AtomicFile {
public:
    explicit AtomicFile(std::string path);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(const void* bytes, std::size_t count);
    void write(std::string_view text) { write(text.data(), text.size()); }
    void commit();

    /// Removes every file begun and not committed: for a signal handler's orderly end.
    static void removeUnfinished();

private:
    [[noreturn]] void fail(const char* doing, int code);
    std::string m_path;
    std::string m_temporary;
    std::FILE* m_file = nullptr;
};

/// Writes a whole file at once.
void writeFile(const std::string& path, std::string_view content);

} // namespace bridgescope
