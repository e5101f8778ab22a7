#include "core/experiment/paper_figures.h"
#include "core/experiment/printed_table.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace bridgescope {
namespace {

using Entry = PrintedTable::Entry;

/// Features as columns: by name where all data sets share them, else by their place ("Features A").
struct Features {
    std::vector<std::string> titles;
    bool byName = true;

    std::size_t placeOf(const GridSpec& spec, std::size_t data) const
    {
        if (byName)
            return static_cast<std::size_t>(std::find(titles.begin(), titles.end(), spec.data[data].feature) -
                                            titles.begin());
        std::size_t place = 0;
        for (std::size_t d = 0; d < data; ++d)
            place += spec.data[d].name == spec.data[data].name;
        return place;
    }
};

Features featuresOf(const GridSpec& spec)
{
    Features features;
    std::size_t most = 0;
    for (const GridData& data : spec.data) {
        most =
            std::max(most, static_cast<std::size_t>(std::count_if(spec.data.begin(), spec.data.end(),
                                                                  [&](const auto& d) { return d.name == data.name; })));
        if (std::find(features.titles.begin(), features.titles.end(), data.feature) == features.titles.end())
            features.titles.push_back(data.feature);
    }
    if (features.titles.size() <= most) return features;
    features.byName = false;
    features.titles.clear();
    for (std::size_t i = 0; i < most; ++i)
        features.titles.push_back(most == 1 ? "" : std::string("Features ") + static_cast<char>('A' + i));
    return features;
}

std::string columnTitle(const std::string& id)
{
    static const std::vector<std::pair<const char*, const char*>> titles = {{"x_fx", "X,f(X)"},
                                                                            {"y_fx", "Y,f(X)"},
                                                                            {"x_y", "X,Y"},
                                                                            {"difference", "D"},
                                                                            {"effect", "effect size"},
                                                                            {"gain", "G"},
                                                                            {"chance", "chance"},
                                                                            {"x_fx_cal", "X,f(X) cal."},
                                                                            {"y_fx_cal", "Y,f(X) cal."},
                                                                            {"p_at_1", "P@1"},
                                                                            {"difference_interval", "D [95 %]"},
                                                                            {"x_fx_change", "Δ X,f(X) [95 %]"},
                                                                            {"y_fx_change", "Δ Y,f(X) [95 %]"},
                                                                            {"difference_change", "Δ D [95 %]"},
                                                                            {"x_fx_included", "X,f(X) self incl."},
                                                                            {"y_fx_included", "Y,f(X) self incl."}};
    for (const auto& [key, title] : titles)
        if (id == key) return title;
    return id;
}

std::string intervalText(const Interval& interval, int decimals)
{
    return "[" + printedNumber(interval.low, decimals) + ", " + printedNumber(interval.high, decimals) + "]";
}

/// How a remedy moved a number, against the base.
Entry changeOf(const AgainstBase::Change* change, int decimals)
{
    Entry entry;
    entry.value = change ? printedNumber(change->test.mean, decimals) + (change->starred ? "†" : "") : "–";
    if (change) entry.interval = intervalText(change->test.interval, decimals);
    return entry;
}

/// The numbers that no test marks.
std::optional<double> plainNumber(const GridRow& row, const std::string& id)
{
    if (id == "x_y") return row.xy;
    if (id == "gain") return row.gain;
    if (id == "effect") return row.effect;
    if (id == "x_fx_cal") return row.xfCalibrated;
    if (id == "y_fx_cal") return row.yfCalibrated;
    if (id == "x_fx_included") return row.xfIncluded;
    if (id == "y_fx_included") return row.yfIncluded;
    if (id == "chance") return row.chance;
    return row.p1;
}

Entry entryOf(const GridRow& row, const std::string& id, int decimals)
{
    const AgainstBase* base = row.base ? &*row.base : nullptr;
    if (id == "x_fx_change") return changeOf(base ? &base->x : nullptr, decimals);
    if (id == "y_fx_change") return changeOf(base ? &base->y : nullptr, decimals);
    if (id == "difference_change") return changeOf(base ? &base->d : nullptr, decimals);
    Entry entry;
    const auto marked = [&](double value, bool star, const AgainstBase::Change AgainstBase::*change) {
        entry.value = printedNumber(value, decimals) + (star ? "*" : "") + (base && (base->*change).starred ? "†" : "");
        entry.starred = star;
    };
    const auto overlap = [&](double value, const std::optional<double>& sd, bool larger, auto change) {
        marked(value, row.starred && larger, change);
        entry.share = value;
        if (sd) entry.spread = printedNumber(*sd, decimals);
    };
    if (id == "x_fx")
        overlap(row.xf, row.xfSd, row.xf >= row.yf, &AgainstBase::x);
    else if (id == "y_fx")
        overlap(row.yf, row.yfSd, row.yf > row.xf, &AgainstBase::y);
    else if (id == "difference" || id == "difference_interval") {
        marked(row.difference, false, &AgainstBase::d);
        if (id == "difference_interval") entry.interval = intervalText(row.differenceInterval, decimals);
    } else {
        const auto value = plainNumber(row, id);
        entry.value = value ? printedNumber(*value, decimals) : "–";
    }
    return entry;
}

std::string directionText(const GridData& data, const std::string& direction)
{
    std::string x = data.nameX, y = data.nameY;
    if (!data.paper.empty()) x.resize(1), y.resize(1); // as the paper writes them: T -> I
    return direction == "xy" ? x + " → " + y : y + " → " + x;
}

/// What a row of the table is of, features aside.
std::vector<std::string> headsOf(const GridSpec& spec, const GridCell& cell)
{
    const GridData& data = spec.data[cell.data];
    std::vector<std::string> heads = {data.name, directionText(data, cell.direction), spec.maps[cell.map].name};
    if (spec.seeds.size() > 1) heads.push_back(std::to_string(cell.seed));
    if (spec.metrics.size() > 1) heads.emplace_back(metricId(cell.metric));
    if (spec.selves.size() > 1) heads.emplace_back(selfRuleId(cell.self));
    if (spec.ks.size() > 1) heads.push_back(std::to_string(cell.k));
    return heads;
}

void addColumns(PrintedTable& table, const GridSpec& spec, const Features& features, bool paper)
{
    table.heads = {"Data", "Direction", "Map"};
    if (spec.seeds.size() > 1) table.heads.emplace_back("Seed");
    if (spec.metrics.size() > 1) table.heads.emplace_back("Metric");
    if (spec.selves.size() > 1) table.heads.emplace_back("Self");
    if (spec.ks.size() > 1) table.heads.emplace_back("K");
    for (const std::string& title : features.titles)
        for (const std::string& id : spec.table.columns)
            table.columns.push_back({title, columnTitle(id), false});
    if (!paper) return;
    for (const char* feature : {"ResNet", "VGG-128"})
        for (const char* name : {"X,f(X)", "Y,f(X)"})
            table.columns.push_back({std::string("Paper, ") + feature, name, true});
}

void addPaper(PrintedTable::Row& row, const GridData& data, const GridCell& cell, const std::string& map)
{
    const bool fromImage = (cell.direction == "xy" ? data.nameX : data.nameY) == "Image";
    for (const char* feature : {"ResNet", "VGG-128"}) {
        const PaperFigure* figure = data.paper.empty() ? nullptr : findPaperFigure(data.paper, fromImage, map, feature);
        row.entries.push_back({figure ? printedNumber(figure->xf, 3) + "*" : "–", "", "", figure != nullptr, {}, -1});
        row.entries.push_back({figure ? printedNumber(figure->yf, 3) : "–", "", "", false, {}, -1});
    }
}

/// Data sets begin with a rule; a head that repeats the one above is left out.
void leaveOutRepeats(PrintedTable& table, const std::vector<std::string>& notes)
{
    std::vector<std::string> before;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        auto& row = table.rows[r];
        const std::vector<std::string> heads = row.heads;
        row.begins = before.empty() || before[0] != heads[0];
        if (row.begins) row.note = notes[r];
        for (std::size_t h = 0; h < 2 && !before.empty() && before[h] == heads[h]; ++h)
            row.heads[h].clear();
        before = heads;
    }
}

