#include "ui/charts/map_chart.h"

#include "ui/charts/density.h"
#include "ui/charts/map_names.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

constexpr double rasterDpi = 300; ///< of the points where they are an image; figures are in points of 1/72 inch
constexpr double lift = 0.06;     ///< margin of a map, as a part of its side

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::MapChart", text);
}

double em(const ChartStyle& style)
{
    return 12 * style.unit;
}

QRectF boundsOf(const std::vector<QPointF>& points)
{
    if (points.empty()) return {};
    QPointF low = points.front(), high = low;
    for (const QPointF& at : points) {
        low = {std::min(low.x(), at.x()), std::min(low.y(), at.y())};
        high = {std::max(high.x(), at.x()), std::max(high.y(), at.y())};
    }
    return {low, high};
}

QColor shade(const QColor& color, const ChartStyle& style)
{
    const int gray = qGray(color.rgb());
    return style.grey ? QColor(gray, gray, gray) : color;
}

} // namespace

/// Whether what is said of a map's quality needs two lines below it.
bool MapChart::twoLines(double side, const ChartStyle& style) const
{
    return std::any_of(m_data.panels.begin(), m_data.panels.end(),
                       [&](const MapPanel& panel) { return style.width(panel.quality, TextSize::Caption) > side; });
}

MapChart::Layout MapChart::layOut(double width, const ChartStyle& style) const
{
    Layout layout;
    const auto n = static_cast<int>(m_data.panels.size());
    const bool narrow = width < 42 * em(style) && n > 1;
    const int columns = narrow ? 2 : std::max(1, n);
    const double gap = em(style), line = style.lineHeight(TextSize::Caption) + 2 * style.unit;
    const double side = (width - (columns - 1) * gap) / columns, quality = twoLines(side, style) ? 2 * line : line,
                 block = side + line + quality;
    for (int i = 0; i < n; ++i)
        layout.panels.emplace_back(i % columns * (side + gap), i / columns * (block + gap / 2) + line, side, side);
    const int rows = (n + columns - 1) / columns;
    layout.height = rows * block + (rows - 1) * gap / 2;
    if (m_data.classes.classes.size() < 2) return layout;
    if (narrow && n % 2 == 1)
        layout.legend = QRectF(side + gap, (rows - 1) * (block + gap / 2) + line, side, side);
    else {
        layout.legend = QRectF(0, layout.height + gap / 2, width, 0);
        layout.legend.setHeight(flowLegend(nullptr, layout.legend, style));
        layout.height = layout.legend.bottom();
    }
    return layout;
}

double MapChart::flowLegend(QPainter* painter, const QRectF& rect, const ChartStyle& style) const
{
    const double u = style.unit, line = style.lineHeight(TextSize::Caption) + 2 * u;
    double x = rect.left(), y = rect.top();
    for (const MapClass& shown : m_data.classes.classes) {
        if (shown.name.isEmpty()) continue;
        const QString words = QStringLiteral("%1 %2").arg(shown.name, number(shown.count));
        const double wide = 14 * u + style.width(words, TextSize::Caption) + 14 * u;
        if (x > rect.left() && x + wide - 14 * u > rect.right()) x = rect.left(), y += line;
        if (painter) {
            paintGlyph(*painter, shown.glyph, {x + 5 * u, y + line / 2}, 7 * u, shade(shown.color, style));
            painter->setPen(style.colors.ink2);
            painter->setFont(style.text(TextSize::Caption));
            drawElided(*painter, QRectF(x + 14 * u, y, rect.right() - x - 14 * u, line),
                       Qt::AlignLeft | Qt::AlignVCenter, words);
        }
        x += wide;
    }
    return y + line - rect.top();
}

void MapChart::paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const
{
    const Layout layout = layOut(rect.width(), style);
    const double line = style.lineHeight(TextSize::Caption) + 2 * style.unit;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    for (std::size_t i = 0; i < m_data.panels.size(); ++i) {
        const MapPanel& panel = m_data.panels[i];
        const QRectF square = layout.panels[i].translated(rect.topLeft());
        const QString letter = spaceLetter(panel.space);
        painter.setFont(style.text(TextSize::Caption, true));
        painter.setPen(shade(colorsOf(panel.space, style.colors).text, style));
        const QRectF title(square.left(), square.top() - line, square.width(), line);
        painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, letter);
        const double used = style.width(letter, TextSize::Caption, true) + 6 * style.unit;
        painter.setPen(style.colors.ink);
        drawElided(painter, title.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, panel.title);
        paintPanel(painter, panel, square, style);
        painter.setFont(style.text(TextSize::Caption));
        painter.setPen(style.colors.ink2);
        painter.drawText(QRectF(square.left(), square.bottom() + style.unit, square.width(), 2 * line),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, panel.quality);
    }
    if (!layout.legend.isNull()) flowLegend(&painter, layout.legend.translated(rect.topLeft()), style);
}

std::vector<QPointF> MapChart::laidInto(const MapPanel& panel, const QRectF& square) const
{
    double extent = 1e-12; // one scale for all: what is near in one map can be compared with the others
    for (const MapPanel& each : m_data.panels) {
        const QRectF bounds = boundsOf(each.points);
        extent = std::max({extent, bounds.width(), bounds.height()});
    }
    const double scale = square.width() * (1 - 2 * lift) / extent;
    const QPointF center = boundsOf(panel.points).center();
    std::vector<QPointF> at;
    for (const QPointF& point : panel.points)
        at.push_back(square.center() + QPointF(point.x() - center.x(), center.y() - point.y()) * scale);
    return at;
}

