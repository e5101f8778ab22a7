#include "ui/panels/neighbors/item_header.h"

#include "ui/models/convention.h"
#include "ui/widgets/text.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>

namespace bridgescope {
namespace {

struct MeterLook {
    const char* name;
    Mark mark;
};
constexpr std::array<MeterLook, 3> meters{
    {{"X ∩ f(X)", Mark::Square}, {"Y ∩ f(X)", Mark::Circle}, {"X ∩ Y", Mark::Triangle}}};

QColor meterColor(int meter, const Tokens& t)
{
    return meter == 0 ? t.x.line : meter == 1 ? t.y.line : t.neutral;
}

} // namespace

ItemHeader::ItemHeader(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ItemHeader::show(std::shared_ptr<const NeighborLists> lists)
{
    m_lists = std::move(lists);
    if (m_lists && m_lists->focus >= 0) {
        const QString k = number(static_cast<qint64>(m_lists->k));
        QString words = conventionOfItem(*m_lists->measured, m_lists->k);
        if (m_lists->hasMapping)
            words += tr(". X and f(X) share %1 of %4, Y and f(X) %2, X and Y %3")
                         .arg(number(m_lists->xf), number(m_lists->yf), number(m_lists->xy), k);
        else
            words += tr(". X and Y share %1 of %2").arg(number(m_lists->xy), k);
        setAccessibleName(m_lists->measured->label(m_lists->focus));
        setAccessibleDescription(words);
    }
    update();
}

void ItemHeader::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

QSize ItemHeader::sizeHint() const
{
    return {900, qRound((m_compact ? 40 : 46) * textScale(font()))};
}

void ItemHeader::paintMeter(QPainter& painter, const QRectF& rect, int meter, int value) const
{
    const Tokens& t = tokensOf(palette());
    const double s = textScale(font());
    const int k = static_cast<int>(m_lists->k);
    const MeterLook& look = meters[static_cast<std::size_t>(meter)];
    const double half = rect.height() / 2;
    paintMark(painter, look.mark, {rect.left() + 4 * s, rect.top() + half / 2}, 8 * s, meterColor(meter, t));
    painter.setFont(textFont(font(), TextSize::Caption));
    painter.setPen(t.ink2);
    painter.drawText(QRectF(rect.left() + 16 * s, rect.top(), rect.width(), half),
                     Qt::AlignVCenter | Qt::TextSingleLine, QString::fromUtf8(look.name));
    const double pips = (m_compact ? 98 : 109) * s, y = rect.top() + half + half / 2;
    paintPips(painter, QRectF(rect.left(), y - 6 * s, pips, 12 * s), value, k, meterColor(meter, t), t);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(font(), TextSize::Heading, true));
    painter.setPen(t.ink);
    const QString big = number(value);
    const double w = QFontMetricsF(painter.font()).horizontalAdvance(big);
    painter.drawText(QRectF(rect.left() + pips + 7 * s, rect.top() + half, w + 2, half),
                     Qt::AlignVCenter | Qt::TextSingleLine, big);
    painter.setFont(textFont(font(), TextSize::Body));
    painter.setPen(t.ink2);
    painter.drawText(QRectF(rect.left() + pips + w + 11 * s, rect.top() + half, 90 * s, half),
                     Qt::AlignVCenter | Qt::TextSingleLine, tr("of %1").arg(k));
}

double ItemHeader::paintMeters(QPainter& painter) const
{
    const double s = textScale(font());
    const QString longest = number(static_cast<qint64>(m_lists->k));
    const double meter = (m_compact ? 98 : 109) * s +
                         QFontMetricsF(textFont(font(), TextSize::Heading, true)).horizontalAdvance(longest) +
                         QFontMetricsF(textFont(font(), TextSize::Body)).horizontalAdvance(tr("of %1").arg(longest)) +
                         13 * s;
    const double pitch = meter + (m_compact ? 16 : 22) * s;
    const std::array<int, 3> values{m_lists->xf, m_lists->yf, m_lists->xy};
    double left = width();
    for (int i = 2; i >= 0; --i) {
        if (i < 2 && !m_lists->hasMapping) break;
        left = width() - pitch * (3 - i) + (pitch - meter);
        paintMeter(painter, QRectF(left, 2 * s, meter, height() - 4 * s), i, values[static_cast<std::size_t>(i)]);
    }
    return left;
}

void ItemHeader::paintEvent(QPaintEvent*)
{
    if (!m_lists || m_lists->focus < 0) return;
    const Tokens& t = tokensOf(palette());
    const double s = textScale(font());
    const Measured& m = *m_lists->measured;
    QPainter painter(this);
    const double right = paintMeters(painter) - 16 * s;
    double x = 0;
    if (m.pictures) {
        const double side = (m_compact ? 36 : 44) * s;
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRectF(0, (height() - side) / 2, side, side), m.pictures->image,
                          m.pictures->tileRect(m.pictureRow(m_lists->focus)));
        x = side + 12 * s;
    }
    const double upper = height() * 0.56;
    painter.setFont(textFont(font(), m_compact ? TextSize::Heading : TextSize::Verdict, true));
    painter.setPen(t.ink);
    const double used =
        drawElided(painter, QRectF(x, 0, right - x, upper), Qt::AlignLeft | Qt::AlignVCenter, m.label(m_lists->focus));
    const MetadataColumn* category = categoryColumn(m.pairs->metadata);
    const double after = x + used + 9 * s;
    if (category && right - after > 40 * s) {
        painter.setFont(textFont(font(), TextSize::Body));
        painter.setPen(t.ink2);
        const auto pair = static_cast<std::size_t>(m.fold->items[static_cast<std::size_t>(m_lists->focus)]);
        drawElided(painter, QRectF(after, 1.5 * s, right - after, upper), Qt::AlignLeft | Qt::AlignVCenter,
                   QString::fromStdString(category->values[pair]));
    }
    painter.setFont(textFont(font(), TextSize::Caption));
    painter.setPen(t.ink2);
    drawElided(painter, QRectF(x, upper, right - x, height() - upper), Qt::AlignLeft | Qt::AlignVCenter,
               conventionOfItem(m, m_lists->k));
}

} // namespace bridgescope
