#include "core/mapping/choice_curve.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;

/// A model file may say anything: numbers alone make a curve.
bool readPoints(const Json& curve, bool pairs, ChoiceCurve& to)
{
    for (const Json& point : curve) {
        if (pairs && !(point.is_array() && point.size() == 2 && point[0].is_number() && point[1].is_number()))
            return false;
        if (!pairs && !point.is_number()) return false;
        to.values.push_back(pairs ? point[0].get<double>() : static_cast<double>(to.values.size() + 1));
        to.errors.push_back(pairs ? point[1].get<double>() : point.get<double>());
    }
    return to.values.size() >= 2 && std::ranges::is_sorted(to.values);
}

} // namespace

std::optional<ChoiceCurve> choiceCurve(const Mapping& mapping)
{
    const Json settings = mapping.settings();
    const bool ridge = mapping.id() == "ridge";
    const char* key = ridge ? "rho" : "components";
    if ((!ridge && mapping.id() != "pls") || !settings.contains("curve") || !settings["curve"].is_array() ||
        !settings.contains(key) || !settings[key].is_number())
        return std::nullopt;
    ChoiceCurve curve{ridge ? "ρ" : "components", ridge ? "leave-one-out" : "cross-validation", {}, {}, 0, false};
    if (!readPoints(settings["curve"], ridge, curve)) return std::nullopt;
    const auto nearer = [value = settings[key].get<double>()](double a, double b) {
        return std::abs(a - value) < std::abs(b - value);
    };
    curve.chosen = static_cast<std::size_t>(std::ranges::min_element(curve.values, nearer) - curve.values.begin());
    curve.atEnd = (ridge && curve.chosen == 0) || curve.chosen + 1 == curve.values.size();
    // All the components there are cannot be more.
    if (!ridge && curve.values.size() == static_cast<std::size_t>(mapping.inputDimension())) curve.atEnd = false;
    return curve;
}

} // namespace bridgescope
