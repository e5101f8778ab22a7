#pragma once
#include "core/base/context.h"
#include "core/dataset/mapped_file.h"
#include "core/dataset/readers/raw_set.h"

#include <optional>

namespace bridgescope {

/// The first line of word2vec binary: "N d".
struct Word2vecHeader {
    Index items = 0, dimension = 0;
    std::size_t bodyOffset = 0;
};

/// Where the bytes begin as word2vec binary does: a line "N d", then no line of d numbers but bytes that no text has;
/// these are not asked for where the file's name says that it is binary.
std::optional<Word2vecHeader> word2vecBinaryHeader(std::string_view bytes, bool namedBinary = false);

/// The header, checked against the file's size. @throws Error(Input).
Word2vecHeader readWord2vecHeader(const MappedFile& file);

/// word2vec binary as Mikolov's tool and gensim write it: label, blank, d little-endian float32; with or without a
/// newline behind each vector. What the header claims is checked against the file's size before anything is allocated;
/// bytes behind the last vector are ignored with a warning. `limit` 0: all items. @throws Error(Input), Cancelled.
RawSet readWord2vecBinary(const std::shared_ptr<const MappedFile>& file, Index limit, const Context& context);

} // namespace bridgescope
