#pragma once
#include "ui/workspace/workspace.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <functional>
#include <span>

namespace bridgescope {

/// One setting that is not the same in all runs: its name and its value in each, "–" where it means nothing.
struct SettingDifference {
    QString name;
    QStringList values;
    friend bool operator==(const SettingDifference&, const SettingDifference&) = default;
};
/// "Words → Pictures" of the forward direction, or of the other.
using DirectionWords = std::function<QString(bool forward)>;
/// Settings that differ, in the order of the training form: the map and its options, the seed, and what was done to a
/// run on the way. Empty for less than two runs.
std::vector<SettingDifference> differingSettings(std::span<const MappingEntry* const> runs,
                                                 const DirectionWords& direction);

/// The settings that differ, one a row; the runs are the columns behind the first. Values unlike the first run's are
/// semibold.
class RunDifferencesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setRuns(std::span<const MappingEntry* const> runs, const DirectionWords& direction);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_names;
    std::vector<SettingDifference> m_differences;
};

} // namespace bridgescope
