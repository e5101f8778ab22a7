#include "core/dataset/label_file.h"

#include "core/base/error.h"
#include "core/dataset/counted.h"
#include "core/dataset/metadata_table.h"
#include "core/dataset/text/columns.h"
#include "core/dataset/text/fields.h"
#include "core/dataset/text/layout.h"
#include "core/dataset/utf8.h"

#include <algorithm>
#include <filesystem>

namespace bridgescope {
namespace {

constexpr std::size_t readAhead = std::size_t(1) << 20;

bool isMatrixFile(const std::string& file)
{
    try {
        TextSource source(MappedFile::open(file));
        return looksLikeMatrix(headOf(source));
    } catch (const Error&) {
        return true; // no labels either way
    }
}

} // namespace

std::vector<std::string> readLines(const std::string& file, const Context& context)
{
    TextSource source(MappedFile::open(file));
    std::vector<std::string> lines;
    std::string rest; // a line that goes on in the next piece
    bool first = true;
    while (true) {
        context.checkStop();
        std::string_view text = source.ahead(readAhead);
        if (text.empty()) break;
        const std::size_t taken = text.size();
        if (first && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
        first = false;
        if (text.find('\0') != std::string_view::npos || text.starts_with("\xFF\xFE"))
            throw Error(ErrorKind::Input, "is no UTF-8 text of one entry a line", "choose the right file").inFile(file);
        std::size_t position = 0;
        while (true) {
            const auto end = text.find('\n', position);
            if (end == std::string_view::npos) break;
            std::string line = std::move(rest);
            line += text.substr(position, end - position);
            rest.clear();
            if (line.ends_with('\r')) line.pop_back();
            lines.push_back(std::move(line));
            position = end + 1;
        }
        rest += text.substr(position);
        source.skip(taken);
    }
    if (!rest.empty()) lines.push_back(std::move(rest));
    while (!lines.empty() && trimBlanks(lines.back()).empty())
        lines.pop_back();
    return lines;
}

std::optional<std::string> findSidecar(const std::string& file, std::optional<Index> n)
{
    std::filesystem::path stem(file);
    if (stem.extension() == ".gz") stem.replace_extension();
    const bool isTxt = stem.extension() == ".txt";
    stem.replace_extension();
    std::error_code ignored;
    const std::string labels = stem.string() + ".labels.txt";
    if (labels != file && std::filesystem::is_regular_file(labels, ignored)) return labels;
    const std::string plain = stem.string() + ".txt";
    if (isTxt || !n || !std::filesystem::is_regular_file(plain, ignored) || isMatrixFile(plain)) return std::nullopt;
    if (static_cast<Index>(readLines(plain).size()) != *n) return std::nullopt;
    return plain;
}

void mendLabels(std::vector<std::string>& labels, std::vector<std::string>& warnings)
{
    const Index repaired = repairUtf8(labels);
    if (repaired > 0) warnings.push_back(counted(repaired, "label") + " not UTF-8; what cannot be read is now \uFFFD");
    const auto empty = std::count_if(labels.begin(), labels.end(), [](const auto& label) { return label.empty(); });
    if (empty > 0) warnings.push_back(counted(empty, "label") + " empty");
}

std::vector<std::string> readLabels(const std::string& file, Index n, const std::string& ofFile,
                                    std::vector<std::string>& warnings, const Context& context)
{
    std::vector<std::string> labels = readLines(file, context);
    const auto wanted = static_cast<std::size_t>(n);
    if (labels.size() == wanted + 1 && labels[0].find('\t') != std::string::npos) {
        const MetadataTable table = readMetadataTable(file);
        const std::size_t column = static_cast<std::size_t>(std::max(0, labelColumnByName(table.names)));
        labels.clear();
        for (const auto& row : table.rows)
            labels.push_back(row[column]);
    }
    if (labels.size() != wanted)
        throw Error(ErrorKind::Input,
                    std::to_string(labels.size()) + " labels for the " + std::to_string(wanted) + " vectors of " +
                        ofFile,
                    "give the labels of this set with --labels, or move this file away")
            .inFile(file);
    for (auto& label : labels)
        label = std::string(trimBlanks(label));
    context.checkStop();
    mendLabels(labels, warnings);
    return labels;
}

} // namespace bridgescope
