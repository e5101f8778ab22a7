#pragma once
#include "core/base/context.h"
#include "core/dataset/mapped_file.h"
#include "core/dataset/raw_set.h"

namespace bridgescope {

/// What a NumPy header says (format versions 1 to 3; NEP 1).
struct NpyHeader {
    char kind = 'f'; ///< f, i, u, b
    int bytes = 4;   ///< of one number
    bool bigEndian = false;
    bool fortranOrder = false;
    Index rows = 0, columns = 0; ///< N items x d
    std::size_t dataOffset = 0;
    std::string describe() const; ///< "NumPy, float32, C order"
};

bool isNpy(std::string_view head);
/// Checked against the file's real size. @throws Error(Input).
NpyHeader readNpyHeader(const MappedFile& file);
/// float32 in C order stays in the mapped file; everything else is converted.
RawSet readNpy(const std::shared_ptr<const MappedFile>& file, const Context& context);
/// The first rows as numbers.
std::vector<std::vector<float>> firstNpyRows(const MappedFile& file, const NpyHeader& header, Index count);

} // namespace bridgescope
