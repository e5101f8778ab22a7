#pragma once
#include "core/mapping/mapping.h"
#include "core/preprocessing/pipeline.h"

#include <string>

namespace bridgescope {

/// A mapping with the preprocessing that belongs to it and everything its file says of where it came from.
struct Model {
    Pipeline preprocessX, preprocessY;
    std::shared_ptr<const Mapping> mapping;
    nlohmann::ordered_json provenance; ///< training options, split, seed, names and SHA-256 of the inputs, version

    std::string describe() const; ///< mapping and preprocessing in one line
    Index inputDimension() const;
    Index outputDimension() const; ///< of Y as loaded
    /// f(x) in Y's space as loaded: preprocess X, map, undo Y's preprocessing. Every number of it is finite.
    /// @throws Error(Input) where d differs, naming both, and where an x or its f(x) is not finite, naming the first.
    Matrix apply(MatrixView x, const Context& context = {}) const;
};

/// What provenance says of where a model came from: {"inputs": {"x": {"file", "sha256"}, "y": the same}, "split"}.
/// Reads both files; null stands where there is none, or none that can be read any more.
nlohmann::ordered_json originOf(const std::string& fileX, const std::string& fileY, const std::string& split);

/// A safetensors file whose __metadata__ holds one key "bridgescope" with a JSON text (see core/mapping/README.md).
void saveModel(const Model& model, const std::string& file);
/// @throws Error(Input) where the file is not one, is cut, or is hostile (offsets, shapes, sizes).
Model loadModel(const std::string& file);

} // namespace bridgescope
