#include "ui/charts/epoch_chart.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <optional>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::EpochChart", text);
}

double lastOf(const std::vector<double>& values)
{
    for (auto value = values.rbegin(); value != values.rend(); ++value)
        if (std::isfinite(*value)) return *value;
    return std::nan("");
}

/// The value that a series' label gives.
double labelledOf(const EpochData& data, const EpochSeries& series)
{
    const auto kept = static_cast<std::size_t>(data.kept);
    const bool known = !series.compared && kept >= 1 && kept <= series.values.size();
    return known && std::isfinite(series.values[kept - 1]) ? series.values[kept - 1] : lastOf(series.values);
}

QString valueText(const EpochData& data, double value)
{
    return std::isfinite(value) ? number(value, data.decimals) : QStringLiteral("–");
}

QString labelOf(const EpochData& data, const EpochSeries& series)
{
    return series.compared ? series.name : series.name + ' ' + valueText(data, labelledOf(data, series));
}

QString labelOf(const EpochData& data, const EpochReference& reference)
{
    return reference.name + ' ' + valueText(data, reference.value);
}

QColor colorOf(const EpochSeries& series, const ChartStyle& style)
{
    const QColor full = series.look == EpochSeries::Look::XF   ? lineOf(OverlapRole::XF, style.colors)
                        : series.look == EpochSeries::Look::YF ? lineOf(OverlapRole::YF, style.colors)
                                                               : style.colors.ink;
    return series.compared ? blend(full, style.colors.base, 0.5) : full;
}

std::pair<double, double> rangeOf(const EpochData& data)
{
    double low = HUGE_VAL, high = -HUGE_VAL;
    const auto add = [&](double value) {
        if (!std::isfinite(value)) return;
        low = std::min(low, value);
        high = std::max(high, value);
    };
    for (const EpochSeries& series : data.series)
        std::for_each(series.values.begin(), series.values.end(), add);
    for (const EpochReference& reference : data.references)
        add(reference.value);
    if (low > high) return {0, 1};
    if (data.fromZero) low = std::min(low, 0.0);
    if (high - low < 1e-9 * std::max(1.0, std::abs(high))) high = low + std::max(1e-6, std::abs(high));
    const double room = 0.04 * (high - low);
    return {data.fromZero && low == 0 ? 0 : low - room, high + room};
}

/// The line through what was measured; a long run is thinned to what the pixels can tell.
QPolygonF lineThrough(const std::vector<double>& values, const Scale& x, const Scale& y)
{
    const auto most = static_cast<std::size_t>(std::max(2.0, 2 * std::abs(x.to - x.from)));
    const std::size_t step = std::max<std::size_t>(1, values.size() / most);
    QPolygonF line;
    const auto add = [&](std::size_t i) {
        if (std::isfinite(values[i])) line << QPointF(x.position(static_cast<double>(i + 1)), y.position(values[i]));
    };
    for (std::size_t i = 0; i < values.size(); i += step)
        add(i);
    if (!values.empty() && (values.size() - 1) % step != 0) add(values.size() - 1);
    return line;
}

