#include "core/wordsim/word_similarity.h"

#include "core/base/error.h"
#include "core/wordsim/correlation.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utf8proc.h>

namespace bridgescope {
namespace {

/// Code point by code point; bytes that are no UTF-8 stay.
std::string lowered(const std::string& word)
{
    std::string text;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(word.data());
    for (utf8proc_ssize_t at = 0; at < static_cast<utf8proc_ssize_t>(word.size());) {
        utf8proc_int32_t code = 0;
        const auto taken = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(word.size()) - at, &code);
        if (taken < 1) {
            text += word[static_cast<std::size_t>(at++)];
            continue;
        }
        utf8proc_uint8_t encoded[4];
        const auto size = utf8proc_encode_char(utf8proc_tolower(code), encoded);
        text.append(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(size));
        at += taken;
    }
    return text;
}

bool constant(const std::vector<double>& values)
{
    return std::all_of(values.begin(), values.end(), [&](double v) { return v == values.front(); });
}

} // namespace

WordIndex::WordIndex(const EmbeddingSet& set)
{
    if (set.labels.empty())
        throw Error(ErrorKind::Input, "has no labels, so that no word of a benchmark can be found in it",
                    "give the words with --labels FILE")
            .inFile(set.file.empty() ? set.name : set.file);
    for (std::size_t i = 0; i < set.labels.size(); ++i)
        m_rows.emplace(set.labels[i], static_cast<Index>(i));
}

std::optional<Index> WordIndex::row(const std::string& word) const
{
    auto found = m_rows.find(word);
    if (found == m_rows.end()) found = m_rows.find(lowered(word));
    if (found == m_rows.end()) return std::nullopt;
    return found->second;
}

CoveredPairs coverPairs(const WordIndex& words, const Benchmark& benchmark)
{
    CoveredPairs covered;
    covered.name = benchmark.name;
    covered.file = benchmark.file;
    covered.warnings = benchmark.warnings;
    covered.pairs = static_cast<Index>(benchmark.pairs.size());
    covered.repeated = benchmark.repeated;
    std::unordered_set<std::string> missing;
    for (const RatedPair& pair : benchmark.pairs) {
        const auto first = words.row(pair.first), second = words.row(pair.second);
        if (first && second) {
            covered.first.push_back(*first);
            covered.second.push_back(*second);
            covered.ratings.push_back(pair.rating);
        }
        if (!first && missing.insert(pair.first).second) covered.missing.push_back(pair.first);
        if (!second && missing.insert(pair.second).second) covered.missing.push_back(pair.second);
    }
    return covered;
}

PairSimilarities pairSimilarities(MatrixView set, const CoveredPairs& pairs)
{
    PairSimilarities similarities;
    for (std::size_t i = 0; i < pairs.ratings.size(); ++i) {
        const auto a = set.column(pairs.first[i]), b = set.column(pairs.second[i]);
        double dot = 0, squaresA = 0, squaresB = 0, distance = 0;
        for (std::size_t j = 0; j < a.size(); ++j) {
            const double u = a[j], v = b[j];
            dot += u * v;
            squaresA += u * u;
            squaresB += v * v;
            distance += (u - v) * (u - v);
        }
        const double norms = std::sqrt(squaresA) * std::sqrt(squaresB);
        similarities.cosine.push_back(norms > 0 ? dot / norms : 0);
        similarities.euclidean.push_back(-std::sqrt(distance));
    }
    return similarities;
}

BenchmarkScore scoreBenchmark(const CoveredPairs& pairs, const PairSimilarities& similarities)
{
    BenchmarkScore score;
    if (pairs.covered() == 0)
        score.reason = "no pair is covered";
    else if (pairs.covered() == 1)
        score.reason = "one pair alone is covered";
    else if (constant(pairs.ratings))
        score.reason = "all ratings are equal";
    if (!score.reason.empty()) return score;
    score.cosine = spearman(pairs.ratings, similarities.cosine);
    score.euclidean = spearman(pairs.ratings, similarities.euclidean);
    if (!score.cosine || !score.euclidean) score.reason = "all similarities are equal";
    return score;
}

} // namespace bridgescope
