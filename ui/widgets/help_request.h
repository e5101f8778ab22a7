#pragma once
#include <QString>

class QWidget;

namespace bridgescope {

/// The text of resources/help that explains a widget and what is inside it.
void setHelpTopic(QWidget& widget, const QString& topic);
/// The topic of a widget, else of the nearest one around it; empty where none has one.
QString helpTopicOf(const QWidget* widget);
/// Asks the window around `from` to show a topic. Sent as QWhatsThisClickedEvent, so that views need not know the
/// window.
void requestHelp(QWidget& from, const QString& topic);

} // namespace bridgescope
