#include "ui/widgets/text.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QLocale>
#include <QRawFont>

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

/// A font's digits, measured once: the glyphs, their widths and the widest digit's.
struct Digits {
    QRawFont raw;
    double digitWidth = 0;
    double ascent = 0, height = 0;
};

const Digits& digitsOf(const QFont& font)
{
    thread_local QHash<QString, Digits> cache;
    const QString key = font.key();
    const auto found = cache.constFind(key);
    if (found != cache.cend()) return *found;
    Digits digits;
    digits.raw = QRawFont::fromFont(font);
    const QFontMetricsF metrics(font);
    for (char c = '0'; c <= '9'; ++c)
        digits.digitWidth = std::max(digits.digitWidth, metrics.horizontalAdvance(QLatin1Char(c)));
    digits.ascent = metrics.ascent();
    digits.height = metrics.height();
    return *cache.insert(key, digits);
}

/// Positions glyph by glyph; empty where the font itself lacks one of them.
QGlyphRun tabularRun(const QFont& font, const QString& text, double& width)
{
    const Digits& digits = digitsOf(font);
    const auto glyphs = digits.raw.glyphIndexesForString(text);
    QGlyphRun run;
    if (glyphs.size() != text.size() || glyphs.contains(0)) return run;
    const auto advances = digits.raw.advancesForGlyphIndexes(glyphs);
    QList<QPointF> positions;
    double x = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const double advance = advances[i].x();
        const double cell = text[i].isDigit() ? digits.digitWidth : advance;
        positions.append({x + (cell - advance) / 2, digits.ascent});
        x += cell;
    }
    width = x;
    run.setRawFont(digits.raw);
    run.setGlyphIndexes(glyphs);
    run.setPositions(positions);
    return run;
}

} // namespace

QFont textFont(const QFont& base, TextSize size, bool semibold)
{
    QFont font = base;
    font.setPixelSize(std::max(1, qRound(static_cast<int>(size) * textScale(base))));
    font.setWeight(semibold ? QFont::DemiBold : QFont::Normal);
    return font;
}

double textScale(const QFont& base)
{
    const int pixels = base.pixelSize() > 0 ? base.pixelSize() : QFontInfo(base).pixelSize();
    return pixels / 12.0;
}

QString number(double value, int decimals)
{
    if (!std::isfinite(value)) return QStringLiteral("–");
    const double unit = std::pow(10.0, decimals);
    if (std::abs(value) * unit < 0.5) value = 0;
    QString text = QLocale(QLocale::English, QLocale::UnitedStates).toString(value, 'f', decimals);
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

QString number(qint64 value)
{
    QString text = QLocale(QLocale::English, QLocale::UnitedStates).toString(value);
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

QString signedNumber(qint64 value)
{
    return (value > 0 ? QStringLiteral("+") : QString()) + number(value);
}

QString pValueText(double p)
{
    if (p < 0.001) return QStringLiteral("p < .001");
    if (p > 0.9995) return QStringLiteral("p = 1");
    return QStringLiteral("p = ") + QString::number(p, 'f', 3).mid(1);
}

void drawNumber(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text)
{
    double width = 0;
    const QGlyphRun run = tabularRun(painter.font(), text, width);
    if (run.isEmpty()) {
        painter.drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine, text);
        return;
    }
    double x = rect.left();
    if (alignment & Qt::AlignRight) x = rect.right() - width;
    if (alignment & Qt::AlignHCenter) x = rect.center().x() - width / 2;
    const double height = digitsOf(painter.font()).height;
    double y = rect.top();
    if (alignment & Qt::AlignVCenter) y = rect.center().y() - height / 2;
    if (alignment & Qt::AlignBottom) y = rect.bottom() - height;
    painter.drawGlyphRun({x, std::round(y)}, run);
}

double numberWidth(const QFont& font, const QString& text)
{
    double width = 0;
    if (tabularRun(font, text, width).isEmpty()) return QFontMetricsF(font).horizontalAdvance(text);
    return width;
}

double drawElided(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text,
                  Qt::TextElideMode elide)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    double width = metrics.horizontalAdvance(text);
    QString shown = text;
    if (width > rect.width()) {
        shown = metrics.elidedText(text, elide, std::max(0.0, rect.width()));
        width = metrics.horizontalAdvance(shown);
    }
    painter.drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine, shown);
    return width;
}

} // namespace bridgescope
