#include "core/base/error.h"
#include "ui/workspace/workspace.h"

#include <QFileInfo>

#include <algorithm>

namespace bridgescope {
namespace {

/// A model that was read, with f of every paired item.
struct ReadModel {
    std::shared_ptr<const Model> model;
    bool forward = true;
    bool sameItems = false; ///< trained on the same files by the same split
    Vectors predictions;
};

bool fits(const Model& model, const PairedSet& pairs)
{
    return model.inputDimension() == pairs.x.dimension() && model.outputDimension() == pairs.y.dimension();
}

/// Whether it was trained on these files by this split.
bool isOf(const Model& model, const TrainingItems& items)
{
    using Json = nlohmann::ordered_json;
    for (const char* set : {"/inputs/x/sha256", "/inputs/y/sha256"}) {
        const Json hash = items.origin().value(Json::json_pointer(set), Json());
        if (hash.is_null() || model.provenance.value(Json::json_pointer(set), Json()) != hash) return false;
    }
    return model.provenance.value("split", Json()) == items.origin().at("split");
}

/// Of two sets of one dimension both directions fit: then the files it was trained on decide, and else the first one.
ReadModel readFor(const std::string& file, const std::shared_ptr<const TrainingItems>& forward,
                  const std::shared_ptr<const TrainingItems>& backward, const Context& context)
{
    ReadModel read;
    read.model = std::make_shared<const Model>(loadModel(file));
    const bool first = fits(*read.model, forward->pairs()), second = fits(*read.model, backward->pairs());
    if (!first && !second)
        throw Error(ErrorKind::Input,
                    "maps " + std::to_string(read.model->inputDimension()) + " to " +
                        std::to_string(read.model->outputDimension()) + " dimensions, the sets have " +
                        std::to_string(forward->pairs().x.dimension()) + " and " +
                        std::to_string(forward->pairs().y.dimension()),
                    "open the pair that it was trained on")
            .inFile(file);
    read.forward = first && (!second || isOf(*read.model, *forward) || !isOf(*read.model, *backward));
    const TrainingItems& items = read.forward ? *forward : *backward;
    read.sameItems = isOf(*read.model, items);
    read.predictions = predictionsOf(*read.model, items, context);
    return read;
}

/// What it was trained by, as far as the file says so in a way this program knows.
TrainingOptions optionsOf(const Model& model)
{
    try {
        const auto training = model.provenance.find("training");
        if (training != model.provenance.end()) return TrainingOptions::fromJson(*training);
    } catch (const Error&) { // written by hand, or by a later version: the map alone is known
    }
    TrainingOptions options;
    options.map = model.mapping->id();
    return options;
}

} // namespace

void Workspace::openMapping(const QString& file)
{
    if (!m_pair) return;
    m_jobs.run<std::shared_ptr<ReadModel>>(
        "open-mapping", tr("Opening %1").arg(QFileInfo(file).fileName()),
        [path = file.toStdString(), forward = trainingItems(true), backward = trainingItems(false)](
            const Context& context) { return std::make_shared<ReadModel>(readFor(path, forward, backward, context)); },
        [this, file, pair = m_pair.get()](const std::shared_ptr<ReadModel>& read) {
            if (pair != m_pair.get()) return;
            MappingEntry entry;
            const int id = entry.id = m_nextId++;
            entry.options = optionsOf(*read->model);
            entry.forward = read->forward;
            entry.name = uniqueName(entry.options, entry.forward, QFileInfo(file).completeBaseName());
            entry.state = MappingEntry::State::Done;
            entry.opened = entry.saved = true;
            entry.model = read->model;
            entry.predictions = read->predictions;
            entry.notes << (read->sameItems
                                ? tr("opened from %1").arg(QFileInfo(file).fileName())
                                : tr("opened from %1: trained on other items or another split, so that held-out items "
                                     "may be among them")
                                      .arg(QFileInfo(file).fileName()));
            m_mappings.push_back(std::move(entry));
            emit mappingsChanged();
            m_hub.setMapping(id); // it was asked for
            refreshReports();
        },
        [this](const Error& error) { emit problem(QString::fromUtf8(error.what())); });
}

} // namespace bridgescope
