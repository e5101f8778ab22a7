#include "ui/panels/experiments/grid_form.h"

#include "core/base/resources.h"
#include "ui/panels/experiments/check_rows.h"
#include "ui/panels/experiments/spec_texts.h"
#include "ui/widgets/tokens.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace bridgescope {
namespace {

enum Preset { Experiment1, Losses, Remedies, presetCount };
constexpr const char* presetFiles[] = {"experiment1-emoji.json", "losses.json", "remedies.json"};
constexpr const char* lossNames[] = {"mse", "cosine", "max-margin", "infonce"};

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

/// Between two sections.
class Rule : public QWidget {
public:
    Rule() { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), tokensOf(palette()).line2); }
};

} // namespace

GridForm::GridForm(QWidget* parent) : QWidget(parent)
{
    build();
    choosePreset(Experiment1);
}

void GridForm::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body = new QWidget;
    m_body->setProperty("surface", "base");
    m_body->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(0);
    m_preset = new QComboBox;
    m_preset->setAccessibleName(tr("Kind of experiment"));
    m_preset->addItems({tr("Paper, Experiment 1"), tr("Losses and depths"), tr("Remedies"), tr("Paper, Experiment 2")});
    connect(m_preset, &QComboBox::activated, this, [this](int chosen) {
        if (chosen < presetCount) return choosePreset(m_shown = chosen);
        m_preset->setCurrentIndex(m_shown);
        emit untrainedRequested();
    });
    auto* top = new QWidget;
    auto* row = new QVBoxLayout(top);
    row->setContentsMargins(12, 4, 12, 10);
    row->addWidget(m_preset);
    column->addWidget(top);
    m_data = new CheckRows(tr("Data"));
    auto* add = new QPushButton(tr("Add pair…"));
    add->setProperty("small", true);
    auto* menu = new QMenu(add);
    menu->addAction(tr("Two files…"), this, &GridForm::addPair);
    menu->addAction(tr("IAPR TC-12, test pairs…"), this, [this] { addFolder("experiment1-iapr.json"); });
    menu->addAction(tr("ImageNet classes…"), this, [this] { addFolder("experiment1-imagenet-classes.json"); });
    menu->addAction(tr("Animals with Attributes…"), this, [this] { addFolder("experiment1-awa.json"); });
    menu->addAction(tr("The paper's full sets…"), this, [this] { addFolder("experiment1-paper.json"); });
    add->setMenu(menu);
    m_data->addBelow(add);
    m_directions = new CheckRows(tr("Direction"));
    m_directions->add(tr("First to second"), "xy", true);
    m_directions->add(tr("Second to first"), "yx", true);
    m_maps = new CheckRows(tr("Map"));
    m_losses = new CheckRows(tr("Loss of nets"));
    const QString names[] = {tr("Squared error"), tr("Cosine"), tr("Max-margin"), tr("InfoNCE")};
    for (int i = 0; i < 4; ++i)
        m_losses->add(names[i], QString(), i == 0);
    const QList<QWidget*> sections{m_data, m_directions, m_maps, m_losses, buildDepth(), buildRepeats()};
    for (QWidget* section : sections) {
        column->addWidget(new Rule);
        column->addWidget(section);
    }
    column->addStretch(1);
    for (CheckRows* rows : {m_data, m_directions, m_maps, m_losses})
        connect(rows, &CheckRows::toggled, this, &GridForm::changed);
    scroll->setWidget(m_body);
    outer->addWidget(scroll);
}

QWidget* GridForm::buildDepth()
{
    m_depthRow = new QWidget;
    auto* row = new QHBoxLayout(m_depthRow);
    row->setContentsMargins(12, 10, 12, 10);
    auto* label = new QLabel(tr("Hidden layers of nets"));
    label->setProperty("role", "label");
    m_depth = new QComboBox;
    m_depth->addItem(tr("none"));
    for (int depth = 1; depth <= 5; ++depth)
        m_depth->addItem(tr("%1 × 512").arg(depth));
    m_depth->setCurrentIndex(1);
    m_depth->setAccessibleName(label->text());
    label->setBuddy(m_depth);
    row->addWidget(label);
    row->addStretch(1);
    row->addWidget(m_depth);
    connect(m_depth, &QComboBox::currentIndexChanged, this, &GridForm::changed);
    return m_depthRow;
}

QWidget* GridForm::buildRepeats()
{
    auto* repeats = new QWidget;
    auto* column = new QVBoxLayout(repeats);
    column->setContentsMargins(12, 10, 12, 10);
    auto* title = new QLabel(tr("Repeats"));
    title->setProperty("role", "title");
    column->addWidget(title);
    auto* row = new QHBoxLayout;
    const auto field = [&](const QString& name, int least, int most, int value) {
        auto* label = new QLabel(name);
        label->setProperty("role", "label");
        auto* box = new QSpinBox;
        box->setRange(least, most);
        box->setValue(value);
        box->setAccessibleName(name);
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box);
        connect(box, &QSpinBox::valueChanged, this, &GridForm::changed);
        return box;
    };
    m_folds = field(tr("Folds"), 2, 100, 5);
    row->addSpacing(12);
    m_seed = field(tr("Seed"), 0, 1'000'000, 1);
    row->addStretch(1);
    column->addLayout(row);
    m_keptLine = new QLabel;
    m_keptLine->setProperty("role", "caption");
    m_keptLine->setWordWrap(true);
    m_keptLine->hide();
    column->addWidget(m_keptLine);
    return repeats;
}

