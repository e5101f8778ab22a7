#include "core/training/fit_caveat.h"

namespace bridgescope {

std::string fitCaveat(const TrainingOptions& training)
{
    // Its other terms do not tie f(x) to y either: structure is of similarities, adversarial of the sets as wholes.
    if (training.map != "net" || training.loss != "neighbor") return {};
    return "The neighbor loss leaves f(X) free up to a rotation: fit and retrieval do not say how good it is.";
}

} // namespace bridgescope
