#include "ui/panels/maps/map_view.h"

#include "ui/charts/density.h"
#include "ui/panels/maps/point_stamps.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

constexpr double reach = 9; ///< pixels around a point that count as on it
constexpr double margin = 24;
constexpr std::size_t mostLabels = 40; ///< of neighbors: there is no room for more

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
    m_coloring.reset();
    m_marks = {};
    m_enclosing.clear();
    invalidate();
}

void MapView::setColoring(MapColoringPtr coloring)
{
    if (m_coloring == coloring) return;
    m_coloring = std::move(coloring);
    m_names.reset();
    m_drawn = {};
    update();
}

void MapView::setMarks(MapMarks marks)
{
    if (marks.selected != m_marks.selected) m_drawn = {};
    m_marks = std::move(marks);
    update();
}

void MapView::setHovered(int local)
{
    if (m_marks.hovered == local) return;
    m_marks.hovered = local;
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
    m_at.clear();
    m_names.reset();
    m_drawn = {};
    update();
}

QRectF MapView::bounds() const
{
    if (count() == 0) return {};
    QPointF low(points()(0, 0), points()(1, 0)), high = low;
    for (int i = 1; i < count(); ++i) {
        const QPointF at(points()(0, i), points()(1, i));
        low = {std::min(low.x(), at.x()), std::min(low.y(), at.y())};
        high = {std::max(high.x(), at.x()), std::max(high.y(), at.y())};
    }
    return {low, high};
}