std::string noteOf(const GridSpec& spec, const Features& features, const GridCell& cell,
                   const std::vector<const GridRow*>& known, const std::vector<GridCell>& cells)
{
    std::string note;
    for (std::size_t c = 0; c < cells.size(); ++c)
        if (known[c] && known[c]->failed.empty() && spec.data[cells[c].data].name == spec.data[cell.data].name) {
            note = grouped(known[c]->n) + " pairs";
            break;
        }
    if (features.byName) return note;
    for (std::size_t d = 0; d < spec.data.size(); ++d)
        if (spec.data[d].name == spec.data[cell.data].name && !spec.data[d].feature.empty()) {
            const std::string& title = features.titles[features.placeOf(spec, d)];
            note += (note.empty() ? "" : ", ") + (title.empty() ? "" : title.substr(9) + ": ") + spec.data[d].feature;
        }
    return note;
}

} // namespace

PrintedTable layOutTable(const GridSpec& spec, const std::vector<GridCell>& cells,
                         const std::vector<const GridRow*>& known, Index tests)
{
    const Features features = featuresOf(spec);
    const std::size_t perFeature = spec.table.columns.size(), ours = features.titles.size() * perFeature;
    const bool paper = spec.table.paper && std::any_of(spec.data.begin(), spec.data.end(),
                                                       [](const GridData& data) { return !data.paper.empty(); });
    PrintedTable table;
    table.title = spec.title.empty() ? "mNNO" : spec.title;
    table.caption = tableCaption(spec, known, tests);
    addColumns(table, spec, features, paper);
    std::vector<std::string> notes;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const std::vector<std::string> heads = headsOf(spec, cells[c]);
        auto row = std::find_if(table.rows.begin(), table.rows.end(), [&](const auto& r) { return r.heads == heads; });
        if (row == table.rows.end()) {
            // Rows of one data set stand together, though its features are entries apart.
            const auto after = std::find_if(table.rows.rbegin(), table.rows.rend(),
                                            [&](const auto& r) { return r.heads[0] == heads[0]; });
            const auto place = after == table.rows.rend() ? table.rows.end() : after.base();
            notes.insert(notes.begin() + (place - table.rows.begin()), noteOf(spec, features, cells[c], known, cells));
            row = table.rows.insert(place, PrintedTable::Row{heads, std::vector<Entry>(ours), false, {}});
            if (paper) addPaper(*row, spec.data[cells[c].data], cells[c], spec.maps[cells[c].map].name);
        }
        const std::size_t begin = features.placeOf(spec, cells[c].data) * perFeature;
        for (std::size_t i = 0; i < perFeature; ++i) {
            Entry& entry = row->entries[begin + i];
            if (known[c] && known[c]->failed.empty())
                entry = entryOf(*known[c], spec.table.columns[i], spec.table.decimals);
            else if (known[c])
                entry.value = i == 0 ? "failed" : "–";
            entry.cell = static_cast<int>(c);
        }
    }
    leaveOutRepeats(table, notes);
    return table;
}

PrintedTable layOutTable(const GridSpec& spec, const std::vector<GridCell>& cells, const GridTable& table)
{
    std::vector<const GridRow*> known;
    for (const GridRow& row : table.rows)
        known.push_back(&row);
    return layOutTable(spec, cells, known, table.tests);
}

std::string printedNumber(double value, int decimals)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, std::abs(value));
    const bool zero = std::string_view(text).find_first_not_of("0.") == std::string_view::npos;
    return value < 0 && !zero ? std::string("−") + text : text;
}

std::string grouped(Index count)
{
    std::string text = std::to_string(count);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), 1, ',');
    return text;
}

} // namespace bridgescope
