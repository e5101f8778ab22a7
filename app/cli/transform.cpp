#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/dataset/counted.h"
#include "core/dataset/writer.h"
#include "core/preprocessing/pipeline.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

namespace bridgescope {
namespace {

struct TransformArguments {
    std::string file, steps, out;
    ReadingOptions reading;
};

Index zeroVectors(const Vectors& set)
{
    Index count = 0;
    for (Index i = 0; i < set.size(); ++i)
        count += std::ranges::all_of(set.item(i), [](float value) { return value == 0; });
    return count;
}

int runTransform(const TransformArguments& options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    if (options.steps.empty()) // "none" says so
        throw Error(ErrorKind::Usage, "--steps names no step",
                    "give centre, unit, standardize, whiten or pca:D, or several, parted by commas");
    EmbeddingSet set = readSet(options.file, options.reading.forX(), context);
    const Pipeline pipeline = Pipeline::learn(options.steps, set.vectors);
    if (const Index zero = zeroVectors(set.vectors); zero > 0)
        context.warning(options.file + ": " + counted(zero, "zero vector"));
    set.vectors = pipeline.apply(set.vectors);
    if (const Index zero = zeroVectors(set.vectors); zero > 0)
        context.warning(options.out + ": " + counted(zero, "zero vector") + " after " + pipeline.describe() +
                        ": such have no neighbors by cosine");
    requireUnchanged(set); // what it was made from
    context.checkStop();
    writeEmbeddingSet(set, options.out, context);
    const nlohmann::ordered_json json = {{"seed", common.seed},    {"version", BRIDGESCOPE_VERSION},
                                         {"source", options.file}, {"steps", pipeline.describe()},
                                         {"n", set.size()},        {"d", set.dimension()},
                                         {"out", options.out}};
    writeFile(options.out + ".provenance.json", json.dump(2) + '\n');
    if (common.json)
        console.out << json.dump() << '\n';
    else
        console.out << options.out << ": " << set.size() << " x " << set.dimension() << ", " << pipeline.describe()
                    << " of " << options.file << '\n';
    return 0;
}

} // namespace

Command transformCommand()
{
    return {"transform",
            "A derived set: centre, unit, standardize, whiten, pca:D, named beside it in F.provenance.json",
            "bridgescope-cli transform words.npy --steps centre,pca:50 --out words50.npy",
            [](CLI::App& app, CommonOptions& common) {
                auto options = std::make_shared<TransformArguments>();
                app.add_option("SET", options->file, "Embedding set")->required();
                app.add_option("--steps", options->steps, "Steps in order: centre, unit, standardize, whiten, pca:D")
                    ->required();
                app.add_option("--out", options->out, "File to write: .npy, .csv, .tsv, .txt or .vec")->required();
                addReadingOptions(app, options->reading, false);
                return [options, &common](Console& console) { return runTransform(*options, common, console); };
            }};
}

} // namespace bridgescope
