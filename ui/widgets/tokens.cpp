#include "ui/widgets/tokens.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

QColor hex(QRgb rgb)
{
    return QColor(qRed(rgb), qGreen(rgb), qBlue(rgb));
}

Tokens makeLight()
{
    Tokens t;
    t.win = hex(0xF1F2F3), t.bar = hex(0xF8F8F9), t.base = hex(0xFFFFFF), t.alt = hex(0xF6F7F8);
    t.line = hex(0xD5D8DC), t.line2 = hex(0xE7E9EC);
    t.ink = hex(0x1F2328), t.ink2 = hex(0x565D65), t.ink3 = hex(0x646B73), t.ghost = hex(0xA9AFB6);
    t.accent = hex(0x5448B8), t.onAccent = hex(0xFFFFFF), t.sel = hex(0xE7E4F7), t.hover = hex(0xF0F1F3);
    t.x = {hex(0x0072B2), hex(0xD8EAF6), hex(0x005F96), hex(0x0072B2)};
    t.f = {hex(0xE69F00), hex(0xFCEBCB), hex(0x8A5A00), hex(0xB37400)};
    t.y = {hex(0x009E73), hex(0xCFEEE3), hex(0x00694D), hex(0x008F68)};
    t.neutral = hex(0x7C838B); // the picture's 8A9199 is under 3:1 on win, alt and sel
    t.warningText = hex(0x8A5A00), t.warningGround = hex(0xFFF6E2), t.warningLine = hex(0xEBCB8B);
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.dark = true;
    t.win = hex(0x1B1C1F), t.bar = hex(0x222427), t.base = hex(0x26282C), t.alt = hex(0x2A2D31);
    t.line = hex(0x3D4147), t.line2 = hex(0x33373C);
    t.ink = hex(0xE8EAEC), t.ink2 = hex(0xB1B7BE), t.ink3 = hex(0xA0A7AE), t.ghost = hex(0x6A7078);
    t.accent = hex(0xABA2F5), t.onAccent = hex(0x1B1C1F), t.sel = hex(0x3B3760), t.hover = hex(0x2F3237);
    t.x = {hex(0x56B4E9), hex(0x1D4057), hex(0x9AD3F5), hex(0x56B4E9)};
    t.f = {hex(0xE69F00), hex(0x4C3812), hex(0xF5C566), hex(0xF0B94A)};
    t.y = {hex(0x34C39B), hex(0x154437), hex(0x83E0C6), hex(0x34C39B)};
    t.neutral = hex(0x8E959D);
    t.warningText = hex(0xF5C566), t.warningGround = hex(0x3A3120), t.warningLine = hex(0x6B5524);
    return t;
}

double luminance(const QColor& color)
{
    const auto linear = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const Tokens& lightTokens()
{
    static const Tokens tokens = makeLight();
    return tokens;
}

const Tokens& darkTokens()
{
    static const Tokens tokens = makeDark();
    return tokens;
}

const Tokens& tokensOf(const QPalette& palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? darkTokens() : lightTokens();
}

QPalette paletteOf(const Tokens& t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.win);
    p.setColor(QPalette::WindowText, t.ink);
    p.setColor(QPalette::Base, t.base);
    p.setColor(QPalette::AlternateBase, t.alt);
    p.setColor(QPalette::Text, t.ink);
    p.setColor(QPalette::Button, t.base);
    p.setColor(QPalette::ButtonText, t.ink);
    p.setColor(QPalette::BrightText, t.onAccent);
    p.setColor(QPalette::Highlight, t.sel);
    p.setColor(QPalette::HighlightedText, t.ink);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::ToolTipBase, t.base);
    p.setColor(QPalette::ToolTipText, t.ink);
    p.setColor(QPalette::PlaceholderText, t.ink3);
    p.setColor(QPalette::Light, t.base);
    p.setColor(QPalette::Midlight, t.line2);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.ghost);
    p.setColor(QPalette::Shadow, t.ghost);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, t.ghost);
    return p;
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor blend(const QColor& above, const QColor& ground, double opacity)
{
    const auto mix = [opacity](float a, float b) { return static_cast<float>(a * opacity + b * (1 - opacity)); };
    return QColor::fromRgbF(mix(above.redF(), ground.redF()), mix(above.greenF(), ground.greenF()),
                            mix(above.blueF(), ground.blueF()));
}

} // namespace bridgescope
