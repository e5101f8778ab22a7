#pragma once
#include "ui/charts/axis.h"
#include "ui/charts/chart.h"

#include <vector>

namespace bridgescope {

/// How many items have which difference NNO(X, f(X)) - NNO(Y, f(X)), from -K to K.
struct DifferenceData {
    int k = 10;
    std::vector<int> counts;   ///< 2 K + 1 entries, the first for -K
    std::vector<int> selected; ///< of these, in the selection; as long as counts, or empty
    bool anySelected = false;
    std::optional<std::pair<int, int>> brush; ///< differences under the brush, both included
};

struct DifferenceLayout {
    QRectF plot;
    Scale x, y; ///< x: difference to the middle of its bar; y: count to position
    Ticks yTicks;
    QRectF bar(const DifferenceData& data, int difference) const;
};
DifferenceLayout layOutDifference(const DifferenceData& data, const QRectF& rect, const ChartStyle& style);

/// Histogram of the per-item difference: right of 0 items keep more of X's neighbors, left of it more of Y's. A brush
/// selects.
class DifferenceChart : public Chart {
public:
    explicit DifferenceChart(DifferenceData data) : m_data(std::move(data)) {}
    const DifferenceData& data() const { return m_data; }
    void paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const override;
    void paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF at) const override;
    QString name() const override;
    QString description() const override;
    ChartTable table() const override;
    QString helpTopic() const override { return QStringLiteral("difference"); }
    double minimumHeight(const ChartStyle& style) const override { return 150 * style.unit; }
    /// Difference whose bar is at or nearest to a point, -K to K.
    int differenceAt(QPointF at, const QRectF& rect, const ChartStyle& style) const;

private:
    void paintAxes(QPainter& painter, const DifferenceLayout& layout, const ChartStyle& style) const;
    void paintBrush(QPainter& painter, const DifferenceLayout& layout, const ChartStyle& style) const;
    DifferenceData m_data;
};

} // namespace bridgescope
