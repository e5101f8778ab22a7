#pragma once

class QWidget;

namespace bridgescope {

/// In a form that scrolls the wheel turns the page: a choice or a number under the pointer changes only while it has
/// the focus. For the fields the form has now.
void scrollPastFields(QWidget& form);

} // namespace bridgescope
