#pragma once
#include "core/base/context.h"
#include "core/base/matrix.h"

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace bridgescope {

/// A named tensor of a model file. Matrices are stored row-major as safetensors wants them: `shape` {rows, columns}.
/// Either `values` (F32) or `wide` (F64) holds the numbers.
struct Tensor {
    std::vector<Index> shape;
    std::vector<float> values;
    std::vector<double> wide;
};
using Tensors = std::map<std::string, Tensor>;

/// f: R^dX -> R^dY, trained and immutable.
class Mapping {
public:
    virtual ~Mapping() = default;
    virtual std::string id() const = 0;       ///< "ridge", "net", ...: as --map names it
    virtual std::string describe() const = 0; ///< "ridge, ρ = 0.001", "net 100-512-128, relu"
    virtual Index inputDimension() const = 0;
    virtual Index outputDimension() const = 0;
    virtual Index parameterCount() const = 0;
    /// x: dX x n. Returns dY x n. Same bytes for any number of threads. Of nets the items beside an item may change its
    /// last bits.
    virtual Matrix apply(MatrixView x, const Context& context = {}) const = 0;
    /// What a model file holds: tensors and the settings that are not tensors.
    virtual Tensors tensors() const = 0;
    virtual nlohmann::ordered_json settings() const = 0;
};

} // namespace bridgescope
