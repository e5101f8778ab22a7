#include "ui/panels/maps/map_view.h"

#include "ui/charts/density.h"
#include "ui/charts/map_names.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

constexpr double reach = 9; ///< pixels around a point that count as on it
constexpr double margin = 24;

} // namespace

MapView::MapView(Space space, QWidget* parent) : QWidget(parent), m_space(space)
{
    describeAs(*this, QAccessible::Chart);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Map of %1").arg(spaceLetter(space)));
}

const Matrix& MapView::points() const
{
    return m_layouts->map(m_space).points;
}

void MapView::setLayouts(MapLayoutsPtr layouts)
{
    m_layouts = std::move(layouts);
    m_coloring = {};
    m_marks = {};
    m_enclosing.clear();
    invalidate();
}

void MapView::setColoring(MapColoring coloring)
{
    m_coloring = std::move(coloring);
    invalidate();
}

void MapView::setMarks(MapMarks marks)
{
    const bool same = marks.selected == m_marks.selected;
    m_marks = std::move(marks);
    if (!same) m_drawn = {};
    update();
}

void MapView::setTool(MapTool tool)
{
    m_tool = tool;
    setCursor(tool == MapTool::Pan ? Qt::ArrowCursor : Qt::CrossCursor);
}

void MapView::setShow(MapShow show)
{
    m_show = show;
    invalidate();
}

void MapView::setTransform(const MapTransform& transform)
{
    if (m_transform == transform) return;
    m_transform = transform;
    invalidate();
}

void MapView::invalidate()
{
    m_drawn = {};
    update();
}

MapTransform MapView::fitted() const
{
    MapTransform fit;
    if (count() == 0) return fit;
    QPointF low(points()(0, 0), points()(1, 0)), high = low;
    for (int i = 1; i < count(); ++i) {
        const QPointF at(points()(0, i), points()(1, i));
        low = {std::min(low.x(), at.x()), std::min(low.y(), at.y())};
        high = {std::max(high.x(), at.x()), std::max(high.y(), at.y())};
    }
    fit.center = (low + high) / 2;
    const double room = std::max(40.0, std::min(width(), height()) - 2 * margin);
    const double extent = std::max({high.x() - low.x(), high.y() - low.y(), 1e-12});
    fit.scale = room / extent;
    return fit;
}

QPointF MapView::position(int local) const
{
    const QPointF middle(width() / 2.0, height() / 2.0);
    return middle + QPointF((points()(0, local) - m_transform.center.x()) * m_transform.scale,
                            (m_transform.center.y() - points()(1, local)) * m_transform.scale);
}

int MapView::itemAt(QPointF at) const
{
    int nearest = -1;
    double best = reach * reach;
    for (int i = 0; i < count(); ++i) {
        const QPointF away = position(i) - at;
        const double distance = QPointF::dotProduct(away, away);
        if (distance < best) best = distance, nearest = i;
    }
    return nearest;
}

/// Where points are many: grey shading, or contours filled one over another.
void MapView::paintDensity(QPainter& painter, const std::vector<QPointF>& at) const
{
    constexpr double cell = 6;
    constexpr int radius = 3;
    const DensityGrid grid = densityOf(at, size(), cell, radius);
    QColor ink = tokensOf(palette()).neutral;
    if (m_show == MapShow::Contours) {
        QColor fill = ink;
        fill.setAlphaF(0.14f);
        painter.setPen(QPen(ink, 0.8));
        painter.setBrush(fill);
        for (const double level : {0.06, 0.2, 0.4, 0.65})
            painter.drawPath(contour(grid, level));
        return;
    }
    QImage image(grid.columns, grid.rows, QImage::Format_ARGB32);
    for (int y = 0; y < grid.rows; ++y)
        for (int x = 0; x < grid.columns; ++x) {
            ink.setAlphaF(0.35f * std::sqrt(grid.at(x, y)));
            image.setPixelColor(x, y, ink);
        }
    // a pixel is a node: its middle lies on the node
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(-cell / 2, -cell / 2, grid.columns * cell, grid.rows * cell), image);
}

void MapView::paintCategoryNames(QPainter& painter, const std::vector<QPointF>& at) const
{
    const Tokens& tokens = tokensOf(palette());
    painter.setOpacity(1);
    painter.setFont(textFont(font(), TextSize::Caption, true));
    const QFontMetricsF metrics(painter.font());
    const auto sizeOf = [&](const QString& text) {
        return QSizeF(metrics.horizontalAdvance(text) + 4, metrics.height());
    };
    paintNames(painter, placeNames(at, m_coloring, QRectF(rect()), tokens, sizeOf), tokens.base);
}

