#include "core/dataset/mapped_file.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bridgescope {
namespace {

/// One mapping as the signal handler sees it: atomics, no locks. `end` 0: free.
struct Range {
    std::atomic<std::uintptr_t> begin{0}, end{0};
    std::atomic<bool> damaged{false};
};
std::array<Range, 1024> g_ranges;
std::mutex g_claiming;
struct sigaction g_before;
const auto g_page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));

void onBusError(int signal, siginfo_t* info, void*)
{
    const int code = errno;
    const bool mended = info->si_code > 0 && MappedFile::mend(info->si_addr);
    errno = code;
    if (mended) return;
    // None of ours: whoever was there before gets it, once more with its own flags, as if we had never been.
    sigaction(SIGBUS, &g_before, nullptr);
    if (info->si_code <= 0) raise(signal); // sent by somebody; a fault comes again by itself
}

/// A free place among the ranges watched, or their number where there is none.
std::size_t claimRange(const char* data, std::size_t size)
{
    const std::scoped_lock lock(g_claiming);
    static const bool installed = [] {
        struct sigaction action {};
        action.sa_sigaction = onBusError;
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
        return sigaction(SIGBUS, &action, &g_before) == 0;
    }();
    if (!installed) return g_ranges.size();
    for (std::size_t i = 0; i < g_ranges.size(); ++i) {
        if (g_ranges[i].end != 0) continue;
        const auto begin = reinterpret_cast<std::uintptr_t>(data);
        g_ranges[i].damaged = false;
        g_ranges[i].begin = begin;
        g_ranges[i].end = begin + size;
        return i;
    }
    return g_ranges.size();
}

Error openError(const std::string& file, int code)
{
    if (code == ENOENT) return Error(ErrorKind::Input, "there is no such file", "check the name").inFile(file);
    const char* hint = code == EACCES ? "ask for permission to read it" : "choose another file";
    return Error(ErrorKind::Input, std::string("cannot be read (") + std::strerror(code) + ")", hint).inFile(file);
}

void requireReadable(const struct stat& status, const std::string& file)
{
    const auto refuse = [&](const char* what, const char* hint) {
        throw Error(ErrorKind::Input, what, hint).inFile(file);
    };
    if (S_ISDIR(status.st_mode)) refuse("is a folder", "name a file in it");
    if (!S_ISREG(status.st_mode)) refuse("is no regular file", "write what it gives into a file first");
    if (status.st_size == 0) refuse("is empty (0 bytes)", "choose a file with something in it");
}

} // namespace

std::shared_ptr<const MappedFile> MappedFile::open(const std::string& file)
{
    // A pipe that nobody writes to must not block.
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) throw openError(file, errno);
    const std::shared_ptr<const int> closing(&descriptor, [](const int* open) { ::close(*open); });
    struct stat status {};
    if (fstat(descriptor, &status) != 0) throw openError(file, errno);
    requireReadable(status, file);
    const auto size = static_cast<std::size_t>(status.st_size);
    void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (data == MAP_FAILED) throw openError(file, errno);
    const std::size_t slot = claimRange(static_cast<const char*>(data), size);
    if (slot == g_ranges.size()) {
        munmap(data, size);
        throw openError(file, EMFILE);
    }
    std::shared_ptr<MappedFile> mapped(new MappedFile);
    mapped->m_file = file;
    mapped->m_data = static_cast<const char*>(data);
    mapped->m_size = size;
    mapped->m_device = status.st_dev;
    mapped->m_inode = status.st_ino;
    mapped->m_seconds = status.st_mtim.tv_sec;
    mapped->m_nanoseconds = status.st_mtim.tv_nsec;
    mapped->m_slot = slot;
    return mapped;
}

MappedFile::~MappedFile()
{
    if (!m_data) return;
    g_ranges[m_slot].end = 0;
    munmap(const_cast<char*>(m_data), m_size);
}

void MappedFile::release(std::size_t begin, std::size_t end) const
{
    const auto base = reinterpret_cast<std::uintptr_t>(m_data);
    const std::uintptr_t first = (base + begin + g_page - 1) / g_page * g_page;
    const std::uintptr_t last = (base + std::min(end, m_size)) / g_page * g_page;
    if (first < last) madvise(reinterpret_cast<void*>(first), last - first, MADV_DONTNEED);
}

bool MappedFile::mend(void* address)
{
    const auto at = reinterpret_cast<std::uintptr_t>(address);
    for (auto& range : g_ranges) {
        const std::uintptr_t end = range.end;
        if (at < range.begin || at >= end) continue;
        // All that follows at once: page by page a long cut file would use up the mappings a process may have.
        void* start = reinterpret_cast<void*>(at / g_page * g_page);
        const std::size_t length = end - at / g_page * g_page;
        const int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE;
        if (mmap(start, length, PROT_READ, flags, -1, 0) == MAP_FAILED) return false;
        range.damaged = true;
        return true;
    }
    return false;
}

void MappedFile::requireUnchanged() const
{
    struct stat now {};
    const bool there = stat(m_file.c_str(), &now) == 0;
    const bool same = there && !g_ranges[m_slot].damaged && now.st_dev == m_device && now.st_ino == m_inode &&
                      static_cast<std::size_t>(now.st_size) == m_size && now.st_mtim.tv_sec == m_seconds &&
                      now.st_mtim.tv_nsec == m_nanoseconds;
    if (same) return;
    throw Error(ErrorKind::Input, there ? "changed on disk since it was opened" : "is gone since it was opened",
                "open it again")
        .inFile(m_file);
}

} // namespace bridgescope
