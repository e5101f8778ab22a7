#include "ui/panels/experiments/check_rows.h"
#include "ui/panels/experiments/grid_form.h"
#include "ui/panels/experiments/spec_texts.h"

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>

#include <algorithm>

namespace bridgescope {
namespace {

constexpr const char* lossNames[] = {"mse", "cosine", "max-margin", "infonce"};

/// The paper has figures of these two alone: beside others its columns would be empty.
bool hasPaperMap(const GridForm::Json& maps)
{
    return std::any_of(maps.begin(), maps.end(), [](const GridForm::Json& map) {
        const std::string name = map.value("name", "");
        return name == "lin" || name == "nn";
    });
}

/// What is printed; without what would compare with a base that is not checked.
GridForm::Json tableOf(const GridForm::Json& given, const GridForm::Json& maps)
{
    GridForm::Json table = given;
    if (!table.contains("base")) return table;
    const std::string base = table["base"];
    const auto isBase = [&](const GridForm::Json& map) { return map.value("name", map.value("map", "")) == base; };
    if (std::any_of(maps.begin(), maps.end(), isBase)) return table;
    table.erase("base");
    GridForm::Json columns = GridForm::Json::array();
    for (const auto& id : table.value("columns", GridForm::Json::array()))
        if (!id.get<std::string>().ends_with("_change")) columns.push_back(id);
    if (!columns.empty()) table["columns"] = columns;
    return table;
}

} // namespace

void GridForm::setSpec(const Json& json, const QString& folder, const QString& file)
{
    const GridSpec checked = gridSpecFromJson(json, folder.toStdString(), folder.toStdString());
    m_kind = ExperimentPicker::Opened;
    m_file = file;
    m_picker->show(m_kind, m_kind, file);
    m_title = checked.title;
    m_table = json.value("table", Json::object());
    keepOf(json, folder);
    m_data->clear();
    m_entries.clear();
    m_maps->clear();
    m_mapEntries.clear();
    for (const Json& entry : json.at("data"))
        offerData(withFolder(entry, folder), {QString::fromStdString(entry.value("feature", "")), true, 0, {}});
    for (const Json& map : json.at("maps"))
        offerMap(map, mapDetail(map), true);
    m_losses->setVisible(false);
    m_depthRow->setVisible(false);
    for (int i = 0; i < 2; ++i) {
        const auto& wanted = checked.directions;
        m_directions->setChecked(i, std::find(wanted.begin(), wanted.end(), i == 0 ? "xy" : "yx") != wanted.end());
    }
    if (checked.split.folds > 0) m_folds->setValue(checked.split.folds);
    if (!m_kept.contains("seed")) m_seed->setValue(static_cast<int>(checked.seeds.front()));
    emit changed();
}

void GridForm::keepOf(const Json& spec, const QString& folder)
{
    m_kept = Json::object();
    m_keptTexts.clear();
    QStringList& texts = m_keptTexts;
    const auto keep = [&](const char* key, const Json& value) {
        m_kept[key] = value;
        if (value.is_object()) return;
        const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
        texts << QString("%1 %2").arg(QLatin1String(key), QString::fromStdString(text));
    };
    const Json defaults = {{"k", 10}, {"metric", "cosine"}, {"self", "exclude"}};
    for (const char* key : {"k", "k-max", "metric", "self", "permutations", "group"})
        if (spec.contains(key))
            keep(key, spec[key]);
        else if (!spec.empty() && defaults.contains(key))
            keep(key, defaults[key]);
    const bool folds = spec.contains("folds") && !spec["folds"].is_string();
    if (!spec.empty() && !folds) m_kept["folds"] = Json(); // the split is not by a number of folds
    for (const char* key : {"test", "folds"})
        if (spec.contains(key) && (spec[key].is_string() || std::string(key) == "test"))
            keep(key, spec[key].is_string() ? withFolder({{"items", spec[key]}}, folder)["items"] : spec[key]);
    if (!spec.empty() && !spec.contains("folds") && !spec.contains("test")) texts << tr("a fifth held out");
    const bool seed = spec.contains("seed") && (spec["seed"].is_array() || spec["seed"] > m_seed->maximum());
    if (seed) keep("seed", spec["seed"]);
    m_folds->setEnabled(!m_kept.contains("folds"));
    m_seed->setEnabled(!seed);
    refreshWords();
}

/// The greatest K that the checked data leave room for; none where nothing is known of them.
std::optional<Index> GridForm::mostK(QString* reason) const
{
    std::optional<Index> most;
    const auto limit = [&](Index k, const QString& why) {
        if (most && *most <= k) return;
        most = k;
        if (reason) *reason = why;
    };
    for (int i = 0; i < m_data->count(); ++i) {
        if (!m_data->isChecked(i)) continue;
        const auto& [entry, offer] = m_entries[static_cast<std::size_t>(i)];
        const QString name = QString::fromStdString(entry["name"]);
        if (offer.k) limit(*offer.k, tr("as the template of %1 has it").arg(name));
        if (const Index held = offer.items / m_folds->value(); held > 1)
            limit(held - 1, tr("a fold of %1 holds %2 items").arg(name).arg(held));
    }
    return most;
}

void GridForm::setSharedK(Index k)
{
    if (k == m_sharedK) return;
    m_sharedK = k;
    refreshWords();
}

/// Words that depend on what is checked: directions, K, what is absent.
void GridForm::refreshWords()
{
    QStringList forward, backward;
    for (int i = 0; i < m_data->count(); ++i) {
        if (!m_data->isChecked(i)) continue;
        const Json& entry = m_entries[static_cast<std::size_t>(i)].entry;
        const QString x = QString::fromStdString(entry.value("x-name", "X")),
                      y = QString::fromStdString(entry.value("y-name", "Y"));
        forward << x + " → " + y;
        backward << y + " → " + x;
    }
    forward.removeDuplicates();
    backward.removeDuplicates();
    const bool one = forward.size() == 1;
    m_directions->setText(0, one ? forward[0] : tr("First set → second"), forward.join("\n"));
    m_directions->setText(1, one ? backward[0] : tr("Second set → first"), backward.join("\n"));
    m_data->setAbsent(absentData(), tr("not opened"));
    QStringList lines;
    if (!m_keptTexts.isEmpty()) lines << tr("As the file says: %1").arg(m_keptTexts.join(", "));
    QString reason;
    if (const auto most = mostK(&reason); most && *most < m_sharedK && !m_kept.contains("k"))
        lines << tr("K %1 for the tool bar's %2: %3").arg(*most).arg(m_sharedK).arg(reason);
    m_keptLine->setText(lines.join("\n"));
    m_keptLine->setVisible(!lines.isEmpty());
}

GridForm::Json GridForm::checkedMaps() const
{
    Json losses = Json::array(), maps = Json::array();
    for (int i = 0; i < m_losses->count(); ++i)
        if (m_losses->isChecked(i)) losses.push_back(lossNames[i]);
    const bool plain = m_losses->isHidden() || losses.empty() || (losses.size() == 1 && losses[0] == "mse");
    for (int i = 0; i < m_maps->count(); ++i) {
        if (!m_maps->isChecked(i)) continue;
        Json map = m_mapEntries[static_cast<std::size_t>(i)];
        if (!plain && map["map"] == "net" && !map.contains("loss")) map["loss"] = losses;
        if (!m_depthRow->isHidden() && m_depth->currentIndex() != 1 && map["map"] == "net" && !map.contains("hidden")) {
            const auto layers = static_cast<std::size_t>(m_depth->currentIndex());
            map["hidden"] = layers == 0 ? Json("none") : Json(std::vector<int>(layers, 512));
        }
        maps.push_back(std::move(map));
    }
    return maps;
}

GridForm::Json GridForm::spec(const SharedMeasure& measure) const
{
    Json json = {{"data", Json::array()}, {"directions", Json::array()}, {"maps", checkedMaps()}};
    if (!m_title.empty()) json["title"] = m_title;
    bool paper = false;
    for (int i = 0; i < m_data->count(); ++i)
        if (m_data->isChecked(i)) {
            json["data"].push_back(m_entries[static_cast<std::size_t>(i)].entry);
            paper = paper || json["data"].back().contains("paper");
        }
    for (int i = 0; i < 2; ++i)
        if (m_directions->isChecked(i)) json["directions"].push_back(i == 0 ? "xy" : "yx");
    json["folds"] = m_folds->value();
    json["seed"] = m_seed->value();
    json["k"] = std::min(measure.k, mostK(nullptr).value_or(measure.k));
    json["metric"] = metricId(measure.metric);
    json["self"] = measure.self == SelfRule::Included ? "include" : "exclude";
    json["table"] = tableOf(m_table, json["maps"]);
    if (m_kept.empty()) json["table"]["paper"] = paper && hasPaperMap(json["maps"]);
    for (const auto& [key, value] : m_kept.items())
        json[key] = value;
    if (json["folds"].is_null()) json.erase("folds");
    if (json["table"].empty()) json.erase("table");
    return json;
}

} // namespace bridgescope
