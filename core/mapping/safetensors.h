#pragma once
#include "core/mapping/mapping.h"

namespace bridgescope {

/// A safetensors file of F32 and F64 tensors whose __metadata__ holds one key "bridgescope" with a JSON text.
struct SafetensorsFile {
    Tensors tensors;
    nlohmann::ordered_json document; ///< the JSON text, parsed
};

/// Tensors in the order of their names, without gaps, from the first multiple of 8 after the header on: the same
/// content gives the same bytes. The file appears whole or not at all.
void writeSafetensors(const std::string& file, const SafetensorsFile& content);

/// @throws Error(Input) naming the file where it is not one, is cut, lacks the document, or is hostile: a header longer
/// than the file, offsets that overlap, leave gaps or do not fit their shapes, NaN or infinity. Nothing is allocated
/// beyond the file's real size.
SafetensorsFile readSafetensors(const std::string& file);

} // namespace bridgescope
