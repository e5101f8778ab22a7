#pragma once
#include <QString>

namespace bridgescope {

/// What core says of a problem, for a person at the window: options of the command line become the names of the fields
/// that stand for them, and advice that speaks of one without a field is left out.
QString windowWords(const QString& text);

} // namespace bridgescope
