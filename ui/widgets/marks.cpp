#include "ui/widgets/marks.h"

#include "ui/widgets/text.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace bridgescope {

Mark markOf(Space space)
{
    return space == Space::X ? Mark::Square : space == Space::F ? Mark::Diamond : Mark::Circle;
}

const SpaceColors& colorsOf(Space space, const Tokens& tokens)
{
    return space == Space::X ? tokens.x : space == Space::F ? tokens.f : tokens.y;
}

QString spaceLetter(Space space)
{
    return space == Space::X ? QStringLiteral("X") : space == Space::F ? QStringLiteral("f(X)") : QStringLiteral("Y");
}

QPainterPath markPath(Mark mark, QPointF c, double size)
{
    QPainterPath path;
    const double h = size / 2;
    switch (mark) {
    case Mark::Square:
        path.addRect(c.x() - h, c.y() - h, size, size);
        break;
    case Mark::Circle:
        path.addEllipse(c, h * 1.1, h * 1.1);
        break;
    case Mark::Diamond: {
        const double r = h * 1.32;
        path.addPolygon(QPolygonF({{c.x(), c.y() - r}, {c.x() + r, c.y()}, {c.x(), c.y() + r}, {c.x() - r, c.y()}}));
        path.closeSubpath();
        break;
    }
    case Mark::Triangle: {
        const double r = h * 1.2;
        path.addPolygon(QPolygonF({{c.x(), c.y() - r}, {c.x() + r, c.y() + 0.8 * r}, {c.x() - r, c.y() + 0.8 * r}}));
        path.closeSubpath();
        break;
    }
    }
    return path;
}

void paintMark(QPainter& painter, Mark mark, QPointF center, double size, const QColor& fill, const QColor& outline)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(outline.isValid() ? QPen(outline, std::max(1.0, size / 9)) : QPen(Qt::NoPen));
    painter.drawPath(markPath(mark, center, size));
}

void paintSpaceMark(QPainter& painter, Space space, QPointF center, double size, const Tokens& tokens)
{
    const SpaceColors& colors = colorsOf(space, tokens);
    paintMark(painter, markOf(space), center, size, colors.line, colors.thin == colors.line ? QColor() : colors.thin);
}

void paintHollowMark(QPainter& painter, Mark mark, QPointF center, double size, const QColor& line,
                     const QColor& ground)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(ground);
    painter.setPen(QPen(line, std::max(1.0, size / 8)));
    painter.drawPath(markPath(mark, center, size - 0.6));
}

QPainterPath spaceFrame(Space space, const QRectF& rect)
{
    QPainterPath path;
    const double h = rect.height();
    if (space == Space::X) {
        path.addRoundedRect(rect, h * 0.12, h * 0.12);
    } else if (space == Space::Y) {
        path.addRoundedRect(rect, h / 2, h / 2);
    } else {
        const double large = h * 0.48, small = h * 0.14; // a leaf: round at top left and bottom right
        path.moveTo(rect.left() + large, rect.top());
        path.lineTo(rect.right() - small, rect.top());
        path.quadTo(rect.topRight(), {rect.right(), rect.top() + small});
        path.lineTo(rect.right(), rect.bottom() - large);
        path.quadTo(rect.bottomRight(), {rect.right() - large, rect.bottom()});
        path.lineTo(rect.left() + small, rect.bottom());
        path.quadTo(rect.bottomLeft(), {rect.left(), rect.bottom() - small});
        path.lineTo(rect.left(), rect.top() + large);
        path.quadTo(rect.topLeft(), {rect.left() + large, rect.top()});
    }
    return path;
}

namespace {

void paintFramed(QPainter& painter, const QRectF& rect, Space space, const QString& text, const Tokens& tokens)
{
    const SpaceColors& colors = colorsOf(space, tokens);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(colors.tint);
    painter.drawPath(spaceFrame(space, rect.adjusted(0.5, 0.5, -0.5, -0.5)));
    painter.setPen(colors.text);
    drawNumber(painter, rect, Qt::AlignCenter, text);
}

} // namespace

double spaceBadgeWidth(Space space, double scale)
{
    return (space == Space::F ? 32 : 20) * scale;
}

void paintSpaceBadge(QPainter& painter, const QRectF& rect, Space space, const Tokens& tokens)
{
    painter.save();
    painter.setFont(textFont(painter.font(), TextSize::Caption, true));
    QRectF frame = rect;
    if (space == Space::Y) { // a circle for one letter
        const double side = std::min(rect.width(), rect.height());
        frame = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
    }
    paintFramed(painter, frame, space, spaceLetter(space), tokens);
    painter.restore();
}

