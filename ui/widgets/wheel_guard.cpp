#include "ui/widgets/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace bridgescope {
namespace {

class WheelGuard : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus()) return false;
        event->ignore(); // goes on to what the field lies in
        return true;
    }
};

} // namespace

void scrollPastFields(QWidget& form)
{
    auto* guard = new WheelGuard(&form);
    for (auto* field : form.findChildren<QWidget*>())
        if (qobject_cast<QComboBox*>(field) || qobject_cast<QAbstractSpinBox*>(field)) {
            field->setFocusPolicy(Qt::StrongFocus); // the wheel gives none
            field->installEventFilter(guard);
        }
}

} // namespace bridgescope
