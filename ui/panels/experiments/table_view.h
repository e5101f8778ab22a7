#pragma once
#include "core/experiment/printed_table.h"

#include <QWidget>
#include <map>
#include <vector>

class QLabel;
class QPushButton;

namespace bridgescope {

struct Tokens;

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
    double headerHeight = 0, headsEnd = 0, width = 0, height = 0;

    /// Head columns without the data set, which has a line of its own. Columns are as narrow as their numbers allow;
    /// space left over goes to them, up to a point.
    TableGeometry(const PrintedTable& table, double width, double scale);
    /// Row and column of a point, -1 outside.
    std::pair<int, int> at(QPointF point) const;
};

/// A data set of the paper of which nothing is opened: where its rows begin in a printed table.
struct AbsentData {
    int row = 0;
    QString name;
};

/// The ground of an entry by its overlap; invalid where it has none.
QColor tintOf(const PrintedTable::Column& column, const PrintedTable::Entry& entry, const Tokens& tokens);

/// The table as it would be printed: bold where starred, spread beside in small, a tint by the overlap, the paper's
/// figures in grey. A cell that is being computed shows a dot. In a scroll area the header and the head columns stay.
class TableView : public QWidget {
    Q_OBJECT
public:
    explicit TableView(QWidget* parent = nullptr);
    /// The rows of `absent` have a button that asks for their vectors.
    void setTable(PrintedTable table, std::vector<AbsentData> absent = {});
    /// Names of a data set's features, over the groups of columns they fill.
    void setFeatures(std::map<std::string, std::vector<std::string>> features);
    void setRunning(std::vector<bool> running); ///< by the grid's cells
    void setTinted(bool tinted);
    const PrintedTable& table() const { return m_table; }
    QSize sizeHint() const override;
    /// This table in a scroll area with room for some rows, and its caption below, which scrolls where it is long.
    QWidget* scrolled(QLabel& caption);

signals:
    void cellActivated(int cell); ///< of the grid
    void vectorsRequested(const QString& data);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    TableGeometry geometryNow() const;
    int cellAt(QPointF point) const;
    QRectF seen() const;
    void placeButtons();
    void paintHeader(QPainter& painter, const TableGeometry& geometry) const;
    void paintTitle(QPainter& painter, const TableGeometry& geometry, const TableGeometry::Line& line) const;
    void paintRow(QPainter& painter, const TableGeometry& geometry, const TableGeometry::Line& line) const;
    void paintEntry(QPainter& painter, const QRectF& rect, std::size_t row, std::size_t column) const;
    PrintedTable m_table;
    std::vector<bool> m_running;
    std::vector<AbsentData> m_absent;
    std::vector<QPushButton*> m_buttons; ///< one an absent data set
    std::map<std::string, std::vector<std::string>> m_features;
    bool m_tinted = true;
};

} // namespace bridgescope
