#pragma once
#include <functional>

class QHeaderView;
class QWidget;

namespace bridgescope {

/// Applies sizes of the 100 % design now and whenever the widget's text has grown or shrunk, as the theme's scale does:
/// `apply` is handed that scale.
void keepScaled(QWidget& widget, std::function<void(double scale)> apply);
/// The same for the widths of a header's sections, whoever set them. While it does so the header's property "scaling"
/// is true, so that the widths are not taken for somebody's choice.
void keepSectionsScaled(QHeaderView& header);

} // namespace bridgescope
