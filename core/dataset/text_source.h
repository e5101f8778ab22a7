#pragma once
#include "core/base/context.h"
#include "core/dataset/mapped_file.h"

#include <string>

namespace bridgescope {

/// The text of a file: mapped, or unpacked from gzip into memory.
struct TextSource {
    std::shared_ptr<const MappedFile> file;
    std::string unpacked;
    bool compressed = false;

    std::string_view text() const { return compressed ? std::string_view(unpacked) : file->text(); }
};

bool isGzip(std::string_view head);

/// Unpacks gzip (all members). `limit` 0: everything; else stops after that many bytes (for previews and detection).
/// @throws Error(Input) where the stream is cut or damaged; Cancelled.
TextSource openText(const std::shared_ptr<const MappedFile>& file, std::size_t limit = 0, const Context& context = {});

} // namespace bridgescope
