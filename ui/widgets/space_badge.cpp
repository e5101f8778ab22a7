#include "ui/widgets/space_badge.h"

#include "ui/widgets/text.h"

#include <QPainter>

namespace bridgescope {

SpaceBadge::SpaceBadge(Space space, QWidget* parent) : QWidget(parent), m_space(space)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(spaceLetter(space));
}

QSize SpaceBadge::sizeHint() const
{
    const double scale = textScale(font());
    return QSizeF(spaceBadgeWidth(m_space, scale) + 2, 20 * scale).toSize();
}

void SpaceBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(font(), TextSize::Caption, true));
    paintSpaceBadge(painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_space, tokensOf(palette()));
}

} // namespace bridgescope
