#pragma once
#include <QWidget>

class QTreeWidget;
class QTreeWidgetItem;

namespace bridgescope {

class SelectionHub;
class Workspace;
struct MappingEntry;

/// The dock: sets, pairing, mappings with their overlaps and progress.
class WorkspacePanel : public QWidget {
    Q_OBJECT
public:
    enum { NamedRole = Qt::UserRole + 1 }; ///< of a row: its named selection; -1: names the selection there is
    WorkspacePanel(Workspace& workspace, SelectionHub& hub, QWidget* parent = nullptr);

signals:
    void newPairRequested();
    void newMappingRequested();
    void nameSelectionRequested();
    void exportSelectionRequested(int named);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void showProgress(int id);
    void followK(); ///< the numbers of every mapping
    void cancel(int id);
    void fill(QTreeWidgetItem& item, const MappingEntry& entry);
    QTreeWidgetItem* section(const QString& title);
    void addMappings(bool forward);
    void addSelections();
    void openMenu(const QPoint& at);
    void openSelectionMenu(int named, const QPoint& at);
    void clicked(QTreeWidgetItem* item);
    void edited(QTreeWidgetItem* item);
    Workspace& m_workspace;
    SelectionHub& m_hub;
    QTreeWidget* m_tree;
    bool m_filling = false; ///< items change because the tree is built, not because someone renames
};

} // namespace bridgescope
