#pragma once
#include <QString>
#include <nlohmann/json.hpp>

namespace bridgescope {

/// An entry of a spec's "data" with its files made absolute.
nlohmann::ordered_json withFolder(nlohmann::ordered_json entry, const QString& folder);

/// "ridge", "net 1×512", "neighbor": what stands beside a map's name.
QString mapDetail(const nlohmann::ordered_json& map);

} // namespace bridgescope
