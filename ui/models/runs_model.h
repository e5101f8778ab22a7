#pragma once
#include "ui/workspace/workspace.h"

#include <QAbstractTableModel>

namespace bridgescope {

/// Every mapping of the workspace, one a row, with its settings and its scores under the shared conventions; of one
/// that is being trained what its last epoch came to.
class RunsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { State, Name, Direction, Loss, Settings, BestEpoch, XF, YF, D, G, P1, R2, Cosine, N, Split, Columns };
    enum Role { SortRole = Qt::UserRole, IdRole, ProgressRole }; ///< ProgressRole: 0 to 1 while it is trained

    RunsModel(Workspace& workspace, SelectionHub& hub, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override; ///< renames

    int idAt(int row) const { return m_ids[static_cast<std::size_t>(row)]; }
    int rowOf(int id) const; ///< -1: none

private:
    /// The scores a row shows, each absent where it is not known (yet).
    struct Scores {
        std::optional<double> xf, yf, d, g, p1, r2, cosine;
        Index n = 0;
    };
    Scores scoresOf(const MappingEntry& entry) const;
    QVariant scoreOf(const MappingEntry& entry, int column) const;
    QString textOf(const MappingEntry& entry, int column) const;
    QString stateText(const MappingEntry& entry) const;
    QString tipOf(const MappingEntry& entry, int column) const;
    bool isUnderConventions(const TrainingBaseline& baseline) const;
    QVariant sortValue(const MappingEntry& entry, int row, int column) const;
    void follow();
    void refresh(int first, int last);

    Workspace& m_workspace;
    SelectionHub& m_hub;
    std::vector<int> m_ids;
};

/// "X → Y" where a mapping goes as the one looked at does (or as the pair was opened), else "Y → X", with the sets'
/// names.
QString directionText(const Workspace& workspace, bool forward);
/// The convention line of runs: their scores are those of the weights they ended with, whatever epoch is looked at.
/// Says what a run's loss leaves open.
QString conventionOfRuns(const Workspace& workspace, const SelectionHub& hub);

} // namespace bridgescope
