#include "core/pairing/pairing_json.h"

namespace bridgescope {

nlohmann::ordered_json toJson(const PairingReport& r)
{
    return {{"paired", r.paired},
            {"only_x", r.onlyX},
            {"only_y", r.onlyY},
            {"duplicates", r.duplicates},
            {"dropped", r.dropped},
            {"by", r.by},
            {"note", r.note},
            {"joined_by_normalizing", r.joinedByNormalizing},
            {"equal_vectors", {r.equalVectorsX, r.equalVectorsY}},
            {"zero", {r.zeroX, r.zeroY}},
            {"nonfinite", {r.nonFiniteX, r.nonFiniteY}},
            {"shared_rows", {r.sharedX, r.sharedY}},
            {"examples", {{"only_x", r.examplesOnlyX}, {"only_y", r.examplesOnlyY}, {"repeated", r.examplesRepeated}}}};
}

} // namespace bridgescope
