#pragma once
#include "ui/charts/axis.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tokens.h"

#include <QFont>
#include <QList>
#include <QStringList>

#include <algorithm>
#include <optional>

class QPainter;
class QPaintDevice;
class QWidget;

namespace bridgescope {

/// How a chart is drawn: on the screen with a widget's colors and fonts, or in a figure on white.
struct ChartStyle {
    Tokens colors = lightTokens();
    QFont font;                     ///< body size
    double unit = 1;                ///< one pixel of the 100 % design, in painter units
    bool screen = true;             ///< handles, focus and selection are drawn; off in figures
    bool grey = false;              ///< figures: colors of no space or token are drawn as their lightness
    bool oneSize = false;           ///< figures: every text at the font's own size
    QPaintDevice* device = nullptr; ///< what text is measured for; null: the screen

    static ChartStyle of(const QWidget& widget);
    QFont text(TextSize size, bool semibold = false) const;
    double width(const QString& text, TextSize size, bool semibold = false) const;
    double lineHeight(TextSize size) const;
};

/// The numbers behind a chart, as a table for people and for CSV. Numbers are written with a point and without a unit.
struct ChartTable {
    QStringList header;
    QList<QStringList> rows;
};

/// An overlap with f(X) takes the look of the space it is compared with; X against Y is the grey triangle.
enum class OverlapRole { XF, YF, XY };
Mark markOf(OverlapRole role);
QColor lineOf(OverlapRole role, const Tokens& tokens);
QColor textOf(OverlapRole role, const Tokens& tokens);
QString nameOf(OverlapRole role); ///< "X, f(X)"

/// A mean with its 95 % interval; `low` and `high` are NaN where it is not known.
struct Estimate {
    double mean = 0, low = 0, high = 0;
    bool hasInterval() const { return low <= high; }
    double most() const { return hasInterval() ? std::max(mean, high) : mean; }
};

/// A picture of numbers: the same drawing on screen, in SVG and in PDF. Immutable once made.
class Chart {
public:
    virtual ~Chart() = default;
    virtual void paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const = 0;
    /// What is drawn over the chart while the pointer is at `at`: a hairline with values. Never moves anything.
    virtual void paintHover(QPainter&, const QRectF&, const ChartStyle&, QPointF) const {}
    virtual QString name() const = 0;
    /// The chart in words, with its numbers: for screen readers and as a figure's alternative text.
    virtual QString description() const = 0;
    virtual ChartTable table() const = 0;
    /// The text of resources/help that explains it; empty: that of the view it stands in.
    virtual QString helpTopic() const { return {}; }
    /// The least height at which nothing is cut, and the height it likes best at a width.
    virtual double minimumHeight(const ChartStyle& style) const = 0;
    virtual double preferredHeight(double width, const ChartStyle& style) const
    {
        return std::max(minimumHeight(style), width * 0.62);
    }
};

/// A small box of lines beside `at`, kept inside `rect`: what hairlines say. Lines are "name\tvalue".
void paintReadout(QPainter& painter, const QRectF& rect, QPointF at, const QString& title, const QStringList& lines,
                  const ChartStyle& style);
/// Grid lines and labels at the ticks of both axes of a plot, and the name of the horizontal one below them.
void paintPlotAxes(QPainter& painter, const QRectF& plot, const Scale& x, const Ticks& xTicks, const QString& xName,
                   const Scale& y, const Ticks& yTicks, const ChartStyle& style);
/// For tables: shortest text that reads back as the same float.
QString plainNumber(double value);

} // namespace bridgescope
