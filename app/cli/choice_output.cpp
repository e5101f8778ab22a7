#include "app/cli/choice_output.h"

#include "app/cli/output.h"
#include "core/mapping/choice_curve.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ostream>

namespace bridgescope {
namespace {

std::vector<ChoiceCurve> curvesOf(const std::vector<Model>& models)
{
    std::vector<ChoiceCurve> curves;
    for (const Model& model : models)
        if (auto curve = choiceCurve(*model.mapping)) curves.push_back(std::move(*curve));
    return curves;
}

std::string plain(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

/// Decades of ρ; of components the first ten and every fifth.
bool isRound(const ChoiceCurve& curve, double value)
{
    if (curve.setting != "ρ") return value <= 10 || std::fmod(value, 5) == 0;
    const double decade = std::log10(value);
    return std::abs(decade - std::round(decade)) < 1e-6;
}

} // namespace

void printChoice(std::ostream& out, const std::vector<Model>& models)
{
    const auto curves = curvesOf(models);
    if (curves.empty()) return;
    std::size_t longest = 0;
    for (const ChoiceCurve& curve : curves)
        longest = std::max(longest, curve.values.size());
    std::vector<std::vector<std::string>> rows{{curves.front().setting}};
    for (std::size_t f = 0; f < curves.size(); ++f)
        rows.front().push_back(curves.size() == 1 ? "error "
                                                  : "fold " + std::to_string(f + 1) + " "); // the mark's place
    for (std::size_t i = 0; i < longest; ++i) {
        bool shown = false;
        std::vector<std::string> row{""};
        for (const ChoiceCurve& curve : curves) {
            const bool there = i < curve.values.size();
            if (there) row.front() = plain(curve.values[i]);
            shown = shown || (there && (i == curve.chosen || isRound(curve, curve.values[i])));
            row.push_back(
                !there ? "–" : fixed(curve.errors[i] / curve.errors[curve.chosen]) + (i == curve.chosen ? "*" : " "));
        }
        if (shown) rows.push_back(std::move(row));
    }
    out << "choice of " << curves.front().setting << " by " << curves.front().method
        << " on the training items: error, that of the value chosen (*) as 1\n";
    printColumns(out, rows);
    out << '\n';
}

nlohmann::ordered_json choiceJson(const std::vector<Model>& models)
{
    auto json = nlohmann::ordered_json::array();
    for (const ChoiceCurve& curve : curvesOf(models)) {
        json.push_back({{"setting", curve.setting == "ρ" ? "rho" : curve.setting},
                        {"method", curve.method},
                        {"chosen", curve.values[curve.chosen]},
                        {"at_end", curve.atEnd},
                        {"curve", nlohmann::ordered_json::array()}});
        for (std::size_t i = 0; i < curve.values.size(); ++i)
            json.back()["curve"].push_back({curve.values[i], curve.errors[i]});
    }
    return json;
}

} // namespace bridgescope
