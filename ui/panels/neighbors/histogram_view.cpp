#include "ui/panels/neighbors/histogram_view.h"

#include "ui/widgets/text.h"
#include "ui/widgets/tokens.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace bridgescope {

HistogramView::HistogramView(ColumnHistogram histogram, const QString& title, QWidget* parent)
    : QWidget(parent), m_histogram(std::move(histogram)), m_title(title)
{
    QStringList parts;
    for (int b = 0; b < static_cast<int>(m_histogram.bars.size()); ++b)
        parts << words(b);
    setAccessibleName(tr("Values of %1").arg(title));
    setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

QSize HistogramView::sizeHint() const
{
    const double s = textScale(font());
    return {qRound(260 * s), qRound(118 * s)};
}

QString HistogramView::words(int bar) const
{
    const auto& b = m_histogram.bars[static_cast<std::size_t>(bar)];
    const QString name = b.name.isEmpty() ? tr("no category") : b.name.left(60);
    return b.shown == b.count ? tr("%1: %2 items").arg(name, number(b.count))
                              : tr("%1: %2 items, %3 shown").arg(name, number(b.count), number(b.shown));
}

QRectF HistogramView::barRect(int bar) const
{
    const double s = textScale(font());
    const QRectF plot(12 * s, 26 * s, width() - 24 * s, height() - 48 * s);
    const double pitch = plot.width() / static_cast<double>(m_histogram.bars.size());
    return {plot.left() + bar * pitch, plot.top(), pitch, plot.height()};
}

bool HistogramView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (int b = 0; b < static_cast<int>(m_histogram.bars.size()); ++b)
        if (barRect(b).contains(help->pos())) {
            QToolTip::showText(help->globalPos(), words(b), this);
            return true;
        }
    QToolTip::hideText();
    return true;
}

void HistogramView::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    const double s = textScale(font());
    QPainter painter(this);
    painter.setFont(textFont(font(), TextSize::Caption, true));
    painter.setPen(t.ink);
    drawElided(painter, QRectF(12 * s, 4 * s, width() - 24 * s, 18 * s), Qt::AlignLeft | Qt::AlignVCenter, m_title);
    const int bars = static_cast<int>(m_histogram.bars.size());
    if (bars == 0) return;
    for (int b = 0; b < bars; ++b) {
        const auto& bar = m_histogram.bars[static_cast<std::size_t>(b)];
        const QRectF place = barRect(b);
        const double gap = place.width() > 4 ? 1 : 0;
        const auto fill = [&](int count, const QColor& color) {
            const double height = m_histogram.most > 0 ? place.height() * count / m_histogram.most : 0;
            if (count > 0)
                painter.fillRect(QRectF(place.left(), place.bottom() - std::max(1.0, height), place.width() - gap,
                                        std::max(1.0, height)),
                                 color);
        };
        fill(bar.count, blend(t.neutral, t.base, 0.4));
        fill(bar.shown, t.ink2);
    }
    painter.setPen(t.line);
    painter.drawLine(barRect(0).bottomLeft(), barRect(bars - 1).bottomRight());
    painter.setFont(textFont(font(), TextSize::Caption));
    painter.setPen(t.ink2);
    const QRectF below(barRect(0).left(), barRect(0).bottom() + 3, width() - 24 * s, 16 * s);
    const QRectF left(below.left(), below.top(), below.width() / 2, below.height());
    drawElided(painter, left, Qt::AlignLeft | Qt::AlignVCenter, m_histogram.bars.front().name);
    if (bars > 1)
        drawElided(painter, left.translated(left.width(), 0), Qt::AlignRight | Qt::AlignVCenter,
                   m_histogram.bars.back().name);
}

} // namespace bridgescope
