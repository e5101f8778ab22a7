#include "core/dataset/input_files.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/dataset/label_file.h"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace bridgescope {
namespace {

/// The labels found beside a file, if the set's are those: its format names their source.
std::optional<std::string> sidecarOf(const EmbeddingSet& set)
{
    const std::filesystem::path path(set.file);
    const std::string mark = ", labels: ";
    const auto at = set.format.rfind(mark);
    if (at == std::string::npos || set.file.empty()) return std::nullopt;
    const auto source = path.parent_path() / set.format.substr(at + mark.size());
    std::filesystem::path stem = path;
    if (stem.extension() == ".gz") stem.replace_extension();
    stem.replace_extension();
    if (source != stem.string() + ".labels.txt" && source != stem.string() + ".txt") return std::nullopt;
    std::error_code ignored;
    return std::filesystem::is_regular_file(source, ignored) ? std::optional(source.string()) : std::nullopt;
}

} // namespace

std::vector<ReadFile> filesRead(const EmbeddingSet& set, const ReadOptions& options)
{
    std::vector<ReadFile> files;
    const auto add = [&](const char* role, const std::optional<std::string>& file) {
        if (file && !file->empty()) files.push_back({role, *file});
    };
    add("vectors", set.file);
    add("labels", options.labelsFile ? options.labelsFile : sidecarOf(set));
    add("metadata", options.metadataFile);
    add("items", options.itemsFile);
    return files;
}

std::vector<ReadFile> filesOfSample(const std::string& name)
{
    const std::filesystem::path description = resourcePath("samples/" + name + "/sample.json");
    std::vector<ReadFile> files = {{"description", description.string()}};
    const auto json = nlohmann::json::parse(std::ifstream(description), nullptr, false);
    for (const auto& [role, key] : {std::pair{"labels", "labels"}, {"metadata", "items"}})
        if (json.is_object() && json.contains(key) && json[key].is_string())
            files.push_back({role, (description.parent_path() / json[key].get<std::string>()).string()});
    return files;
}

} // namespace bridgescope
