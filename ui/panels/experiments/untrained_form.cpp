#include "ui/panels/experiments/untrained_form.h"

#include "core/base/error.h"
#include "core/mapping/activation.h"
#include "core/wordsim/rating_table.h"
#include "ui/panels/experiments/check_rows.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace bridgescope {
namespace {

constexpr qint64 largestBenchmark = 4 << 20; ///< bytes; a larger file that is dropped is taken for vectors

/// The columns that could be a benchmark's ratings, the one that is guessed first; by name, or by number from 1.
QStringList ratingColumns(const QString& file)
{
    const RatingTable table = readRatingTable(file.toStdString());
    const RatingColumns columns = chooseColumns(table, {}, file.toStdString());
    QStringList names;
    const auto add = [&](std::size_t column) {
        names << (column < table.names.size() && !table.names[column].empty()
                      ? QString::fromStdString(table.names[column])
                      : QString::number(column + 1));
    };
    add(columns.score);
    const auto isNumber = [&](std::size_t column) {
        return std::all_of(table.rows.begin(), table.rows.end(), [&](const RatingTable::Row& row) {
            return column < row.fields.size() && ratingFrom(row.fields[column], table.decimalComma);
        });
    };
    for (std::size_t column = 0; column < table.columns; ++column)
        if (column != columns.first && column != columns.second && column != columns.score && isNumber(column))
            add(column);
    return names;
}

} // namespace

UntrainedForm::UntrainedForm(Workspace& workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace)
{
    setProperty("surface", "base");
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(0);
    column->addWidget(buildVectors());
    m_files = new CheckRows(tr("Benchmarks"));
    auto* add = new QPushButton(tr("Add files…"));
    add->setProperty("small", true);
    add->setToolTip(tr("Two words and a rating a line: WS-353, MEN, SimLex-999, ..."));
    connect(add, &QPushButton::clicked, this,
            [this] { addBenchmarks(QFileDialog::getOpenFileNames(this, tr("Benchmarks of human ratings"))); });
    m_files->addBelow(add);
    column->addWidget(m_files);
    m_activations = new CheckRows(tr("Activation"));
    for (const std::string& id : activationIds())
        m_activations->add(QString::fromStdString(id), {}, id == "relu" || id == "tanh");
    column->addWidget(m_activations);
    column->addWidget(buildSettings());
    column->addStretch(1);
    connect(&m_workspace, &Workspace::pairChanged, this, &UntrainedForm::refreshSets);
    refreshSets();
}

QWidget* UntrainedForm::buildVectors()
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(12, 8, 12, 4);
    column->setSpacing(6);
    m_set = new QComboBox;
    m_set->setAccessibleName(tr("Vectors"));
    m_set->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    column->addWidget(m_set);
    m_detail = new QLabel;
    m_detail->setProperty("role", "caption");
    m_detail->setWordWrap(true);
    column->addWidget(m_detail);
    auto* row = new QHBoxLayout;
    auto* file = new QPushButton(tr("Choose a file…"));
    file->setToolTip(tr("Vectors that no pair is open of; a file can also be dropped here"));
    m_labels = new QPushButton(tr("Labels…"));
    m_labels->setToolTip(tr("The words of the file's rows, one a line"));
    for (QPushButton* button : {file, m_labels}) {
        button->setProperty("small", true);
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addLayout(row);
    connect(file, &QPushButton::clicked, this, [this] {
        const QString chosen = QFileDialog::getOpenFileName(this, tr("Vectors"));
        if (!chosen.isEmpty()) addVectors(chosen);
    });
    connect(m_labels, &QPushButton::clicked, this, [this] {
        const QString chosen = QFileDialog::getOpenFileName(this, tr("Labels, one a line"));
        if (!chosen.isEmpty()) setLabels(chosen);
    });
    connect(m_set, &QComboBox::currentIndexChanged, this, &UntrainedForm::refreshDetail);
    return part;
}

