#include "app/options/measure_options.h"

#include "app/options/common_options.h"
#include "app/options/number_checks.h"
#include "core/base/error.h"

#include <CLI/CLI.hpp>
#include <charconv>

namespace bridgescope {
namespace {

const char* const measuring = "Measuring";

/// A share or a count where the whole text is a number, else the name of a file.
template<class Number> std::optional<Number> numberIn(const std::string& text)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

} // namespace

void addListOptions(CLI::App& app, MeasureOptions& options, bool withSelf)
{
    app.add_option("--k", options.overlap.k, "Number of neighbors K")
        ->check(aboveZero())
        ->capture_default_str()
        ->group(measuring);
    app.add_option_function<std::string>(
           "--metric", [&options](const std::string& text) { options.metric = metricFromId(text); },
           "cosine or euclidean (default cosine)")
        ->check(CLI::IsMember({"cosine", "euclidean"}))
        ->group(measuring);
    if (withSelf)
        app.add_option_function<std::string>(
               "--self",
               [&options](const std::string& text) {
                   options.overlap.self = text == "include" ? SelfRule::Included : SelfRule::Excluded;
               },
               "exclude (default), or include: the paper's code counts an item as its own first neighbor")
            ->check(CLI::IsMember({"exclude", "include"}))
            ->group(measuring);
    app.add_option_function<std::string>(
           "--memory", [&options](const std::string& text) { options.memoryBytes = parseBytes(text); },
           "Bound on the memory lists may take while they are made (default 4G, at least 1M)")
        ->group(measuring);
}

void addMeasureOptions(CLI::App& app, MeasureOptions& options)
{
    addListOptions(app, options);
    app.add_option("--k-max", options.overlap.kMax, "Overlaps at every K to here (lowered to N-1; below K it means K)")
        ->check(aboveZero())
        ->capture_default_str()
        ->group(measuring);
    app.add_option("--permutations", options.overlap.permutations, "Permutations of the null; 0: none")
        ->check(zeroOrMore())
        ->capture_default_str()
        ->group(measuring);
}

void addBootstrapOption(CLI::App& app, MeasureOptions& options)
{
    app.add_option("--bootstrap", options.overlap.bootstrap,
                   "Resamples of items for a second interval, conditional on the lists")
        ->check(aboveZero())
        ->group(measuring);
}

void addHubsOption(CLI::App& app, bool& hubs)
{
    app.add_flag("--hubs", hubs, "The three overlaps by CSLS lists too, which discount hubs: is it only hubs?")
        ->group(measuring);
}

CLI::Option* addCslsOption(CLI::App& app, MeasureOptions& options)
{
    return app.add_option("--csls-k", options.cslsK, "Neighbors in CSLS's mean cosine: as many as there are")
        ->check(aboveZero())
        ->capture_default_str()
        ->group(measuring);
}

void checkHubs(bool hubs, const MeasureOptions& options)
{
    if (hubs && options.metric != Metric::Cosine)
        throw Error(ErrorKind::Usage, "--hubs discounts hubs by CSLS, which is defined on cosines",
                    "leave out --hubs or --metric");
}

void addSplitOptions(CLI::App& app, SplitOptions& options)
{
    const std::string group = "Split";
    auto* const test = app.add_option_function<std::string>(
        "--test",
        [&options](const std::string& text) {
            if (const auto share = numberIn<double>(text))
                options.testShare = *share;
            else
                options.testFile = text;
        },
        "Share held out (default 0.2), or a file of held-out labels or #rows");
    test->group(group);
    app.add_option_function<std::string>(
           "--folds",
           [&options](const std::string& text) {
               if (const auto count = numberIn<int>(text))
                   options.folds = *count;
               else
                   options.foldsFile = text;
           },
           "Number of folds, or a file of label (or #row) and fold")
        ->excludes(test)
        ->group(group);
    app.add_option("--group", options.group,
                   "label or a metadata column: a group never straddles training and held out")
        ->group(group);
}

} // namespace bridgescope