/// The mark stands at the epoch that the label is of; a best one that may still change is ringed.
void paintSeries(QPainter& painter, const EpochData& data, const EpochSeries& series, const EpochLayout& layout,
                 const ChartStyle& style)
{
    const double u = style.unit;
    const QColor color = colorOf(series, style);
    QPen pen(color, (series.compared ? 1.1 : 1.7) * u, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (series.dashed) pen.setDashPattern({3, 2}), pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const QPolygonF line = lineThrough(series.values, layout.x, layout.y);
    painter.drawPolyline(line);
    if (line.isEmpty()) return;
    const auto pointAt = [&](int epoch) -> std::optional<QPointF> {
        if (epoch < 1 || static_cast<std::size_t>(epoch) > series.values.size()) return std::nullopt;
        const double value = series.values[static_cast<std::size_t>(epoch - 1)];
        if (!std::isfinite(value)) return std::nullopt;
        return QPointF(layout.x.position(epoch), layout.y.position(value));
    };
    const auto kept = series.compared ? std::nullopt : pointAt(data.kept);
    if (const auto at = pointAt(series.best); at && !kept) {
        painter.setPen(QPen(color, 1.4 * u));
        painter.setBrush(style.colors.base);
        painter.drawEllipse(*at, 3.5 * u, 3.5 * u);
    }
    if (series.compared && line.size() > 1) return;
    const Mark mark = series.look == EpochSeries::Look::XF ? Mark::Square : Mark::Circle;
    paintMark(painter, mark, kept.value_or(line.last()), (series.look == EpochSeries::Look::Ink ? 5 : 7) * u, color,
              style.colors.base);
}

void paintLabels(QPainter& painter, const EpochData& data, const EpochLayout& layout, const QRectF& rect,
                 const ChartStyle& style)
{
    const double h = style.lineHeight(TextSize::Caption);
    std::size_t i = 0;
    const auto label = [&](const QString& text, const QColor& color, bool semibold) {
        painter.setFont(style.text(TextSize::Caption, semibold));
        painter.setPen(color);
        drawElided(
            painter,
            QRectF(layout.labelLeft, layout.labelCenters[i++] - h / 2, rect.right() - layout.labelLeft + style.unit, h),
            Qt::AlignLeft | Qt::AlignVCenter, text, Qt::ElideMiddle); // runs differ at the end of their names
    };
    for (const EpochSeries& series : data.series) {
        const QColor own = series.look == EpochSeries::Look::XF   ? textOf(OverlapRole::XF, style.colors)
                           : series.look == EpochSeries::Look::YF ? textOf(OverlapRole::YF, style.colors)
                                                                  : style.colors.ink;
        label(labelOf(data, series), series.compared ? style.colors.ink2 : own, !series.compared);
    }
    for (const EpochReference& reference : data.references)
        label(labelOf(data, reference), style.colors.ink2, false);
}

} // namespace

EpochLayout layOutEpochs(const EpochData& data, const QRectF& rect, const ChartStyle& style)
{
    const double u = style.unit, h = style.lineHeight(TextSize::Caption);
    EpochLayout layout;
    double labels = 0;
    for (const EpochSeries& series : data.series)
        labels = std::max(labels, std::min(style.width(labelOf(data, series), TextSize::Caption, !series.compared),
                                           rect.width() * (series.compared ? 0.25 : 0.45)));
    for (const EpochReference& reference : data.references)
        labels = std::max(labels, style.width(labelOf(data, reference), TextSize::Caption));
    labels = std::min(labels, rect.width() * 0.45);
    layout.labelLeft = rect.right() - labels;
    const double top = rect.top() + h / 2, bottom = rect.bottom() - 2 * h - 4 * u;
    const auto [low, high] = rangeOf(data);
    layout.y = {low, high, bottom, top};
    layout.yTicks = roundTicks(low, high, std::clamp(static_cast<int>((bottom - top) / (26 * u)), 2, 7));
    double widest = 0;
    for (const double tick : layout.yTicks.values)
        widest = std::max(widest, style.width(layout.yTicks.text(tick), TextSize::Caption));
    layout.plot = QRectF(QPointF(rect.left() + widest + 10 * u, top), QPointF(layout.labelLeft - 8 * u, bottom));
    const int last = std::max(2, data.epochs);
    layout.x = {1, static_cast<double>(last), layout.plot.left(), layout.plot.right()};
    if (data.epochs <= 1) // a closed form: one point, and no epochs to count
        layout.x.low = 0;
    else
        layout.xTicks = countTicks(1, last, std::clamp(static_cast<int>(layout.plot.width() / (52 * u)), 2, 6));
    std::vector<double> centers;
    for (const EpochSeries& series : data.series) {
        const double value = labelledOf(data, series);
        centers.push_back(std::isfinite(value) ? layout.y.position(value) : bottom);
    }
    for (const EpochReference& reference : data.references)
        centers.push_back(layout.y.position(reference.value));
    const std::vector<double> sizes(centers.size(), h);
    layout.labelCenters = spreadLabels(centers, sizes, 0, rect.top(), bottom + h);
    return layout;
}

