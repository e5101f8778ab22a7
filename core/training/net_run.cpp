#include "core/training/net_run.h"

#include "core/base/error.h"
#include "core/neighbors/metric.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

constexpr double hopeless = 1000; ///< times the first loss: diverged

std::vector<Index> without(Index items, const std::vector<Index>& aside)
{
    std::vector<Index> left, all = ascending(items);
    std::ranges::set_difference(all, aside, std::back_inserter(left));
    return left;
}

std::unique_ptr<Validation> makeValidation(const NetData& data, const TrainingOptions& options)
{
    const auto items = validationItems(data.x.columns, options);
    if (items.empty()) return nullptr;
    return std::make_unique<Validation>(selectColumns(data.x, items), selectColumns(data.y, items),
                                        selectColumns(data.loadedY, items), data.preprocessY, lossOptions(options),
                                        options);
}

/// What early stopping goes by: the overlap where it was measured.
double stoppingValue(const EpochReport& report)
{
    return report.validationOverlap ? *report.validationOverlap : *report.validationLoss;
}

Network freshNetwork(const NetData& data, const TrainingOptions& options)
{
    std::vector<Index> sizes{data.x.rows};
    sizes.insert(sizes.end(), options.hidden.begin(), options.hidden.end());
    sizes.push_back(data.y.rows);
    return initialNetwork(sizes, activationFromId(options.activation), options.init, options.seed);
}

} // namespace

LossOptions lossOptions(const TrainingOptions& o)
{
    const LossKind kind = lossFromId(o.loss);
    return {kind, o.margin, o.temperature.value_or(defaultTemperature(kind)), o.structure, o.structureTarget};
}

TrainerOptions trainerOptions(const TrainingOptions& o)
{
    TrainerOptions trainer;
    trainer.optimizer = {optimizerFromId(o.optimizer), o.momentum, o.weightDecay};
    trainer.dropout = o.dropout;
    trainer.clip = o.clip;
    trainer.seed = o.seed;
    return trainer;
}

NetRun::NetRun(const NetData& data, TrainingOptions options)
    : m_options(std::move(options)), m_validation(makeValidation(data, m_options)),
      m_batches(data.x, data.y, without(data.x.columns, validationItems(data.x.columns, m_options)), m_options.batch,
                m_options.seed),
      m_trainer(freshNetwork(data, m_options), trainerOptions(m_options), m_batches.largest()),
      m_loss(lossOptions(m_options), data.x.rows, data.y.rows, m_batches.largest()),
      m_stopping(m_options.earlyStopping == "validation-overlap", m_options.patience), m_lastGood(m_trainer.network())
{
    if (m_batches.items() < m_options.leastBatch())
        throw Error(ErrorKind::Input,
                    "this loss compares the items of a batch: " + std::to_string(m_batches.items()) +
                        " to train on are too few",
                    "hold out fewer, or choose --loss mse without --structure");
    makeAdversary();
}

void NetRun::makeAdversary()
{
    if (m_options.adversarial > 0)
        m_adversary = std::make_unique<Adversary>(
            AdversaryOptions{m_options.discriminatorHidden, m_options.discriminatorRate, m_options.seed},
            network().outputDimension(), m_batches.largest());
}

void NetRun::setEpochs(Index epochs)
{
    m_options.epochs = epochs;
    if (epochs <= m_epochs) return;
    if (m_stopping.timeToStop()) m_stopping.restore(m_stopping.best, 0);
    if (!m_diverged) return;
    // What carried the run off stands in its moments too, and in an adversary that saw where it went.
    m_trainer = NetworkTrainer(m_lastGood, trainerOptions(m_options), m_batches.largest());
    makeAdversary();
    m_batches.restore(m_batches.order(), 0);
    m_diverged = false;
}

double NetRun::progress() const
{
    return static_cast<double>(m_epochs) +
           static_cast<double>(m_batches.position()) / static_cast<double>(m_batches.items());
}

bool NetRun::finished() const
{
    return m_diverged || m_epochs >= m_options.epochs || (m_validation && m_stopping.timeToStop());
}

void NetRun::diverged(const std::string& what)
{
    m_diverged = true;
    m_lossSum = m_adversarialSum = 0;
    m_lossItems = 0;
    m_trainer.network() = m_lastGood;
    throw Error(ErrorKind::Work,
                "training diverged in epoch " + std::to_string(m_epochs + 1) + ": " + what +
                    "; the weights are those " +
                    (m_epochs > 0 ? "after epoch " + std::to_string(m_epochs) : "it began with"),
                "lower --learning-rate, clip the gradient or standardize the sets");
}

void NetRun::batch()
{
    const Batches::Batch batch = m_batches.current();
    const MatrixView f = m_trainer.forward(batch.x);
    const double loss = m_loss.evaluate(f, batch.y, batch.x, m_trainer.outputGradient());
    double adversarial = 0;
    if (m_adversary) {
        m_adversary->learn(batch.y, f);
        adversarial = m_adversary->judge(f, m_options.adversarial, m_trainer.outputGradient());
    }
    const double whole = loss + m_options.adversarial * adversarial;
    if (!std::isfinite(whole)) diverged("the loss is not finite");
    if (m_epochs == 0 && m_batches.position() == 0) m_firstLoss = whole;
    m_trainer.backward();
    const double rate =
        scheduledRate(m_options.schedule, m_options.learningRate, progress() / static_cast<double>(m_options.epochs));
    m_trainer.step(rate, m_batches.gatherNext());
    m_lossSum += loss * static_cast<double>(f.columns);
    m_adversarialSum += adversarial * static_cast<double>(f.columns);
    m_lossItems += f.columns;
    m_batches.advance();
}

bool NetRun::isHopeless(double loss) const
{
    return !(loss <= hopeless * std::abs(m_firstLoss) + 1); // NaN is
}

/// The last step's weights have been tried by no batch yet: the next epoch's first one tries them. Without dropout.
double NetRun::lossOfNext(const Context& context)
{
    const Batches::Batch next = m_batches.current();
    return m_loss.evaluate(applyNetwork(network(), next.x, context), next.y, next.x, m_trainer.outputGradient());
}

EpochReport NetRun::judgeEpoch(const Context& context)
{
    EpochReport report;
    report.epoch = m_epochs + 1;
    report.epochs = m_options.epochs;
    const auto items = static_cast<double>(m_lossItems);
    report.loss = m_lossSum / items;
    if (m_adversary) report.adversarial = m_adversarialSum / items;
    const double whole = report.loss + m_options.adversarial * report.adversarial.value_or(0);
    if (isHopeless(whole) || isHopeless(lossOfNext(context))) diverged("the loss is over a thousand times the first");
    if (m_validation) {
        report.validationLoss = m_validation->loss(network(), context);
        if (m_options.earlyStopping == "validation-overlap")
            report.validationOverlap = m_validation->overlap(network(), context);
        report.best = m_stopping.isBetter(stoppingValue(report));
    }
    return report;
}

void NetRun::keepEpoch(const EpochReport& report)
{
    if (m_validation) m_stopping.add(stoppingValue(report));
    if (report.best) m_best = network();
    m_lossSum = m_adversarialSum = 0;
    m_lossItems = 0;
    ++m_epochs;
    m_lastGood = network();
}

} // namespace bridgescope
