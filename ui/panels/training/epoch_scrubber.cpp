#include "ui/panels/training/epoch_scrubber.h"

#include "ui/charts/axis.h"
#include "ui/charts/chart.h"
#include "ui/widgets/accessible.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace bridgescope {

EpochScrubber::EpochScrubber(QWidget* parent) : QAbstractSlider(parent)
{
    describeAs(*this, QAccessible::Slider);
    setAccessibleName(tr("Epoch"));
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setRange(0, 0);
    setPageStep(5);
    setToolTip(tr("Drag, or arrow keys: from one kept epoch to the next; Home and End"));
}

void EpochScrubber::show(ScrubberData data)
{
    const Index before = epoch();
    const bool resting = atRest();
    m_data = std::move(data);
    const int last = std::max(0, static_cast<int>(m_data.epochs.size()) - 1);
    {
        const QSignalBlocker quiet(this);
        setRange(0, last);
        setValue(resting ? restPlace() : placeOf(before));
    }
    setEnabled(last > 0);
    tell();
    update();
}

Index EpochScrubber::epoch() const
{
    return m_data.epochs.empty() ? 0 : m_data.epochs[static_cast<std::size_t>(value())];
}

void EpochScrubber::goTo(Index epoch)
{
    setValue(placeOf(epoch));
}

int EpochScrubber::placeOf(Index epoch) const
{
    const auto nearest = std::min_element(m_data.epochs.begin(), m_data.epochs.end(), [epoch](Index a, Index b) {
        return std::abs(a - epoch) < std::abs(b - epoch);
    });
    return nearest == m_data.epochs.end() ? 0 : static_cast<int>(nearest - m_data.epochs.begin());
}

int EpochScrubber::placeAt(double x) const
{
    const auto nearest = std::min_element(m_data.epochs.begin(), m_data.epochs.end(), [&](Index a, Index b) {
        return std::abs(xOf(a) - x) < std::abs(xOf(b) - x);
    });
    return nearest == m_data.epochs.end() ? 0 : static_cast<int>(nearest - m_data.epochs.begin());
}

/// Values stand at the right end, epochs below.
QRectF EpochScrubber::plot() const
{
    const double s = textScale(font());
    return QRectF(rect()).adjusted(8 * s, 6 * s, -96 * s, -16 * s);
}

double EpochScrubber::xOf(Index epoch) const
{
    const Scale scale{1, static_cast<double>(std::max<Index>(2, m_data.last)), plot().left(), plot().right()};
    return scale.position(static_cast<double>(epoch));
}

QSize EpochScrubber::sizeHint() const
{
    return {600, qRound(58 * textScale(font()))};
}

void EpochScrubber::tell()
{
    if (m_data.epochs.empty()) return setAccessibleValue(*this, tr("no epoch yet"));
    const auto at = static_cast<std::size_t>(value());
    QString text = tr("epoch %1 of %2").arg(epoch()).arg(m_data.last);
    if (at < m_data.withX.size())
        text += tr(", overlap with X %1, with Y %2").arg(number(m_data.withX[at]), number(m_data.withY[at]));
    setAccessibleValue(*this, text);
}

void EpochScrubber::sliderChange(SliderChange change)
{
    if (change == SliderValueChange) tell();
    QAbstractSlider::sliderChange(change);
}

void EpochScrubber::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return event->ignore();
    setSliderDown(true);
    setValue(placeAt(event->position().x()));
}

void EpochScrubber::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown()) setValue(placeAt(event->position().x()));
}

void EpochScrubber::mouseReleaseEvent(QMouseEvent*)
{
    setSliderDown(false);
}

void EpochScrubber::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void EpochScrubber::paintCurve(QPainter& painter, const std::vector<double>& values, bool x) const
{
    const Tokens& t = tokensOf(palette());
    const double s = textScale(font());
    const QRectF room = plot();
    const auto at = static_cast<std::size_t>(value());
    if (at >= values.size() || values.size() != m_data.epochs.size()) return;
    const OverlapRole role = x ? OverlapRole::XF : OverlapRole::YF;
    double most = 0.1;
    for (const auto* each : {&m_data.withX, &m_data.withY})
        for (const double value : *each)
            most = std::max(most, value);
    const auto point = [&](std::size_t i) {
        return QPointF(xOf(m_data.epochs[i]), room.bottom() - room.height() * values[i] / most);
    };
    QPolygonF line;
    for (std::size_t i = 0; i < values.size(); ++i)
        line << point(i);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(lineOf(role, t), 1.4 * s, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    paintMark(painter, markOf(role), point(at), 7 * s, lineOf(role, t));
    painter.setPen(textOf(role, t));
    painter.setFont(textFont(font(), TextSize::Caption, true));
    const double high = 15 * s, top = x ? room.center().y() - high : room.center().y();
    painter.drawText(QRectF(room.right() + 12 * s, top, width() - room.right() - 12 * s, high),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, nameOf(role) + ' ' + number(values[at]));
}

void EpochScrubber::paintAxis(QPainter& painter) const
{
    const Tokens& t = tokensOf(palette());
    const double s = textScale(font());
    const QRectF room = plot();
    painter.setPen(QPen(t.line, 1));
    painter.drawLine(room.bottomLeft(), room.bottomRight());
    painter.setPen(QPen(t.neutral, 1));
    for (const Index epoch : m_data.epochs)
        painter.drawLine(QPointF(xOf(epoch), room.bottom() - 3 * s), QPointF(xOf(epoch), room.bottom()));
    if (m_data.best > 0) { // chosen by early stopping: a ring on the axis
        painter.setBrush(t.base);
        painter.setPen(QPen(t.ink, 1.4 * s));
        painter.drawEllipse(QPointF(xOf(m_data.best), room.bottom()), 3 * s, 3 * s);
    }
    const auto place = [&](double x, const QString& text) {
        const double wide = QFontMetricsF(painter.font()).horizontalAdvance(text) + 2 * s;
        const double left = std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide));
        return QRectF(left, room.bottom() + 2 * s, wide, 14 * s);
    };
    painter.setFont(textFont(font(), TextSize::Caption, true));
    const QString text = tr("epoch %1").arg(number(static_cast<qint64>(epoch())));
    const QRectF here = place(xOf(epoch()), text);
    painter.setPen(t.ink);
    painter.drawText(here, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter.setPen(t.ink3);
    painter.setFont(textFont(font(), TextSize::Caption));
    for (const Index end : {Index(1), std::max<Index>(2, m_data.last)}) {
        const QString name = number(static_cast<qint64>(end));
        const QRectF there = place(xOf(end), name);
        if (!there.intersects(here.adjusted(-6 * s, 0, 6 * s, 0)))
            painter.drawText(there, Qt::AlignCenter | Qt::TextSingleLine, name);
    }
}

void EpochScrubber::paintEvent(QPaintEvent*)
{
    if (m_data.epochs.empty()) return;
    const Tokens& t = tokensOf(palette());
    const double s = textScale(font());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF room = plot();
    const double here = xOf(epoch());
    paintAxis(painter);
    painter.setPen(QPen(isEnabled() ? t.accent : t.ghost, 1.6 * s));
    painter.drawLine(QPointF(here, room.top() - 2 * s), QPointF(here, room.bottom()));
    paintCurve(painter, m_data.withX, true);
    paintCurve(painter, m_data.withY, false);
    painter.setPen(QPen(t.base, 1.5 * s));
    painter.setBrush(isEnabled() ? t.accent : t.ghost);
    painter.drawEllipse(QPointF(here, room.bottom()), 6 * s, 6 * s);
}

} // namespace bridgescope
