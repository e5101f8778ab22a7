#include "ui/panels/training/why_strip.h"

#include <algorithm>

namespace bridgescope {
namespace {

/// The columns of tiles that each group gets: what it needs, in turns while there are any.
std::array<int, 3> shareColumns(const std::array<int, 3>& needs, int columns)
{
    std::array<int, 3> shares{};
    for (bool any = true; any && columns > 0;) {
        any = false;
        for (std::size_t group = 0; group < 3; ++group)
            if (columns > 0 && shares[group] < needs[group]) {
                ++shares[group];
                --columns;
                any = true;
            }
    }
    return shares;
}

} // namespace

WhyLayout layOutWhy(const std::array<int, 3>& counts, double width, bool pictures, double scale)
{
    const int rows = pictures ? 1 : 2, least = pictures ? 2 : 1; // a header's width
    const QSizeF tile = (pictures ? QSizeF(34, 46) : QSizeF(92, 22)) * scale;
    const double across = tile.width() + 4 * scale, down = tile.height() + 2 * scale, header = 20 * scale,
                 gap = 16 * scale;
    std::array<int, 3> needs{};
    for (std::size_t group = 0; group < 3; ++group)
        needs[group] = std::max(least, (counts[group] + rows - 1) / rows);
    const auto columns = shareColumns(needs, static_cast<int>((width - 2 * gap) / across));
    WhyLayout layout;
    double left = 0;
    for (std::size_t group = 0; group < 3; ++group) {
        const int places = columns[group] * rows;
        const int shown = counts[group] <= places ? counts[group] : std::max(0, places - 1);
        const auto rectOf = [&](int place) {
            return QRectF(left + place / rows * across, header + place % rows * down, tile.width(), tile.height());
        };
        for (int i = 0; i < shown; ++i)
            layout.tiles.push_back({rectOf(i), static_cast<int>(group), i});
        layout.hidden[group] = counts[group] - shown;
        if (layout.hidden[group] > 0) layout.more[group] = rectOf(shown);
        const double own = std::max(1, columns[group]) * across;
        layout.headers[group] = QRectF(left, 0, own, header);
        left += own + gap;
    }
    return layout;
}

} // namespace bridgescope
