#pragma once
#include <QColor>
#include <QPalette>

namespace bridgescope {

/// The colors of one space. `thin` is for lines and outlines where `line` would fall under 3:1 on its ground.
struct SpaceColors {
    QColor line, tint, text, thin;
};

/// Every color of the window, once for light and once for dark. Names as the mock-ups use them.
struct Tokens {
    bool dark = false;
    QColor win, bar, base, alt;    ///< page, bars, cards and fields, header rows
    QColor line, line2;            ///< borders, grid lines
    QColor ink, ink2, ink3, ghost; ///< text, labels, captions, hollow marks and disabled
    QColor accent, onAccent;       ///< current tab, primary button, brush and K handles, progress; never data
    QColor sel, hover;             ///< selected row, row under the pointer
    SpaceColors x, f, y;           ///< roles, not sets: X is always the source of the mapping looked at
    QColor neutral;                ///< X against Y; unselected data
    QColor warningText, warningGround, warningLine;
};

const Tokens& lightTokens();
const Tokens& darkTokens();
/// The tokens that belong to a palette: dark where its window color is dark. So every widget follows its palette.
const Tokens& tokensOf(const QPalette& palette);
/// The palette that carries the tokens to standard widgets.
QPalette paletteOf(const Tokens& tokens);

/// WCAG 2.1 contrast ratio of two opaque colors, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);
/// `above` laid over `ground` with the given opacity.
QColor blend(const QColor& above, const QColor& ground, double opacity);

} // namespace bridgescope
