#include "ui/figures/figure_style.h"

#include "core/base/error.h"
#include "ui/widgets/theme.h"

namespace bridgescope {
namespace {

/// Told apart by lightness alone: X dark, f(X) light, Y middle; shapes and dashes stay.
void toGrey(Tokens& t)
{
    const QColor dark(0x26, 0x26, 0x26), middle(0x70, 0x70, 0x70), light(0xB8, 0xB8, 0xB8);
    t.x = {dark, QColor(0xD9, 0xD9, 0xD9), dark, dark};
    t.f = {light, QColor(0xF2, 0xF2, 0xF2), QColor(0x40, 0x40, 0x40), QColor(0x80, 0x80, 0x80)};
    t.y = {middle, QColor(0xE8, 0xE8, 0xE8), QColor(0x40, 0x40, 0x40), middle};
    t.neutral = QColor(0x9A, 0x9A, 0x9A);
    t.accent = dark;
    for (QColor* tone : {&t.ink, &t.ink2, &t.ink3, &t.ghost, &t.line, &t.line2, &t.alt, &t.sel, &t.hover}) {
        const int lightness = qGray(tone->rgb());
        *tone = QColor(lightness, lightness, lightness);
    }
}

} // namespace

void FigureOptions::validate() const
{
    const auto refuse = [](const char* option, double value, const char* allowed) {
        throw Error(ErrorKind::Usage,
                    std::string(option) + " = " + QString::number(value).toStdString() + " is not possible", allowed);
    };
    if (!(widthMm >= 20 && widthMm <= 1000)) refuse("--width", widthMm, "choose 20 to 1000 mm");
    if (heightMm != 0 && !(heightMm >= 20 && heightMm <= 1000)) refuse("height", heightMm, "choose 20 to 1000 mm");
    if (!(fontPt >= 4 && fontPt <= 48)) refuse("--font-size", fontPt, "choose 4 to 48 points");
    if (dpi < 36 || dpi > 2400) refuse("--dpi", dpi, "choose 36 to 2400");
}

FigurePalette figurePaletteFromId(const QString& id)
{
    if (id == "okabe-ito") return FigurePalette::OkabeIto;
    if (id == "grey") return FigurePalette::Grey;
    throw Error(ErrorKind::Usage, "--palette " + id.toStdString() + " is not one", "choose okabe-ito or grey");
}

ChartStyle figureStyle(const FigureOptions& options, QPaintDevice* device)
{
    ChartStyle style;
    style.colors = lightTokens();
    style.colors.win = style.colors.base = Qt::white;
    style.colors.ink = QColor(0x14, 0x14, 0x14);
    style.colors.ink2 = QColor(0x40, 0x40, 0x40);
    style.grey = options.palette == FigurePalette::Grey;
    if (style.grey) toGrey(style.colors);
    style.font = Theme::applicationFont();
    style.font.setPointSizeF(options.fontPt);
    style.font.setHintingPreference(QFont::PreferNoHinting);
    style.unit = options.fontPt / 12; // the design's proportions, where body text is 12
    style.screen = false;
    style.oneSize = true;
    style.device = device;
    return style;
}

} // namespace bridgescope
