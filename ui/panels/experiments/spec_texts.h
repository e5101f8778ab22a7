#pragma once
#include <QString>
#include <nlohmann/json.hpp>

namespace bridgescope {

struct OpenPair;

/// An entry of a spec's data with its files behind a folder.
nlohmann::ordered_json withFolder(nlohmann::ordered_json entry, const QString& folder);
/// What stands beside a map's name: how many values, or the net's layers.
QString mapDetail(const nlohmann::ordered_json& map);
/// The open pair as an entry of a spec's data, read and joined as it was when it was opened. Null where it has no
/// files.
nlohmann::ordered_json entryOfPair(const OpenPair& pair);
/// Whether two entries read the same files in the same way, whatever they are called.
bool sameInputs(const nlohmann::ordered_json& a, const nlohmann::ordered_json& b);

} // namespace bridgescope
