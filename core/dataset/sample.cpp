#include "core/dataset/sample.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/dataset/reader.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace bridgescope {

Sample loadSample(const std::string& name, const Context& context)
{
    const std::string description = resourcePath("samples/" + name + "/sample.json");
    const std::string folder = description.substr(0, description.rfind('/') + 1);
    Sample sample;
    try {
        const auto json = nlohmann::json::parse(std::ifstream(description));
        sample.title = json.at("title");
        ReadOptions options;
        options.labelsFile = folder + json.at("labels").get<std::string>();
        options.metadataFile = folder + json.at("items").get<std::string>();
        const auto read = [&](const char* side, std::string& detail) {
            const auto& part = json.at(side);
            EmbeddingSet set = readEmbeddingSet(folder + part.at("file").get<std::string>(), options, context);
            set.name = part.at("name");
            detail = part.at("detail");
            return set;
        };
        sample.x = read("x", sample.detailX);
        sample.y = read("y", sample.detailY);
        const auto& atlas = json.at("atlas");
        sample.atlasFile = folder + atlas.at("file").get<std::string>();
        sample.tile = atlas.at("tile");
        sample.atlasColumns = atlas.at("columns");
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorKind::Io, std::string("the sample's description cannot be read: ") + error.what(),
                    "install Bridgescope again")
            .inFile(description);
    }
    return sample;
}

} // namespace bridgescope
