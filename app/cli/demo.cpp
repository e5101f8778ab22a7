#include "app/cli/command.h"
#include "app/cli/figure_program.h"
#include "app/cli/inputs.h"
#include "app/cli/item_table.h"
#include "app/cli/output.h"
#include "app/options/measure_options.h"
#include "core/base/atomic_file.h"
#include "core/base/folder.h"
#include "core/dataset/sample.h"
#include "core/dataset/writer.h"

#include <CLI/CLI.hpp>
#include <ostream>

namespace bridgescope {
namespace {

struct DemoArguments {
    std::string out = "bridgescope-demo";
};

struct Direction {
    const char* id;    ///< "xy", "yx"
    std::string title; ///< "Words → Pictures"
    Evaluation evaluation;
};

std::vector<std::string> tableRow(const Direction& direction)
{
    const MappingReport& r = direction.evaluation.report;
    return {direction.title,
            fixed(r.xf.mean, 3),
            fixed(r.yf.mean, 3),
            fixed(r.xy.mean, 3),
            fixed(r.xf.chance, 3),
            fixed(r.difference.mean, 3),
            "[" + fixed(r.difference.interval.low, 3) + ", " + fixed(r.difference.interval.high, 3) + "]",
            pValueText(r.difference.pValue)};
}

const std::vector<std::string> tableHeader = {"ridge", "X,f(X)", "Y,f(X)", "X,Y", "chance", "D", "95 % interval of D",
                                              "p"};

std::string csvTable(const std::vector<Direction>& directions)
{
    std::string text = "direction,map,x_fx,y_fx,x_y,chance,difference,difference_low,difference_high,p_value\n";
    char numbers[256];
    for (const auto& direction : directions) {
        const MappingReport& r = direction.evaluation.report;
        std::snprintf(numbers, sizeof numbers, ",ridge,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.6g\n", r.xf.mean, r.yf.mean,
                      r.xy.mean, r.xf.chance, r.difference.mean, r.difference.interval.low, r.difference.interval.high,
                      r.difference.pValue);
        text += direction.id + std::string(numbers);
    }
    return text;
}

std::string markdownTable(const std::vector<Direction>& directions, const std::string& convention)
{
    std::string text;
    const auto line = [&text](const std::vector<std::string>& cells) {
        for (const auto& cell : cells)
            text += "| " + cell + ' ';
        text += "|\n";
    };
    line(tableHeader);
    text += "|---|---|---|---|---|---|---|---|\n";
    for (const auto& direction : directions)
        line(tableRow(direction));
    return text + "\nmNNO at " + convention + "\n";
}

void writeVectors(const Direction& direction, const PairedSet& pairs, const std::string& stem, const Context& context)
{
    const Evaluation& e = direction.evaluation;
    writePredictions(stem + "-fx.npy", pairs, e.predictions, e.predicted, context);
    writeReportPerItem(stem + "-items.csv", pairs, e.folds, e.report);
    saveModel(e.models.front(), stem + "-ridge.safetensors");
    writeFile(stem + "-report.json", toJson(e.report).dump(2) + '\n');
}

void drawFigures(const std::string& dir, const CommonOptions& common, Console& console, const Context& context)
{
    for (const char* kind : {"bars", "curve"}) {
        const std::string out = dir + "/" + kind + ".svg";
        const FigureResult result = runFigureProgram(
            {kind, "--sample", "--map", "ridge", "--seed", std::to_string(common.seed), "--out", out}, context.stop);
        if (!result.found) {
            context.warning("figures are drawn by the program bridgescope, which is not installed beside this one; "
                            "none were written");
            return;
        }
        if (result.exitCode != 0)
            context.warning(std::string(kind) + ".svg was not drawn (bridgescope figure ended with " +
                            std::to_string(result.exitCode) + ")");
        else if (!common.json)
            console.out << "  " << out << '\n';
    }
}

int runDemo(const DemoArguments& options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    const Sample sample = loadSample("emoji", context);
    const PairedSet forward = pairSets(sample.x, sample.y, {}, context);
    const PairedSet backward = swapped(forward);
    makeFolder(options.out);

    SplitOptions split;
    split.seed = common.seed;
    TrainingOptions training;
    training.seed = common.seed;
    MeasureOptions measure;
    measure.overlap.seed = common.seed;
    std::vector<Direction> directions;
    for (const PairedSet* pairs : {&forward, &backward})
        directions.push_back({pairs == &forward ? "xy" : "yx", pairs->nameX + " → " + pairs->nameY,
                              trainAndMeasure(*pairs, makeSplit(*pairs, split), training, measure, {}, context)});
    const MappingReport& report = directions.front().evaluation.report;
    const std::string convention = conventionLine(report.xf, report.split);
    writeVectors(directions[0], forward, options.out + "/xy", context);
    writeVectors(directions[1], backward, options.out + "/yx", context);
    writeEmbeddingSet(sample.x, options.out + "/words.npy", context);
    writeEmbeddingSet(sample.y, options.out + "/pictures.npy", context);
    writeFile(options.out + "/table.csv", csvTable(directions));
    writeFile(options.out + "/table.md", markdownTable(directions, convention));
    if (common.json) {
        nlohmann::ordered_json json = {{"seed", common.seed}, {"version", BRIDGESCOPE_VERSION}, {"out", options.out}};
        for (const auto& direction : directions)
            json[direction.id] = toJson(direction.evaluation.report);
        console.out << json.dump() << '\n';
    } else {
        console.out << sample.title << ", X the source of each mapping, Y its target\n\n";
        printColumns(console.out, {tableHeader, tableRow(directions[0]), tableRow(directions[1])});
        console.out << "\nmNNO at " << convention << "\n\nWritten to " << options.out << ":\n";
        for (const char* name :
             {"table.csv", "table.md", "words.npy", "pictures.npy", "xy-fx.npy", "yx-fx.npy", "xy-items.csv",
              "yx-items.csv", "xy-ridge.safetensors", "yx-ridge.safetensors", "xy-report.json", "yx-report.json"})
            console.out << "  " << options.out << '/' << name << '\n';
    }
    drawFigures(options.out, common, console, context);
    return 0;
}

} // namespace

Command demoCommand()
{
    return {"demo", "The built-in sample: trains both directions, prints the table, writes tables, vectors and figures",
            "bridgescope-cli demo --out demo", [](CLI::App& app, CommonOptions& common) {
                auto options = std::make_shared<DemoArguments>();
                app.add_option("--out", options->out, "Folder to write into")->capture_default_str();
                return [options, &common](Console& console) { return runDemo(*options, common, console); };
            }};
}

} // namespace bridgescope
