#pragma once
#include "ui/charts/axis.h"
#include "ui/charts/chart.h"

#include <vector>

namespace bridgescope {

/// One category's overlaps; intervals are points where there is no telling (one item).
struct CategoryRow {
    QString name;
    int n = 0;
    Estimate xf, yf, xy;
    double difference = 0;
    int selected = 0; ///< of its items
};

struct CategoryData {
    std::vector<CategoryRow> rows; ///< in the order they are drawn
    bool hasMapping = true;        ///< without one X, Y alone is drawn
    double chance = 0;
    int k = 10;
    bool anySelected = false;
    int cursor = -1; ///< row the keyboard stands on
};

struct CategoryLayout {
    QRectF plot;
    Scale scale;
    Ticks ticks;
    double pitch = 22, top = 0; ///< of the rows
    int rows = 0;               ///< drawn: figures leave out those in the middle of very many
    double nameRight = 0, nRight = 0;
    QRectF row(const QRectF& rect, int at) const { return {rect.left(), top + at * pitch, rect.width(), pitch}; }
};
CategoryLayout layOutCategories(const CategoryData& data, const QRectF& rect, const ChartStyle& style);

/// X, f(X) and Y, f(X) of every category on one line each, with intervals, N and D. A row is a filter.
class CategoryChart : public Chart {
public:
    explicit CategoryChart(CategoryData data) : m_data(std::move(data)) {}
    const CategoryData& data() const { return m_data; }
    void paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const override;
    void paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF at) const override;
    QString name() const override;
    QString description() const override;
    ChartTable table() const override;
    QString helpTopic() const override { return QStringLiteral("categories"); }
    double minimumHeight(const ChartStyle& style) const override;
    double preferredHeight(double width, const ChartStyle& style) const override;
    /// Row at a point, -1: none.
    int rowAt(QPointF at, const QRectF& rect, const ChartStyle& style) const;

private:
    void paintAxis(QPainter& painter, const CategoryLayout& layout, const QRectF& rect, const ChartStyle& style) const;
    void paintRow(QPainter& painter, const CategoryRow& row, const CategoryLayout& layout, const QRectF& place,
                  const ChartStyle& style) const;
    CategoryData m_data;
};

} // namespace bridgescope
