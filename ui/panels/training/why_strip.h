#pragma once
#include "ui/workspace/measured.h"

#include <QStringList>
#include <QWidget>

#include <array>
#include <memory>
#include <vector>

namespace bridgescope {

/// A neighbor as the strip shows it.
struct WhyTile {
    int pair = -1;    ///< position in the PairedSet
    int picture = -1; ///< tile of the atlas; -1: none
    QString label;
    int lists = 1;                 ///< of how many items' lists this is said
    bool inX = false, inY = false; ///< of most of these: whether it is among their K nearest there
};
/// Kept, gained and lost neighbors, best first. Places: how many entries of the lists each group stands for.
struct WhyGroups {
    std::array<std::vector<WhyTile>, 3> tiles;
    std::array<qint64, 3> places{};
    std::shared_ptr<const PictureAtlas> pictures; ///< null: labels
};
QString whyGroupName(int group); ///< "Kept", "Gained", "Lost"

/// Where headers and tiles stand. As many as there is room for are shown, the room parted fairly.
struct WhyLayout {
    struct Tile {
        QRectF rect;
        int group, index;
    };
    std::array<QRectF, 3> headers;
    std::array<QRectF, 3> more; ///< where "+3" stands; null where all are shown
    std::array<int, 3> hidden{};
    std::vector<Tile> tiles;
};
WhyLayout layOutWhy(const std::array<int, 3>& counts, double width, bool pictures, double scale);

/// The neighbors f keeps, gains and loses in one step, as pictures or labels, each with the marks of the spaces it is a
/// neighbor in. Emits what is pointed at; knows nothing of the hub.
class WhyStrip : public QWidget {
    Q_OBJECT
public:
    explicit WhyStrip(QWidget* parent = nullptr);
    void show(WhyGroups groups);
    void setHovered(int pair);
    const WhyGroups& groups() const { return m_groups; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {300, sizeHint().height()}; }
    const WhyTile* tileAt(QPointF at) const; ///< null: none
    WhyLayout placed() const;

signals:
    void itemHovered(int pair);
    void itemChosen(int pair);
    void itemOpened(int pair);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void paintTile(QPainter& painter, const QRectF& rect, int group, const WhyTile& tile) const;
    WhyGroups m_groups;
    int m_hovered = -1;
    int m_pressed = -1; ///< what the first click of two was on: the strip changes under the second
};

} // namespace bridgescope
