#pragma once
#include "ui/charts/map_chart.h"
#include "ui/charts/map_names.h"
#include "ui/panels/maps/map_coloring.h"

#include <QImage>
#include <QPolygonF>
#include <QWidget>

#include <optional>

namespace bridgescope {

/// How the plane is laid into a view: `center` in the middle, `scale` pixels a unit. Shared by the three maps.
struct MapTransform {
    QPointF center;
    double scale = 1;
    /// What shows `bounds` of the plane with a margin in a view of that size.
    static MapTransform fitting(const QRectF& bounds, QSize size);
    friend bool operator==(const MapTransform&, const MapTransform&) = default;
};

enum class MapTool { Pan, Lasso, Box };

/// What is lit on a map beside its points.
struct MapMarks {
    int focus = -1, hovered = -1; ///< local positions, -1: none
    /// The focus item's neighbors: of this map's own space filled and linked, those of other spaces hollow.
    struct Neighbor {
        int local;
        Space space;
        bool own;
    };
    std::vector<Neighbor> neighbors;
    std::shared_ptr<const std::vector<bool>> selected; ///< by local position; null: nothing is
};

/// One map: points, the focus with its true neighbors, density. Emits what the user points at; knows nothing of the
/// hub.
class MapView : public QWidget {
    Q_OBJECT
public:
    explicit MapView(Space space, QWidget* parent = nullptr);
    void setLayouts(MapLayoutsPtr layouts);
    void setColoring(MapColoringPtr coloring);
    void setMarks(MapMarks marks);
    void setHovered(int local);
    void setTool(MapTool tool);
    void setShow(MapShow show);
    void setTransform(const MapTransform& transform);
    const MapTransform& transform() const { return m_transform; }
    QRectF bounds() const;             ///< of the points, in the plane
    QPointF position(int local) const; ///< in the widget
    int itemAt(QPointF at) const;      ///< nearest within reach, -1: none
    QSize minimumSizeHint() const override { return {200, 200}; }
    QSize sizeHint() const override { return {380, 340}; }

signals:
    void itemHovered(int local);
    void itemChosen(int local);
    void itemOpened(int local);
    void itemsEnclosed(const std::vector<int>& locals, Qt::KeyboardModifiers modifiers);
    void cleared();
    void resized();
    void transformed(const bridgescope::MapTransform& transform);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    const Matrix& points() const;
    int count() const { return m_layouts ? static_cast<int>(points().columns()) : 0; }
    void invalidate();
    void lay();        ///< places of the points, and the ground under them
    void drawPoints(); ///< over the ground
    void stampPoints();
    void placeCategoryNames();
    QFont nameFont() const;
    void paintDensity(QPainter& painter) const;
    void paintHovered(QPainter& painter) const;
    void paintNeighbors(QPainter& painter) const;
    struct Label {
        QString text;
        QRectF box;
        bool strong;
    };
    std::vector<Label> placeLabels() const;
    QFont labelFont(bool strong) const;
    void paintNamesBeside(QPainter& painter, const std::vector<Label>& labels) const;
    void paintLabels(QPainter& painter, const std::vector<Label>& labels) const;
    void zoom(double factor, QPointF at);
    std::vector<int> enclosed() const;

    Space m_space;
    MapLayoutsPtr m_layouts;
    MapColoringPtr m_coloring;
    MapMarks m_marks;
    MapTransform m_transform;
    MapTool m_tool = MapTool::Pan;
    MapShow m_show = MapShow::Density;
    // Made when first needed, kept while they hold: a brush draws the points again, but not what lies under them.
    std::vector<QPointF> m_at;                   ///< places of the points; empty: to be laid
    QImage m_ground;                             ///< density
    QImage m_drawn;                              ///< ground and points; null: to be drawn
    std::optional<std::vector<MapName>> m_names; ///< of the categories, where they stand
    QPolygonF m_enclosing;
    std::optional<QPointF> m_pressed;
    bool m_moved = false;
};

} // namespace bridgescope
