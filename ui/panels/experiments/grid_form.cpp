#include "ui/panels/experiments/grid_form.h"

#include "core/base/resources.h"
#include "core/experiment/paper_figures.h"
#include "ui/panels/experiments/check_rows.h"
#include "ui/panels/experiments/spec_texts.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/wheel_guard.h"

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

/// By ExperimentPicker::Kind.
constexpr const char* templates[] = {"experiment1-emoji.json", nullptr, "losses.json", "remedies.json"};

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
    choose(ExperimentPicker::Experiment1);
    scrollPastFields(*this);
}

void GridForm::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_picker = new ExperimentPicker;
    connect(m_picker, &ExperimentPicker::chosen, this, [this](int chosen) {
        chosen == ExperimentPicker::Experiment2 ? emit untrainedRequested()
                                                : choose(static_cast<ExperimentPicker::Kind>(chosen));
    });
    auto* top = new QVBoxLayout; // outside what is frozen: Experiment 2 is within reach while a grid runs
    top->setContentsMargins(12, 4, 12, 10);
    top->addWidget(m_picker);
    outer->addLayout(top);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body = new QWidget;
    m_body->setProperty("surface", "base");
    m_body->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(0);
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
    m_directions->add(tr("First to second"), {}, true);
    m_directions->add(tr("Second to first"), {}, true);
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
    connect(this, &GridForm::changed, this, &GridForm::refreshWords);
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

void GridForm::choose(ExperimentPicker::Kind kind)
{
    const Json json = Json::parse(std::ifstream(resourcePath(std::string("experiments/") + templates[kind])));
    const bool first = kind == ExperimentPicker::Experiment1;
    m_kind = kind;
    m_file.clear();
    m_picker->show(kind, kind, {});
    m_title = first ? "Experiment 1" : json.at("title").get<std::string>();
    m_table = json.value("table", Json::object());
    keepOf(Json::object(), {});
    m_maps->clear();
    m_mapEntries.clear();
    for (const Json& map : json.at("maps"))
        offerMap(map, mapDetail(map), true);
    if (first) {
        for (const char* map : {"procrustes", "cca", "pls"})
            offerMap({{"name", map}, {"map", map}}, {}, false);
        offerMap({{"name", "nn 3×512"}, {"map", "net"}, {"hidden", {512, 512, 512}}}, tr("net 3×512"), false);
    }
    m_losses->setVisible(first);
    m_depthRow->setVisible(kind == ExperimentPicker::Remedies);
    emit changed();
}

void GridForm::offerMap(const Json& map, const QString& detail, bool checked)
{
    m_mapEntries.push_back(map);
    m_maps->add(QString::fromStdString(map.value("name", map.value("map", ""))), detail, checked);
}

void GridForm::offerData(const Json& entry, const Offer& offer)
{
    const auto find = [&](const auto& same) { return std::find_if(m_entries.begin(), m_entries.end(), same); };
    if (find([&](const Data& other) { return sameInputs(other.entry, entry); }) != m_entries.end()) return;
    const auto called = find([&](const Data& other) {
        return other.entry["name"] == entry["name"] && other.entry.value("feature", "") == entry.value("feature", "");
    });
    if (called != m_entries.end())
        *called = {entry, offer};
    else {
        m_entries.push_back({entry, offer});
        m_data->add(QString::fromStdString(entry["name"]), offer.detail, offer.checked);
    }
    emit changed();
}

void GridForm::addPaperData(const QString& name, const QString& texts, const QString& pictures)
{
    const QString feature = QFileInfo(pictures).completeBaseName();
    offerData({{"name", name.toStdString()},
               {"feature", feature.toStdString()},
               {"x", texts.toStdString()},
               {"y", pictures.toStdString()},
               {"x-name", "Text"},
               {"y-name", "Image"},
               {"paper", name.toStdString()}},
              {feature, true, 0, {}});
}

QStringList GridForm::absentData() const
{
    QStringList names;
    if (m_kind != ExperimentPicker::Experiment1) return names;
    for (const std::string& name : paperDataNames())
        if (std::none_of(m_entries.begin(), m_entries.end(),
                         [&](const Data& one) { return one.entry.value("paper", "") == name; }))
            names << QString::fromStdString(name);
    return names;
}

bool GridForm::isRunnable() const
{
    return m_data->checkedCount() > 0 && m_directions->checkedCount() > 0 && m_maps->checkedCount() > 0;
}

void GridForm::setFrozen(bool frozen)
{
    m_body->setEnabled(!frozen);
    m_picker->setRunning(frozen);
}

void GridForm::addPair()
{
    const QString x = QFileDialog::getOpenFileName(this, tr("First set"));
    if (x.isEmpty()) return;
    const QString y = QFileDialog::getOpenFileName(this, tr("Second set"), QFileInfo(x).path());
    if (y.isEmpty()) return;
    const QString nameX = QFileInfo(x).completeBaseName(), nameY = QFileInfo(y).completeBaseName();
    offerData({{"name", (nameX + ", " + nameY).toStdString()},
               {"x", x.toStdString()},
               {"y", y.toStdString()},
               {"x-name", nameX.toStdString()},
               {"y-name", nameY.toStdString()}},
              {});
}

void GridForm::addFolder(const QString& file)
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("The folder that holds the files"));
    if (folder.isEmpty()) return;
    const Json json = Json::parse(std::ifstream(resourcePath("experiments/" + file.toStdString())));
    addTemplate(json, folder);
}

void GridForm::addTemplate(const Json& json, const QString& folder)
{
    QStringList missing;
    for (const Json& entry : json.at("data")) {
        const Json full = withFolder(entry, folder);
        const auto there = [&](const char* key) { return std::filesystem::exists(full[key].get<std::string>()); };
        if (there("x") && there("y"))
            offerData(full, {QString::fromStdString(entry.value("feature", "")), true, 0, json.value("k", Index(10))});
        else
            missing << QString::fromStdString(entry["x"].get<std::string>() + ", " + entry["y"].get<std::string>());
    }
    if (!missing.isEmpty())
        QMessageBox::information(this, tr("Not all files are there"),
                                 tr("%1 does not hold %2. resources/experiments/README.md says where they come from.")
                                     .arg(folder, missing.join("; ")));
}

} // namespace bridgescope
