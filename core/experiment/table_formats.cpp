#include "core/experiment/printed_table.h"

#include <algorithm>
#include <charconv>

namespace bridgescope {
namespace {

using Column = PrintedTable::Column;
using Entry = PrintedTable::Entry;

std::string replaced(const std::string& text, const std::vector<std::pair<std::string_view, std::string_view>>& table)
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

std::string latexText(const std::string& text)
{
    return replaced(text, {{"\\", "\\textbackslash{}"},
                           {"&", "\\&"},
                           {"%", "\\%"},
                           {"$", "\\$"},
                           {"#", "\\#"},
                           {"_", "\\_"},
                           {"{", "\\{"},
                           {"}", "\\}"},
                           {"~", "\\textasciitilde{}"},
                           {"^", "\\^{}"},
                           {"−", "$-$"},
                           {"±", "$\\pm$"},
                           {"→", "$\\to$"},
                           {"†", "$^{\\dagger}$"},
                           {"*", "$^{*}$"},
                           {"<", "$<$"},
                           {">", "$>$"},
                           {"×", "$\\times$"},
                           {"ρ", "$\\rho$"},
                           {"λ", "$\\lambda$"},
                           {"μ", "$\\mu$"},
                           {"–", "--"},
                           {"²", "$^2$"},
                           {"’", "'"}});
}

std::string htmlText(const std::string& text)
{
    return replaced(text, {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}});
}

std::string markdownText(const std::string& text)
{
    return replaced(text, {{"|", "\\|"}, {"*", "\\*"}, {"_", "\\_"}, {"\n", " "}});
}

std::string plain(const Entry& entry)
{
    return entry.spread.empty() ? entry.value : entry.value + " ± " + entry.spread;
}

/// Runs of columns of one group, as {begin, end}.
std::vector<std::pair<std::size_t, std::size_t>> groupsOf(const std::vector<Column>& columns)
{
    std::vector<std::pair<std::size_t, std::size_t>> groups;
    for (std::size_t c = 0; c < columns.size(); ++c)
        if (c > 0 && columns[c].group == columns[c - 1].group)
            groups.back().second = c + 1;
        else
            groups.emplace_back(c, c + 1);
    return groups;
}

std::string joinedTitle(const Column& column)
{
    return column.group.empty() ? column.name : column.group + " " + column.name;
}

void addGroupLine(std::string& tex, const PrintedTable& table)
{
    std::string rules;
    for (std::size_t h = 1; h < table.heads.size(); ++h)
        tex += " &";
    for (const auto& [begin, end] : groupsOf(table.columns)) {
        tex +=
            " & \\multicolumn{" + std::to_string(end - begin) + "}{c}{" + latexText(table.columns[begin].group) + "}";
        const std::size_t first = table.heads.size() + begin + 1;
        rules += "\\cmidrule(lr){" + std::to_string(first) + "-" + std::to_string(first + end - begin - 1) + "}";
    }
    tex += " \\\\\n" + rules + "\n";
}

std::string csvField(const std::string& text)
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

} // namespace

std::string toMarkdown(const PrintedTable& table)
{
    std::string md = "**" + markdownText(table.title) + "**\n\n";
    for (const std::string& head : table.heads)
        md += "| " + head + " ";
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
            md += "| " + markdownText(plain(entry)) + " ";
        md += "|\n";
    }
    return md + "\n" + markdownText(table.caption) + "\n";
}

