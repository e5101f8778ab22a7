#include "core/training/gradient_checker.h"

#include "core/training/net_run.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

/// One batch's loss as a function of weights, or of f(x).
class Objective {
public:
    Objective(const TrainingOptions& options, MatrixView x, MatrixView y)
        : m_x(x), m_y(y), m_options(options), m_trainer(network(options, x, y), trainer(options), x.columns),
          m_loss(lossOptions(options), x.rows, y.rows, x.columns)
    {
        if (options.adversarial > 0)
            m_adversary.emplace(AdversaryOptions{options.discriminatorHidden, options.discriminatorRate, options.seed},
                                y.rows, x.columns);
    }

    double ofNet()
    {
        const double loss = ofOutput(m_trainer.forward(m_x), m_trainer.outputGradient());
        double squares = 0;
        for (const Layer& layer : m_trainer.network().layers)
            for (Index i = 0; i < layer.weight.view().size(); ++i)
                squares += double(layer.weight.data()[i]) * double(layer.weight.data()[i]);
        return loss + m_options.weightDecay * squares / 2;
    }

    double ofOutput(MatrixView f, float* gradient)
    {
        const double loss = m_loss.evaluate(f, m_y, m_x, gradient);
        const double mu = m_options.adversarial;
        return m_adversary ? loss + mu * m_adversary->judge(f, mu, gradient) : loss;
    }

    /// Of every layer, weight decay included.
    std::vector<Layer> gradient()
    {
        ofNet();
        m_trainer.backward();
        std::vector<Layer> gradient = m_trainer.gradient();
        for (std::size_t l = 0; l < gradient.size(); ++l)
            for (Index i = 0; i < gradient[l].weight.view().size(); ++i)
                gradient[l].weight.data()[i] +=
                    static_cast<float>(m_options.weightDecay) * m_trainer.network().layers[l].weight.data()[i];
        return gradient;
    }

    NetworkTrainer& net() { return m_trainer; }
    MatrixView x() const { return m_x; }

private:
    static Network network(const TrainingOptions& o, MatrixView x, MatrixView y)
    {
        std::vector<Index> sizes{x.rows};
        sizes.insert(sizes.end(), o.hidden.begin(), o.hidden.end());
        sizes.push_back(y.rows);
        return initialNetwork(sizes, activationFromId(o.activation), o.init, o.seed);
    }

    static TrainerOptions trainer(const TrainingOptions& o)
    {
        TrainerOptions options = trainerOptions(o);
        options.dropout = options.clip = 0;
        return options;
    }

    MatrixView m_x, m_y;
    const TrainingOptions& m_options;
    NetworkTrainer m_trainer;
    Loss m_loss;
    std::optional<Adversary> m_adversary;
};

/// Compares the derivatives by `count` numbers with differences of `value`, as these numbers are moved.
template<class Value>
void compare(GradientCheck& check, const std::string& where, float* numbers, const float* derivatives, Index count,
             double step, const Value& value)
{
    double greatest = 1e-6;
    for (Index i = 0; i < count; ++i)
        greatest = std::max(greatest, std::abs(double(derivatives[i])));
    const double here = value();
    for (Index i = 0; i < count; ++i) {
        const float before = numbers[i];
        const auto at = [&](double offset) {
            numbers[i] = static_cast<float>(before + offset);
            return value();
        };
        const double up = at(step), down = at(-step), farUp = at(2 * step), farDown = at(-2 * step);
        numbers[i] = before;
        ++check.compared;
        // Fourth-order central difference; where the two sides' slopes differ there is a kink between them.
        const double slope = (8 * (up - down) - (farUp - farDown)) / (12 * step);
        const double kink =
            std::abs((farUp - here) - (here - farDown) - 4 * ((up - here) - (here - down))) / (2 * step);
        if (kink > .02 * greatest) {
            ++check.skipped;
            continue;
        }
        const double share = std::abs(slope - double(derivatives[i])) / greatest;
        if (share <= check.worst) continue;
        check.worst = share;
        check.where = where;
    }
}

} // namespace

GradientCheck checkGradients(const TrainingOptions& options, MatrixView x, MatrixView y, double step)
{
    options.validate();
    Objective objective(options, x, y);
    GradientCheck check;
    const std::vector<Layer> gradient = objective.gradient();
    for (std::size_t l = 0; l < gradient.size(); ++l) {
        const std::string name = "layer" + std::to_string(l);
        Layer& layer = objective.net().network().layers[l];
        const auto value = [&] { return objective.ofNet(); };
        compare(check, name + ".weight", layer.weight.data(), gradient[l].weight.data(), layer.weight.view().size(),
                step, value);
        compare(check, name + ".bias", layer.bias.data(), gradient[l].bias.data(),
                static_cast<Index>(layer.bias.size()), step, value);
    }
    const MatrixView output = objective.net().forward(x);
    Matrix f(output.rows, output.columns), derivatives = f, unused = f;
    std::copy_n(output.data, output.size(), f.data());
    objective.ofOutput(f, derivatives.data());
    compare(check, "f", f.data(), derivatives.data(), output.size(), step,
            [&] { return objective.ofOutput(f, unused.data()); });
    return check;
}

} // namespace bridgescope
