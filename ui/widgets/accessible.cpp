#include "ui/widgets/accessible.h"

#include <QAccessibleWidget>
#include <QVariant>
#include <QWidget>
#include <mutex>

namespace bridgescope {
namespace {

constexpr const char* roleProperty = "accessible-role";
constexpr const char* valueProperty = "accessible-value";

class Described : public QAccessibleWidget {
public:
    Described(QWidget* widget, QAccessible::Role role) : QAccessibleWidget(widget, role) {}
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? widget()->property(valueProperty).toString()
                                          : QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface* makeDescribed(const QString&, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    if (!widget || !widget->property(roleProperty).isValid()) return nullptr;
    return new Described(widget, static_cast<QAccessible::Role>(widget->property(roleProperty).toInt()));
}

} // namespace

void describeAs(QWidget& widget, QAccessible::Role role)
{
    static std::once_flag once;
    std::call_once(once, [] { QAccessible::installFactory(makeDescribed); });
    widget.setProperty(roleProperty, static_cast<int>(role));
}

void setAccessibleValue(QWidget& widget, const QString& value)
{
    if (widget.property(valueProperty).toString() == value) return;
    widget.setProperty(valueProperty, value);
    if (!QAccessible::isActive()) return;
    QAccessibleValueChangeEvent event(&widget, value);
    QAccessible::updateAccessibility(&event);
}

} // namespace bridgescope
