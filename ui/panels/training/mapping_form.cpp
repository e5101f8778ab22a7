#include "ui/panels/training/mapping_form.h"

#include "core/base/error.h"
#include "ui/models/option_words.h"
#include "ui/models/window_words.h"
#include "ui/panels/training/form_rows.h"
#include "ui/panels/training/net_picture.h"
#include "ui/panels/training/option_field.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elided_box.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/scaled.h"
#include "ui/widgets/text.h"
#include "ui/widgets/wheel_guard.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace bridgescope {
namespace {

constexpr int labelWidth = 108;
constexpr int mapsInARow = 4;

QFrame* line()
{
    auto* rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setProperty("rule", true);
    rule->setFixedHeight(1);
    return rule;
}

} // namespace

MappingForm::MappingForm(QWidget* parent) : QWidget(parent)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_banner = new Banner;
    outer->addWidget(m_banner);
    buildPresets();
    auto* content = new QWidget;
    content->setProperty("surface", "base");
    content->setProperty("dense", true);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 4, 12, 12);
    column->setSpacing(6);
    for (const FormSection& designed : formSections()) {
        Section section;
        if (!m_sections.empty()) column->addWidget(section.rule = line());
        auto* title = new QWidget;
        auto* titleRow = new QHBoxLayout(title);
        titleRow->setContentsMargins(0, 4, 0, 2);
        auto* words = new QLabel(designed.title);
        words->setProperty("role", "title");
        titleRow->addWidget(words);
        if (m_sections.size() == 1) { // the map: what the net comes to
            m_net = new ElidedLabel;
            m_net->setProperty("role", "caption");
            m_net->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_net->setElideMode(Qt::ElideLeft); // the picture says the sizes, nothing else the weights
            titleRow->addWidget(m_net, 1);
        }
        section.title = title;
        column->addWidget(title);
        if (m_sections.empty()) buildData(*column);
        if (m_sections.size() == 1) {
            column->addWidget(buildMaps());
            column->addWidget(m_picture = new NetPicture);
        }
        for (const FormRow& row : designed.rows) {
            section.rows.push_back(buildRow(row.label, row.keys));
            column->addWidget(section.rows.back().widget);
        }
        m_sections.push_back(std::move(section));
    }
    column->addStretch(1);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    outer->addWidget(m_scroll, 1);
    outer->addWidget(line());
    outer->addWidget(buildFooter());
    setData({});
    reset();
    scrollPastFields(*this);
}

QWidget* MappingForm::labelled(const QString& label, const QList<QWidget*>& editors)
{
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto* words = new QLabel(label);
    words->setProperty("role", "label");
    keepScaled(*words, [words](double u) { words->setFixedWidth(qRound(labelWidth * u)); });
    words->setBuddy(editors.first());
    row->addWidget(words);
    for (QWidget* editor : editors)
        row->addWidget(editor, 1);
    return widget;
}

/// Shows the preset that the fields make up; of other settings none.
void MappingForm::buildPresets()
{
    m_preset = trainingPresets();
    m_presets = new QComboBox(this);
    m_presets->setAccessibleName(tr("Preset"));
    m_presets->setToolTip(tr("Settings to begin with"));
    m_presets->setPlaceholderText(tr("Own settings"));
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const Preset& preset : m_preset) {
        m_presets->addItem(preset.name);
        m_presets->setItemData(m_presets->count() - 1, preset.explanation, Qt::ToolTipRole);
    }
    connect(m_presets, &QComboBox::activated, this, [this](int chosen) {
        TrainingOptions options = m_preset[static_cast<std::size_t>(chosen)].options;
        options.seed = static_cast<std::uint64_t>(m_seed->value());
        setOptions(options, forward());
    });
}

void MappingForm::buildData(QVBoxLayout& column)
{
    m_direction = new ElidedBox;
    m_direction->setAccessibleName(tr("Direction"));
    m_direction->setMinimumContentsLength(8);
    m_direction->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_share = new QSpinBox;
    m_share->setRange(1, 90);
    m_share->setSuffix(tr(" %"));
    m_share->setAccessibleName(tr("Share held out"));
    m_share->setToolTip(tr("Share of the items that is held out, the same for all mappings"));
    m_seed = new QSpinBox;
    m_seed->setRange(0, 999'999'999);
    m_seed->setMinimumWidth(64); // beside the scroll bar too: nine digits would make the form wider than its card
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setToolTip(tr("Of this mapping: first weights, order of the items, dropout. The split keeps its own."));
    column.addWidget(labelled(tr("Direction"), {m_direction}));
    column.addWidget(labelled(tr("Held out, seed"), {m_share, m_seed}));
    connect(m_direction, &QComboBox::activated, this, &MappingForm::follow);
}

