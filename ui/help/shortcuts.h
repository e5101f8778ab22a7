#pragma once
#include <QString>

class QMainWindow;

namespace bridgescope {

/// The shortcuts of a window as Markdown, read from its actions: those of its menus by menu, then those of its views.
/// So what is written is what works.
QString shortcutsOf(const QMainWindow& window);

} // namespace bridgescope
