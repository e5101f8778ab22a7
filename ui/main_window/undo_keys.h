#pragma once
#include <QObject>

namespace bridgescope {

/// Undo and redo belong to the window where a field has nothing of its own to take back; Qt lets a field that has the
/// focus keep their keys all the same. Installed on line edits and spin boxes.
class UndoKeys : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace bridgescope