void GridForm::choosePreset(int preset)
{
    const Json json = Json::parse(std::ifstream(resourcePath(std::string("experiments/") + presetFiles[preset])));
    m_preset->setCurrentIndex(preset);
    m_title = preset == Experiment1 ? "Experiment 1" : json.at("title").get<std::string>();
    m_table = json.value("table", Json::object());
    keepOf(Json::object(), {});
    m_maps->clear();
    m_mapEntries.clear();
    for (const Json& map : json.at("maps"))
        offerMap(map, mapDetail(map), true);
    if (preset == Experiment1) {
        for (const char* map : {"procrustes", "cca", "pls"})
            offerMap({{"name", map}, {"map", map}}, {}, false);
        offerMap({{"name", "nn 3×512"}, {"map", "net"}, {"hidden", {512, 512, 512}}}, tr("net 3×512"), false);
    }
    m_losses->setVisible(preset == Experiment1);
    m_depthRow->setVisible(preset == Remedies);
    emit changed();
}

void GridForm::offerMap(const Json& map, const QString& detail, bool checked)
{
    m_mapEntries.push_back(map);
    m_maps->add(QString::fromStdString(map.value("name", map.value("map", ""))), detail, checked);
}

void GridForm::offerData(const Json& entry, const QString& detail, bool checked)
{
    const auto same = std::find_if(m_dataEntries.begin(), m_dataEntries.end(), [&](const Json& other) {
        return other["name"] == entry["name"] && other.value("feature", "") == entry.value("feature", "");
    });
    if (same != m_dataEntries.end())
        *same = entry;
    else {
        m_dataEntries.push_back(entry);
        m_dataDetails.push_back(detail);
        m_data->add(QString::fromStdString(entry["name"]), detail, checked);
    }
    emit changed();
}

void GridForm::setSpec(const Json& json, const QString& folder)
{
    const GridSpec checked = gridSpecFromJson(json, folder.toStdString(), folder.toStdString());
    m_title = checked.title;
    m_table = json.value("table", Json::object());
    keepOf(json, folder);
    m_data->clear();
    m_dataEntries.clear();
    m_dataDetails.clear();
    m_maps->clear();
    m_mapEntries.clear();
    for (const Json& entry : json.at("data"))
        offerData(withFolder(entry, folder), QString::fromStdString(entry.value("feature", "")));
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
    QStringList texts;
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
    m_keptLine->setText(tr("As the file says: %1").arg(texts.join(", ")));
    m_keptLine->setVisible(!texts.isEmpty());
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
            json["data"].push_back(m_dataEntries[static_cast<std::size_t>(i)]);
            paper = paper || json["data"].back().contains("paper");
        }
    for (int i = 0; i < 2; ++i)
        if (m_directions->isChecked(i)) json["directions"].push_back(i == 0 ? "xy" : "yx");
    json["folds"] = m_folds->value();
    json["seed"] = m_seed->value();
    json["k"] = measure.k;
    json["metric"] = metricId(measure.metric);
    json["self"] = measure.self == SelfRule::Included ? "include" : "exclude";
    json["table"] = tableOf(m_table, json["maps"]);
    if (m_kept.empty()) json["table"]["paper"] = paper;
    for (const auto& [key, value] : m_kept.items())
        json[key] = value;
    if (json["folds"].is_null()) json.erase("folds");
    if (json["table"].empty()) json.erase("table");
    return json;
}

bool GridForm::isRunnable() const
{
    return m_data->checkedCount() > 0 && m_directions->checkedCount() > 0 && m_maps->checkedCount() > 0;
}

void GridForm::setFrozen(bool frozen)
{
    m_body->setEnabled(!frozen);
}

void GridForm::addPair()
{
    const QString x = QFileDialog::getOpenFileName(this, tr("First set"));
    if (x.isEmpty()) return;
    const QString y = QFileDialog::getOpenFileName(this, tr("Second set"), QFileInfo(x).path());
    if (y.isEmpty()) return;
    const QString nameX = QFileInfo(x).completeBaseName(), nameY = QFileInfo(y).completeBaseName();
    offerData({{"name", (nameX + ", " + nameY).toStdString()}, {"x", x.toStdString()}, {"y", y.toStdString()}}, {});
}

void GridForm::addFolder(const QString& file)
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("The folder that holds the files"));
    if (folder.isEmpty()) return;
    const Json json = Json::parse(std::ifstream(resourcePath("experiments/" + file.toStdString())));
    QStringList missing;
    for (const Json& entry : json.at("data")) {
        const Json full = withFolder(entry, folder);
        const auto there = [&](const char* key) { return std::filesystem::exists(full[key].get<std::string>()); };
        if (there("x") && there("y"))
            offerData(full, QString::fromStdString(entry.value("feature", "")));
        else
            missing << QString::fromStdString(entry["x"].get<std::string>() + ", " + entry["y"].get<std::string>());
    }
    if (!missing.isEmpty())
        QMessageBox::information(this, tr("Not all files are there"),
                                 tr("%1 does not hold %2. resources/experiments/README.md says where they come from.")
                                     .arg(folder, missing.join("; ")));
}

} // namespace bridgescope
