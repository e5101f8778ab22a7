#pragma once
#include "ui/models/neighbor_lists.h"

#include <QRectF>
#include <QSizeF>

#include <array>
#include <optional>

namespace bridgescope {

/// What the geometry of the three lists depends on.
struct ListsShape {
    QSizeF size;
    double scale = 1;     ///< text scale
    bool compact = false; ///< below 1360 wide: rows of 25 instead of 34
    bool pictures = false;
    std::array<int, 3> counts{}; ///< entries of each list
    double scroll = 0;           ///< of all three columns together, in pixels
};

struct RowCells {
    QRectF rank, picture, label, bar, value, first, second;
};

/// Where a link runs; an end whose row is out of sight lies on the edge of the rows and is faded.
struct LinkPlace {
    QPointF from, to;
    int hiddenLeft = 0, hiddenRight = 0; ///< -1: above, 1: below, 0: in sight
};

/// Three cards, two gutters, rows that scroll together. Plain geometry: no painter.
class ListsLayout {
public:
    explicit ListsLayout(const ListsShape& shape);

    QRectF card(Space space) const { return m_cards[static_cast<std::size_t>(space)]; }
    QRectF cardHeader(Space space) const;
    QRectF columnHeader(Space space) const;
    QRectF rowsArea(Space space) const; ///< what shows of the rows
    QRectF gutter(int gutter) const;
    QRectF row(Space space, int index) const; ///< where it would be; may lie outside rowsArea
    bool rowInSight(Space space, int index) const;
    RowCells cells(const QRectF& row) const;
    LinkPlace place(const ListLink& link) const;
    double rowHeight() const { return m_rowHeight; }
    double maximumScroll() const;
    /// Scroll that brings a row into sight with the least movement.
    double scrollTo(int row) const;

    struct Hit {
        Space space;
        int row;
    };
    std::optional<Hit> hit(QPointF at) const;

    /// Height that shows `rows` rows without scrolling.
    static double heightFor(int rows, bool compact, double scale);

private:
    ListsShape m_shape;
    double m_rowHeight = 34, m_header = 40, m_columns = 22;
    std::array<QRectF, 3> m_cards;
};

} // namespace bridgescope
