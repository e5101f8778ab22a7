#include "core/mapping/procrustes.h"

#include "core/base/error.h"
#include "core/mapping/thin_svd.h"

#include <numeric>

namespace bridgescope {
namespace {

/// Σ over items of ‖x - mean‖².
double squaredNorm(MatrixView x, const std::vector<double>& mean)
{
    double sum = 0;
    for (Index i = 0; i < x.columns; ++i)
        for (Index k = 0; k < x.rows; ++k) {
            const double v = double(x.data[i * x.rows + k]) - mean[static_cast<std::size_t>(k)];
            sum += v * v;
        }
    return sum;
}

} // namespace

std::shared_ptr<const LinearMapping> fitProcrustes(MatrixView x, MatrixView y, const ProcrustesOptions& options,
                                                   const Context& context)
{
    if (x.columns < (options.centre ? 2 : 1))
        throw Error(ErrorKind::Input,
                    "procrustes needs at least two training items, but there are " + std::to_string(x.columns),
                    "hold out fewer items");
    const auto zeros = [](Index d) { return std::vector<double>(static_cast<std::size_t>(d)); };
    const auto meanX = options.centre ? meanItem(x, context) : zeros(x.rows);
    const auto meanY = options.centre ? meanItem(y, context) : zeros(y.rows);
    const ThinSvd svd = thinSvd(crossScatter(x, meanX, y, meanY, context));
    double scale = 1;
    if (options.scaling) {
        const double norm = squaredNorm(x, meanX);
        if (norm == 0)
            throw Error(ErrorKind::Input, "procrustes: the training items of X are all equal, no scale fits",
                        "leave --scaling out");
        scale = std::accumulate(svd.values.begin(), svd.values.end(), 0.0) / norm;
    }
    const std::vector<double> scales(svd.values.size(), scale);
    Matrix64 w = multiply(scaledColumns(svd.v, scales), transposed(svd.u));
    std::string words = options.scaling ? "procrustes with scaling" : "procrustes";
    if (!options.centre) words += ", not centred";
    return std::make_shared<LinearMapping>("procrustes", words, std::move(w),
                                           options.centre ? meanX : std::vector<double>(),
                                           options.centre ? meanY : std::vector<double>(),
                                           nlohmann::ordered_json{{"scale", scale}, {"centred", options.centre}});
}

} // namespace bridgescope
