#include "core/experiment/table_text.h"

#include <algorithm>
#include <charconv>

namespace bridgescope {
namespace {

using Column = PrintedTable::Column;
using Entry = PrintedTable::Entry;

std::string htmlText(const std::string& text)
{
    return replaced(text, {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}});
}

std::string markdownText(const std::string& text)
{
    return replaced(
        text, {{"\\", "\\\\"}, {"|", "\\|"}, {"*", "\\*"}, {"_", "\\_"}, {"`", "\\`"}, {"<", "\\<"}, {"\n", " "}});
}

std::string joinedTitle(const Column& column)
{
    return column.group.empty() ? column.name : column.group + " " + column.name;
}

/// Five fields a change, and the comma after them.
std::string againstBase(const GridRow& row)
{
    if (!row.base) return std::string(15, ',');
    std::string csv;
    for (const AgainstBase::Change* change : {&row.base->x, &row.base->y, &row.base->d}) {
        const DifferenceTest& test = change->test;
        for (const double v : {test.mean, test.interval.low, test.interval.high, test.pValue})
            csv += shortest(v) + ",";
        csv += change->starred ? "1," : "0,";
    }
    return csv;
}

} // namespace

std::string csvQuoted(const std::string& text)
{
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    return '"' + replaced(text, {{"\"", "\"\""}}) + '"';
}

std::string shortest(double value)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

std::string shortest(const std::optional<double>& value)
{
    return value ? shortest(*value) : "";
}

std::string replaced(const std::string& text, const Replacements& table)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto found = std::find_if(table.begin(), table.end(), [&](const auto& pair) {
            return std::string_view(text).substr(at).starts_with(pair.first);
        });
        if (found == table.end())
            result += text[at++];
        else {
            result += found->second;
            at += found->first.size();
        }
    }
    return result;
}

std::vector<std::pair<std::size_t, std::size_t>> columnGroups(const std::vector<Column>& columns)
{
    std::vector<std::pair<std::size_t, std::size_t>> groups;
    for (std::size_t c = 0; c < columns.size(); ++c)
        if (c > 0 && columns[c].group == columns[c - 1].group)
            groups.back().second = c + 1;
        else
            groups.emplace_back(c, c + 1);
    return groups;
}

std::string printedEntry(const Entry& entry)
{
    return entry.value + (entry.spread.empty() ? "" : " ± " + entry.spread) +
           (entry.interval.empty() ? "" : " " + entry.interval);
}

std::vector<std::vector<std::string>> textCells(const PrintedTable& table)
{
    std::vector<std::vector<std::string>> rows(1, table.heads);
    for (const Column& column : table.columns)
        rows[0].push_back(joinedTitle(column));
    for (const auto& row : table.rows) {
        rows.push_back(row.heads);
        for (const Entry& entry : row.entries)
            rows.back().push_back(printedEntry(entry));
    }
    return rows;
}

std::string toMarkdown(const PrintedTable& table)
{
    std::string md = "**" + markdownText(table.title) + "**\n\n";
    for (const std::string& head : table.heads)
        md += "| " + markdownText(head) + " ";
    for (const Column& column : table.columns)
        md += "| " + markdownText(joinedTitle(column)) + " ";
    md += "|\n";
    for (std::size_t h = 0; h < table.heads.size(); ++h)
        md += "|---";
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        md += "|---:";
    md += "|\n";
    for (const auto& row : table.rows) {
        for (std::size_t h = 0; h < row.heads.size(); ++h)
            md += "| " + markdownText(row.heads[h] + (h == 0 && !row.note.empty() ? " (" + row.note + ")" : "")) + " ";
        for (const Entry& entry : row.entries)
            md += "| " + markdownText(printedEntry(entry)) + " ";
        md += "|\n";
    }
    return md + "\n" + markdownText(table.caption) + "\n";
}

