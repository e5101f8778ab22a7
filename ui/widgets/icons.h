#pragma once
#include <QIcon>
#include <QPainterPath>

class QPainter;

namespace bridgescope {

/// Line icons on a 16 x 16 grid, drawn in code, so that they follow every color and scale.
enum class Icon {
    Back,
    Forward,
    Search,
    Plus,
    Close,
    More,
    ChevronDown,
    ChevronUp,
    ChevronRight,
    ChevronLeft,
    Folder,
    File,
    Export,
    Filter,
    Float,
    Swap,
    Warning,
    Check,
    Copy,
    Play,
    Pause,
    Step,
    Stop,
    Clock,
    Sun,
    Moon,
    Help
};

/// Strokes of the icon, 1.4 wide at 16 x 16.
void paintIcon(QPainter& painter, const QRectF& rect, Icon icon, const QColor& color);
/// Follows the palette of the moment: ink2, ghost where disabled, ink where on or hovered.
QIcon themedIcon(Icon icon);
/// White on accent, for a primary button.
QIcon accentIcon(Icon icon);
/// The program's own sign: an arch from the square to the circle.
void paintLogo(QPainter& painter, const QRectF& rect);
QIcon programIcon();

/// A PNG of the icon in the cache folder, for style sheets, which take only files; drawn once a color.
QString iconFile(Icon icon, const QColor& color);

} // namespace bridgescope
