#pragma once
#include "core/base/context.h"
#include "core/dataset/mapped_file.h"
#include "core/dataset/raw_set.h"

#include <optional>

namespace bridgescope {

/// The first line of word2vec binary: "N d".
struct Word2vecHeader {
    Index items = 0, dimension = 0;
    std::size_t bodyOffset = 0;
};
/// Where the bytes begin as word2vec binary does: a line "N d", then a label and bytes that are no text.
std::optional<Word2vecHeader> word2vecBinaryHeader(std::string_view bytes);

/// word2vec binary (Mikolov's tool; with or without a newline behind each vector). `limit` 0: all items.
RawSet readWord2vecBinary(const std::shared_ptr<const MappedFile>& file, Index limit, const Context& context);

} // namespace bridgescope
