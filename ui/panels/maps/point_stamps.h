#pragma once
#include "ui/charts/map_glyph.h"

#include <QImage>

#include <array>

namespace bridgescope {

/// Puts many small glyphs onto an image: a look is painted once for each quarter of a pixel it may stand at, and then
/// copied, so that a point costs its own pixels alone. No glyph is off its place by more than an eighth of a pixel.
class PointStamps {
public:
    /// onto: Format_ARGB32_Premultiplied, with its device pixel ratio; it must not be painted on by others meanwhile.
    /// size: of a glyph, in device independent pixels, as in paintGlyph.
    PointStamps(QImage& onto, double size);

    /// Adds a look. Returns its number.
    int addLook(MapGlyph glyph, const QColor& color, double opacity);
    /// Puts the look at a place (in device independent pixels), over what is there; what lies outside is cut off.
    void stamp(int look, QPointF at);

private:
    static constexpr int phases = 4; ///< of a pixel, in each direction
    struct Look {
        MapGlyph glyph;
        QColor color;
        double opacity;
        std::array<QImage, phases * phases> stamps; ///< painted when first used
    };
    const QImage& stampOf(Look& look, int phaseX, int phaseY) const;

    QImage& m_onto;
    double m_size, m_density;
    int m_half; ///< from a stamp's first pixel to the one the glyph's middle is in
    std::vector<Look> m_looks;
};

} // namespace bridgescope
