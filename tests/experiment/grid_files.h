#pragma once
#include "core/base/random.h"
#include "core/dataset/writer.h"

#include <QTemporaryDir>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

namespace bridgescope {

/// A folder with two small pairs of sets and specs over them.
class GridFiles {
public:
    GridFiles()
    {
        write("a.npy", 90, 8, 1);
        write("b.npy", 90, 6, 2);
        write("c.npy", 90, 5, 3);
    }
    std::string path(const std::string& name) const
    {
        return m_dir.filePath(QString::fromStdString(name)).toStdString();
    }

    /// n items of dimension d: noise over a part that all sets of this folder share.
    void write(const std::string& name, Index n, Index d, std::uint64_t seed) const
    {
        Random noise(seed, "grid.noise"), shared(7, "grid.shared");
        Matrix vectors(d, n);
        EmbeddingSet set;
        for (Index i = 0; i < n; ++i) {
            const double u = shared.normal(), v = shared.normal();
            for (Index j = 0; j < d; ++j)
                vectors(j, i) = static_cast<float>(std::sin(u + double(j)) + std::cos(v * double(j)) + noise.normal());
            set.labels.push_back("item" + std::to_string(i));
        }
        set.vectors = std::move(vectors);
        writeEmbeddingSet(set, path(name));
    }

    static nlohmann::ordered_json smallSpec()
    {
        return nlohmann::ordered_json::parse(R"({
            "title": "Two pairs", "folds": 3, "seed": 1, "k": 4, "permutations": 20,
            "data": [{"name": "D", "feature": "F", "x": "a.npy", "y": "b.npy", "x-name": "Text", "y-name": "Image"},
                     {"name": "D", "feature": "G", "x": "a.npy", "y": "c.npy", "x-name": "Text", "y-name": "Image"}],
            "directions": ["xy", "yx"],
            "maps": [{"name": "lin", "map": "ridge", "ridge": 0.001},
                     {"name": "nn", "map": "net", "hidden": [8], "epochs": 3, "batch": 16}]})");
    }
    std::string spec(const nlohmann::ordered_json& json, const std::string& name = "spec.json") const
    {
        std::ofstream(path(name)) << json.dump(1);
        return path(name);
    }

private:
    QTemporaryDir m_dir;
};

} // namespace bridgescope
