#include "core/wordsim/benchmark.h"

#include "core/base/error.h"
#include "core/wordsim/rating_table.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace bridgescope {
namespace {

using Words = std::pair<std::string, std::string>;

Words unordered(const RatedPair& pair)
{
    return pair.first < pair.second ? Words{pair.first, pair.second} : Words{pair.second, pair.first};
}

/// "sun-n", "run-v": a word with its part of speech.
bool isTagged(const std::string& word)
{
    return word.size() > 2 && word[word.size() - 2] == '-' &&
           std::string_view("nvjar").find(word.back()) != std::string_view::npos;
}

bool isPhrase(const RatedPair& pair)
{
    return pair.first.find(' ') != std::string::npos || pair.second.find(' ') != std::string::npos;
}

/// SimLex-999 as published rates old and new 1.58 and no pair 0 or 10.
bool isRescaledSimLex(const Benchmark& benchmark)
{
    if (benchmark.pairs.size() != 999) return false;
    const auto oldNew = std::find_if(benchmark.pairs.begin(), benchmark.pairs.end(),
                                     [](const RatedPair& pair) { return pair.first == "old" && pair.second == "new"; });
    return oldNew != benchmark.pairs.end() && oldNew->rating != 1.58;
}

void warnOfContent(Benchmark& benchmark)
{
    const auto& pairs = benchmark.pairs;
    const auto tagged = std::count_if(pairs.begin(), pairs.end(),
                                      [](const auto& p) { return isTagged(p.first) && isTagged(p.second); });
    const auto phrases = std::count_if(pairs.begin(), pairs.end(), isPhrase);
    const auto n = static_cast<std::ptrdiff_t>(pairs.size());
    if (tagged * 2 > n)
        benchmark.warnings.push_back("its words carry their part of speech (" + pairs.front().first +
                                     "): most have no vector; give the file without tags");
    if (phrases > 0)
        benchmark.warnings.push_back(std::to_string(phrases) + " of its " + std::to_string(n) +
                                     " pairs hold phrases of several words, which have no vector in most sets");
    if (isRescaledSimLex(benchmark))
        benchmark.warnings.push_back(
            "its ratings are not those of SimLex-999 as published (old, new: 1.58): they were rescaled");
}

/// One line a pair, at the place of its first, its rating the mean.
void averageRepeats(Benchmark& benchmark)
{
    struct Sum {
        std::size_t place;
        double sum;
        Index count;
    };
    std::map<Words, Sum> sums;
    std::vector<RatedPair> kept;
    for (const RatedPair& pair : benchmark.pairs) {
        const auto [at, isNew] = sums.emplace(unordered(pair), Sum{kept.size(), 0, 0});
        if (isNew) kept.push_back(pair);
        at->second.sum += pair.rating;
        ++at->second.count;
    }
    for (const auto& [words, sum] : sums)
        kept[sum.place].rating = sum.sum / static_cast<double>(sum.count);
    benchmark.pairs = std::move(kept);
}

Index countRepeats(const std::vector<RatedPair>& pairs)
{
    std::map<Words, Index> seen;
    Index repeated = 0;
    for (const RatedPair& pair : pairs)
        repeated += seen[unordered(pair)]++ > 0;
    return repeated;
}

RatedPair pairFrom(const RatingTable::Row& row, const RatingTable& table, const RatingColumns& columns,
                   const std::string& file)
{
    if (row.fields.size() <= std::max({columns.first, columns.second, columns.score}))
        throw Error(ErrorKind::Input,
                    "has " + std::to_string(row.fields.size()) + " fields where the first line has " +
                        std::to_string(table.columns),
                    "mend or remove the line")
            .inFile(file)
            .atLine(row.line);
    const auto rating = ratingFrom(row.fields[columns.score], table.decimalComma);
    if (!rating)
        throw Error(ErrorKind::Input, "'" + row.fields[columns.score] + "' is no rating", "mend or remove the line")
            .inFile(file)
            .atLine(row.line);
    return {row.fields[columns.first], row.fields[columns.second], *rating};
}

} // namespace

Benchmark readBenchmark(const std::string& file, const BenchmarkOptions& options)
{
    const RatingTable table = readRatingTable(file);
    const RatingColumns columns = chooseColumns(table, options.score, file);
    Benchmark benchmark;
    benchmark.file = file;
    benchmark.name = std::filesystem::path(file).stem().string();
    if (benchmark.name.ends_with(".tsv") || benchmark.name.ends_with(".csv") || benchmark.name.ends_with(".txt"))
        benchmark.name.resize(benchmark.name.size() - 4); // NAME.tsv.gz
    if (options.score) benchmark.name += " " + *options.score;
    for (const auto& row : table.rows)
        benchmark.pairs.push_back(pairFrom(row, table, columns, file));
    benchmark.repeated = countRepeats(benchmark.pairs);
    warnOfContent(benchmark);
    if (table.headerGuessed && !options.score) {
        std::string line;
        for (const std::string& name : table.names)
            line += (line.empty() ? "" : " ") + name;
        benchmark.warnings.push_back("its first line" + (line.empty() ? line : " (" + line + ")") +
                                     " holds no number and is taken as the names of its columns");
    }
    if (!columns.otherScores.empty())
        benchmark.warnings.push_back("several columns hold numbers; ratings are taken from " +
                                     (table.names.empty() ? "column " + std::to_string(columns.score + 1)
                                                          : "'" + table.names[columns.score] + "'") +
                                     ", FILE#COLUMN chooses another");
    if (options.repeats == RatingRepeats::Average) averageRepeats(benchmark);
    return benchmark;
}

Benchmark readBenchmarkNamed(const std::string& text, BenchmarkOptions options)
{
    const auto mark = text.rfind('#');
    if (mark == std::string::npos || mark + 1 == text.size() || std::filesystem::exists(text))
        return readBenchmark(text, options);
    options.score = text.substr(mark + 1);
    return readBenchmark(text.substr(0, mark), options);
}

} // namespace bridgescope
