#pragma once
#include "ui/charts/chart.h"

#include <QImage>

#include <vector>

namespace bridgescope {

/// An item named inside a cell: by its picture where it has one, else by its label.
struct TableItem {
    QString label;
    QImage picture;
    int target = -1;  ///< what a click on it means; see TableChart::targetAt
    QString tip = {}; ///< said beside the pointer
};

struct TableCell {
    QString text = {};
    std::optional<Space> badge = {};      ///< a space's letter before the text
    std::optional<OverlapRole> mark = {}; ///< an overlap's mark before the text
    bool strong = false;                  ///< semibold
    int target = -1;                      ///< what a click on the cell means; -1: nothing
    QString tip = {};                     ///< said beside the pointer
    std::vector<TableItem> items = {};    ///< instead of text, at the right
};

/// Rows under one header. The first column is words, at the left, and takes the room that is left. Where its words
/// would be cut, items in cells and then columns give way.
struct TableSection {
    QStringList header;
    std::vector<std::optional<OverlapRole>> headerMarks; ///< as long as header, or empty
    std::vector<int> giveWay; ///< of each column, or empty: where there is no room, those of the largest number go
                              ///< first; 0: stays
    std::vector<std::vector<TableCell>> rows;
};

struct TableData {
    QString name;
    std::vector<TableSection> sections;
    QString note;       ///< a sentence below
    ChartTable numbers; ///< as CSV and for the numbers' table
    int cursor = -1;    ///< target the keyboard stands on
    QString topic = {}; ///< of resources/help
};

struct TableLayout {
    struct Cell {
        QRectF rect;
        const TableCell* cell = nullptr;
        bool left = false; ///< of the first column
        std::size_t items = 0; ///< how many of the cell's items there is room for
    };
    struct Header {
        QRectF rect;
        QString text;
        std::optional<OverlapRole> mark;
        bool left = false;
    };
    struct Place {
        QRectF rect;
        int target = -1;
        const TableItem* item = nullptr; ///< null: of a cell
        const TableCell* cell = nullptr;
    };
    std::vector<Header> headers;
    std::vector<Cell> cells;
    std::vector<double> lines;  ///< y below each row
    std::vector<Place> targets; ///< everything that can be clicked; items lie over their cell
    QRectF note;
};

/// A small table drawn as a chart: numbers in columns, marks and letters as everywhere, items that can be clicked.
class TableChart : public Chart {
public:
    explicit TableChart(TableData data) : m_data(std::move(data)) {}
    const TableData& data() const { return m_data; }
    void paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const override;
    void paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF at) const override;
    QString name() const override { return m_data.name; }
    QString description() const override;
    ChartTable table() const override { return m_data.numbers; }
    QString helpTopic() const override { return m_data.topic; }
    double minimumHeight(const ChartStyle& style) const override;
    double preferredHeight(double, const ChartStyle& style) const override { return minimumHeight(style); }
    TableLayout layOut(const QRectF& rect, const ChartStyle& style) const;
    /// The target under a point, -1: none.
    int targetAt(QPointF at, const QRectF& rect, const ChartStyle& style) const;
    /// Targets in reading order: what the keyboard walks.
    std::vector<int> targets() const;

private:
    void paintCell(QPainter& painter, const TableLayout::Cell& place, const ChartStyle& style) const;
    TableData m_data;
};

} // namespace bridgescope
