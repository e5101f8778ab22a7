#include "core/dataset/format_detection.h"

#include "core/base/error.h"
#include "core/dataset/readers/npy_header.h"
#include "core/dataset/readers/word2vec_binary.h"
#include "core/dataset/text/source.h"

#include <algorithm>

namespace bridgescope {
namespace {

constexpr std::size_t headBytes = std::size_t(1) << 16;

bool isControl(unsigned char c)
{
    return c < 32 && c != '\t' && c != '\n' && c != '\r';
}

/// A gzip file must hold text: another format in it is named as such.
void requireTextInside(const std::shared_ptr<const MappedFile>& file)
{
    TextSource source(file);
    const std::string_view head = source.ahead(headBytes).substr(0, headBytes);
    const bool binary = isNpy(head) || word2vecBinaryHeader(head) || head.find('\0') != std::string_view::npos;
    std::string name = file->file();
    if (name.ends_with(".gz")) name.resize(name.size() - 3);
    if (!isNpy(head)) refuseKnownFormats(head, name, file->file());
    if (binary)
        throw Error(ErrorKind::Input, "holds binary vectors in gzip, which are read unpacked only",
                    "unpack it with gunzip")
            .inFile(file->file());
}

} // namespace

std::string detectFormat(const MappedFile& file)
{
    const std::string_view head = file.text().substr(0, headBytes);
    if (isNpy(head)) return "npy";
    if (isGzip(head)) {
        requireTextInside(std::shared_ptr<const MappedFile>(&file, [](const MappedFile*) {}));
        return "text";
    }
    refuseKnownFormats(head, file.file(), file.file());
    if (word2vecBinaryHeader(file.text(), file.file().ends_with(".bin"))) return "word2vec-binary";
    const bool utf16 = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"); // the text reader says what it is
    // One NUL in what else is text is the text reader's to name, by its line.
    const std::string_view start = head.substr(0, 4096);
    const auto nul = start.find('\0');
    if (nul == std::string_view::npos || utf16 || std::count_if(start.begin(), start.end(), isControl) < 2)
        return "text";
    throw Error(ErrorKind::Input, "holds a NUL byte: it is neither text nor a format that is read",
                "formats read are .npy, CSV, TSV, word2vec, GloVe, fastText .vec and .gz of text")
        .inFile(file.file())
        .atByte(static_cast<std::int64_t>(nul));
}

} // namespace bridgescope
