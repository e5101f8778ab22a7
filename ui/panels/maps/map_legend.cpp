#include "ui/panels/maps/map_legend.h"

#include "ui/widgets/text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <functional>

namespace bridgescope {

void MapLegend::show(MapColoring coloring, const QString& focus, Index k, bool hasMapping)
{
    m_coloring = std::move(coloring);
    m_focus = focus;
    m_k = k;
    m_hasMapping = hasMapping;
    setAccessibleName(tr("Legend of the maps"));
    setToolTip(m_focus);
    updateGeometry();
    update();
}

namespace {

constexpr int longestFocus = 180; // of an item's label at 100 %, so that what is said of it stays in sight

} // namespace

/// Entries flow from left to right and break into lines; a mark of 16, then its words.
double MapLegend::layOut(QPainter* painter, double width) const
{
    const Tokens& tokens = tokensOf(palette());
    const double scale = textScale(font()), line = 22 * scale, mark = 9 * scale;
    const QFontMetricsF metrics(textFont(font(), TextSize::Body));
    double x = 0, y = 0;
    using Draw = std::function<void(QPointF)>;
    const auto entry = [&](const QString& words, const Draw& draw) {
        const QString shown = metrics.elidedText(words, Qt::ElideMiddle, std::max(1.0, width - 18 * scale));
        const double wide = 18 * scale + metrics.horizontalAdvance(shown) + 18 * scale;
        if (x > 0 && x + wide > width) x = 0, y += line;
        if (painter) {
            draw({x + 7 * scale, y + line / 2});
            painter->setPen(tokens.ink2);
            painter->drawText(QRectF(x + 18 * scale, y, wide, line),
                              static_cast<int>(Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip, shown);
        }
        x += wide;
    };
    for (const MapClass& shown : m_coloring.classes)
        if (!shown.name.isEmpty())
            entry(tr("%1  %L2").arg(shown.name).arg(shown.count),
                  [&](QPointF at) { paintGlyph(*painter, shown.glyph, at, mark, shown.color); });
    if (m_focus.isEmpty()) return y + line;
    x = 0, y += line;
    const QString focus = metrics.elidedText(m_focus, Qt::ElideRight, longestFocus * scale);
    for (const Space space : {Space::X, Space::F, Space::Y}) {
        if (space == Space::F && !m_hasMapping) continue;
        entry(tr("%L1 nearest to %2 in %3").arg(m_k).arg(focus, spaceLetter(space)),
              [&, space](QPointF at) { paintSpaceMark(*painter, space, at, mark, tokens); });
    }
    entry(tr("hollow: a neighbor elsewhere only"),
          [&](QPointF at) { paintHollowMark(*painter, Mark::Circle, at, mark, tokens.ink2, tokens.base); });
    return y + line;
}

QSize MapLegend::sizeHint() const
{
    return {600, heightForWidth(std::max(width(), 300))};
}

int MapLegend::heightForWidth(int width) const
{
    return static_cast<int>(std::ceil(layOut(nullptr, width)));
}

void MapLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(font(), TextSize::Body));
    layOut(&painter, width());
}

} // namespace bridgescope
