#pragma once
#include "core/mapping/network.h"
#include "core/neighbors/neighbor_table.h"
#include "core/preprocessing/pipeline.h"
#include "core/training/loss.h"
#include "core/training/training_options.h"

#include <optional>
#include <vector>

namespace bridgescope {

/// Which training items early stopping sets aside: a seeded tenth, at least one (as many as the loss compares, three
/// where lists are). Ascending. Empty where nothing asks for them. @throws Error(Input) where no two items were left to
/// train on.
std::vector<Index> validationItems(Index trainingItems, const TrainingOptions& options);

/// K of the overlap among the items set aside: 10, of few items at most half of the others, since a list of ten would
/// hold nearly all of them, whatever f is.
Index validationK(Index items);

/// How good a net is on the items set aside; what early stopping goes by.
/// - validation-loss: the loss by batches in the order of the items, without the adversarial term.
/// - validation-overlap: mNNO(Y, f(X)) at validationK() by cosine among these items alone, self excluded, Y as loaded;
///   whatever the held-out items are measured by.
class Validation {
public:
    /// x, y: the items set aside as the net sees them; loadedY: as loaded. preprocessY must outlive this.
    Validation(Matrix x, Matrix y, Matrix loadedY, const Pipeline& preprocessY, const LossOptions& loss,
               const TrainingOptions& options);

    double loss(const Network& network, const Context& context);
    double overlap(const Network& network, const Context& context) const;

private:
    Matrix m_x, m_y;
    const Pipeline& m_preprocessY;
    Index m_batch;
    Loss m_loss;
    std::vector<float> m_gradient;
    NeighborTable m_listsOfY;
};

/// Which epoch was best so far, and whether it is time to stop.
class EarlyStopping {
public:
    EarlyStopping(bool greaterIsBetter, Index patience) : m_greater(greaterIsBetter), m_patience(patience) {}
    /// Whether an epoch would be the best so far (a tie is not).
    bool isBetter(double value) const { return !best || (m_greater ? value > *best : value < *best); }
    void add(double value);
    bool timeToStop() const { return m_since >= m_patience; }

    std::optional<double> best;
    Index since() const { return m_since; }
    void restore(std::optional<double> value, Index since);

private:
    bool m_greater;
    Index m_patience;
    Index m_since = 0; ///< epochs since the best one
};

} // namespace bridgescope
