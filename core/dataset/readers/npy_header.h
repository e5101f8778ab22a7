#pragma once
#include "core/base/types.h"
#include "core/dataset/mapped_file.h"

#include <string>
#include <string_view>

namespace bridgescope {

/// What a NumPy header says (format versions 1 to 3; numpy.lib.format, NEP 1).
struct NpyHeader {
    char kind = 'f'; ///< f, i, u, b
    int bytes = 4;   ///< of one number
    bool bigEndian = false;
    bool fortranOrder = false;
    Index rows = 0, columns = 0; ///< N items x d
    std::size_t dataOffset = 0;

    std::size_t dataBytes() const { return static_cast<std::size_t>(rows * columns * bytes); }
    /// Whether the bytes are float32 in C order as they lie there, for use without a copy.
    bool isNative() const { return kind == 'f' && bytes == 4 && !bigEndian && !fortranOrder; }
    std::string describe() const; ///< "NumPy, float32, C order"
};

bool isNpy(std::string_view head);

/// A matrix of real numbers, checked against the file's real size: rows * columns * bytes are there.
/// The header is read by its grammar, never evaluated. @throws Error(Input).
NpyHeader readNpyHeader(const MappedFile& file);

} // namespace bridgescope
