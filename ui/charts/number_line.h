#pragma once
#include "ui/charts/axis.h"
#include "ui/charts/chart.h"

#include <map>

namespace bridgescope {

/// The three overlaps on one line from 0 to 1: where f(X) stands between X's neighbors and Y's.
struct NumberLineData {
    std::optional<Estimate> xf, yf; ///< absent without a mapping
    Estimate xy;
    double difference = 0;
    double chance = 0;
    std::map<OverlapRole, std::pair<double, double>> rooms = {}; ///< what the two others leave to each; empty: not said
};
/// "X, f(X) 0.49: the other two leave 0.00 to 0.98", a line an overlap.
QString roomText(const NumberLineData& data);

struct NumberLineLayout {
    Scale scale;
    double y = 0;                                             ///< of the line
    double labelXf = 0, labelYf = 0, labelXy = 0, labelD = 0; ///< centers of the labels
    bool chanceLabel = false, endLabel = false;               ///< whether there is room for these two
};
NumberLineLayout layOutNumberLine(const NumberLineData& data, const QRectF& rect, const ChartStyle& style);

class NumberLine : public Chart {
public:
    explicit NumberLine(NumberLineData data) : m_data(std::move(data)) {}
    void paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const override;
    QString name() const override;
    QString description() const override;
    ChartTable table() const override;
    QString helpTopic() const override { return QStringLiteral("number-line"); }
    double minimumHeight(const ChartStyle& style) const override;
    double preferredHeight(double, const ChartStyle& style) const override { return minimumHeight(style); }

private:
    NumberLineData m_data;
};

} // namespace bridgescope
