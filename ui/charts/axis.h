#pragma once
#include <QString>

#include <vector>

namespace bridgescope {

/// A straight map from values to positions of the painter.
struct Scale {
    double low = 0, high = 1; ///< domain; low != high
    double from = 0, to = 1;  ///< positions of low and high
    double position(double value) const { return from + (value - low) / (high - low) * (to - from); }
    double value(double at) const { return low + (at - from) / (to - from) * (high - low); }
};

/// Round values 1, 2, 2.5 or 5 times a power of ten inside [low, high], at most `most` of them (at least two where any
/// fit).
struct Ticks {
    std::vector<double> values;
    int decimals = 0; ///< as many as every value needs
    QString text(double value) const;
};
Ticks roundTicks(double low, double high, int most);
/// The same for counts: no fractions.
Ticks countTicks(double low, double high, int most);
/// The smallest tick at or above `value`, by the steps roundTicks would take over [0, value].
double roundUp(double value, int most);

/// Puts labels of the given sizes as near to where they belong as they can go without touching (least squares), inside
/// [low, high]. Centers in, centers out, in the order given. Where there is no room they share what there is.
std::vector<double> spreadLabels(const std::vector<double>& centers, const std::vector<double>& sizes, double gap,
                                 double low, double high);

} // namespace bridgescope
