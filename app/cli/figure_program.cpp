#include "app/cli/figure_program.h"

#include "core/base/error.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <spawn.h>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace bridgescope {
namespace {

/// Beside this program (installed), in the build tree's sibling folder, or in PATH.
std::string findProgram()
{
    namespace fs = std::filesystem;
    std::error_code ignored;
    const fs::path self = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    std::vector<fs::path> places = {self / "bridgescope", self.parent_path() / "gui" / "bridgescope"};
    if (const char* path = std::getenv("PATH")) {
        std::istringstream folders(path);
        for (std::string folder; std::getline(folders, folder, ':');)
            places.push_back(fs::path(folder) / "bridgescope");
    }
    for (const auto& place : places)
        if (fs::is_regular_file(place, ignored) && access(place.c_str(), X_OK) == 0) return place.string();
    return {};
}

} // namespace

FigureResult runFigureProgram(const std::vector<std::string>& arguments, const std::stop_token& stop)
{
    if (stop.stop_requested()) throw Cancelled();
    const std::string program = findProgram();
    if (program.empty()) return {};
    std::vector<std::string> words = {program, "figure"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (auto& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    // The child must not inherit the blocked signals of main(): an interrupt ends it too.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    pid_t child = 0;
    const int failed = posix_spawn(&child, program.c_str(), nullptr, &attributes, argv.data(), environ);
    posix_spawnattr_destroy(&attributes);
    if (failed != 0) return {};
    int status = 0;
    {
        const std::stop_callback ending(stop, [child] { kill(child, SIGTERM); });
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
    }
    if (stop.stop_requested()) throw Cancelled();
    return {true, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)};
}

} // namespace bridgescope
