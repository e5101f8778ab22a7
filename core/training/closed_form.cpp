#include "core/training/closed_form.h"

#include "core/mapping/cca.h"
#include "core/mapping/linear_mapping.h"
#include "core/mapping/pls.h"
#include "core/mapping/procrustes.h"
#include "core/mapping/ridge.h"

namespace bridgescope {

std::shared_ptr<const Mapping> fitClosedForm(MatrixView x, MatrixView y, const TrainingOptions& o,
                                             const Context& context)
{
    if (o.map == "ridge") return fitRidge(x, y, {o.ridge}, context).mapping;
    if (o.map == "procrustes") return fitProcrustes(x, y, {o.scaling, !o.noCentre}, context);
    if (o.map == "cca") return fitCca(x, y, {o.ridge.value_or(.001), o.components}, context);
    if (o.map == "pls") return fitPls(x, y, {o.components, o.seed}, context).mapping;
    if (o.map == "identity") return makeIdentity(x.rows, y.rows);
    if (o.map == "retrieval") return makeRetrieval(x, y);
    return makeRandom(x.rows, y.rows, o.seed);
}

} // namespace bridgescope
