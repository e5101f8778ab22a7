#include "core/dataset/reader_choice.h"

#include "core/base/error.h"
#include "core/dataset/format_detection.h"

#include <algorithm>

namespace bridgescope {

const std::vector<std::string>& formatIds()
{
    static const std::vector<std::string> ids = {"npy", "text", "word2vec", "word2vec-binary", "glove", "fasttext"};
    return ids;
}

std::string chooseReader(const MappedFile& file, const ReadOptions& options)
{
    constexpr std::string_view delimiters = "\t,; ";
    if (options.delimiter && delimiters.find(*options.delimiter) == std::string_view::npos)
        throw Error(ErrorKind::Usage, std::string("'") + *options.delimiter + "' is no delimiter",
                    "choose tab, comma, semicolon or blank");
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
