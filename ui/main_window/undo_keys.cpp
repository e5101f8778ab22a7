#include "ui/main_window/undo_keys.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace bridgescope {

bool UndoKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride) return false;
    const auto* field = qobject_cast<QLineEdit*>(watched);
    if (!field) field = watched->findChild<QLineEdit*>(); // of a spin box
    if (!field) return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool passes = (key->matches(QKeySequence::Undo) && !field->isUndoAvailable()) ||
                        (key->matches(QKeySequence::Redo) && !field->isRedoAvailable());
    if (passes) event->ignore();
    return passes;
}

} // namespace bridgescope
