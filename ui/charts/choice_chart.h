#pragma once
#include "ui/charts/axis.h"
#include "ui/charts/chart.h"

#include <vector>

namespace bridgescope {

/// The error by which a setting of a closed form was chosen, over the values that were tried.
struct ChoiceData {
    QString name;               ///< "Leave-one-out error"
    QString setting;            ///< "ρ", "components"
    bool logarithmic = false;   ///< the axis is log10 of the setting
    std::vector<double> values; ///< at least two, ascending; above 0 where logarithmic
    std::vector<double> errors; ///< that of the value chosen is drawn as 1
    std::size_t chosen = 0;
};

struct ChoiceLayout {
    QRectF plot;
    Scale x, y;
    Ticks xTicks, yTicks;
    double cut = 0; ///< relative errors above it leave the plot at its top
};
ChoiceLayout layOutChoice(const ChoiceData& data, const QRectF& rect, const ChartStyle& style);

class ChoiceChart : public Chart {
public:
    explicit ChoiceChart(ChoiceData data) : m_data(std::move(data)) {}
    const ChoiceData& data() const { return m_data; }
    void paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const override;
    void paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF at) const override;
    QString name() const override { return m_data.name; }
    QString description() const override;
    ChartTable table() const override;
    QString helpTopic() const override { return QStringLiteral("choice"); }
    double minimumHeight(const ChartStyle& style) const override { return 130 * style.unit; }
    /// Position among the values of the one nearest to a point.
    std::size_t valueAt(QPointF at, const QRectF& rect, const ChartStyle& style) const;

private:
    ChoiceData m_data;
};

} // namespace bridgescope
