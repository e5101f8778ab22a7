#pragma once
#include "ui/charts/axis.h"
#include "ui/charts/chart.h"

#include <optional>
#include <vector>

namespace bridgescope {

/// One mapping: its overlaps with X and with Y.
struct BarRow {
    int id = -1;
    QString name;
    bool current = false; ///< the mapping looked at: drawn in full color, its name semibold
    Estimate xf, yf;
    double difference = 0;
    bool waiting = false;          ///< its numbers are still being made: only the name is drawn
    std::optional<double> p1 = {}; ///< retrieval, in a column of its own where it is known of a row
};

struct BarData {
    std::vector<BarRow> rows;
    std::optional<Estimate> xy; ///< X against Y: what is shared without any mapping
    double chance = 0;
    int k = 10;
    bool calibrated = false; ///< values are over the permutation null, chance is 0
};

/// Where everything stands. Plain geometry: no painter.
struct BarLayout {
    struct Row {
        QRectF whole, xf, yf; ///< yf empty for the row of X, Y
    };
    QRectF plot;
    Scale scale;
    Ticks ticks;
    std::vector<Row> rows; ///< one a mapping, then the one of X, Y where there is one
    double nameRight = 0, differenceRight = 0, differenceLeft = 0;
    double retrievalLeft = 0, retrievalRight = 0; ///< equal where there is no such column
};
BarLayout layOutBars(const BarData& data, const QRectF& rect, const ChartStyle& style);

/// mNNO(X, f(X)) and mNNO(Y, f(X)) of every mapping with intervals, the chance line, D, and P@1 where it is asked for.
class BarChart : public Chart {
public:
    explicit BarChart(BarData data) : m_data(std::move(data)) {}
    const BarData& data() const { return m_data; }
    void paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const override;
    void paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF at) const override;
    QString name() const override;
    QString description() const override;
    ChartTable table() const override;
    QString helpTopic() const override { return QStringLiteral("bars"); }
    double minimumHeight(const ChartStyle& style) const override;
    double preferredHeight(double width, const ChartStyle& style) const override;
    /// Row of the mapping at a point, -1: none.
    int rowAt(QPointF at, const QRectF& rect, const ChartStyle& style) const;

private:
    BarData m_data;
};

} // namespace bridgescope
