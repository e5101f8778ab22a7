#include "core/training/training_run.h"

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/base/worker_team.h"
#include "core/mapping/safetensors.h"
#include "core/neighbors/metric.h"
#include "core/training/checkpoint.h"
#include "core/training/closed_form.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;

/// Mean of ½‖f(x) - y‖², the loss that a closed form's one epoch reports.
double closedFormLoss(const Matrix& f, MatrixView y)
{
    double sum = 0;
    for (Index i = 0; i < y.columns; ++i)
        sum += canonicalSquaredDistance(f.column(i).data(), y.column(i).data(), y.rows) / 2;
    return sum / static_cast<double>(y.columns);
}

} // namespace

struct TrainingRun::Private {
    MatrixView loadedX, loadedY, heldOutX;
    TrainingOptions options;
    Pipeline preprocessX, preprocessY;
    Matrix ownX, ownY; ///< where preprocessing made them
    MatrixView x, y;   ///< what the map is trained on
    EpochObserver observer;
    Json conventions; ///< of the observer
    std::vector<EpochReport> history;
    std::shared_ptr<const Mapping> closedForm;
    std::unique_ptr<NetRun> net;
    Json changes = Json::array(); ///< of settings while the run stood

    Model modelWith(std::shared_ptr<const Mapping> mapping) const;
    Index keptEpoch() const;
    EpochReport endEpoch(const Context& context);
    EpochReport fit(const Context& context);
    NetRun& requireNet(const char* what) const;
    Json fingerprint() const;
    void requireSame(const Json& checkpoint) const;
    void takeHistory(const Json& json);
};

Model TrainingRun::Private::modelWith(std::shared_ptr<const Mapping> mapping) const
{
    Model model{preprocessX, preprocessY, std::move(mapping), {}};
    const Index trained = net ? net->batches().items() : x.columns;
    model.provenance = {{"training", options.toJson()}, {"epochs_done", history.size()}, {"training_items", trained}};
    if (trained < x.columns) model.provenance["validation_items"] = x.columns - trained; // set aside by early stopping
    if (trained < x.columns && options.earlyStopping == "validation-overlap")
        model.provenance["validation_overlap"] = {
            {"k", validationK(x.columns - trained)}, {"metric", "cosine"}, {"self", "excluded"}};
    if (const Index kept = keptEpoch(); kept > 0) model.provenance["kept_epoch"] = kept;
    if (!changes.empty()) model.provenance["changes"] = changes;
    return model;
}

/// The epoch whose weights early stopping keeps; 0: none.
Index TrainingRun::Private::keptEpoch() const
{
    const auto best =
        std::find_if(history.rbegin(), history.rend(), [](const EpochReport& report) { return report.best; });
    return best == history.rend() ? 0 : best->epoch;
}

EpochReport TrainingRun::Private::fit(const Context& context)
{
    EpochReport report;
    report.epoch = report.epochs = 1;
    closedForm = fitClosedForm(x, y, options, context);
    report.loss = closedFormLoss(closedForm->apply(x, context), y);
    context.report(1, 1, "epochs");
    history.push_back(report);
    if (observer && heldOutX.columns > 0) observer(modelWith(closedForm).apply(heldOutX, context), history.back());
    return history.back();
}

/// The held-out items' f(X) comes first: a net that gives NaN there has not ended an epoch, it has diverged.
EpochReport TrainingRun::Private::endEpoch(const Context& context)
{
    Matrix heldOut;
    if (observer && heldOutX.columns > 0) {
        const Matrix processed = preprocessX.empty() ? Matrix() : preprocessX.apply(heldOutX, context);
        heldOut = applyNetwork(net->network(), preprocessX.empty() ? heldOutX : processed.view(), context);
        if (!preprocessY.empty()) heldOut = preprocessY.undo(heldOut, context);
        const std::span<const float> values{heldOut.data(), static_cast<std::size_t>(heldOut.view().size())};
        if (!std::ranges::all_of(values, [](float value) { return std::isfinite(value); }))
            net->diverged("f(X) of the held-out items is not finite");
    }
    EpochReport report = net->judgeEpoch(context);
    if (heldOut.columns() > 0) observer(heldOut, report);
    net->keepEpoch(report);
    history.push_back(report);
    return report;
}