QWidget* MappingForm::buildMaps()
{
    auto* widget = new QWidget;
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 2);
    grid->setSpacing(4);
    m_maps = new QButtonGroup(this);
    const OptionInfo& info = trainingOption("map");
    for (int i = 0; i < static_cast<int>(info.choices.size()); ++i) {
        auto* button = new QPushButton(choiceLabel("map", info.choices[static_cast<std::size_t>(i)]));
        button->setCheckable(true);
        button->setProperty("segment", true);
        button->setAccessibleName(tr("Map: %1").arg(button->text()));
        m_maps->addButton(button, i);
        grid->addWidget(button, i / mapsInARow, i % mapsInARow);
    }
    connect(m_maps, &QButtonGroup::idClicked, this, &MappingForm::follow);
    return widget;
}

MappingForm::Row MappingForm::buildRow(const QString& label, const std::vector<std::string>& keys)
{
    Row row;
    QList<QWidget*> editors;
    for (const std::string& key : keys) {
        auto* field = new OptionField(trainingOption(key));
        row.fields.push_back(field);
        editors << field;
        connect(field, &OptionField::edited, this, &MappingForm::follow);
        connect(field, &OptionField::finished, this, [this, field] { showProblem(field); });
    }
    row.error = new QLabel;
    row.error->setProperty("role", "error");
    row.error->setWordWrap(true);
    row.error->hide();
    row.widget = new QWidget;
    auto* column = new QVBoxLayout(row.widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(labelled(label.isEmpty() ? optionLabel(keys.front()) : label, editors));
    column->addWidget(row.error);
    return row;
}

QWidget* MappingForm::buildFooter()
{
    auto* footer = new QWidget;
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(8);
    auto* train = new QPushButton(tr("Train"));
    train->setProperty("primary", true);
    train->setIcon(accentIcon(Icon::Play));
    train->setToolTip(tr("Trains it, after those that are queued (Ctrl+Enter)"));
    train->setShortcut(Qt::CTRL | Qt::Key_Return);
    auto* sweep = new QPushButton(tr("Sweep…"));
    sweep->setToolTip(tr("One setting over several values, queued"));
    auto* clear = new QPushButton(tr("Reset"));
    clear->setToolTip(tr("Back to the defaults"));
    row->addWidget(train, 1);
    row->addWidget(sweep);
    row->addWidget(clear);
    connect(train, &QPushButton::clicked, this, &MappingForm::trainRequested);
    connect(sweep, &QPushButton::clicked, this, &MappingForm::sweepRequested);
    connect(clear, &QPushButton::clicked, this, &MappingForm::reset);
    return footer;
}

void MappingForm::setData(const Data& now)
{
    const int direction = std::max(0, m_direction->currentIndex());
    const bool otherSeed = now.seed != m_data.seed;
    m_data = now;
    m_direction->clear();
    m_direction->addItem(tr("%1 → %2").arg(now.nameX, now.nameY));
    m_direction->addItem(tr("%1 → %2").arg(now.nameY, now.nameX));
    for (int i = 0; i < 2; ++i)
        m_direction->setItemData(i, m_direction->itemText(i), Qt::ToolTipRole);
    m_direction->setCurrentIndex(direction);
    m_share->setValue(static_cast<int>(100 * now.share + 0.5));
    m_share->setEnabled(now.shareIsFree);
    if (!now.shareIsFree) m_share->setToolTip(tr("The split is that of a file, or a fold of a grid"));
    if (otherSeed) m_seed->setValue(static_cast<int>(std::min<quint64>(now.seed, 999'999'999)));
    follow();
}

void MappingForm::setOptions(const TrainingOptions& options, bool forward)
{
    m_direction->setCurrentIndex(forward ? 0 : 1);
    m_seed->setValue(static_cast<int>(std::min<std::uint64_t>(options.seed, 999'999'999)));
    const auto& choices = trainingOption("map").choices;
    const auto at = std::find(choices.begin(), choices.end(), options.map) - choices.begin();
    m_maps->button(static_cast<int>(at))->setChecked(true);
    for (Section& section : m_sections)
        for (Row& row : section.rows) {
            row.error->hide();
            for (OptionField* field : row.fields) {
                field->setText(field->info().text(options));
                field->setInvalid(false);
            }
        }
    follow();
}

void MappingForm::reset()
{
    TrainingOptions defaults;
    defaults.seed = m_data.seed;
    m_share->setValue(static_cast<int>(100 * m_data.share + 0.5));
    setOptions(defaults, forward());
}

bool MappingForm::forward() const
{
    return m_direction->currentIndex() != 1;
}

double MappingForm::share() const
{
    return m_share->value() == static_cast<int>(100 * m_data.share + 0.5) ? m_data.share : m_share->value() / 100.0;
}

/// What is shown as options; what cannot be read keeps its default and, where asked for, is listed by key.
TrainingOptions MappingForm::parsed(QMap<QString, QString>* problems) const
{
    TrainingOptions options;
    options.map = trainingOption("map").choices[static_cast<std::size_t>(std::max(0, m_maps->checkedId()))];
    options.seed = static_cast<std::uint64_t>(m_seed->value());
    options.given.insert("seed");
    const TrainingOptions defaults;
    for (int pass = 0; pass < 2; ++pass) // which fields mean something depends on the others
        for (const Section& section : m_sections)
            for (const Row& row : section.rows)
                for (const OptionField* field : row.fields) {
                    const OptionInfo& info = field->info();
                    const bool shown = info.applies(options);
                    try {
                        info.set(options, shown ? field->text() : info.text(defaults));
                    } catch (const Error& error) {
                        if (problems && pass == 1 && shown)
                            problems->insert(QString::fromStdString(info.key),
                                             QString::fromStdString(error.message + ": " + error.hint));
                    }
                }
    return options;
}

TrainingOptions MappingForm::options() const
{
    QMap<QString, QString> problems;
    TrainingOptions options = parsed(&problems);
    if (!problems.isEmpty()) throw Error(ErrorKind::Usage, problems.first().toStdString());
    options.validate();
    return options;
}

void MappingForm::follow()
{
    if (!m_maps) return; // while it is built
    m_shown = parsed(nullptr);
    for (Section& section : m_sections) {
        bool any = &section == &m_sections[0] || &section == &m_sections[1]; // direction and map are always there
        for (Row& row : section.rows) {
            bool shown = false;
            for (OptionField* field : row.fields) {
                const bool applies = field->info().applies(m_shown);
                field->setVisible(applies);
                shown = shown || applies;
            }
            row.widget->setVisible(shown);
            any = any || shown;
        }
        section.title->setVisible(any);
        if (section.rule) section.rule->setVisible(any);
    }
    const Index from = forward() ? m_data.dX : m_data.dY, to = forward() ? m_data.dY : m_data.dX;
    m_net->setText(netLine(m_shown, from, to));
    m_picture->show(sketchOf(m_shown, from, to));
    m_presets->setCurrentIndex(presetOf(m_preset, m_shown));
}

QString MappingForm::problemOf(const OptionField& field) const
{
    QMap<QString, QString> problems;
    parsed(&problems);
    return problems.value(QString::fromStdString(field.info().key));
}

void MappingForm::showProblem(OptionField* field)
{
    for (Section& section : m_sections)
        for (Row& row : section.rows) {
            if (std::find(row.fields.begin(), row.fields.end(), field) == row.fields.end()) continue;
            QString text;
            for (OptionField* each : row.fields) {
                const QString problem = problemOf(*each);
                each->setInvalid(!problem.isEmpty());
                if (text.isEmpty()) text = problem;
            }
            row.error->setText(windowWords(text));
            row.error->setVisible(!text.isEmpty());
        }
}

bool MappingForm::showProblems()
{
    m_banner->dismiss();
    OptionField* first = nullptr;
    for (Section& section : m_sections)
        for (Row& row : section.rows) {
            showProblem(row.fields.front());
            for (OptionField* field : row.fields)
                if (!first && !problemOf(*field).isEmpty()) first = field;
        }
    if (first) {
        first->setFocus();
        m_scroll->ensureWidgetVisible(first);
        return false;
    }
    try {
        options();
        return true;
    } catch (const Error& error) { // fields that are right each, but not together
        m_banner->show(windowWords(QString::fromStdString(error.message)),
                       windowWords(QString::fromStdString(error.hint)));
        return false;
    }
}

std::vector<std::string> MappingForm::shownKeys() const
{
    std::vector<std::string> keys;
    for (const OptionInfo& info : trainingOptionTable())
        if (info.key != "map" && info.kind != OptionInfo::Kind::Flag && info.applies(m_shown)) keys.push_back(info.key);
    return keys;
}

} // namespace bridgescope