QWidget* UntrainedForm::buildSettings()
{
    auto* part = new QWidget;
    part->setProperty("dense", true);
    auto* form = new QFormLayout(part);
    form->setContentsMargins(12, 10, 12, 4);
    const auto spin = [](int least, int most, int value) {
        auto* box = new QSpinBox;
        box->setRange(least, most);
        box->setValue(value);
        return box;
    };
    m_depths = new QLineEdit(QStringLiteral("0..5"));
    m_depths->setToolTip(tr("Hidden layers: 0..5, or 0,2,4; without one the map is linear"));
    m_draws = spin(1, 1000, 10);
    m_width = spin(0, 100'000, 0);
    m_width->setSpecialValueText(tr("as X"));
    m_seed = spin(0, 1'000'000'000, 1);
    m_init = new QComboBox;
    m_init->addItems({QStringLiteral("glorot"), QStringLiteral("uniform")});
    const std::pair<QString, QWidget*> rows[] = {{tr("Hidden layers"), m_depths},
                                                 {tr("Draws"), m_draws},
                                                 {tr("Width"), m_width},
                                                 {tr("Initial weights"), m_init},
                                                 {tr("Seed"), m_seed}};
    for (const auto& [name, field] : rows) {
        field->setAccessibleName(name);
        auto* label = new QLabel(name);
        label->setProperty("role", "label");
        label->setBuddy(field);
        form->addRow(label, field);
    }
    return part;
}

void UntrainedForm::setFields(const QString& depths, int draws, int width, const QString& init, int seed)
{
    m_depths->setText(depths);
    m_draws->setValue(draws);
    m_width->setValue(width);
    m_init->setCurrentText(init);
    m_seed->setValue(seed);
}

void UntrainedForm::refreshSets()
{
    const int files = static_cast<int>(m_lone.size());
    const int fromEnd = m_set->count() - m_set->currentIndex(); // files stand at the end, so their place there holds
    const QSignalBlocker quiet(m_set);
    m_set->clear();
    if (const OpenPair* pair = m_workspace.pair())
        m_set->addItems({QString::fromStdString(pair->x.name), QString::fromStdString(pair->y.name)});
    for (const Lone& one : m_lone)
        m_set->addItem(QFileInfo(one.file).completeBaseName());
    m_set->setCurrentIndex(fromEnd <= files && files > 0 ? m_set->count() - fromEnd : 0);
    refreshDetail();
}

UntrainedForm::Lone* UntrainedForm::chosenFile()
{
    const int index = m_set->currentIndex() - (m_workspace.pair() ? 2 : 0);
    return index >= 0 && index < static_cast<int>(m_lone.size()) ? &m_lone[static_cast<std::size_t>(index)] : nullptr;
}

void UntrainedForm::refreshDetail()
{
    const Lone* file = chosenFile();
    m_labels->setVisible(file != nullptr);
    if (!file) {
        m_detail->setText(m_set->count() == 0 ? tr("No pair is open: choose a file") : tr("Of the open pair"));
        return emit changed();
    }
    try {
        const Preview preview = previewFile(file->file.toStdString(), file->reading);
        const QString rows = preview.n ? tr("%L1 × %2").arg(*preview.n).arg(preview.d) : tr("d = %1").arg(preview.d);
        m_detail->setText(preview.labelSource == "none"
                              ? tr("%1, no labels: benchmarks need them").arg(rows)
                              : tr("%1, labels: %2").arg(rows, QString::fromStdString(preview.labelSource)));
    } catch (const Error& error) {
        m_detail->setText(QString::fromUtf8(error.what()));
    }
    emit changed();
}

void UntrainedForm::addVectors(const QString& file)
{
    const auto same = std::find_if(m_lone.begin(), m_lone.end(), [&](const Lone& one) { return one.file == file; });
    const auto place = static_cast<int>(same - m_lone.begin());
    if (same == m_lone.end()) m_lone.push_back({file, {}});
    refreshSets();
    m_set->setCurrentIndex((m_workspace.pair() ? 2 : 0) + place);
    refreshDetail();
}

void UntrainedForm::setLabels(const QString& file)
{
    Lone* chosen = chosenFile();
    if (!chosen) return;
    chosen->reading.labelsFile = file.toStdString();
    refreshDetail();
}

void UntrainedForm::addBenchmarks(const QStringList& files)
{
    for (const QString& file : files) {
        if (std::any_of(m_rated.begin(), m_rated.end(), [&](const Rated& rated) { return rated.file == file; }))
            continue;
        try {
            const QStringList columns = ratingColumns(file);
            auto* column = columns.size() > 1 ? new QComboBox : nullptr;
            if (column) {
                column->addItems(columns);
                column->setAccessibleName(tr("Column of the ratings of %1").arg(QFileInfo(file).fileName()));
                column->setToolTip(column->accessibleName());
            }
            m_rated.push_back({file, column});
            m_files->add(QFileInfo(file).completeBaseName(), columns.size() > 1 ? QString() : columns.value(0), true,
                         column);
        } catch (const Error& error) {
            emit problem(QString::fromUtf8(error.what()));
        }
    }
    emit changed();
}

void UntrainedForm::takeDropped(const QStringList& files)
{
    for (const QString& file : files) {
        bool rated = QFileInfo(file).size() <= largestBenchmark;
        try {
            if (rated) readBenchmarkNamed(file.toStdString());
        } catch (const Error&) {
            rated = false;
        }
        rated ? addBenchmarks({file}) : addVectors(file);
    }
}

std::optional<ChosenVectors> UntrainedForm::vectors() const
{
    if (const Lone* file = const_cast<UntrainedForm*>(this)->chosenFile())
        return ChosenVectors{QFileInfo(file->file).completeBaseName(), nullptr, file->file, file->reading};
    const OpenPair* pair = m_workspace.pair();
    if (!pair) return std::nullopt;
    const bool y = m_set->currentIndex() == 1;
    const EmbeddingSet& set = y ? pair->y : pair->x;
    return ChosenVectors{QString::fromStdString(set.name), std::make_shared<const EmbeddingSet>(set),
                         QString::fromStdString(set.file), y ? pair->readY : pair->readX};
}

std::vector<std::string> UntrainedForm::benchmarks() const
{
    std::vector<std::string> files;
    for (int i = 0; i < m_files->count(); ++i) {
        const Rated& rated = m_rated[static_cast<std::size_t>(i)];
        if (!m_files->isChecked(i)) continue;
        files.push_back(rated.file.toStdString());
        if (rated.column && rated.column->currentIndex() > 0)
            files.back() += "#" + rated.column->currentText().toStdString();
    }
    return files;
}

std::vector<UntrainedOptions> UntrainedForm::options() const
{
    std::vector<UntrainedOptions> all;
    UntrainedOptions options;
    options.depths = parseDepths(m_depths->text().toStdString());
    options.draws = m_draws->value();
    if (m_width->value() > 0) options.width = m_width->value();
    options.init = m_init->currentText().toStdString();
    options.seed = static_cast<std::uint64_t>(m_seed->value());
    for (int i = 0; i < m_activations->count(); ++i) {
        if (!m_activations->isChecked(i)) continue;
        options.activation = activationIds()[static_cast<std::size_t>(i)];
        options.validate();
        all.push_back(options);
    }
    if (all.empty()) throw Error(ErrorKind::Usage, "no activation is chosen", "check one");
    return all;
}

} // namespace bridgescope
