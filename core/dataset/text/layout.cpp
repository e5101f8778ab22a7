#include "core/dataset/text/layout.h"

#include "core/base/error.h"
#include "core/dataset/text/fields.h"

#include <algorithm>

namespace bridgescope {
namespace {

constexpr std::size_t headBytes = std::size_t(1) << 16;
constexpr std::size_t longestHead = std::size_t(1) << 24;

void requireText(std::string_view head, const std::string& file)
{
    const auto refuse = [&](const char* what, const char* hint) {
        throw Error(ErrorKind::Input, what, hint).inFile(file);
    };
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) refuse("is UTF-16 text", "save it as UTF-8");
    if (head.find('\n') == std::string_view::npos && head.find('\r') < head.size() - 1)
        refuse("ends its lines with a carriage return alone", "save it with line feeds, as by tr '\\r' '\\n'");
}

} // namespace

TextHead headOf(TextSource& source, const Context& context)
{
    for (std::size_t bytes = headBytes;; bytes *= 4) {
        const std::string_view all = source.ahead(bytes, context);
        TextHead head{all.substr(0, bytes), source.complete() && all.size() <= bytes};
        const bool enough = std::count(head.text.begin(), head.text.end(), '\n') >= 3;
        if (!head.complete && !enough && bytes < longestHead) continue;
        requireText(head.text, source.file().file());
        if (!head.complete && head.text.find('\n') == std::string_view::npos)
            throw Error(ErrorKind::Input, "the first line is longer than 16 MiB: this is no table of vectors",
                        "choose the right format with --format")
                .inFile(source.file().file());
        return head;
    }
}

std::string TextLayout::labelSource() const
{
    if (!hasLabels()) return "none";
    if (!names.empty() && !names[static_cast<std::size_t>(labelColumn)].empty())
        return "column " + names[static_cast<std::size_t>(labelColumn)];
    if (labelColumn == 0) return "first column";
    if (labelColumn + 1 == static_cast<int>(columns)) return "last column";
    return "column " + std::to_string(labelColumn + 1);
}

std::string TextLayout::describe() const
{
    if (formatId == "word2vec") return "word2vec text";
    if (formatId == "fasttext") return "fastText text";
    if (formatId == "glove") return "GloVe text";
    const std::string separated = delimiter == '\t'  ? "tab"
                                  : delimiter == ' ' ? "blank"
                                  : delimiter == ',' ? "comma"
                                  : delimiter == ';' ? "semicolon"
                                                     : std::string(1, delimiter);
    return "text, " + separated + " separated" + (decimalComma ? ", decimal comma" : "") +
           (header ? ", header line" : "");
}

} // namespace bridgescope
