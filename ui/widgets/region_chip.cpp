#include "ui/widgets/region_chip.h"

#include "ui/widgets/text.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace bridgescope {

RegionChip::RegionChip(std::optional<Region> region, QWidget* parent) : QAbstractButton(parent), m_region(region)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCount(0);
}

QString RegionChip::name() const
{
    if (!m_region) return tr("All");
    return m_compact ? regionShortName(*m_region) : regionName(*m_region);
}

void RegionChip::setCount(int count)
{
    m_count = count;
    setText(name());
    setAccessibleName(tr("%1, %2 entries").arg(m_region ? regionName(*m_region) : tr("All"), number(count)));
    updateGeometry();
    update();
}

void RegionChip::setCompact(bool compact)
{
    if (m_compact == compact) return;
    m_compact = compact;
    setCount(m_count);
}

QSize RegionChip::sizeHint() const
{
    const double s = textScale(font());
    const QFontMetricsF regular(textFont(font(), TextSize::Body)), bold(textFont(font(), TextSize::Body, true));
    const double glyph = m_region ? regionGlyphWidth(8 * s) + 6 * s : 0;
    const double text =
        (m_region ? regular : bold).horizontalAdvance(name()) + 6 * s + bold.horizontalAdvance(number(m_count));
    return QSize(qRound(glyph + text + 20 * s), qRound(24 * s));
}

void RegionChip::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    const double s = textScale(font());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = isChecked() ? t.sel : underMouse() ? t.hover : t.base;
    painter.setPen(isChecked() ? QPen(Qt::NoPen) : QPen(t.line, 1));
    painter.setBrush(ground);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);
    double x = 10 * s;
    if (m_region) {
        paintRegionGlyph(painter, {x, height() / 2.0}, 8 * s, *m_region, t, ground);
        x += regionGlyphWidth(8 * s) + 6 * s;
    }
    painter.setFont(textFont(font(), TextSize::Body, !m_region));
    painter.setPen(t.ink);
    const double nameWidth = QFontMetricsF(painter.font()).horizontalAdvance(name());
    painter.drawText(QRectF(x, 0, nameWidth + 1, height()), Qt::AlignVCenter | Qt::TextSingleLine, name());
    painter.setFont(textFont(font(), TextSize::Body, true));
    painter.drawText(QRectF(x + nameWidth + 6 * s, 0, width(), height()), Qt::AlignVCenter | Qt::TextSingleLine,
                     number(m_count));
}

void RegionChip::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

bool RegionChip::event(QEvent* event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave || event->type() == QEvent::Enter ||
        event->type() == QEvent::Leave)
        update();
    return QAbstractButton::event(event);
}

} // namespace bridgescope
