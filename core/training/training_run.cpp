#include "core/training/training_run.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/mapping/linear_mapping.h"
#include "core/mapping/ridge.h"
#include "core/neighbors/metric.h"
#include "core/training/network_trainer.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {

struct TrainingRun::Private {
    MatrixView heldOutX;
    TrainingOptions options;
    Pipeline preprocessX, preprocessY;
    Matrix ownX, ownY; ///< where preprocessing made them
    MatrixView x, y;   ///< what the map is trained on
    EpochObserver observer;
    std::vector<EpochReport> history;
    std::shared_ptr<const Mapping> closedForm;

    // Of a net: where the run stands.
    std::unique_ptr<NetworkTrainer> trainer;
    Network lastGood;
    std::unique_ptr<Random> random;
    std::vector<Index> order;
    Index position = 0; ///< items of the present epoch done
    double lossSum = 0;
    Matrix batchX, batchY;

    void startNetwork();
    void batch(Index begin, Index count);
    [[noreturn]] void diverged(const std::string& what);
    double epoch(const Context& context);
    std::shared_ptr<const Mapping> fitClosedForm(const Context& context) const;
};

void TrainingRun::Private::startNetwork()
{
    std::vector<Index> sizes{x.rows};
    sizes.insert(sizes.end(), options.hidden.begin(), options.hidden.end());
    sizes.push_back(y.rows);
    // A last batch of one item joins the one before.
    const Index largest = std::min(options.batch + 1, x.columns);
    trainer = std::make_unique<NetworkTrainer>(
        initialNetwork(sizes, activationFromId(options.activation), options.init, options.seed), options.learningRate,
        largest);
    lastGood = trainer->network();
    random = std::make_unique<Random>(options.seed, "net.batches");
    batchX = Matrix(x.rows, largest);
    batchY = Matrix(y.rows, largest);
}

void TrainingRun::Private::diverged(const std::string& what)
{
    const auto done = static_cast<Index>(history.size());
    trainer->network() = lastGood;
    throw Error(ErrorKind::Work, "training diverged: " + what + " is not finite in epoch " + std::to_string(done + 1),
                "lower --learning-rate or standardize the sets; the weights are those after epoch " +
                    std::to_string(done));
}

void TrainingRun::Private::batch(Index begin, Index count)
{
    for (Index i = 0; i < count; ++i) {
        const Index item = order[static_cast<std::size_t>(begin + i)];
        std::ranges::copy(x.column(item), batchX.column(i).begin());
        std::ranges::copy(y.column(item), batchY.column(i).begin());
    }
    const double loss = trainer->computeGradient({batchX.data(), x.rows, count}, {batchY.data(), y.rows, count});
    if (!std::isfinite(loss)) diverged("the loss");
    trainer->step();
    lossSum += loss * static_cast<double>(count);
}

double TrainingRun::Private::epoch(const Context& context)
{
    const Index n = x.columns;
    if (position == 0) {
        order = ascending(n);
        random->shuffle(order);
        lossSum = 0;
    }
    while (position < n) {
        context.checkStop();
        Index count = std::min(options.batch, n - position);
        if (n - position - count == 1) ++count;
        batch(position, count);
        position += count;
        context.report(static_cast<double>(history.size()) + static_cast<double>(position) / static_cast<double>(n),
                       static_cast<double>(options.epochs), "epochs");
    }
    position = 0;
    return lossSum / static_cast<double>(n);
}

std::shared_ptr<const Mapping> TrainingRun::Private::fitClosedForm(const Context& context) const
{
    if (options.map == "ridge") return fitRidge(x, y, {options.ridge}, context).mapping;
    if (options.map == "identity") return makeIdentity(x.rows, y.rows);
    if (options.map == "retrieval") return makeRetrieval(x, y);
    return makeRandom(x.rows, y.rows, options.seed);
}

TrainingRun::TrainingRun(MatrixView x, MatrixView y, MatrixView heldOutX, TrainingOptions options)
    : m(std::make_unique<Private>())
{
    options.validate();
    if (x.columns != y.columns || x.columns == 0)
        throw Error(ErrorKind::Input,
                    "there are " + std::to_string(x.columns) + " training items of X and " + std::to_string(y.columns) +
                        " of Y",
                    "hold out fewer items");
    m->options = std::move(options);
    m->heldOutX = heldOutX;
    m->preprocessX = Pipeline::learn(m->options.preprocessX, x);
    m->preprocessY = Pipeline::learn(m->options.preprocessY, y);
    if (!m->preprocessX.empty()) m->ownX = m->preprocessX.apply(x);
    if (!m->preprocessY.empty()) m->ownY = m->preprocessY.apply(y);
    m->x = m->preprocessX.empty() ? x : m->ownX.view();
    m->y = m->preprocessY.empty() ? y : m->ownY.view();
    if (m->options.map == "net")
        m->startNetwork();
    else
        m->options.epochs = 1;
}

TrainingRun::~TrainingRun() = default;
TrainingRun::TrainingRun(TrainingRun&&) noexcept = default;

void TrainingRun::observe(EpochObserver observer)
{
    m->observer = std::move(observer);
}

Index TrainingRun::epochsDone() const
{
    return static_cast<Index>(m->history.size());
}

bool TrainingRun::finished() const
{
    return epochsDone() >= m->options.epochs;
}

EpochReport TrainingRun::advance(const Context& context)
{
    EpochReport report;
    report.epoch = epochsDone() + 1;
    report.epochs = m->options.epochs;
    if (m->trainer) {
        report.loss = m->epoch(context);
    } else {
        m->closedForm = m->fitClosedForm(context);
        const Matrix f = m->closedForm->apply(m->x, context);
        double sum = 0;
        for (Index i = 0; i < m->x.columns; ++i)
            sum += canonicalSquaredDistance(f.column(i).data(), m->y.column(i).data(), m->y.rows) / 2;
        report.loss = sum / static_cast<double>(m->x.columns);
        context.report(1, 1, "epochs");
    }
    Matrix heldOut;
    if (m->observer && m->heldOutX.columns > 0) {
        heldOut = model().apply(m->heldOutX, context);
        const std::span<const float> values{heldOut.data(), static_cast<std::size_t>(heldOut.view().size())};
        if (m->trainer && !std::ranges::all_of(values, [](float value) { return std::isfinite(value); }))
            m->diverged("f(X) of the held-out items");
    }
    if (m->trainer) m->lastGood = m->trainer->network();
    m->history.push_back(report);
    if (heldOut.columns() > 0) m->observer(heldOut, m->history.back());
    return m->history.back();
}

const std::vector<EpochReport>& TrainingRun::history() const
{
    return m->history;
}

Model TrainingRun::model() const
{
    Model model;
    model.preprocessX = m->preprocessX;
    model.preprocessY = m->preprocessY;
    model.mapping = m->trainer ? std::make_shared<NetworkMapping>(m->trainer->network()) : m->closedForm;
    if (!model.mapping) throw Error(ErrorKind::Work, "the mapping is not trained yet");
    model.provenance = {
        {"training", m->options.toJson()}, {"epochs_done", epochsDone()}, {"training_items", m->x.columns}};
    return model;
}

Model train(MatrixView x, MatrixView y, MatrixView heldOutX, const TrainingOptions& options,
            const EpochObserver& observer, const std::function<void(const EpochReport&)>& onEpoch,
            const Context& context)
{
    TrainingRun run(x, y, heldOutX, options);
    if (observer) run.observe(observer);
    while (!run.finished()) {
        const EpochReport report = run.advance(context);
        if (onEpoch) onEpoch(report);
    }
    return run.model();
}

} // namespace bridgescope
