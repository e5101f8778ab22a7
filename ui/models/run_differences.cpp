#include "ui/models/run_differences.h"

#include "ui/models/option_words.h"
#include "ui/models/runs_model.h"

#include <QApplication>
#include <QFont>

#include <algorithm>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::RunDifferences", text);
}

QString valueOf(const OptionInfo& option, const TrainingOptions& options)
{
    if (!option.applies(options)) return QStringLiteral("–");
    const std::string text = option.text(options);
    if (option.kind == OptionInfo::Kind::Choice) return choiceLabel(option.key, text);
    if (option.kind == OptionInfo::Kind::Flag) return text == "true" ? tr("yes") : tr("no");
    return QString::fromStdString(text);
}

void addWhereDiffering(std::vector<SettingDifference>& differences, const QString& name, QStringList values)
{
    if (std::any_of(values.begin(), values.end(), [&](const QString& value) { return value != values.front(); }))
        differences.push_back({name, std::move(values)});
}

} // namespace

std::vector<SettingDifference> differingSettings(std::span<const MappingEntry* const> runs,
                                                 const DirectionWords& direction)
{
    std::vector<SettingDifference> differences;
    if (runs.size() < 2) return differences;
    const auto add = [&](const QString& name, auto&& value) {
        QStringList values;
        for (const MappingEntry* run : runs)
            values << value(*run);
        addWhereDiffering(differences, name, std::move(values));
    };
    add(tr("Direction"), [&](const MappingEntry& run) { return direction(run.forward); });
    for (const OptionInfo& option : trainingOptionTable())
        add(optionLabel(option.key), [&](const MappingEntry& run) { return valueOf(option, run.options); });
    add(tr("Seed"), [](const MappingEntry& run) { return QString::number(run.options.seed); });
    add(tr("On the way"), [](const MappingEntry& run) {
        return run.notes.isEmpty() ? QStringLiteral("–") : run.notes.join(QStringLiteral("; "));
    });
    return differences;
}

void RunDifferencesModel::setRuns(std::span<const MappingEntry* const> runs, const DirectionWords& direction)
{
    QStringList names;
    for (const MappingEntry* run : runs)
        names << run->name;
    std::vector<SettingDifference> differences = differingSettings(runs, direction);
    if (names == m_names && differences == m_differences) return;
    beginResetModel();
    m_names = std::move(names);
    m_differences = std::move(differences);
    endResetModel();
}

int RunDifferencesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_differences.size());
}

int RunDifferencesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.size()) + 1;
}

QVariant RunDifferencesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const SettingDifference& row = m_differences[static_cast<std::size_t>(index.row())];
    const QString text = index.column() == 0 ? row.name : row.values[index.column() - 1];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text;
    case Qt::FontRole: {
        QFont font = QApplication::font();
        if (index.column() > 1 && text != row.values.front()) font.setWeight(QFont::DemiBold);
        return font;
    }
    default:
        return {};
    }
}

QVariant RunDifferencesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    return section == 0 ? tr("Setting") : m_names[section - 1];
}

} // namespace bridgescope
