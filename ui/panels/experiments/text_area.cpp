#include "ui/panels/experiments/text_area.h"

#include <QEvent>
#include <QLabel>
#include <QResizeEvent>

#include <algorithm>

namespace bridgescope {

TextArea::TextArea(QLabel& label, int mostHeight, QWidget* parent) : QScrollArea(parent), m_most(mostHeight)
{
    label.setWordWrap(true);
    label.setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    setMinimumHeight(40);
    label.setProperty("surface", "base");
    setWidget(&label);
}

QSize TextArea::sizeHint() const
{
    const int wanted = widget()->heightForWidth(std::max(viewport()->width(), 100));
    return {QScrollArea::sizeHint().width(), std::min(wanted, m_most)};
}

bool TextArea::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) updateGeometry(); // other words
    return QScrollArea::viewportEvent(event);
}

void TextArea::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) updateGeometry();
}

} // namespace bridgescope
