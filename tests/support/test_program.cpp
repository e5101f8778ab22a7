#include "tests/support/test_program.h"

#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#ifdef BRIDGESCOPE_WINDOW_TESTS
#include <QApplication>
#else
#include <QCoreApplication>
#endif

namespace bridgescope {

namespace {

/// By name; made at first use, as the files enter themselves before main.
std::map<std::string, RunTest>& tests()
{
    static std::map<std::string, RunTest> all;
    return all;
}

} // namespace

bool addTest(const char* file, RunTest run)
{
    return tests().emplace(std::filesystem::path(file).stem().string(), run).second;
}

namespace {

int runAll(int argc, char** argv)
{
    int failed = 0;
    for (const auto& [name, run] : tests())
        failed += run(argc, argv);
    return failed;
}

int runNamed(int argc, char** argv)
{
    const auto found = tests().find(argv[1]);
    if (found == tests().end()) {
        std::fprintf(stderr, "no tests named %s; there are:", argv[1]);
        for (const auto& [name, run] : tests())
            std::fprintf(stderr, " %s", name.c_str());
        std::fprintf(stderr, "\n");
        return 2;
    }
    std::vector<char*> arguments{argv[0]};
    arguments.insert(arguments.end(), argv + 2, argv + argc);
    arguments.push_back(nullptr);
    return found->second(static_cast<int>(arguments.size()) - 1, arguments.data());
}

} // namespace

} // namespace bridgescope

int main(int argc, char** argv)
{
#ifdef BRIDGESCOPE_WINDOW_TESTS
    QApplication application(argc, argv);
#else
    QCoreApplication application(argc, argv);
#endif
    const bool named = argc > 1 && argv[1][0] != '-';
    // Settings are kept by this name: two files' tests that run at once do not share them.
    if (named) application.setApplicationName(application.applicationName() + '_' + argv[1]);
    return named ? bridgescope::runNamed(argc, argv) : bridgescope::runAll(argc, argv);
}
