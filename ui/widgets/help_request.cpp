#include "ui/widgets/help_request.h"

#include <QCoreApplication>
#include <QVariant>
#include <QWhatsThisClickedEvent>
#include <QWidget>

namespace bridgescope {
namespace {

constexpr const char* property = "help-topic";

} // namespace

void setHelpTopic(QWidget& widget, const QString& topic)
{
    widget.setProperty(property, topic);
}

QString helpTopicOf(const QWidget* widget)
{
    for (; widget; widget = widget->parentWidget())
        if (const QString topic = widget->property(property).toString(); !topic.isEmpty()) return topic;
    return {};
}

void requestHelp(QWidget& from, const QString& topic)
{
    QWhatsThisClickedEvent event(topic);
    QCoreApplication::sendEvent(from.window(), &event);
}

} // namespace bridgescope
