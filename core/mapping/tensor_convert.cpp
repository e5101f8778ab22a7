#include "core/mapping/tensor_convert.h"

#include "core/base/error.h"

namespace bridgescope {
namespace {

/// The tensor of that name with so many axes.
const Tensor& find(const Tensors& tensors, const std::string& name, std::size_t axes)
{
    const auto found = tensors.find(name);
    if (found == tensors.end()) throw Error(ErrorKind::Input, "the model lacks the tensor " + name, "save it again");
    if (found->second.shape.size() != axes)
        throw Error(ErrorKind::Input,
                    "the model's tensor " + name + " has " + std::to_string(found->second.shape.size()) +
                        " axes instead of " + std::to_string(axes),
                    "save it again");
    return found->second;
}

[[noreturn]] void wrongType(const std::string& name, const char* type)
{
    throw Error(ErrorKind::Input, "the model's tensor " + name + " is not " + type, "save it again");
}

template<class From, class To> void transposed(const From& matrix, std::vector<To>& values)
{
    values.reserve(static_cast<std::size_t>(matrix.rows() * matrix.columns()));
    for (Index r = 0; r < matrix.rows(); ++r)
        for (Index c = 0; c < matrix.columns(); ++c)
            values.push_back(matrix(r, c));
}

} // namespace

Tensor toTensor(const Matrix64& matrix)
{
    Tensor tensor{{matrix.rows(), matrix.columns()}, {}, {}};
    transposed(matrix, tensor.wide);
    return tensor;
}

Tensor toTensor(const Matrix& matrix)
{
    Tensor tensor{{matrix.rows(), matrix.columns()}, {}, {}};
    transposed(matrix, tensor.values);
    return tensor;
}

Tensor toTensor(const std::vector<double>& values)
{
    return {{static_cast<Index>(values.size())}, {}, values};
}

Tensor toTensor(const std::vector<float>& values)
{
    return {{static_cast<Index>(values.size())}, values, {}};
}

Matrix64 toMatrix64(const Tensors& tensors, const std::string& name)
{
    const Tensor& tensor = find(tensors, name, 2);
    Matrix64 matrix(tensor.shape[0], tensor.shape[1]);
    if (tensor.wide.size() != static_cast<std::size_t>(matrix.rows() * matrix.columns())) wrongType(name, "F64");
    std::size_t at = 0;
    for (Index r = 0; r < matrix.rows(); ++r)
        for (Index c = 0; c < matrix.columns(); ++c)
            matrix(r, c) = tensor.wide[at++];
    return matrix;
}

Matrix toMatrix(const Tensors& tensors, const std::string& name)
{
    const Tensor& tensor = find(tensors, name, 2);
    Matrix matrix(tensor.shape[0], tensor.shape[1]);
    if (tensor.values.size() != static_cast<std::size_t>(matrix.rows() * matrix.columns())) wrongType(name, "F32");
    std::size_t at = 0;
    for (Index r = 0; r < matrix.rows(); ++r)
        for (Index c = 0; c < matrix.columns(); ++c)
            matrix(r, c) = tensor.values[at++];
    return matrix;
}

std::vector<double> toDoubles(const Tensors& tensors, const std::string& name)
{
    const Tensor& tensor = find(tensors, name, 1);
    if (tensor.wide.size() != static_cast<std::size_t>(tensor.shape[0])) wrongType(name, "F64");
    return tensor.wide;
}

std::vector<float> toFloats(const Tensors& tensors, const std::string& name)
{
    const Tensor& tensor = find(tensors, name, 1);
    if (tensor.values.size() != static_cast<std::size_t>(tensor.shape[0])) wrongType(name, "F32");
    return tensor.values;
}

} // namespace bridgescope