void MapChart::paintPanel(QPainter& painter, const MapPanel& panel, const QRectF& square, const ChartStyle& style) const
{
    painter.setPen(QPen(style.colors.line, 0.75 * style.unit));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(square);
    const std::vector<QPointF> at = laidInto(panel, square);
    if (m_data.show != MapShow::Points && at.size() > 20) {
        std::vector<QPointF> inside;
        for (const QPointF& point : at)
            inside.push_back(point - square.topLeft());
        const DensityGrid grid = densityOf(inside, square.size(), square.width() / 48, 2);
        QColor fill = style.colors.neutral;
        fill.setAlphaF(0.16f);
        const bool lines = m_data.show == MapShow::Contours;
        for (const double level : {0.06, 0.2, 0.4, 0.65}) {
            painter.setPen(lines ? QPen(style.colors.neutral, 0.6 * style.unit) : QPen(Qt::NoPen));
            painter.setBrush(fill);
            painter.drawPath(contour(grid, level).translated(square.topLeft()));
        }
    }
    if (at.size() > mostVectors) {
        const double scale = rasterDpi / 72;
        QImage image((square.size() * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter pixels(&image);
        pixels.setRenderHint(QPainter::Antialiasing);
        pixels.scale(image.width() / square.width(), image.height() / square.height());
        pixels.translate(-square.topLeft());
        paintPoints(pixels, at, style);
        pixels.end();
        painter.drawImage(square, image);
    } else {
        paintPoints(painter, at, style);
    }
    // Where a map is small the legend has to do: names would cover what they name.
    if (m_data.names && m_data.classes.classes.size() > 1 && square.width() >= 16 * em(style)) {
        painter.setFont(style.text(TextSize::Caption, true));
        const double line = style.lineHeight(TextSize::Caption);
        auto names = placeNames(at, m_data.classes, square.adjusted(1, 1, -1, -1), style.colors, [&](const QString& s) {
            return QSizeF(style.width(s, TextSize::Caption, true) + 2 * style.unit, line);
        });
        for (MapName& named : names)
            named.color = shade(named.color, style);
        paintNames(painter, names, style.colors.base);
    }
    if (m_data.focus >= 0) paintFocus(painter, panel, at, square, style);
}

void MapChart::paintPoints(QPainter& painter, const std::vector<QPointF>& at, const ChartStyle& style) const
{
    const double size = (at.size() > mostVectors ? 2.6 : at.size() > 1000 ? 3.6 : 5) * style.unit;
    for (std::size_t i = 0; i < at.size(); ++i) {
        const MapClass& look = m_data.classes.classes[m_data.classes.classOf[i]];
        paintGlyph(painter, look.glyph, at[i], size, shade(look.color, style));
    }
}

void MapChart::paintFocus(QPainter& painter, const MapPanel& panel, const std::vector<QPointF>& at,
                          const QRectF& square, const ChartStyle& style) const
{
    const double u = style.unit, size = 7 * u;
    const SpaceColors& colors = colorsOf(panel.space, style.colors);
    const QPointF focus = at[static_cast<std::size_t>(m_data.focus)];
    painter.setPen(QPen(colors.thin, u));
    for (const int neighbor : panel.neighbors)
        painter.drawLine(focus, at[static_cast<std::size_t>(neighbor)]);
    for (const int neighbor : panel.neighbors)
        paintMark(painter, markOf(panel.space), at[static_cast<std::size_t>(neighbor)], size, colors.line,
                  panel.space == Space::F ? colors.thin : style.colors.base);
    painter.setPen(QPen(style.colors.ink, 1.6 * u));
    painter.setBrush(style.colors.base);
    painter.drawEllipse(focus, 0.75 * size, 0.75 * size);
    painter.setBrush(style.colors.ink);
    painter.drawEllipse(focus, 0.2 * size, 0.2 * size);
    painter.setFont(style.text(TextSize::Caption, true));
    const QString label = m_data.labels.value(m_data.focus);
    const double wide = std::min(style.width(label, TextSize::Caption, true) + u, 0.6 * square.width()),
                 high = style.lineHeight(TextSize::Caption);
    const bool left = focus.x() + size + wide > square.right();
    const QRectF box(left ? focus.x() - size - wide : focus.x() + size, focus.y() - high / 2, wide, high);
    QColor halo = style.colors.base;
    halo.setAlphaF(0.75f);
    painter.fillRect(box, halo);
    painter.setPen(style.colors.ink);
    drawElided(painter, box, Qt::AlignLeft | Qt::AlignVCenter, label);
}

QString MapChart::name() const
{
    return m_data.panels.size() == 1 ? tr("Map") : tr("Maps");
}

QString MapChart::description() const
{
    QStringList parts;
    for (const MapPanel& panel : m_data.panels)
        parts << tr("Map of %1, %2: %3 items; %4")
                     .arg(spaceLetter(panel.space), panel.title, number(static_cast<qint64>(panel.points.size())),
                          panel.quality);
    return parts.join(QStringLiteral(". "));
}

ChartTable MapChart::table() const
{
    ChartTable table;
    table.header = {"set", "label", "x", "y"};
    if (!m_data.categories.isEmpty()) table.header << "category";
    for (const MapPanel& panel : m_data.panels)
        for (std::size_t i = 0; i < panel.points.size(); ++i) {
            const auto row = static_cast<qsizetype>(i);
            QStringList cells{spaceLetter(panel.space), m_data.labels.value(row), plainNumber(panel.points[i].x()),
                              plainNumber(panel.points[i].y())};
            if (!m_data.categories.isEmpty()) cells << m_data.categories.value(row);
            table.rows.append(cells);
        }
    return table;
}

double MapChart::minimumHeight(const ChartStyle& style) const
{
    return 20 * em(style);
}

double MapChart::preferredHeight(double width, const ChartStyle& style) const
{
    return layOut(width, style).height;
}

} // namespace bridgescope