void paintRankCell(QPainter& painter, const QRectF& rect, Space space, const QString& rank, bool within,
                   const Tokens& tokens)
{
    painter.save();
    painter.setFont(textFont(painter.font(), TextSize::Caption, within));
    if (within) {
        paintFramed(painter, rect, space, rank, tokens);
    } else {
        painter.setPen(tokens.ink3);
        drawNumber(painter, rect, Qt::AlignCenter, rank);
    }
    painter.restore();
}

Region regionOf(bool inX, bool inF, bool inY)
{
    if (inX && inF) return inY ? Region::Kept : Region::StayedWithX;
    if (inF) return inY ? Region::LearnedFromY : Region::Strayed;
    if (inX) return inY ? Region::DroppedByF : Region::Lost;
    return Region::Missed;
}

bool regionHas(Region region, Space space)
{
    static constexpr std::array<std::array<bool, 3>, regionCount> table{{{true, true, true},
                                                                         {true, true, false},
                                                                         {false, true, true},
                                                                         {true, false, true},
                                                                         {true, false, false},
                                                                         {false, true, false},
                                                                         {false, false, true}}};
    return table[static_cast<std::size_t>(region)][static_cast<std::size_t>(space)];
}

QString regionName(Region region)
{
    static constexpr std::array<const char*, regionCount> names{
        QT_TRANSLATE_NOOP("bridgescope::Region", "Kept"),
        QT_TRANSLATE_NOOP("bridgescope::Region", "Stayed with X"),
        QT_TRANSLATE_NOOP("bridgescope::Region", "Learned from Y"),
        QT_TRANSLATE_NOOP("bridgescope::Region", "Dropped by f"),
        QT_TRANSLATE_NOOP("bridgescope::Region", "Lost"),
        QT_TRANSLATE_NOOP("bridgescope::Region", "Strayed"),
        QT_TRANSLATE_NOOP("bridgescope::Region", "Missed")};
    return QCoreApplication::translate("bridgescope::Region", names[static_cast<std::size_t>(region)]);
}

QString regionShortName(Region region)
{
    static constexpr std::array<const char*, regionCount> names{
        QT_TRANSLATE_NOOP("bridgescope::Region", "Kept"),    QT_TRANSLATE_NOOP("bridgescope::Region", "Stayed"),
        QT_TRANSLATE_NOOP("bridgescope::Region", "Learned"), QT_TRANSLATE_NOOP("bridgescope::Region", "Dropped"),
        QT_TRANSLATE_NOOP("bridgescope::Region", "Lost"),    QT_TRANSLATE_NOOP("bridgescope::Region", "Strayed"),
        QT_TRANSLATE_NOOP("bridgescope::Region", "Missed")};
    return QCoreApplication::translate("bridgescope::Region", names[static_cast<std::size_t>(region)]);
}

double regionGlyphWidth(double size)
{
    return 3 * size + 2 * size * 0.5;
}

void paintRegionGlyph(QPainter& painter, QPointF leftCenter, double size, Region region, const Tokens& tokens,
                      const QColor& ground)
{
    for (int s = 0; s < 3; ++s) {
        const auto space = static_cast<Space>(s);
        const QPointF center(leftCenter.x() + size / 2 + s * size * 1.5, leftCenter.y());
        if (regionHas(region, space))
            paintSpaceMark(painter, space, center, size, tokens);
        else
            paintHollowMark(painter, markOf(space), center, size, tokens.ghost, ground);
    }
}

void paintPips(QPainter& painter, const QRectF& rect, int value, int k, const QColor& fill, const Tokens& tokens)
{
    if (k <= 0) return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double pitch = rect.width() / k;
    const QPen frame(blend(tokens.ghost, tokens.base, 0.55), 1);
    if (pitch >= 5) {
        for (int i = 0; i < k; ++i) {
            const double left = std::round(rect.left() + i * pitch);
            const double right = std::round(rect.left() + (i + 1) * pitch) - std::max(1.0, std::round(pitch * 0.18));
            const QRectF pip(left, rect.top(), right - left, rect.height());
            if (i < value) {
                painter.fillRect(pip, fill);
            } else {
                painter.setPen(frame);
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(pip.adjusted(0, 0, -1, -1));
            }
        }
        return;
    }
    painter.setPen(frame);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(0, 0, -1, -1));
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width() * value / k, rect.height()), fill);
}

} // namespace bridgescope
