#pragma once
#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>

/// What libFuzzer calls; each target defines it. Built without libFuzzer, replay.cpp calls it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace bridgescope {

/// A file in memory that holds the bytes, for readers that take a name.
class MemoryFile {
public:
    MemoryFile(const std::uint8_t* data, std::size_t size) : m_descriptor(memfd_create("fuzz", MFD_CLOEXEC))
    {
        for (std::size_t at = 0; at < size;) {
            const ssize_t written = ::write(m_descriptor, data + at, size - at);
            if (written <= 0) std::abort();
            at += static_cast<std::size_t>(written);
        }
        m_name = "/proc/self/fd/" + std::to_string(m_descriptor);
    }
    ~MemoryFile() { ::close(m_descriptor); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    const std::string& name() const { return m_name; }

private:
    int m_descriptor;
    std::string m_name;
};

/// Runs `work`; an Error must be one line that names the file and a remedy. Any other exception ends the program.
template<class Work> void expectErrorsOnly(Work&& work)
{
    try {
        work();
    } catch (const Error& error) {
        const std::string_view line = error.what();
        if (line.find('\n') != std::string_view::npos || error.hint.empty()) std::abort();
        if (error.file.empty() && error.kind != ErrorKind::Usage) std::abort();
    }
}

} // namespace bridgescope
