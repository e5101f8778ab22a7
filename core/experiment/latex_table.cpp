#include "core/experiment/table_text.h"

#include <algorithm>

namespace bridgescope {
namespace {

std::string latexText(const std::string& text)
{
    static const Replacements signs = {{"\\", "\\textbackslash{}"},
                                       {"&", "\\&"},
                                       {"%", "\\%"},
                                       {"$", "\\$"},
                                       {"#", "\\#"},
                                       {"_", "\\_"},
                                       {"{", "\\{"},
                                       {"}", "\\}"},
                                       {"~", "\\textasciitilde{}"},
                                       {"^", "\\textasciicircum{}"},
                                       {"|", "\\textbar{}"},
                                       {"\"", "''"},
                                       {"`", "\\textasciigrave{}"},
                                       {"[", "{[}"}, // after \\ it would begin an option
                                       {"\n", " "},
                                       {"−", "$-$"},
                                       {"±", "$\\pm$"},
                                       {"→", "$\\to$"},
                                       {"†", "$^{\\dagger}$"},
                                       {"*", "$^{*}$"},
                                       {"<", "$<$"},
                                       {">", "$>$"},
                                       {"×", "$\\times$"},
                                       {"Δ", "$\\Delta$"},
                                       {"ρ", "$\\rho$"},
                                       {"λ", "$\\lambda$"},
                                       {"μ", "$\\mu$"},
                                       {"τ", "$\\tau$"},
                                       {"ö", "\\\"{o}"},
                                       {"ć", "\\'{c}"},
                                       {"–", "--"},
                                       {"²", "$^2$"},
                                       {"’", "'"}};
    return replaced(text, signs);
}

/// Signs of a text as printed: bytes of UTF-8 that begin one.
std::size_t signsOf(const std::string& text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The widest text of every column together, in signs; columns under a longer title of their group are as wide as that.
std::size_t signsAcross(const PrintedTable& table)
{
    std::size_t sum = 0;
    for (std::size_t h = 0; h < table.heads.size(); ++h) {
        std::size_t widest = signsOf(table.heads[h]);
        for (const auto& row : table.rows)
            widest = std::max(widest, signsOf(row.heads[h]));
        sum += widest;
    }
    for (const auto& [begin, end] : columnGroups(table.columns)) {
        std::size_t inside = 0;
        for (std::size_t c = begin; c < end; ++c) {
            std::size_t widest = signsOf(table.columns[c].name);
            for (const auto& row : table.rows)
                widest = std::max(widest, signsOf(printedEntry(row.entries[c])));
            inside += widest;
        }
        sum += std::max(inside, signsOf(table.columns[begin].group));
    }
    return sum;
}

/// How a table of this width is set to stay within the text of an article.
struct Setting {
    const char* size;
    double sign;        ///< width of a sign in points: small types of Computer Modern are wider in their size
    double columnSpace; ///< \tabcolsep, points
};

Setting settingFor(const PrintedTable& table, bool& fits)
{
    constexpr double textWidth = 345; // of article, points
    static constexpr Setting settings[] = {{"", 5.3, 6}, {"\\small", 4.9, 4}, {"\\footnotesize", 4.5, 3}};
    const auto signs = static_cast<double>(signsAcross(table));
    const auto columns = static_cast<double>(table.heads.size() + table.columns.size());
    for (const Setting& setting : settings) {
        fits = signs * setting.sign + 2 * columns * setting.columnSpace <= textWidth;
        if (fits) return setting;
    }
    return settings[0]; // to be scaled as a whole
}

void addGroupLine(std::string& tex, const PrintedTable& table)
{
    const auto named = [](const auto& column) { return !column.group.empty(); };
    if (std::none_of(table.columns.begin(), table.columns.end(), named)) return;
    std::string rules;
    for (std::size_t h = 1; h < table.heads.size(); ++h)
        tex += " &";
    for (const auto& [begin, end] : columnGroups(table.columns)) {
        const std::string& group = table.columns[begin].group;
        tex += " & \\multicolumn{" + std::to_string(end - begin) + "}{c}{" + latexText(group) + "}";
        const std::size_t first = table.heads.size() + begin + 1;
        if (!group.empty())
            rules += "\\cmidrule(lr){" + std::to_string(first) + "-" + std::to_string(first + end - begin - 1) + "}";
    }
    tex += " \\\\\n" + rules + "\n";
}

std::string latexRow(const PrintedTable& table, const PrintedTable::Row& row)
{
    std::string tex = row.begins ? "\\midrule\n" : "";
    const auto colored = [](const std::string& text, bool paper) {
        return paper && !text.empty() ? "\\textcolor{gray}{" + latexText(text) + "}" : latexText(text);
    };
    for (std::size_t h = 0; h < row.heads.size(); ++h)
        tex += (h > 0 ? " & " : "") + colored(row.heads[h], row.paper);
    for (std::size_t c = 0; c < row.entries.size(); ++c)
        tex += (row.entries[c].tint.empty() ? " & " : " & \\cellcolor[HTML]{" + row.entries[c].tint + "}") +
               colored(printedEntry(row.entries[c]), row.paper || table.columns[c].paper);
    return tex + " \\\\\n";
}

/// Title, what is beside the names of data sets, and the caption.
std::string latexCaption(const PrintedTable& table)
{
    std::string notes;
    for (const auto& row : table.rows)
        if (!row.note.empty()) notes += " " + row.heads[0] + ": " + row.note + ".";
    return latexText(table.title + "." + notes + " " + table.caption);
}

} // namespace

std::string toLatex(const PrintedTable& table)
{
    bool fits = true;
    const Setting setting = settingFor(table, fits);
    const bool tinted = std::any_of(table.rows.begin(), table.rows.end(), [](const auto& row) {
        return std::any_of(row.entries.begin(), row.entries.end(), [](const auto& e) { return !e.tint.empty(); });
    });
    std::string tex = std::string("% needs \\usepackage{booktabs") + (tinted ? "" : ",xcolor") +
                      (fits ? "" : ",graphicx") + "}" + (tinted ? "\\usepackage[table]{xcolor}" : "") +
                      "\n\\begin{table}\n\\centering\n";
    if (*setting.size)
        tex += std::string(setting.size) + "\\setlength{\\tabcolsep}{" +
               std::to_string(static_cast<int>(setting.columnSpace)) + "pt}\n";
    if (!fits) tex += "\\resizebox{\\textwidth}{!}{%\n";
    tex += "\\begin{tabular}{" + std::string(table.heads.size(), 'l') + std::string(table.columns.size(), 'r') +
           "}\n\\toprule\n";
    addGroupLine(tex, table);
    for (std::size_t h = 0; h < table.heads.size(); ++h)
        tex += (h > 0 ? " & " : "") + latexText(table.heads[h]);
    for (const auto& column : table.columns)
        tex += " & " + latexText(column.name);
    tex += " \\\\\n";
    for (const auto& row : table.rows)
        tex += latexRow(table, row);
    tex += std::string("\\bottomrule\n\\end{tabular}") + (fits ? "" : "}") + "\n";
    return tex + "\\caption{" + latexCaption(table) + "}\n\\end{table}\n";
}

} // namespace bridgescope
