#pragma once
#include "ui/widgets/marks.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace bridgescope {

/// A dashed place for one file: dropped, or chosen in a dialog.
class DropSlot : public QWidget {
    Q_OBJECT
public:
    DropSlot(Space space, const QString& title, const QString& detail, QWidget* parent = nullptr);
    QString file() const { return m_file; }
    void setFile(const QString& file);
    QSize sizeHint() const override; ///< gives way in a low window

signals:
    void fileChanged();
    void filesDropped(const QStringList& files); ///< two at once

protected:
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void choose();
    void showDetail(); ///< a long file name keeps its beginning and its end
    Space m_space;
    QString m_file, m_emptyDetail;
    QLabel* m_detail;
    QPushButton* m_button;
    bool m_over = false;
};

/// Names of the filter in file dialogs: every format that is read.
QString readableFilesFilter();

} // namespace bridgescope