NetRun& TrainingRun::Private::requireNet(const char* what) const
{
    if (!net) throw Error(ErrorKind::Usage, std::string("only a net can ") + what, "choose --map net");
    return *net;
}

/// What a checkpoint must share with the run that takes it over.
Json TrainingRun::Private::fingerprint() const
{
    const auto hash = [](MatrixView set) {
        Sha256 sha;
        sha.add(set.data, static_cast<std::size_t>(set.size()) * sizeof(float));
        return sha.hex();
    };
    Json settings = options.toJson();
    for (const char* free : {"epochs", "learning-rate"})
        settings.erase(free); // these may be changed while a run stands
    return {{"settings", settings}, {"x", hash(loadedX)}, {"y", hash(loadedY)}, {"held_out", hash(heldOutX)}};
}

void TrainingRun::Private::requireSame(const Json& checkpoint) const
{
    const Json mine = fingerprint(), &its = checkpoint.at("fingerprint");
    for (const auto& [key, value] : mine.at("settings").items())
        if (!its.at("settings").contains(key) || its["settings"][key] != value)
            throw Error(ErrorKind::Input, "the checkpoint was made with another --" + key,
                        "resume with the settings that it was made with");
    if (its != mine)
        throw Error(ErrorKind::Input, "the checkpoint was made with other training or held-out items, or settings",
                    "resume with the sets and the split that it was made with");
    if (checkpoint.at("history").empty() || !observer) return;
    for (const auto& [key, value] : conventions.items())
        if (!checkpoint.at("conventions").contains(key) || checkpoint["conventions"][key] != value)
            throw Error(
                ErrorKind::Input,
                "the checkpoint's epochs were measured with another --" + key + ", and one curve holds one kind",
                "resume with the --" + key + " that it was made with; apply and compare measure a model by any");
}

void TrainingRun::Private::takeHistory(const Json& json)
{
    history.clear();
    for (const Json& report : json)
        history.push_back(epochReportFrom(report));
    bool whole = static_cast<Index>(history.size()) == net->epochsDone();
    for (std::size_t i = 0; i < history.size(); ++i)
        whole = whole && history[i].epoch == static_cast<Index>(i + 1);
    if (!whole)
        throw Error(ErrorKind::Input,
                    "the checkpoint says that " + std::to_string(net->epochsDone()) +
                        " epochs are done, but its history is not one of these",
                    "start the run anew");
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
    m->loadedX = x;
    m->loadedY = y;
    m->heldOutX = heldOutX;
    m->preprocessX = Pipeline::learn(m->options.preprocessX, x);
    m->preprocessY = Pipeline::learn(m->options.preprocessY, y);
    if (!m->preprocessX.empty()) m->ownX = m->preprocessX.apply(x);
    if (!m->preprocessY.empty()) m->ownY = m->preprocessY.apply(y);
    m->x = m->preprocessX.empty() ? x : m->ownX.view();
    m->y = m->preprocessY.empty() ? y : m->ownY.view();
    if (m->options.map == "net") m->net = std::make_unique<NetRun>(NetData{m->x, m->y, y, m->preprocessY}, m->options);
}

TrainingRun::~TrainingRun() = default;
TrainingRun::TrainingRun(TrainingRun&&) noexcept = default;

void TrainingRun::observe(EpochObserver observer, nlohmann::ordered_json conventions)
{
    m->observer = std::move(observer);
    m->conventions = std::move(conventions);
}

Index TrainingRun::epochsDone() const
{
    return static_cast<Index>(m->history.size());
}

bool TrainingRun::finished() const
{
    return m->net ? m->net->finished() : m->closedForm != nullptr;
}

bool TrainingRun::diverged() const
{
    return m->net && m->net->diverged();
}

std::pair<Index, Index> TrainingRun::batches() const
{
    return m->net ? std::pair(m->net->batches().done(), m->net->batches().count()) : std::pair<Index, Index>(0, 1);
}

EpochReport TrainingRun::advance(const Context& context)
{
    if (!m->net) return m->fit(context);
    const WorkerTeam team;
    while (true)
        if (const auto report = advanceBatch(context)) return *report;
}

std::optional<EpochReport> TrainingRun::advanceBatch(const Context& context)
{
    if (!m->net) return m->fit(context);
    context.checkStop();
    if (!m->net->epochEnded()) m->net->batch();
    const bool ended = m->net->epochEnded();
    context.report(ended ? double(m->net->epochsDone() + 1) : m->net->progress(), double(m->options.epochs), "epochs");
    if (!ended) return std::nullopt;
    return m->endEpoch(context);
}

