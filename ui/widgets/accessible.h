#pragma once
#include <QAccessible>

class QWidget;

namespace bridgescope {

/// Tells screen readers what a widget of our own is: its role, and as its value the text set last with
/// setAccessibleValue(). Qt knows both of its own widgets only. To be called first in a widget's constructor: what a
/// screen reader has asked about once keeps its role.
void describeAs(QWidget& widget, QAccessible::Role role);
void setAccessibleValue(QWidget& widget, const QString& value);

} // namespace bridgescope
