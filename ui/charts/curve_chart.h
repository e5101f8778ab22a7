#pragma once
#include "ui/charts/axis.h"
#include "ui/charts/chart.h"

#include <vector>

namespace bridgescope {

struct CurveSeries {
    OverlapRole role = OverlapRole::XF;
    std::vector<double> values;            ///< mNNO^k, k = 1..kMax
    std::vector<double> errors;            ///< standard errors for the 95 % band; may be empty
    std::vector<double> nullLow = {}, nullHigh = {}; ///< middle 95 % of the permutation null; empty until it is known
};

struct CurveData {
    std::vector<CurveSeries> series;
    std::vector<double> chance; ///< k = 1..kMax
    int k = 10;
    int kMax() const { return static_cast<int>(chance.size()); }
};

struct CurveLayout {
    QRectF plot;
    Scale x, y;
    Ticks xTicks, yTicks;
    std::vector<double> labelCenters; ///< of each series, then of chance
    double labelLeft = 0;
    QRectF handle; ///< the tag that says K
};
CurveLayout layOutCurve(const CurveData& data, const QRectF& rect, const ChartStyle& style);

/// Overlap against K, every K from one pass over the lists; the K handle is the K of the whole window.
class CurveChart : public Chart {
public:
    explicit CurveChart(CurveData data) : m_data(std::move(data)) {}
    const CurveData& data() const { return m_data; }
    void paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const override;
    void paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF at) const override;
    QString name() const override;
    QString description() const override;
    ChartTable table() const override;
    QString helpTopic() const override { return QStringLiteral("curve"); }
    double minimumHeight(const ChartStyle& style) const override { return 160 * style.unit; }
    /// K under a point, kept within 1..kMax.
    int kAt(QPointF at, const QRectF& rect, const ChartStyle& style) const;
    bool onHandle(QPointF at, const QRectF& rect, const ChartStyle& style) const;

private:
    CurveData m_data;
};

} // namespace bridgescope
