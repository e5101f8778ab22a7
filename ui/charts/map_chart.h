#pragma once
#include "ui/charts/chart.h"
#include "ui/charts/map_glyph.h"

#include <vector>

namespace bridgescope {

/// Points alone, shading under them, or filled contours under them.
enum class MapShow { Points, Density, Contours };

/// One map of a figure.
struct MapPanel {
    Space space = Space::X;
    QString title;               ///< "Words"
    QString quality;             ///< below it
    std::vector<QPointF> points; ///< y upwards; the maps share one scale
    std::vector<int> neighbors;  ///< true neighbors of the focus in this space
};

struct MapChartData {
    std::vector<MapPanel> panels;
    MapClasses classes;
    QStringList labels;     ///< of the items, for the table and the focus
    QStringList categories; ///< for the table; empty: none
    int focus = -1;
    MapShow show = MapShow::Contours;
    bool names = true; ///< of the classes, at their densest spots
};

/// The maps side by side (two beside one another where it is narrow), with their legend: as a figure. Above
/// `mostVectors` items the points of a map are one image.
class MapChart : public Chart {
public:
    static constexpr int mostVectors = 5000;
    explicit MapChart(MapChartData data) : m_data(std::move(data)) {}
    void paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const override;
    QString name() const override;
    QString description() const override;
    ChartTable table() const override; ///< set, label, x, y, as `project` writes them, and category
    QString helpTopic() const override { return QStringLiteral("maps"); }
    double minimumHeight(const ChartStyle& style) const override;
    double preferredHeight(double width, const ChartStyle& style) const override;
    const MapChartData& data() const { return m_data; }

private:
    struct Layout {
        std::vector<QRectF> panels; ///< squares of the maps; title above, quality below
        QRectF legend;
        double height = 0;
    };
    bool twoLines(double side, const ChartStyle& style) const;
    Layout layOut(double width, const ChartStyle& style) const;
    double flowLegend(QPainter* painter, const QRectF& rect, const ChartStyle& style) const; ///< the height it takes
    void paintPanel(QPainter& painter, const MapPanel& panel, const QRectF& square, const ChartStyle& style) const;
    void paintPoints(QPainter& painter, const std::vector<QPointF>& at, const ChartStyle& style) const;
    void paintFocus(QPainter& painter, const MapPanel& panel, const std::vector<QPointF>& at, const QRectF& square,
                    const ChartStyle& style) const;
    std::vector<QPointF> laidInto(const MapPanel& panel, const QRectF& square) const;

    MapChartData m_data;
};

} // namespace bridgescope
