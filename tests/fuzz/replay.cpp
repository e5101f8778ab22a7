#include "core/base/parallel.h"
#include "core/base/random.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

/// Stands in for libFuzzer where it is not there: replays a corpus, then a fixed number of seeded mutations of it.
/// usage: fuzz_TARGET ITERATIONS FILE-OR-FOLDER...
namespace {

using bridgescope::Index;
using bridgescope::Random;

std::vector<std::string> readCorpus(int count, char** paths)
{
    std::vector<std::filesystem::path> files;
    for (int i = 0; i < count; ++i) {
        if (!std::filesystem::is_directory(paths[i]))
            files.emplace_back(paths[i]);
        else
            for (const auto& entry : std::filesystem::directory_iterator(paths[i]))
                if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> corpus;
    for (const auto& file : files) {
        std::ostringstream bytes;
        bytes << std::ifstream(file, std::ios::binary).rdbuf();
        corpus.push_back(bytes.str());
    }
    return corpus;
}

/// Bits, bytes and numbers changed, pieces cut out, doubled, or taken from another input.
void mutate(std::string& bytes, const std::vector<std::string>& corpus, Random& random)
{
    static const std::string pieces[] = {"\n",
                                         "\r\n",
                                         "\"",
                                         ",",
                                         ";",
                                         "\t",
                                         " ",
                                         "nan",
                                         "-",
                                         "1e999",
                                         std::string(1, '\0'),
                                         "18446744073709551616",
                                         "-1",
                                         "\xEF\xBB\xBF",
                                         "\xff",
                                         "{",
                                         "}",
                                         "(",
                                         ")",
                                         "'"};
    const auto place = [&] { return static_cast<std::size_t>(random.below(static_cast<Index>(bytes.size()) + 1)); };
    const std::size_t at = place(), length = static_cast<std::size_t>(random.below(16)) + 1;
    switch (random.below(7)) {
    case 0:
        if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
        break;
    case 1:
        if (at < bytes.size()) bytes[at] = static_cast<char>(random.below(256));
        break;
    case 2:
        bytes.erase(at, length);
        break;
    case 3:
        bytes.insert(at, bytes.substr(place(), length));
        break;
    case 4:
        bytes.insert(at, pieces[random.below(std::size(pieces))]);
        break;
    case 5:
        bytes.resize(at);
        break;
    default: {
        const std::string& other = corpus[static_cast<std::size_t>(random.below(static_cast<Index>(corpus.size())))];
        bytes = bytes.substr(0, at) + other.substr(std::min(at, other.size()));
    }
    }
}

int run(const std::string& bytes)
{
    return LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3) return 2;
    bridgescope::setThreadCount(1);
    const auto corpus = readCorpus(argc - 2, argv + 2);
    if (corpus.empty()) return 2;
    for (const auto& bytes : corpus)
        run(bytes);
    Random random(1, "fuzz");
    const long iterations = std::strtol(argv[1], nullptr, 10);
    for (long i = 0; i < iterations; ++i) {
        std::string bytes = corpus[static_cast<std::size_t>(i) % corpus.size()];
        for (Index changes = random.below(4) + 1; changes > 0; --changes)
            mutate(bytes, corpus, random);
        run(bytes);
    }
    std::printf("%zu inputs, %ld mutations\n", corpus.size(), iterations);
    return 0;
}