void EpochChart::paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const
{
    const double u = style.unit;
    const EpochLayout layout = layOutEpochs(m_data, rect, style);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPlotAxes(painter, layout.plot, layout.x, layout.xTicks, m_data.epochs > 1 ? tr("epoch") : QString(), layout.y,
                  layout.yTicks, style);
    QPen dashed(style.colors.ink2, u);
    dashed.setDashPattern({3, 2.5});
    for (const EpochReference& reference : m_data.references) {
        painter.setPen(dashed);
        const double y = layout.y.position(reference.value);
        painter.drawLine(QPointF(layout.plot.left(), y), QPointF(layout.plot.right(), y));
    }
    if (style.screen && m_data.current > 0) {
        const double x = layout.x.position(std::min(m_data.current, std::max(2, m_data.epochs)));
        painter.setPen(QPen(style.colors.accent, 1.2 * u));
        painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()));
    }
    if (m_data.kept > 0) {
        const double x = layout.x.position(m_data.kept);
        painter.setPen(QPen(style.colors.ink3, u, Qt::DotLine));
        painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()));
    }
    for (const bool compared : {true, false}) // the run itself lies on top
        for (const EpochSeries& series : m_data.series)
            if (series.compared == compared) paintSeries(painter, m_data, series, layout, style);
    paintLabels(painter, m_data, layout, rect, style);
}

int EpochChart::epochAt(QPointF at, const QRectF& rect, const ChartStyle& style) const
{
    const EpochLayout layout = layOutEpochs(m_data, rect, style);
    return std::clamp(static_cast<int>(std::lround(layout.x.value(at.x()))), 1, std::max(1, m_data.epochs));
}

void EpochChart::paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF position) const
{
    const EpochLayout layout = layOutEpochs(m_data, rect, style);
    if (!layout.plot.adjusted(-6, 0, 6, 0).contains(position)) return;
    const int epoch = epochAt(position, rect, style);
    const double x = layout.x.position(epoch);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(style.colors.ink3, 1));
    painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()));
    QStringList lines;
    for (const EpochSeries& series : m_data.series)
        if (static_cast<std::size_t>(epoch) <= series.values.size())
            lines << series.name + '\t' +
                         number(series.values[static_cast<std::size_t>(epoch - 1)], m_data.decimals + 1);
    for (const EpochReference& reference : m_data.references)
        lines << reference.name + '\t' + number(reference.value, m_data.decimals + 1);
    paintReadout(painter, rect, {x, position.y()}, tr("Epoch %1").arg(epoch), lines, style);
}

QString EpochChart::description() const
{
    QStringList parts;
    for (const EpochSeries& series : m_data.series) {
        if (series.values.empty()) continue;
        parts << tr("%1: %2 after epoch 1, %3 after epoch %4")
                     .arg(series.name, valueText(m_data, series.values.front()),
                          valueText(m_data, lastOf(series.values)))
                     .arg(series.values.size());
        if (series.best > 0) parts << tr("best after epoch %1").arg(series.best);
    }
    for (const EpochReference& reference : m_data.references)
        parts << labelOf(m_data, reference);
    return parts.join(QStringLiteral(". "));
}

QString EpochChart::helpTopic() const
{
    const bool overlaps = std::any_of(m_data.series.begin(), m_data.series.end(),
                                      [](const EpochSeries& series) { return series.look != EpochSeries::Look::Ink; });
    return overlaps ? QStringLiteral("epoch-overlaps") : QStringLiteral("epoch-loss");
}

ChartTable EpochChart::table() const
{
    ChartTable table;
    table.header << "epoch";
    std::size_t rows = 0;
    for (const EpochSeries& series : m_data.series) {
        table.header << series.name;
        rows = std::max(rows, series.values.size());
    }
    for (const EpochReference& reference : m_data.references)
        table.header << reference.name;
    for (std::size_t i = 0; i < rows; ++i) {
        QStringList row{QString::number(i + 1)};
        for (const EpochSeries& series : m_data.series)
            row << (i < series.values.size() && std::isfinite(series.values[i]) ? plainNumber(series.values[i])
                                                                                : QString());
        for (const EpochReference& reference : m_data.references)
            row << plainNumber(reference.value);
        table.rows.append(row);
    }
    return table;
}

} // namespace bridgescope