const std::vector<EpochReport>& TrainingRun::history() const
{
    return m->history;
}

Model TrainingRun::model() const
{
    if (!m->net && !m->closedForm) throw Error(ErrorKind::Work, "the mapping is not trained yet", "train it first");
    return m->modelWith(m->net ? std::make_shared<NetworkMapping>(m->net->result()) : m->closedForm);
}

const TrainingOptions& TrainingRun::options() const
{
    return m->options;
}

void TrainingRun::setEpochs(Index epochs)
{
    NetRun& net = m->requireNet("be trained for more epochs");
    const bool anew = net.diverged() && epochs > net.epochsDone();
    Json change = {{"after", net.progress()}, {"epochs", epochs}, {"from", m->options.epochs}};
    setOption(m->options, "epochs", std::to_string(epochs));
    net.setEpochs(epochs);
    if (anew)
        change = {{"after", net.progress()},
                  {"epochs", epochs},
                  {"from", change["from"]},
                  {"diverged", "the optimizer began anew"}};
    m->changes.push_back(std::move(change));
}

void TrainingRun::setLearningRate(double rate)
{
    NetRun& net = m->requireNet("change its learning rate");
    TrainingOptions changed = m->options;
    changed.learningRate = rate;
    changed.validate();
    m->changes.push_back({{"after", net.progress()}, {"learning-rate", rate}, {"from", m->options.learningRate}});
    m->options.learningRate = net.options().learningRate = rate;
}

void TrainingRun::saveCheckpoint(const std::string& file) const
{
    NetRun& net = m->requireNet("be stopped at a checkpoint");
    Json history = Json::array();
    for (const EpochReport& report : m->history)
        history.push_back(toJson(report));
    writeSafetensors(file, {CheckpointFields::tensors(net),
                            {{"checkpoint", 1},
                             {"version", BRIDGESCOPE_VERSION},
                             {"fingerprint", m->fingerprint()},
                             {"conventions", m->conventions},
                             {"epochs", m->options.epochs},
                             {"learning-rate", m->options.learningRate},
                             {"changes", m->changes},
                             {"state", CheckpointFields::state(net)},
                             {"history", history}}});
}

void TrainingRun::resume(const std::string& file)
{
    NetRun& net = m->requireNet("be resumed");
    const SafetensorsFile content = readSafetensors(file);
    const Json& json = content.document;
    try {
        if (!json.contains("checkpoint"))
            throw Error(ErrorKind::Input, "is no checkpoint", "choose a file that --checkpoint wrote");
        if (json["checkpoint"].get<double>() != 1)
            throw Error(ErrorKind::Input,
                        "was written by a newer version (checkpoint " + json["checkpoint"].dump() + ")",
                        "resume with that version");
        m->requireSame(json);
        CheckpointFields::restore(net, content.tensors, json.at("state"));
        m->takeHistory(json.at("history"));
        const auto before = json.at("epochs").get<Index>();
        if (!m->options.given.contains("epochs")) m->options.epochs = net.options().epochs = before;
        if (net.epochsBegun() > m->options.epochs)
            throw Error(ErrorKind::Usage,
                        "--epochs " + std::to_string(m->options.epochs) + ", but in the checkpoint " +
                            std::to_string(net.epochsDone()) + " epochs are done" +
                            (net.epochsBegun() > net.epochsDone() ? " and one is begun" : ""),
                        "give --epochs " + std::to_string(net.epochsBegun()) + " or more");
        if (!json.at("changes").is_array())
            throw Error(ErrorKind::Input, "the checkpoint's changes are no list", "start the run anew");
        m->changes = json["changes"];
        m->options.learningRate = net.options().learningRate = json.at("learning-rate");
        m->options.validate(); // what the checkpoint says too
        if (before == m->options.epochs) return;
        m->changes.push_back({{"after", net.progress()}, {"epochs", m->options.epochs}, {"from", before}});
        net.setEpochs(m->options.epochs); // one that stopped early goes on
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorKind::Input, std::string("the checkpoint cannot be read: ") + error.what(),
                    "start the run anew")
            .inFile(file);
    } catch (Error& error) {
        throw error.inFile(file);
    }
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