std::string toLatex(const PrintedTable& table)
{
    std::string tex = "% needs \\usepackage{booktabs,xcolor}\n\\begin{table}\n\\centering\n\\begin{tabular}{" +
                      std::string(table.heads.size(), 'l') + std::string(table.columns.size(), 'r') + "}\n\\toprule\n";
    addGroupLine(tex, table);
    for (std::size_t h = 0; h < table.heads.size(); ++h)
        tex += (h > 0 ? " & " : "") + latexText(table.heads[h]);
    for (const Column& column : table.columns)
        tex += " & " + latexText(column.name);
    tex += " \\\\\n";
    for (const auto& row : table.rows) {
        if (row.begins) tex += "\\midrule\n";
        for (std::size_t h = 0; h < row.heads.size(); ++h)
            tex += (h > 0 ? " & " : "") + latexText(row.heads[h]);
        for (std::size_t c = 0; c < row.entries.size(); ++c) {
            const std::string text = latexText(plain(row.entries[c]));
            tex += " & " + (table.columns[c].paper ? "\\textcolor{gray}{" + text + "}" : text);
        }
        tex += " \\\\\n";
    }
    return tex + "\\bottomrule\n\\end{tabular}\n\\caption{" + latexText(table.title + ". " + table.caption) +
           "}\n\\end{table}\n";
}

std::string toHtml(const PrintedTable& table)
{
    const auto grey = [](bool paper) { return paper ? std::string(" style=\"color:#808080\"") : std::string(); };
    std::string html = "<table>\n<caption>" + htmlText(table.title + ". " + table.caption) +
                       "</caption>\n<tr><th colspan=\"" + std::to_string(table.heads.size()) + "\"></th>";
    for (const auto& [begin, end] : groupsOf(table.columns))
        html += "<th colspan=\"" + std::to_string(end - begin) + "\"" + grey(table.columns[begin].paper) + ">" +
                htmlText(table.columns[begin].group) + "</th>";
    html += "</tr>\n<tr>";
    for (const std::string& head : table.heads)
        html += "<th>" + htmlText(head) + "</th>";
    for (const Column& column : table.columns)
        html += "<th" + grey(column.paper) + ">" + htmlText(column.name) + "</th>";
    html += "</tr>\n";
    for (const auto& row : table.rows) {
        html += "<tr>";
        for (const std::string& head : row.heads)
            html += "<td>" + htmlText(head) + "</td>";
        for (std::size_t c = 0; c < row.entries.size(); ++c)
            html +=
                "<td align=\"right\"" + grey(table.columns[c].paper) + ">" + htmlText(plain(row.entries[c])) + "</td>";
        html += "</tr>\n";
    }
    return html + "</table>\n";
}

std::string toCsv(const GridTable& table)
{
    std::string csv = "data,feature,direction,map,seed,k,metric,self,n,x_fx,x_fx_sd,y_fx,y_fx_sd,x_y,chance,difference,"
                      "p_value,p_holm,starred,wilcoxon_p,effect_size,gain,x_fx_calibrated,y_fx_calibrated,p_at_1,"
                      "x_fx_against_base,x_fx_against_base_p,y_fx_against_base,y_fx_against_base_p,failed\n";
    for (const GridRow& r : table.rows) {
        for (const std::string* text : {&r.data, &r.feature, &r.direction, &r.map})
            csv += csvField(*text) + ",";
        csv += std::to_string(r.seed) + "," + std::to_string(r.k) + "," + std::string(metricId(r.metric)) + "," +
               std::string(selfRuleId(r.self)) + ",";
        if (r.failed.empty()) {
            csv += std::to_string(r.held) + "," + shortest(r.xf) + "," + shortest(r.xfSd) + "," + shortest(r.yf) + "," +
                   shortest(r.yfSd);
            for (const double v : {r.xy, r.chance, r.difference, r.p, r.pHolm})
                csv += "," + shortest(v);
            csv += r.starred ? ",1" : ",0";
            for (const double v : {r.wilcoxon, r.effect, r.gain})
                csv += "," + shortest(v);
            csv += "," + shortest(r.xfCalibrated) + "," + shortest(r.yfCalibrated) + "," + shortest(r.p1) + ",";
            if (r.base)
                csv += shortest(r.base->differenceX) + "," + shortest(r.base->pX) + "," +
                       shortest(r.base->differenceY) + "," + shortest(r.base->pY) + ",";
            else
                csv += ",,,,";
        } else
            csv += std::string(21, ',');
        csv += csvField(r.failed) + "\n";
    }
    return csv;
}

} // namespace bridgescope
