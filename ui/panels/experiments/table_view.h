#pragma once
#include "core/experiment/printed_table.h"

#include <QWidget>
#include <vector>

namespace bridgescope {

/// Where the columns and rows of a printed table stand at a text scale: plain, for painting, hit-testing and tests.
struct TableGeometry {
    struct Band {
        double left = 0, width = 0;
    };
    std::vector<Band> heads, columns;
    struct Line {
        double top = 0, height = 0;
        int row = -1;       ///< of the table
        bool title = false; ///< the data set's name, above its first row
    };
    std::vector<Line> lines;
    double headerHeight = 0, width = 0, height = 0;

    /// Head columns without the data set, which has a line of its own. Space left over goes to the columns.
    TableGeometry(const PrintedTable& table, double width, double scale);
    /// Row and column of a point, -1 outside.
    std::pair<int, int> at(QPointF point) const;
};

/// The table as it would be printed: bold where starred, spread beside in small, a tint by the overlap, the paper's
/// figures in grey. A cell that is being computed shows a dot.
class TableView : public QWidget {
    Q_OBJECT
public:
    explicit TableView(QWidget* parent = nullptr);
    void setTable(PrintedTable table);
    void setRunning(std::vector<bool> running); ///< by the grid's cells
    void setTinted(bool tinted);
    const PrintedTable& table() const { return m_table; }
    QSize sizeHint() const override;

signals:
    void cellActivated(int cell); ///< of the grid

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    TableGeometry geometryNow() const;
    int cellAt(QPointF point) const;
    void paintHeader(QPainter& painter, const TableGeometry& geometry) const;
    void paintEntry(QPainter& painter, const QRectF& rect, std::size_t row, std::size_t column) const;
    PrintedTable m_table;
    std::vector<bool> m_running;
    bool m_tinted = true;
};

} // namespace bridgescope
