#pragma once
#include "core/experiment/untrained.h"
#include "ui/charts/axis.h"
#include "ui/charts/chart.h"

#include <vector>

namespace bridgescope {

/// mNNO(X, f(X)) of untrained nets against their depth, one line an activation, whiskers of one standard deviation over
/// draws. Lines are told apart by their dashes and their name at the end.
class DepthChart : public Chart {
public:
    struct Line {
        QString name;
        std::vector<Index> depths;
        std::vector<double> means, sds;
    };
    DepthChart(std::vector<Line> lines, double chance) : m_lines(std::move(lines)), m_chance(chance) {}

    void paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const override;
    QString name() const override;
    QString description() const override;
    ChartTable table() const override;
    QString helpTopic() const override { return QStringLiteral("untrained"); }
    double minimumHeight(const ChartStyle& style) const override { return 150 * style.unit; }

private:
    void paintAxes(QPainter& painter, const QRectF& plot, const Scale& x, const Scale& y,
                   const ChartStyle& style) const;
    Index deepest() const;
    std::vector<Line> m_lines;
    double m_chance;
};

/// Of results over one X, one an activation.
std::vector<DepthChart::Line> depthLines(const std::vector<UntrainedResult>& results);

} // namespace bridgescope
