#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "core/dataset/writer.h"
#include "core/mapping/model.h"

#include <CLI/CLI.hpp>
#include <ostream>

namespace bridgescope {
namespace {

struct ApplyArguments {
    std::string model, file, out;
    ReadingOptions reading;
};

int runApply(const ApplyArguments& options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    const Model model = loadModel(options.model);
    EmbeddingSet set = readSet(options.file, options.reading.forX(), context);
    set.vectors = model.apply(set.vectors, context);
    requireUnchanged(set); // what it was made from
    writeEmbeddingSet(set, options.out, context);
    if (common.json)
        console.out << nlohmann::ordered_json{{"seed", common.seed},       {"version", BRIDGESCOPE_VERSION},
                                              {"model", model.describe()}, {"n", set.size()},
                                              {"d", set.dimension()},      {"out", options.out}}
                           .dump()
                    << '\n';
    else
        console.out << options.out << ": f of " << set.size() << " items, " << set.dimension() << " dimensions, "
                    << model.describe() << '\n';
    return 0;
}

} // namespace

Command applyCommand()
{
    return {"apply", "f(X) for new items", "bridgescope-cli apply ridge.safetensors new.npy --out mapped.npy",
            [](CLI::App& app, CommonOptions& common) {
                auto options = std::make_shared<ApplyArguments>();
                app.add_option("MODEL", options->model, "Model file written by train --save-model")->required();
                app.add_option("X", options->file, "Embedding set of the model's input dimension")->required();
                app.add_option("--out", options->out, "File to write: .npy, .csv, .tsv, .txt or .vec")->required();
                addReadingOptions(app, options->reading, false);
                return [options, &common](Console& console) { return runApply(*options, common, console); };
            }};
}

} // namespace bridgescope
