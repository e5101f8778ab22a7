#pragma once
#include <QWidget>

class QTreeWidget;
class QTreeWidgetItem;

namespace bridgescope {

class SelectionHub;
class Workspace;

/// The dock: sets, pairing, mappings with their overlaps and progress.
class WorkspacePanel : public QWidget {
    Q_OBJECT
public:
    WorkspacePanel(Workspace& workspace, SelectionHub& hub, QWidget* parent = nullptr);

signals:
    void newPairRequested();
    void newMappingRequested();

private:
    void rebuild();
    void showProgress(int id);
    QTreeWidgetItem* section(const QString& title);
    void addMappings(bool forward);
    void openMenu(const QPoint& at);
    Workspace& m_workspace;
    SelectionHub& m_hub;
    QTreeWidget* m_tree;
};

} // namespace bridgescope
