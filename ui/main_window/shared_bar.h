#pragma once
#include "ui/workspace/view_state.h"

#include <QToolBar>

class QComboBox;
class QCompleter;
class QLineEdit;
class QPushButton;
class QSlider;
class QSpinBox;
class QStringListModel;

namespace bridgescope {

class SelectionHub;
class Workspace;

/// The slim bar of shared state: back, forward, item, mapping, K, metric, self rule, scope, selection.
class SharedBar : public QToolBar {
    Q_OBJECT
public:
    SharedBar(SelectionHub& hub, Workspace& workspace, QWidget* parent = nullptr);
    /// Only back, forward, item, mapping and K stay: what is talked about.
    void setPresenting(bool on);
    QLineEdit* search() { return m_search; }
    QSlider* kSlider() { return m_k; }
    QComboBox* mappingBox() { return m_mapping; }
    QAction* backAction() { return m_back; }
    QAction* forwardAction() { return m_forward; }

signals:
    void notFound(const QString& why); ///< what was searched for, or how its expression is wrong

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void resizeFields(); ///< with the text
    void showSelection();
    void connectAll();
    void refresh();
    void refreshMappings();
    void refreshItems();
    void refreshScopes();
    void chooseScope(int row);
    void goTo(const QString& text);
    void showFocus(const std::string& label);

    SelectionHub& m_hub;
    Workspace& m_workspace;
    QAction* m_back = nullptr;
    QAction* m_forward = nullptr;
    QLineEdit* m_search = nullptr;
    int m_queried = -1; ///< focus item while a query was typed, or where it led
    QCompleter* m_completer = nullptr;
    QStringListModel* m_labels = nullptr;
    QComboBox* m_mapping = nullptr;
    QPushButton* m_epoch = nullptr; ///< an earlier one of the mapping looked at; pressed, there is none
    QSlider* m_k = nullptr;
    QSpinBox* m_kNumber = nullptr;
    QComboBox* m_metric = nullptr;
    QComboBox* m_self = nullptr;
    QComboBox* m_scope = nullptr;
    QPushButton* m_selection = nullptr;
};

} // namespace bridgescope
