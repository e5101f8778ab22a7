#pragma once
#include "core/experiment/grid_table.h"

#include <string>
#include <vector>

namespace bridgescope {

/// A table as it is printed, whatever the format: text in UTF-8 (±, −, →, *, †). One layout for Markdown, LaTeX, HTML
/// and the window.
struct PrintedTable {
    struct Column {
        std::string group, name; ///< "VGG-128", "X,f(X)"
        bool paper = false;      ///< printed grey: the paper's figures
    };
    struct Entry {
        std::string value;    ///< "0.393*"; empty: nothing belongs here
        std::string spread;   ///< "0.008"; empty: none
        std::string interval; ///< "[0.136, 0.160]"; empty: none
        bool starred = false;
        std::optional<double> share; ///< the overlap itself, for a tint
        int cell = -1;               ///< position of the grid's cell it comes from
        std::string tint = {};       ///< ground in HTML and LaTeX, "9EC9E2"; empty, as laid out: none
    };
    struct Row {
        std::vector<std::string> heads; ///< one a head column; empty where it repeats the row above
        std::vector<Entry> entries;     ///< one a column
        bool begins = false;            ///< a data set begins here
        std::string note;               ///< beside the data set's name: "1,962 pairs, VGG-128"
        bool paper = false;             ///< printed grey as a whole
    };
    std::string title, caption;
    std::vector<std::string> heads; ///< "Data", "Direction", "Map", then what varies besides
    std::vector<Column> columns;
    std::vector<Row> rows;
};

/// The paper's layout: data set, direction, map (and what else varies) down; feature x (X,f(X); Y,f(X); ...) across,
/// where asked for the paper's figures beside. `known`: one row a cell, null where the cell is not finished yet.
PrintedTable layOutTable(const GridSpec& spec, const std::vector<GridCell>& cells,
                         const std::vector<const GridRow*>& known, Index tests);
PrintedTable layOutTable(const GridSpec& spec, const std::vector<GridCell>& cells, const GridTable& table);

/// What the table's asterisks, spreads and conventions mean.
std::string tableCaption(const GridSpec& spec, const std::vector<const GridRow*>& known, Index tests);

std::string toMarkdown(const PrintedTable& table);
/// Needs booktabs and xcolor, with its option table where cells are tinted. Text that is wider than an article's column
/// is set smaller.
std::string toLatex(const PrintedTable& table);
std::string toHtml(const PrintedTable& table);
/// Every cell with every number, not the printed layout.
std::string toCsv(const GridTable& table);

/// Heads, groups and names of columns, then the rows, as text: for a terminal.
std::vector<std::vector<std::string>> textCells(const PrintedTable& table);
/// "0.393* ± 0.008", "0.148 [0.136, 0.160]".
std::string printedEntry(const PrintedTable::Entry& entry);
/// Decimals with U+2212 for minus.
std::string printedNumber(double value, int decimals);
/// "1,962".
std::string grouped(Index count);

} // namespace bridgescope