MapTransform MapTransform::fitting(const QRectF& bounds, QSize size)
{
    const auto scaleFor = [](int pixels, double extent) {
        return std::max(40.0, pixels - 2 * margin) / std::max(extent, 1e-12);
    };
    return {bounds.center(),
            std::min(scaleFor(size.width(), bounds.width()), scaleFor(size.height(), bounds.height()))};
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
void MapView::paintDensity(QPainter& painter) const
{
    constexpr double cell = 6;
    constexpr int radius = 3;
    const DensityGrid grid = densityOf(m_at, size(), cell, radius);
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

void MapView::lay()
{
    const double density = devicePixelRatioF();
    for (int i = 0; i < count(); ++i)
        m_at.push_back(position(i));
    m_ground = QImage(size() * density, QImage::Format_ARGB32_Premultiplied);
    m_ground.setDevicePixelRatio(density);
    m_ground.fill(Qt::transparent);
    if (m_show == MapShow::Points || count() <= 20) return;
    QPainter painter(&m_ground);
    painter.setRenderHint(QPainter::Antialiasing);
    paintDensity(painter);
}

QFont MapView::nameFont() const
{
    return textFont(font(), TextSize::Caption, true);
}

void MapView::placeCategoryNames()
{
    m_names.emplace();
    if (m_coloring->kind != MapColor::Category || m_coloring->classes.size() < 2) return;
    const QFontMetricsF metrics(nameFont());
    *m_names = placeNames(m_at, *m_coloring, QRectF(rect()), tokensOf(palette()), [&metrics](const QString& text) {
        return QSizeF(metrics.horizontalAdvance(text) + 4, metrics.height());
    });
}

/// The selected above the rest, which is paler then.
void MapView::stampPoints()
{
    const double size = (count() > 5000 ? 3 : count() > 1000 ? 4.5 : 6) * textScale(font());
    const std::vector<bool>* selected = m_marks.selected.get();
    const QColor ink = tokensOf(palette()).ink;
    PointStamps stamps(m_drawn, size);
    for (const bool chosen : {false, true}) {
        if (chosen && !selected) break;
        std::vector<int> looks;
        for (const MapClass& look : m_coloring->classes)
            looks.push_back(stamps.addLook(look.glyph, chosen && m_coloring->kind == MapColor::Plain ? ink : look.color,
                                           selected && !chosen ? 0.3 : 0.85));
        for (std::size_t i = 0; i < m_at.size() && i < m_coloring->classOf.size(); ++i)
            if (!selected || (*selected)[i] == chosen) stamps.stamp(looks[m_coloring->classOf[i]], m_at[i]);
    }
}

void MapView::drawPoints()
{
    if (m_at.empty()) lay();
    m_drawn = m_ground;
    if (!m_coloring) return;
    stampPoints();
    if (!m_names) placeCategoryNames();
}

/// Beside the focus, its neighbors and what is hovered, where no other label stands already; the strong ones always.
std::vector<MapView::Label> MapView::placeLabels() const
{
    std::vector<Label> placed;
    const auto place = [&](int local, bool strong) {
        Label label{m_layouts->measured->label(local), {}, strong};
        const QFontMetricsF metrics(labelFont(strong));
        label.text = metrics.elidedText(label.text, Qt::ElideRight, std::min(180.0, 0.45 * width()));
        const double wide = metrics.horizontalAdvance(label.text), high = metrics.height();
        const QPointF at = position(local);
        const bool left = at.x() + 12 + wide > width();
        label.box = QRectF(left ? at.x() - 12 - wide : at.x() + 12, at.y() - high / 2, wide, high);
        label.box.moveLeft(std::max(4.0, label.box.left()));
        const auto covers = [&label](const Label& other) { return other.box.intersects(label.box); };
        if (strong || std::none_of(placed.begin(), placed.end(), covers)) placed.push_back(label);
    };
    if (m_marks.focus >= 0) place(m_marks.focus, true);
    if (m_marks.hovered >= 0 && m_marks.hovered < count() && m_marks.hovered != m_marks.focus)
        place(m_marks.hovered, true);
    std::size_t tried = 0;
    for (const auto& neighbor : m_marks.neighbors)
        if (neighbor.own && neighbor.local != m_marks.hovered && tried++ < mostLabels) place(neighbor.local, false);
    return placed;
}

QFont MapView::labelFont(bool strong) const
{
    return textFont(font(), strong ? TextSize::Body : TextSize::Caption, strong);
}

/// The names of the categories give way to the labels, which move with the focus.
void MapView::paintNamesBeside(QPainter& painter, const std::vector<Label>& labels) const
{
    if (!m_names) return;
    std::vector<MapName> shown;
    for (const MapName& name : *m_names)
        if (std::none_of(labels.begin(), labels.end(), [&](const Label& l) { return l.box.intersects(name.box); }))
            shown.push_back(name);
    painter.setFont(nameFont());
    paintNames(painter, shown, tokensOf(palette()).base);
}

void MapView::paintLabels(QPainter& painter, const std::vector<Label>& labels) const
{
    const Tokens& tokens = tokensOf(palette());
    QColor halo = tokens.base;
    halo.setAlphaF(0.8f);
    for (const Label& label : labels) {
        painter.setFont(labelFont(label.strong));
        painter.fillRect(label.box.adjusted(-2, 0, 2, 0), halo);
        painter.setPen(label.strong ? tokens.ink : tokens.ink2);
        painter.drawText(label.box, Qt::AlignVCenter | Qt::TextDontClip, label.text);
    }
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
                paintMark(painter, markOf(neighbor.space), position(neighbor.local), size, colors.line,
                          neighbor.space == Space::F ? colors.thin : tokens.base); // yellow alone is under 3:1
            else
                paintHollowMark(painter, markOf(neighbor.space), position(neighbor.local), size, colors.thin,
                                tokens.base);
        }
    painter.setBrush(tokens.base);
    painter.setPen(QPen(tokens.ink, 2));
    painter.drawEllipse(position(m_marks.focus), size * 0.75, size * 0.75);
    painter.setBrush(tokens.ink);
    painter.drawEllipse(position(m_marks.focus), size * 0.2, size * 0.2);
}

void MapView::paintHovered(QPainter& painter) const
{
    if (m_marks.hovered < 0 || m_marks.hovered >= count()) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokensOf(palette()).ink, 1.5));
    painter.drawEllipse(position(m_marks.hovered), 6, 6);
}

void MapView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (count() == 0) return;
    if (!m_ground.isNull() && m_ground.devicePixelRatio() != devicePixelRatioF()) invalidate(); // on another screen
    if (m_drawn.isNull()) drawPoints();
    painter.drawImage(QPointF(), m_drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect());
    const std::vector<Label> labels = placeLabels();
    paintNamesBeside(painter, labels);
    paintNeighbors(painter);
    paintHovered(painter);
    paintLabels(painter, labels);
    const Tokens& tokens = tokensOf(palette());
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