std::string toHtml(const PrintedTable& table)
{
    const auto grey = [](bool paper) { return paper ? std::string(" style=\"color:#808080\"") : std::string(); };
    std::string html = "<table>\n<caption>" + htmlText(table.title + ". " + table.caption) +
                       "</caption>\n<tr><th colspan=\"" + std::to_string(table.heads.size()) + "\"></th>";
    for (const auto& [begin, end] : columnGroups(table.columns))
        html += "<th colspan=\"" + std::to_string(end - begin) + "\"" + grey(table.columns[begin].paper) + ">" +
                htmlText(table.columns[begin].group) + "</th>";
    html += "</tr>\n<tr>";
    for (const std::string& head : table.heads)
        html += "<th>" + htmlText(head) + "</th>";
    for (const Column& column : table.columns)
        html += "<th" + grey(column.paper) + ">" + htmlText(column.name) + "</th>";
    html += "</tr>\n";
    for (const auto& row : table.rows) {
        html += "<tr" + grey(row.paper) + ">";
        for (std::size_t h = 0; h < row.heads.size(); ++h)
            html += "<td>" + htmlText(row.heads[h]) +
                    (h == 0 && !row.note.empty() ? "<br><small>" + htmlText(row.note) + "</small>" : "") + "</td>";
        for (std::size_t c = 0; c < row.entries.size(); ++c)
            html += "<td align=\"right\"" +
                    (row.entries[c].tint.empty() ? grey(table.columns[c].paper)
                                                 : " style=\"background:#" + row.entries[c].tint + "\"") +
                    ">" + htmlText(printedEntry(row.entries[c])) + "</td>";
        html += "</tr>\n";
    }
    return html + "</table>\n";
}

std::string toCsv(const GridTable& table)
{
    std::string csv = "data,feature,direction,map,seed,k,metric,self,n,x_fx,x_fx_sd,y_fx,y_fx_sd,x_y,chance,difference,"
                      "difference_low,difference_high,p_value,p_holm,starred,wilcoxon_p,effect_size,gain,"
                      "x_fx_calibrated,y_fx_calibrated,p_at_1,x_fx_self_included,y_fx_self_included,"
                      "x_fx_against_base,x_fx_against_base_low,x_fx_against_base_high,x_fx_against_base_p,"
                      "x_fx_against_base_starred,y_fx_against_base,y_fx_against_base_low,y_fx_against_base_high,"
                      "y_fx_against_base_p,y_fx_against_base_starred,"
                      "difference_against_base,difference_against_base_low,difference_against_base_high,"
                      "difference_against_base_p,difference_against_base_starred,failed\n";
    for (const GridRow& r : table.rows) {
        for (const std::string* text : {&r.data, &r.feature, &r.direction, &r.map})
            csv += csvQuoted(*text) + ",";
        csv += std::to_string(r.seed) + "," + std::to_string(r.k) + "," + std::string(metricId(r.metric)) + "," +
               std::string(selfRuleId(r.self)) + ",";
        if (r.failed.empty()) {
            csv += std::to_string(r.held) + "," + shortest(r.xf) + "," + shortest(r.xfSd) + "," + shortest(r.yf) + "," +
                   shortest(r.yfSd);
            for (const double v :
                 {r.xy, r.chance, r.difference, r.differenceInterval.low, r.differenceInterval.high, r.p, r.pHolm})
                csv += "," + shortest(v);
            csv += r.starred ? ",1" : ",0";
            for (const double v : {r.wilcoxon, r.effect, r.gain})
                csv += "," + shortest(v);
            csv += "," + shortest(r.xfCalibrated) + "," + shortest(r.yfCalibrated);
            for (const double v : {r.p1, r.xfIncluded, r.yfIncluded})
                csv += "," + shortest(v);
            csv += "," + againstBase(r);
        } else
            csv += std::string(36, ',');
        csv += csvQuoted(r.failed) + "\n";
    }
    return csv;
}

} // namespace bridgescope
