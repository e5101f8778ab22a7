#include "app/options/common_options.h"

#include "app/options/number_checks.h"
#include "core/base/error.h"

#include <CLI/CLI.hpp>
#include <cmath>

namespace bridgescope {
namespace {

char delimiterOf(const std::string& text)
{
    if (text == "tab" || text == "\\t") return '\t';
    if (text == "comma") return ',';
    if (text == "semicolon") return ';';
    if (text == "blank" || text == "space") return ' ';
    if (text.size() == 1) return text[0];
    throw CLI::ValidationError("--delimiter", "'" + text + "' is not one character, tab, comma, semicolon or blank");
}

/// Rows pair as they stand: what is said of labels beside that would change nothing.
void requireMeaning(const PairOptions& options)
{
    if (options.by != PairBy::Row) return;
    const char* idle = options.pairsFile                         ? "--pairs"
                       : options.normalizeLabels                 ? "--normalize-labels"
                       : options.repeats != RepeatPolicy::Refuse ? "--repeats"
                                                                 : nullptr;
    if (idle)
        throw Error(ErrorKind::Usage, std::string(idle) + " means nothing beside --by row, which compares no labels",
                    "give one of them");
}

} // namespace

void addCommonOptions(CLI::App& app, CommonOptions& options, bool withJson)
{
    app.add_option("--seed", options.seed, "Seed of everything random, a whole number from 0")
        ->check(zeroOrMore())
        ->capture_default_str();
    app.add_option("--threads", options.threads, "Threads to use; 0: all the machine has. Never changes a result")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    if (withJson) app.add_flag("--json", options.json, "Print one JSON object and nothing else");
    app.add_flag("--quiet", options.quiet, "No progress and no warnings");
}

void addReadingOptions(CLI::App& app, ReadingOptions& options, bool two)
{
    const std::string group = "Reading";
    app.add_option("--labels", options.shared.labelsFile, "Labels, one a line")->group(group);
    if (two) {
        app.add_option("--labels-x", options.labelsX, "Labels of the first set")->group(group);
        app.add_option("--labels-y", options.labelsY, "Labels of the second set")->group(group);
    }
    app.add_option("--metadata", options.shared.metadataFile, "Columns beside the vectors (TSV or CSV with a header)")
        ->group(group);
    app.add_option("--items", options.shared.itemsFile, "Labels to keep, one a line")->group(group);
    app.add_option("--where", options.shared.where, "COLUMN=VALUE or COLUMN!=VALUE on the metadata; may repeat")
        ->group(group)
        ->allow_extra_args(false)
        ->take_all();
    app.add_option("--format", options.shared.format, "Overrule the guessed format")
        ->check(CLI::IsMember(formatIds()))
        ->group(group);
    app.add_option_function<std::string>(
           "--delimiter", [&options](const std::string& text) { options.shared.delimiter = delimiterOf(text); },
           "Overrule the guessed delimiter: tab, comma, semicolon, blank or a character that is no part of a number")
        ->group(group);
    app.add_option_function<std::string>(
           "--header", [&options](const std::string& text) { options.shared.header = text == "yes"; },
           "Whether the first line names the columns: yes or no")
        ->check(CLI::IsMember({"yes", "no"}))
        ->group(group);
    app.add_option("--label-column", options.shared.labelColumn, "Column of the labels: name, number from 1, or none")
        ->group(group);
}

ReadOptions ReadingOptions::forX() const
{
    ReadOptions options = shared;
    if (labelsX) options.labelsFile = labelsX;
    return options;
}

ReadOptions ReadingOptions::forY() const
{
    ReadOptions options = shared;
    if (labelsY) options.labelsFile = labelsY;
    return options;
}

void addPairingOptions(CLI::App& app, PairOptions& options)
{
    const std::string group = "Pairing";
    app.add_option_function<std::string>(
           "--by", [&options](const std::string& text) { options.by = text == "label" ? PairBy::Label : PairBy::Row; },
           "Join the sets by label or by row (default: by label where the labels allow it)")
        ->check(CLI::IsMember({"label", "row"}))
        ->group(group);
    app.add_option("--pairs", options.pairsFile, "Pair file: two labels a line, tab or blank between them")
        ->group(group);
    app.add_flag("--normalize-labels", options.normalizeLabels, "Compare labels after NFC and case folding")
        ->group(group);
    app.add_option_function<std::string>(
           "--repeats",
           [&options](const std::string& text) {
               options.repeats = text == "order"   ? RepeatPolicy::Order
                                 : text == "first" ? RepeatPolicy::First
                                                   : RepeatPolicy::Drop;
           },
           "Labels that repeat: pair them in order, keep the first, or drop them (default: an error)")
        ->check(CLI::IsMember({"order", "first", "drop"}))
        ->group(group);
    app.final_callback([&options] { requireMeaning(options); });
}

std::uint64_t parseBytes(const std::string& text)
{
    std::size_t end = 0;
    double value = 0;
    try {
        value = std::stod(text, &end);
    } catch (const std::exception&) {
        end = 0;
    }
    const std::string unit = text.substr(end);
    const double scale = unit.empty() || unit == "B" ? 1
                         : unit == "K"               ? 0x1p10
                         : unit == "M"               ? 0x1p20
                         : unit == "G"               ? 0x1p30
                                                     : 0;
    if (end == 0 || scale == 0 || !(value > 0) || value * scale > 0x1p62)
        throw Error(ErrorKind::Usage, "--memory " + text + " is not a size",
                    "write it as 4G, 512M or a number of bytes");
    if (value * scale < 0x1p20)
        throw Error(ErrorKind::Usage, "--memory " + text + " is less than lists can be made in", "give 1M or more");
    return static_cast<std::uint64_t>(value * scale);
}

} // namespace bridgescope