void MapView::drawPoints()
{
    const double density = devicePixelRatioF();
    m_drawn = QPixmap(size() * density);
    m_drawn.setDevicePixelRatio(density);
    m_drawn.fill(Qt::transparent);
    QPainter painter(&m_drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    std::vector<QPointF> at;
    for (int i = 0; i < count(); ++i)
        at.push_back(position(i));
    if (m_show != MapShow::Points && count() > 20) paintDensity(painter, at);
    const double scale = textScale(font()), size = (count() > 5000 ? 3 : count() > 1000 ? 4.5 : 6) * scale;
    const bool selecting = !m_marks.selected.empty();
    const QColor ink = tokensOf(palette()).ink;
    for (const bool chosen : {false, true}) // the selected above the rest
        for (int i = 0; i < count() && static_cast<std::size_t>(i) < m_coloring.classOf.size(); ++i) {
            const bool selected = selecting && m_marks.selected[static_cast<std::size_t>(i)];
            if (selected != chosen) continue;
            const QPointF where = at[static_cast<std::size_t>(i)];
            if (where.x() < -size || where.y() < -size || where.x() > width() + size || where.y() > height() + size)
                continue;
            const MapClass& look = m_coloring.classes[m_coloring.classOf[static_cast<std::size_t>(i)]];
            painter.setOpacity(selecting && !selected ? 0.3 : 0.85);
            paintGlyph(painter, look.glyph, where, size,
                       selected && m_coloring.kind == MapColor::Plain ? ink : look.color);
        }
    if (m_coloring.kind == MapColor::Category && m_coloring.classes.size() > 1) paintCategoryNames(painter, at);
}

void MapView::paintLabel(QPainter& painter, int local, bool strong, std::vector<QRectF>& placed) const
{
    const Tokens& tokens = tokensOf(palette());
    painter.setFont(textFont(font(), strong ? TextSize::Body : TextSize::Caption, strong));
    const QString text = painter.fontMetrics().elidedText(m_layouts->measured->label(local), Qt::ElideRight, 180);
    const double wide = painter.fontMetrics().horizontalAdvance(text), high = painter.fontMetrics().height();
    const QPointF at = position(local);
    const bool left = at.x() + 12 + wide > width();
    const QRectF box(left ? at.x() - 12 - wide : at.x() + 12, at.y() - high / 2, wide, high);
    const auto covers = [&box](const QRectF& other) { return other.intersects(box); };
    if (!strong && std::any_of(placed.begin(), placed.end(), covers)) return;
    placed.push_back(box);
    QColor halo = tokens.base;
    halo.setAlphaF(0.8f);
    painter.fillRect(box.adjusted(-2, 0, 2, 0), halo);
    painter.setPen(strong ? tokens.ink : tokens.ink2);
    painter.drawText(box, Qt::AlignVCenter | Qt::TextDontClip, text);
}

void MapView::paintNeighbors(QPainter& painter) const
{
    const Tokens& tokens = tokensOf(palette());
    const double size = 9 * textScale(font());
    if (m_marks.focus < 0) return;
    for (const auto& neighbor : m_marks.neighbors) {
        if (!neighbor.own) continue;
        painter.setPen(QPen(colorsOf(neighbor.space, tokens).thin, 1.2));
        painter.drawLine(position(m_marks.focus), position(neighbor.local));
    }
    for (const bool own : {false, true})
        for (const auto& neighbor : m_marks.neighbors) {
            if (neighbor.own != own) continue;
            const SpaceColors& colors = colorsOf(neighbor.space, tokens);
            if (own)
                paintMark(painter, markOf(neighbor.space), position(neighbor.local), size, colors.line, tokens.base);
            else
                paintHollowMark(painter, markOf(neighbor.space), position(neighbor.local), size, colors.thin,
                                tokens.base);
        }
    painter.setBrush(tokens.base);
    painter.setPen(QPen(tokens.ink, 2));
    painter.drawEllipse(position(m_marks.focus), size * 0.75, size * 0.75);
    painter.setBrush(tokens.ink);
    painter.drawEllipse(position(m_marks.focus), size * 0.2, size * 0.2);
    std::vector<QRectF> placed;
    paintLabel(painter, m_marks.focus, true, placed);
    for (const auto& neighbor : m_marks.neighbors)
        if (neighbor.own && neighbor.local != m_marks.hovered) paintLabel(painter, neighbor.local, false, placed);
}

void MapView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (count() == 0) return;
    if (m_drawn.isNull()) drawPoints();
    painter.drawPixmap(0, 0, m_drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect());
    paintNeighbors(painter);
    const Tokens& tokens = tokensOf(palette());
    if (m_marks.hovered >= 0 && m_marks.hovered < count()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.ink, 1.5));
        painter.drawEllipse(position(m_marks.hovered), 6, 6);
        std::vector<QRectF> placed;
        if (m_marks.hovered != m_marks.focus) paintLabel(painter, m_marks.hovered, true, placed);
    }
    if (m_enclosing.size() > 1) {
        QColor fill = tokens.accent;
        fill.setAlphaF(0.12f);
        painter.setPen(QPen(tokens.accent, 1, Qt::DashLine));
        painter.setBrush(fill);
        painter.drawPolygon(m_enclosing);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.accent, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

std::vector<int> MapView::enclosed() const
{
    std::vector<int> inside;
    for (int i = 0; i < count(); ++i)
        if (m_enclosing.containsPoint(position(i), Qt::OddEvenFill)) inside.push_back(i);
    return inside;
}

} // namespace bridgescope
