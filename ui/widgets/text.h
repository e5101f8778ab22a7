#pragma once
#include <QFont>
#include <QPainter>
#include <QString>

class QFontMetricsF;

namespace bridgescope {

/// The type sizes of the window, in pixels at 100 %. Nothing is smaller than Caption.
enum class TextSize { Caption = 11, Body = 12, Title = 13, Heading = 16, Verdict = 18, Program = 24 };

/// `base` (a widget's font, 12 pixels at 100 %) at another size and weight; keeps base's scale, as the presenter mode
/// sets it.
QFont textFont(const QFont& base, TextSize size, bool semibold = false);
/// How much larger than 100 % a font is: its pixel size over 12.
double textScale(const QFont& base);

/// "−0.30", "4.6", "1,906": minus sign U+2212, thousands parted by commas, never "−0.00".
QString number(double value, int decimals = 2);
QString number(qint64 value);
inline QString number(int value)
{
    return number(static_cast<qint64>(value));
}
/// "+5", "0", "−2".
QString signedNumber(qint64 value);
/// "p < .001", "p = .032": how a p-value stands in a sentence.
QString pValueText(double p);

/// Draws digits at one width each (tabular), so that columns of numbers line up; everything else as drawText does.
void drawNumber(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text);
double numberWidth(const QFont& font, const QString& text);

/// Draws one line, elided at the right where it does not fit. Returns the width used.
double drawElided(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text,
                  Qt::TextElideMode elide = Qt::ElideRight);

} // namespace bridgescope
