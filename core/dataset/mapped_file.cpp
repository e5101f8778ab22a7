#include "core/dataset/mapped_file.h"

#include "core/base/error.h"

#include <array>
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

/// What the signal handler may look at: plain atomics, no locks.
struct Range {
    std::atomic<std::uintptr_t> begin{0}, end{0};
    std::atomic<bool> damaged{false};
};
std::array<Range, 256> g_ranges;
struct sigaction g_before;

void onBusError(int signal, siginfo_t* info, void* context)
{
    if (MappedFile::mendPage(info->si_addr)) return;
    if (g_before.sa_flags & SA_SIGINFO) {
        if (g_before.sa_sigaction) g_before.sa_sigaction(signal, info, context);
        return;
    }
    if (g_before.sa_handler != SIG_DFL && g_before.sa_handler != SIG_IGN) return g_before.sa_handler(signal);
    sigaction(SIGBUS, &g_before, nullptr); // the instruction runs again and ends the program as it would have
}

int claimSlot(const char* data, std::size_t size)
{
    static std::once_flag once;
    std::call_once(once, [] {
        struct sigaction action {};
        action.sa_sigaction = onBusError;
        action.sa_flags = SA_SIGINFO;
        sigaction(SIGBUS, &action, &g_before);
    });
    static std::mutex mutex;
    const std::scoped_lock lock(mutex);
    const auto begin = reinterpret_cast<std::uintptr_t>(data);
    for (std::size_t i = 0; i < g_ranges.size(); ++i) {
        if (g_ranges[i].end != 0) continue;
        g_ranges[i].damaged = false;
        g_ranges[i].begin = begin;
        g_ranges[i].end = begin + size;
        return static_cast<int>(i);
    }
    return -1;
}

Error openError(const std::string& file, int code)
{
    const char* hint = code == ENOENT   ? "check the name"
                       : code == EACCES ? "ask for permission to read it"
                                        : "choose another file";
    return Error(ErrorKind::Input,
                 code == ENOENT ? "there is no such file" : std::string("cannot be read (") + std::strerror(code) + ")",
                 hint)
        .inFile(file);
}

} // namespace

std::shared_ptr<const MappedFile> MappedFile::open(const std::string& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) throw openError(file, errno);
    struct stat status {};
    fstat(descriptor, &status);
    const auto refuse = [&](const char* what, const char* hint) {
        ::close(descriptor);
        throw Error(ErrorKind::Input, what, hint).inFile(file);
    };
    if (S_ISDIR(status.st_mode)) refuse("is a folder", "name a file in it");
    if (!S_ISREG(status.st_mode)) refuse("is not a regular file", "copy its content into a file first");
    if (status.st_size == 0) refuse("is empty (0 bytes)", "choose a file with vectors");
    const auto size = static_cast<std::size_t>(status.st_size);
    void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    const int code = errno;
    ::close(descriptor);
    if (data == MAP_FAILED) throw openError(file, code);
    std::shared_ptr<MappedFile> mapped(new MappedFile);
    mapped->m_file = file;
    mapped->m_data = static_cast<const char*>(data);
    mapped->m_size = size;
    mapped->m_device = status.st_dev;
    mapped->m_inode = status.st_ino;
    mapped->m_seconds = status.st_mtim.tv_sec;
    mapped->m_nanoseconds = status.st_mtim.tv_nsec;
    mapped->m_slot = claimSlot(mapped->m_data, size);
    return mapped;
}

MappedFile::~MappedFile()
{
    if (m_slot >= 0) g_ranges[static_cast<std::size_t>(m_slot)].end = 0;
    munmap(const_cast<char*>(m_data), m_size);
}

bool MappedFile::mendPage(void* address)
{
    const auto at = reinterpret_cast<std::uintptr_t>(address);
    for (auto& range : g_ranges) {
        if (at < range.begin || at >= range.end) continue;
        const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
        void* start = reinterpret_cast<void*>(at / page * page);
        if (mmap(start, page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED) return false;
        range.damaged = true;
        return true;
    }
    return false;
}

void MappedFile::requireUnchanged() const
{
    struct stat now {};
    const bool there = stat(m_file.c_str(), &now) == 0;
    const bool damaged = m_slot >= 0 && g_ranges[static_cast<std::size_t>(m_slot)].damaged;
    if (there && !damaged && now.st_dev == m_device && now.st_ino == m_inode &&
        static_cast<std::size_t>(now.st_size) == m_size && now.st_mtim.tv_sec == m_seconds &&
        now.st_mtim.tv_nsec == m_nanoseconds)
        return;
    throw Error(ErrorKind::Input, there ? "changed on disk since it was opened" : "is gone since it was opened",
                "open it again")
        .inFile(m_file);
}

} // namespace bridgescope
