#pragma once
#include <QColor>
#include <QList>

#include <array>
#include <cmath>
#include <functional>

namespace bridgescope::test {

/// How a color looks to an eye without one kind of cone: matrices on linear RGB of Machado, Oliveira and Fernandes, "A
/// Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 2009, severity 1.
using Sight = std::function<QColor(const QColor&)>;

inline std::array<double, 3> linear(const QColor& color)
{
    const auto one = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return {one(color.redF()), one(color.greenF()), one(color.blueF())};
}

inline QColor fromLinear(const std::array<double, 3>& rgb)
{
    const auto one = [](double v) {
        v = std::clamp(v, 0.0, 1.0);
        return static_cast<float>(v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055);
    };
    return QColor::fromRgbF(one(rgb[0]), one(rgb[1]), one(rgb[2]));
}

inline Sight sightOf(const std::array<double, 9>& m)
{
    return [m](const QColor& color) {
        const auto c = linear(color);
        std::array<double, 3> seen{};
        for (std::size_t row = 0; row < 3; ++row)
            for (std::size_t i = 0; i < 3; ++i)
                seen[row] += m[3 * row + i] * c[i];
        return fromLinear(seen);
    };
}

inline QList<std::pair<QString, Sight>> sights()
{
    const auto grey = [](const QColor& color) {
        const auto c = linear(color);
        const double y = 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
        return fromLinear({y, y, y});
    };
    return {{"normal", [](const QColor& color) { return color; }},
            {"greyscale", grey},
            {"protanopia",
             sightOf({0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998})},
            {"deuteranopia",
             sightOf({0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881})},
            {"tritanopia",
             sightOf({1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900})}};
}

/// CIE 1976 distance in L*a*b* (D65).
inline double colorDistance(const QColor& a, const QColor& b)
{
    const auto lab = [](const QColor& color) {
        const auto c = linear(color);
        const auto f = [](double t) { return t > 216. / 24389 ? std::cbrt(t) : (24389. / 27 * t + 16) / 116; };
        const double x = f((0.4124564 * c[0] + 0.3575761 * c[1] + 0.1804375 * c[2]) / 0.95047),
                     y = f(0.2126729 * c[0] + 0.7151522 * c[1] + 0.0721750 * c[2]),
                     z = f((0.0193339 * c[0] + 0.1191920 * c[1] + 0.9503041 * c[2]) / 1.08883);
        return std::array{116 * y - 16, 500 * (x - y), 200 * (y - z)};
    };
    const auto p = lab(a), q = lab(b);
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

} // namespace bridgescope::test
