#include "ui/panels/experiments/paper_rows.h"

#include "core/experiment/paper_figures.h"

#include <algorithm>

namespace bridgescope {
namespace {

using Entry = PrintedTable::Entry;
constexpr const char* features[] = {"ResNet", "VGG-128"};

void addPaperColumns(PrintedTable& table)
{
    if (std::any_of(table.columns.begin(), table.columns.end(), [](const auto& column) { return column.paper; }))
        return;
    for (const char* feature : features)
        for (const char* name : {"X,f(X)", "Y,f(X)"})
            table.columns.push_back({std::string("Paper, ") + feature, name, true});
    for (auto& row : table.rows)
        row.entries.resize(table.columns.size(), Entry{"–", "", "", false, {}, -1});
}

PrintedTable::Row figuresOf(const PrintedTable& table, const std::string& data, bool fromImage, const char* map)
{
    PrintedTable::Row row;
    row.heads.resize(table.heads.size());
    row.heads[1] = fromImage ? "I → T" : "T → I";
    row.heads[2] = map;
    row.entries.resize(table.columns.size(), Entry{"", "", "", false, {}, -1});
    std::size_t place = table.columns.size() - 4;
    for (const char* feature : features) {
        const PaperFigure* figure = findPaperFigure(data, fromImage, map, feature);
        for (const bool x : {true, false}) {
            Entry& entry = row.entries[place++];
            entry.value = figure ? printedNumber(x ? figure->xf : figure->yf, 3) + (x ? "*" : "") : "–";
            entry.starred = figure && x;
        }
    }
    return row;
}

} // namespace

PrintedTable emptyTable()
{
    PrintedTable table;
    table.heads = {"Data", "Direction", "Map"};
    for (const char* name : {"X,f(X)", "Y,f(X)", "D"})
        table.columns.push_back({"", name, false});
    return table;
}

std::vector<AbsentData> addAbsentData(PrintedTable& table, const QStringList& names, const QString& note)
{
    std::vector<AbsentData> absent;
    if (names.isEmpty()) return absent;
    addPaperColumns(table);
    for (const QString& name : names) {
        absent.push_back({static_cast<int>(table.rows.size()), name});
        for (const bool fromImage : {true, false})
            for (const char* map : {"lin", "nn"}) {
                table.rows.push_back(figuresOf(table, name.toStdString(), fromImage, map));
                auto& row = table.rows.back();
                if (map == std::string("nn")) row.heads[1].clear();
                if (!fromImage || map == std::string("nn")) continue;
                row.heads[0] = name.toStdString();
                row.begins = true;
                row.note = note.toStdString();
            }
    }
    return absent;
}

} // namespace bridgescope
