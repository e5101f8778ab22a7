#include "app/gui/figure_command.h"

#include "app/gui/map_figure.h"
#include "app/gui/window_figure.h"
#include "app/options/common_options.h"
#include "app/options/measure_options.h"
#include "app/options/training_options.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/dataset/sample.h"
#include "core/measurement/error_bands.h"
#include "core/pairing/prediction_join.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/curve_chart.h"
#include "ui/figures/figure_export.h"
#include "ui/figures/report_charts.h"
#include "ui/models/convention.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <iostream>

namespace bridgescope {
namespace {

struct Options {
    std::string kind, x, y, out, data, model, predictions, palette = "okabe-ito";
    bool sample = false, noCaption = false;
    double fontSize = 8, width = 84;
    int dpi = 300;
    CommonOptions common;
    ReadingOptions reading;
    PairOptions pairing;
    TrainingOptions training;
    MeasureOptions measure;
    SplitOptions split;
    WindowFigure window;
};

PairedSet readPairs(const Options& options)
{
    if (options.sample) {
        const Sample sample = loadSample("emoji");
        return pairSets(sample.x, sample.y);
    }
    if (options.x.empty() || options.y.empty())
        throw Error(ErrorKind::Usage, "two sets are needed", "name X and Y, or give --sample");
    const EmbeddingSet x = readEmbeddingSet(options.x, options.reading.forX()),
                       y = readEmbeddingSet(options.y, options.reading.forY());
    requireFinite(x);
    requireFinite(y);
    return pairSets(x, y, options.pairing);
}

/// A report as `train` (or `compare`) prints it for the same options and seed, and its folds.
struct Drawn {
    MappingReport report;
    std::vector<std::shared_ptr<const MeasuredFold>> folds;
};

Drawn measure(const Options& options, const PairedSet& pairs)
{
    if (options.model.empty() && options.predictions.empty()) {
        Evaluation made = trainAndMeasure(pairs, makeSplit(pairs, options.split), options.training, options.measure);
        return {std::move(made.report), std::move(made.folds)};
    }
    std::vector<Index> items;
    Vectors f;
    std::string split;
    if (!options.model.empty()) {
        const SplitPlan plan = makeSplit(pairs, options.split);
        items = plan.folds.front().heldOut;
        split = plan.description;
        f = Vectors(loadModel(options.model).apply(selectColumns(pairs.x, items)));
    } else {
        const EmbeddingSet set = readEmbeddingSet(options.predictions);
        requireFinite(set);
        JoinedPredictions joined = joinPredictions(pairs, set);
        items = std::move(joined.items);
        split = "the " + std::to_string(items.size()) + " items in all three sets";
        f = joined.f;
    }
    Drawn drawn;
    drawn.folds.push_back(measureFold(pairs, std::move(items), f, options.measure));
    drawn.report = reportMapping(drawn.folds, options.measure);
    drawn.report.split = split;
    return drawn;
}

QString mapName(const Options& options)
{
    if (!options.predictions.empty()) return QStringLiteral("f(X)");
    if (!options.model.empty()) return QString::fromStdString(loadModel(options.model).mapping->id());
    return QString::fromStdString(options.training.map);
}

std::unique_ptr<Chart> chartOf(const Options& options, const PairedSet& pairs, const Drawn& drawn)
{
    const MappingReport& report = drawn.report;
    const NamedReport named{1, mapName(options), &report, true};
    const Index k = report.xf.k;
    if (options.kind == "bars") return std::make_unique<BarChart>(barsOf({&named, 1}, k));
    if (options.kind == "curve") return std::make_unique<CurveChart>(curveOf(report, k));
    if (options.kind == "difference")
        return std::make_unique<DifferenceChart>(differenceOf(report.xf.perItem, report.yf.perItem, k));
    if (options.kind == "loyalty")
        return std::make_unique<LoyaltyChart>(loyaltyOf(report.xf.perItem, report.yf.perItem, k, report.xf.chance));
    if (drawn.folds.size() > 1) throw Error(ErrorKind::Usage, "maps show the items of one split", "leave --folds out");
    return std::make_unique<MapChart>(
        mapFigure(pairs, *drawn.folds.front(), options.window.item, options.measure.metric, k));
}

void drawChart(const Options& options)
{
    const PairedSet pairs = readPairs(options);
    Drawn drawn = measure(options, pairs);
    if (options.kind == "curve" && drawn.report.xy.byKError.empty()) // of many items: the caption names intervals
        errorBandsOf(drawn.folds, options.measure).addTo(drawn.report);
    const MappingReport& report = drawn.report;
    const auto chart = chartOf(options, pairs, drawn);
    FigureOptions figure;
    figure.widthMm = options.width;
    figure.fontPt = options.fontSize;
    figure.dpi = options.dpi;
    figure.palette = figurePaletteFromId(QString::fromStdString(options.palette));
    const QString convention = directionText(QString::fromStdString(pairs.nameX), QString::fromStdString(pairs.nameY)) +
                               QStringLiteral("; ") + QString::fromStdString(conventionLine(report.xf, report.split)) +
                               (options.kind == "bars" || options.kind == "curve" ? QStringLiteral("; intervals 95 %")
                                : options.kind == "map" ? QStringLiteral("; f(X) turned onto X, Y onto f(X)")
                                                        : QString());
    if (!options.noCaption) figure.caption = convention;
    exportFigure(*chart, QString::fromStdString(options.out), figure);
    if (!options.data.empty()) writeFile(options.data, figureCsv(*chart, convention).toStdString());
}

void bindOptions(CLI::App& app, Options& options)
{
    app.add_option("KIND", options.kind, "bars, curve, difference, loyalty, map or window")
        ->required()
        ->check(CLI::IsMember({"bars", "curve", "difference", "loyalty", "map", "window"}));
    app.add_option("X", options.x, "First embedding set");
    app.add_option("Y", options.y, "Second embedding set");
    app.add_flag("--sample", options.sample, "The built-in sample in place of X and Y");
    app.add_option("--out", options.out, "File to write: .svg, .pdf or .png")->required();
    app.add_option("--model", options.model, "A saved mapping in place of --map");
    app.add_option("--predictions", options.predictions, "f(X) made elsewhere in place of --map");
    app.add_option("--width", options.width, "Width in mm: 84, 174 or any")->capture_default_str();
    app.add_option("--font-size", options.fontSize, "Points, as printed")->capture_default_str();
    app.add_option("--palette", options.palette, "okabe-ito or grey")
        ->check(CLI::IsMember({"okabe-ito", "grey"}))
        ->capture_default_str();
    app.add_option("--dpi", options.dpi, "Of PNG")->capture_default_str();
    app.add_option("--data", options.data, "The numbers behind the figure as CSV");
    app.add_flag("--no-caption", options.noCaption, "Leave the convention line out");
    app.add_option("--view", options.window.view,
                   "Of window: start, overview, neighbors, maps, training, runs (beside a random map), experiments "
                   "(its grid is run) or experiment2")
        ->check(CLI::IsMember(
            {"start", "overview", "neighbors", "maps", "training", "runs", "experiments", "experiment2"}));
    app.add_option("--grid", options.window.grid, "Of window: the spec that experiments runs (JSON)");
    app.add_option("--item", options.window.item, "Of map and window: label of the focus item");
    app.add_option("--theme", options.window.theme, "Of window: light or dark")
        ->check(CLI::IsMember({"light", "dark"}));
    app.add_flag("--presenter", options.window.presenter, "Of window: in presenter mode");
    app.add_option("--size", options.window.size, "Of window: as 1440x900");
    addCommonOptions(app, options.common, false);
    addReadingOptions(app, options.reading, true);
    addPairingOptions(app, options.pairing);
    addTrainingOptions(app, options.training);
    addSplitOptions(app, options.split);
    addMeasureOptions(app, options.measure);
    app.footer(
        "A window takes, beside its own, the options that read, pair, split and train, --k, --metric and --self.\n\n"
        "Example:\n  bridgescope figure curve words.npy pictures.npy --map ridge --out curve.svg --width 84");
}

/// An option that would change nothing is an error, not a figure of something else.
void refuseIdle(const CLI::App& app, const Options& options)
{
    const bool window = options.kind == "window";
    const auto refuse = [&](const std::string& name, const std::string& why, const std::string& hint) {
        if (app.get_option(name)->count() > 0) throw Error(ErrorKind::Usage, name + " " + why, hint);
    };
    for (const char* name : {"--model", "--predictions", "--width", "--font-size", "--palette", "--dpi", "--data",
                             "--no-caption", "--k-max", "--permutations", "--memory", "--folds"})
        if (window) refuse(name, "changes nothing in the window", "leave it out, or draw a chart");
    for (const char* name : {"--view", "--grid", "--theme", "--presenter", "--size"})
        if (!window) refuse(name, "is an option of figure window", "leave it out");
    if (!window && options.kind != "map") refuse("--item", "is an option of map and window", "leave it out");
    if (!options.sample) return;
    for (const CLI::Option* option : app.get_options())
        if (option->get_group() == "Reading" || option->get_group() == "Pairing")
            refuse(option->get_name(), "does not go with --sample", "name X and Y, or leave it out");
    for (const char* name : {"X", "Y"})
        refuse(name, "does not go with --sample", "leave one of them out");
}

} // namespace

int runFigureCommand(int argc, char** argv)
{
    Options options;
    CLI::App cli("Draws a chart or the window without a display", "bridgescope figure");
    bindOptions(cli, options);
    try {
        cli.parse(argc - 1, argv + 1);
        refuseIdle(cli, options);
    } catch (const CLI::Success& wanted) {
        return cli.exit(wanted);
    } catch (const CLI::ParseError& error) {
        std::cerr << "bridgescope figure: " << error.what() << "; see bridgescope figure --help\n";
        return 2;
    } catch (const Error& error) {
        std::cerr << "bridgescope figure: " << error.what() << '\n';
        return 2;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    setThreadCount(options.common.threads);
    options.training.seed = options.measure.overlap.seed = options.split.seed = options.common.seed;
    try {
        options.training.validate();
        if (options.kind == "window") {
            WindowFigure window = options.window;
            window.sample = options.sample;
            window.training = options.training;
            window.split = options.split;
            window.measure = options.measure;
            window.kGiven = cli.get_option("--k")->count() > 0;
            window.reading = options.reading;
            window.pairing = options.pairing;
            if (!options.sample && !options.x.empty()) window.files = {options.x, options.y};
            return drawWindow(app, window, options.out);
        }
        drawChart(options);
        return 0;
    } catch (const Error& error) {
        std::cerr << "bridgescope figure: " << error.what() << '\n';
        return error.kind == ErrorKind::Work ? 1 : 2;
    }
}

} // namespace bridgescope
