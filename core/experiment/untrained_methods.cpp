#include "core/experiment/bibtex.h"
#include "core/experiment/paper_figures.h"
#include "core/experiment/table_text.h"
#include "core/experiment/untrained_outputs.h"

#include <algorithm>

namespace bridgescope {
namespace {

std::string depthsInWords(const std::vector<Index>& depths)
{
    std::vector<Index> hidden = depths;
    std::erase(hidden, 0);
    const bool linear = hidden.size() != depths.size();
    if (hidden.empty()) return "a linear map";
    const std::string layers = listed(hidden, [](Index d) { return std::to_string(d); }) +
                               (hidden.back() == 1 ? " hidden layer" : " hidden layers");
    return (linear ? "a linear map and nets of " : "nets of ") + layers;
}

std::string activationInWords(const std::string& id)
{
    return id == "relu" ? "ReLU" : id == "gelu" ? "GELU" : id == "identity" ? "linear" : id;
}

/// Which of the paper's benchmarks are among the files.
std::vector<bool> paperOnes(const UntrainedResult& result)
{
    std::vector<bool> there(paperBenchmarks().size());
    for (const CoveredPairs& pairs : result.benchmarks)
        if (const auto place = paperBenchmarkOf(pairs.name)) there[*place] = true;
    return there;
}

} // namespace

std::string untrainedMethods(std::span<const UntrainedResult> results, const std::string& vectors)
{
    const UntrainedResult& first = results.front();
    const UntrainedOptions& o = first.options;
    const bool nets = std::any_of(o.depths.begin(), o.depths.end(), [](Index d) { return d > 0; });
    std::string text = "Following Experiment 2 of Collell & Moens (2018), the vectors " + vectors +
                       " (N = " + grouped(first.n) + ", " + grouped(first.d) + " dimensions) were mapped by " +
                       depthsInWords(o.depths) + " that were never trained";
    if (nets)
        text += " (" + listed(results, [](const auto& r) { return activationInWords(r.options.activation); }) +
                " units in the hidden layers)";
    text += ", every layer " + grouped(o.width.value_or(first.d)) + " units wide, weights drawn by " +
            (o.init == "glorot" ? "Glorot initialization" : "the uniform law within ± 1/√(fan-in)") + ", " +
            grouped(o.draws) + (o.draws == 1 ? " draw" : " draws") + " of each (seed " + std::to_string(o.seed) +
            "). We report the mean nearest neighbor overlap of X and f(X), the share of the K nearest " +
            (o.self == SelfRule::Excluded ? "other items (the item itself left out, ties to the earlier item)"
                                          : "items, the item itself counted as its own first neighbor,") +
            " that the two spaces have in common, by " +
            (o.metric == Metric::Cosine ? "cosine similarity" : "Euclidean distance") + ", K = " + std::to_string(o.k) +
            ", over all items";
    if (!first.benchmarks.empty())
        text += ", and Spearman's correlation of human ratings of word pairs with cosine similarity and with negative "
                "Euclidean distance, over the pairs of which both words have a vector (" +
                listed(first.benchmarks,
                       [](const CoveredPairs& p) {
                           const auto known = paperBenchmarkOf(p.name);
                           return (known ? paperBenchmarks()[*known] : p.name) + ", " + grouped(p.covered()) + " of " +
                                  grouped(p.pairs);
                       }) +
                ")";
    text += o.draws == 1 ? "" : "; values are means over draws ± standard deviation (n − 1)";
    if (!first.benchmarks.empty())
        text +=
            ". Correlations of f(X) were compared with that of X by Steiger's (1980) test of dependent correlations; "
            "the median p over draws is below .05 after Holm's (1979) correction over " +
            (first.tests == 1 ? std::string("the one test") : "the " + grouped(first.tests) + " tests") +
            " of the table where an asterisk stands";
    return text + ". Computed with Bridgescope " BRIDGESCOPE_VERSION ".\n";
}

std::string untrainedBibliography(std::span<const UntrainedResult> results)
{
    const UntrainedResult& first = results.front();
    std::vector<std::string_view> keys = {"collell2018bridge"};
    if (!first.benchmarks.empty()) keys.insert(keys.end(), {"steiger1980tests", "holm1979simple"});
    if (first.options.init == "glorot") keys.emplace_back("glorot2010understanding");
    static constexpr std::string_view ofBenchmark[] = {"finkelstein2002placing", "bruni2014multimodal",
                                                       "silberer2014learning",   "silberer2014learning",
                                                       "hill2015simlex",         "gerz2016simverb"};
    const std::vector<bool> there = paperOnes(first);
    for (std::size_t b = 0; b < there.size(); ++b)
        if (there[b] && keys.back() != ofBenchmark[b]) keys.push_back(ofBenchmark[b]);
    return bibtexOf(keys);
}

} // namespace bridgescope
