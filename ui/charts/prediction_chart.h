#pragma once
#include "ui/charts/axis.h"
#include "ui/charts/chart.h"

#include <array>

namespace bridgescope {

/// What a class expects of the three overlaps, and, once revealed, what they are. By OverlapRole.
struct PredictionData {
    std::array<double, 3> guess{0.5, 0.5, 0.5}; ///< 0..1
    std::optional<std::array<double, 3>> truth;
    double chance = 0; ///< drawn once revealed
};

/// Three lanes over one line from 0 to 1: hollow marks are the guesses, filled ones the truth.
class PredictionChart : public Chart {
public:
    explicit PredictionChart(PredictionData data) : m_data(data) {}
    void paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const override;
    QString name() const override;
    QString description() const override;
    ChartTable table() const override;
    QString helpTopic() const override { return QStringLiteral("predict"); }
    double minimumHeight(const ChartStyle& style) const override;
    double preferredHeight(double, const ChartStyle& style) const override { return minimumHeight(style); }
    const PredictionData& data() const { return m_data; }
    /// The lane under a place; none below the lanes.
    std::optional<OverlapRole> laneAt(QPointF at, const QRectF& rect, const ChartStyle& style) const;
    /// The value at a place, held to 0..1, in hundredths.
    double valueAt(QPointF at, const QRectF& rect, const ChartStyle& style) const;
    QPointF markAt(OverlapRole role, const QRectF& rect, const ChartStyle& style) const; ///< of the guess

private:
    PredictionData m_data;
};

} // namespace bridgescope
