#include "ui/panels/maps/point_stamps.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

/// Each of the four bytes times part / 255, rounded.
QRgb scaled(QRgb pixel, std::uint32_t part)
{
    const auto pairOf = [part](std::uint32_t bytes) {
        const std::uint32_t product = (bytes & 0xff00ffU) * part;
        return ((product + ((product >> 8) & 0xff00ffU) + 0x800080U) >> 8) & 0xff00ffU;
    };
    return pairOf(pixel) | pairOf(pixel >> 8) << 8;
}

} // namespace

PointStamps::PointStamps(QImage& onto, double size)
    : m_onto(onto), m_size(size), m_density(onto.devicePixelRatio()),
      m_half(static_cast<int>(std::ceil(0.75 * size * m_density)) + 1) // a triangle's corners and a star's pen
{
}

int PointStamps::addLook(MapGlyph glyph, const QColor& color, double opacity)
{
    m_looks.push_back({glyph, color, opacity, {}});
    return static_cast<int>(m_looks.size()) - 1;
}

const QImage& PointStamps::stampOf(Look& look, int phaseX, int phaseY) const
{
    QImage& image = look.stamps[static_cast<std::size_t>(phaseY * phases + phaseX)];
    if (!image.isNull()) return image;
    const int side = 2 * m_half + 1;
    image = QImage(side, side, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(m_density);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(look.opacity);
    const auto middle = [this](int phase) { return (m_half + (phase + 0.5) / phases) / m_density; };
    paintGlyph(painter, look.glyph, {middle(phaseX), middle(phaseY)}, m_size, look.color);
    return image;
}

void PointStamps::stamp(int look, QPointF at)
{
    const double x = at.x() * m_density, y = at.y() * m_density;
    if (!(x > -m_half && y > -m_half && x < m_onto.width() + m_half && y < m_onto.height() + m_half)) return;
    const double column = std::floor(x), row = std::floor(y);
    const QImage& image = stampOf(m_looks[static_cast<std::size_t>(look)], static_cast<int>((x - column) * phases),
                                  static_cast<int>((y - row) * phases));
    const int left = static_cast<int>(column) - m_half, top = static_cast<int>(row) - m_half, side = image.width();
    const int first = std::max(0, -left), last = std::min(side, m_onto.width() - left);
    for (int v = std::max(0, -top); v < std::min(side, m_onto.height() - top); ++v) {
        const auto* from = reinterpret_cast<const QRgb*>(image.constScanLine(v));
        auto* to = reinterpret_cast<QRgb*>(m_onto.scanLine(top + v)) + left;
        for (int u = first; u < last; ++u)
            if (from[u] != 0) to[u] = from[u] + scaled(to[u], 255U - static_cast<std::uint32_t>(qAlpha(from[u])));
    }
}

} // namespace bridgescope
