#include "core/dataset/reader_choice.h"

#include "core/base/error.h"
#include "core/dataset/format_detection.h"

#include <algorithm>
#include <string_view>

namespace bridgescope {
namespace {

/// What stands in no number and opens no quotes.
bool canPart(char sign)
{
    constexpr std::string_view ofNumbers = "+-.\"";
    const bool printable = sign > ' ' && sign < 127;
    const bool word = (sign >= '0' && sign <= '9') || (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z');
    return sign == '\t' || sign == ' ' || (printable && !word && ofNumbers.find(sign) == std::string_view::npos);
}

} // namespace

const std::vector<std::string>& formatIds()
{
    static const std::vector<std::string> ids = {"npy", "text", "word2vec", "word2vec-binary", "glove", "fasttext"};
    return ids;
}

std::string chooseReader(const MappedFile& file, const ReadOptions& options)
{
    if (options.delimiter && !canPart(*options.delimiter))
        throw Error(ErrorKind::Usage, std::string("'") + *options.delimiter + "' is no delimiter",
                    "choose tab, comma, semicolon, blank or a character that is no part of a number");
    if (!options.format) return detectFormat(file);
    const auto& known = formatIds();
    if (std::find(known.begin(), known.end(), *options.format) == known.end()) {
        std::string ids;
        for (const auto& id : known)
            ids += (ids.empty() ? "" : ", ") + id;
        throw Error(ErrorKind::Usage, "format '" + *options.format + "' is not known", "choose one of " + ids);
    }
    return *options.format == "npy" || *options.format == "word2vec-binary" ? *options.format : "text";
}

} // namespace bridgescope
