#pragma once
#include "ui/charts/axis.h"
#include "ui/charts/chart.h"

#include <QRect>

#include <array>
#include <vector>

namespace bridgescope {

/// How many items share how many neighbors with X and with Y: a lattice of K + 1 by K + 1 places.
struct LoyaltyData {
    int k = 10;
    std::vector<int> counts;   ///< (K + 1)²: entry x + (K + 1) y
    std::vector<int> selected; ///< as long, or empty
    bool anySelected = false;
    int part = -1;                            ///< high is above this many; below 0: K/2
    double chance = 0;                        ///< expected count, K times the chance overlap
    std::optional<std::pair<int, int>> focus; ///< of the focus item
    std::optional<QRect> brush;               ///< lattice places under the brush, both ends included

    int parting() const { return part < 0 ? k / 2 : part; }
    int at(const std::vector<int>& of, int x, int y) const
    {
        const auto i = static_cast<std::size_t>(x + (k + 1) * y);
        return i < of.size() ? of[i] : 0;
    }
};

struct LoyaltyLayout {
    QRectF plot;
    Scale x, y;
    QRectF legend; ///< empty where there is no room
};
LoyaltyLayout layOutLoyalty(const LoyaltyData& data, const QRectF& rect, const ChartStyle& style);

/// One dot a place, its area the number of items; the diagonal parts those loyal to X from those near Y.
class LoyaltyChart : public Chart {
public:
    explicit LoyaltyChart(LoyaltyData data) : m_data(std::move(data)) {}
    const LoyaltyData& data() const { return m_data; }
    void paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const override;
    void paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF at) const override;
    QString name() const override;
    QString description() const override;
    ChartTable table() const override;
    QString helpTopic() const override { return QStringLiteral("loyalty"); }
    double minimumHeight(const ChartStyle& style) const override { return 170 * style.unit; }
    double preferredHeight(double width, const ChartStyle& style) const override
    {
        return std::max(minimumHeight(style), width * 0.66);
    }
    /// Lattice place at a point, kept within 0..K.
    QPoint placeAt(QPointF at, const QRectF& rect, const ChartStyle& style) const;
    /// Items in the corners High with both, with Y only, with X only, Low with both; high is above parting().
    std::array<int, 4> corners() const;
    /// The corner whose legend entry is at a point, in the order of corners(); -1: none.
    int cornerAt(QPointF at, const QRectF& rect, const ChartStyle& style) const;
    static int cornerOf(int x, int y, int parting) { return x > parting ? (y > parting ? 0 : 2) : y > parting ? 1 : 3; }
    /// Whether a point is on one of the lines that part the corners.
    bool onParting(QPointF at, const QRectF& rect, const ChartStyle& style) const;

private:
    void paintFrame(QPainter& painter, const LoyaltyLayout& layout, const ChartStyle& style) const;
    void paintDots(QPainter& painter, const LoyaltyLayout& layout, const ChartStyle& style) const;
    void paintLegend(QPainter& painter, const LoyaltyLayout& layout, const ChartStyle& style) const;
    LoyaltyData m_data;
};

} // namespace bridgescope
