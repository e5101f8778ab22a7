#include "app/cli/neighbor_query.h"

#include "core/base/error.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace bridgescope {
namespace {

std::string trimmed(const std::string& text)
{
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// A few labels that contain, or are contained in, what was asked for.
std::string lookalikes(const EmbeddingSet& set, const std::string& label)
{
    std::string found;
    int count = 0;
    for (const auto& candidate : set.labels) {
        if (candidate.empty() ||
            (candidate.find(label) == std::string::npos && label.find(candidate) == std::string::npos))
            continue;
        found += (found.empty() ? "" : ", ") + candidate;
        if (++count == 5) break;
    }
    return found;
}

} // namespace

Index findItem(const EmbeddingSet& set, const std::string& asked, const Context& context)
{
    const std::string item = trimmed(asked); // as labels are
    if (item.size() > 1 && item[0] == '#') {
        Index row = 0;
        const auto [end, error] = std::from_chars(item.data() + 1, item.data() + item.size(), row);
        if (error == std::errc() && end == item.data() + item.size()) {
            for (Index i = 0; i < set.size(); ++i)
                if (set.fileRow(i) + 1 == row) return i;
            throw Error(ErrorKind::Input,
                        "row " + item + " is not there (" + std::to_string(set.size()) + " items are)",
                        "rows count from #1")
                .inFile(set.file);
        }
    }
    const auto first = std::find(set.labels.begin(), set.labels.end(), item);
    if (first == set.labels.end()) {
        const std::string like = lookalikes(set, item);
        throw Error(ErrorKind::Input, "no item is labelled \"" + item + "\"",
                    set.labels.empty() ? "the set has no labels; name it by #ROW or give --labels"
                    : like.empty()     ? "labels are compared letter for letter"
                                       : "did you mean: " + like)
            .inFile(set.file);
    }
    const auto count = std::count(first, set.labels.end(), item);
    if (count > 1) context.warning("\"" + item + "\" labels " + std::to_string(count) + " rows; the first is taken");
    return first - set.labels.begin();
}

Query parseQuery(const EmbeddingSet& set, const std::string& text, Metric metric)
{
    Query query;
    std::vector<double> sum(static_cast<std::size_t>(set.dimension()), 0.0);
    double sign = 1;
    std::size_t begin = 0;
    const Context silent;
    while (begin <= text.size()) {
        // Operators stand between blanks, so that labels may hold hyphens.
        const std::size_t end = std::min(text.find(" + ", begin), text.find(" - ", begin));
        const std::string term = trimmed(text.substr(begin, end == std::string::npos ? end : end - begin));
        if (term.empty())
            throw Error(ErrorKind::Usage,
                        "an item is missing in '" + text + "' at character " + std::to_string(begin + 1),
                        "write it as 'king - man + woman', blanks around + and -");
        const Index row = findItem(set, term, silent);
        const auto vector = set.vectors.item(row);
        const double norm = canonicalNorm(vector.data(), set.dimension());
        if (metric == Metric::Cosine && norm == 0)
            throw Error(ErrorKind::Input, "\"" + term + "\" is a zero vector, which has no direction", "leave it out");
        const double scale = sign / (metric == Metric::Cosine ? norm : 1.0);
        for (std::size_t j = 0; j < sum.size(); ++j)
            sum[j] += scale * static_cast<double>(vector[j]);
        query.terms.insert(row);
        if (end == std::string::npos) break;
        sign = text[end + 1] == '+' ? 1 : -1;
        begin = end + 3;
    }
    query.vector.assign(sum.begin(), sum.end());
    if (metric == Metric::Cosine && std::inner_product(sum.begin(), sum.end(), sum.begin(), 0.0) < 1e-20) {
        query.zero = true; // of unit vectors: what is left is rounding
        std::fill(query.vector.begin(), query.vector.end(), 0.f);
    }
    return query;
}

} // namespace bridgescope
