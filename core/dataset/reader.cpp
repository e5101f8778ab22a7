#include "core/dataset/reader.h"

#include "core/base/error.h"
#include "core/dataset/format_detection.h"
#include "core/dataset/npy.h"
#include "core/dataset/side_files.h"
#include "core/dataset/text_reader.h"
#include "core/dataset/word2vec_binary.h"

#include <algorithm>
#include <filesystem>

namespace bridgescope {
namespace {

constexpr std::size_t headBytes = std::size_t(1) << 16;

/// The reader asked for, or the one detected.
std::string readerOf(const MappedFile& file, const ReadOptions& options)
{
    if (!options.format) return detectFormat(file);
    if (*options.format == "npy" || *options.format == "word2vec-binary") return *options.format;
    const auto& known = formatIds();
    if (std::find(known.begin(), known.end(), *options.format) == known.end())
        throw Error(ErrorKind::Usage, "format '" + *options.format + "' is not known",
                    "choose npy, text, word2vec, word2vec-binary, glove or fasttext");
    return "text";
}

TextLayout layoutOf(const TextSource& source, const ReadOptions& options)
{
    const std::string_view text = source.text();
    // The first item's line may be longer than the head.
    std::size_t length = std::min(text.size(), headBytes);
    while (length < text.size() &&
           std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length), '\n') < 3)
        length = std::min(text.size(), length * 4);
    return guessTextLayout(text.substr(0, length), length == text.size(), options, source.file->file());
}

RawSet readRaw(const std::shared_ptr<const MappedFile>& file, const ReadOptions& options, const Context& context)
{
    const std::string reader = readerOf(*file, options);
    if (reader == "npy") {
        if (!isNpy(file->text()))
            throw Error(ErrorKind::Input, "does not begin as a .npy file does", "leave --format out")
                .inFile(file->file());
        return readNpy(file, context);
    }
    if (reader == "word2vec-binary") return readWord2vecBinary(file, 0, context);
    const TextSource source = openText(file, 0, context);
    return readText(source, layoutOf(source, options), context);
}

std::string stemOf(const std::string& file)
{
    std::filesystem::path path = std::filesystem::path(file).filename();
    if (path.extension() == ".gz") path.replace_extension();
    return path.replace_extension().string();
}

constexpr Index shown = 8; ///< rows of a preview

void takeRows(Preview& preview, const RawSet& raw)
{
    preview.firstLabels = raw.labels;
    for (Index i = 0; i < raw.vectors.size(); ++i)
        preview.firstRows.emplace_back(raw.vectors.item(i).begin(), raw.vectors.item(i).end());
}

/// The part of a text preview: what was guessed, the first rows, and how many rows there are or may be.
void previewText(Preview& preview, const std::shared_ptr<const MappedFile>& mapped, const ReadOptions& options)
{
    TextSource head = openText(mapped, headBytes * 4);
    const TextLayout layout = layoutOf(head, options);
    // Whole lines of the head only; for a gzip file its share of the rows is not known.
    const bool whole = !head.compressed && head.text().size() <= headBytes * 4;
    std::string part(head.text().substr(0, headBytes * 4));
    if (!whole) part.resize(std::max(part.rfind('\n') + 1, layout.bodyOffset));
    std::size_t position = layout.bodyOffset;
    Index lines = 0;
    std::size_t end = position;
    while (position < part.size()) {
        if (!trimBlanks(nextLine(part, position)).empty() && ++lines == shown) end = std::min(position, part.size());
    }
    if (lines < shown) end = part.size();
    TextSource few;
    few.file = mapped;
    few.compressed = true;
    few.unpacked = part.substr(0, end);
    TextLayout fewLayout = layout;
    fewLayout.claimedItems = 0;
    fewLayout.countLine = false;
    const RawSet raw = readText(few, fewLayout, {});
    preview.formatId = layout.formatId;
    preview.format = layout.describe() + (head.compressed ? ", gzip" : "");
    preview.formatHint = layout.hint;
    preview.delimiter = layout.delimiter;
    preview.header = layout.header;
    preview.labelSource = layout.labelSource();
    preview.columnNames = layout.names;
    preview.d = layout.d;
    if (layout.countLine)
        preview.n = layout.claimedItems;
    else if (whole)
        preview.n = lines;
    else if (!head.compressed && lines > 0) {
        const double perLine = static_cast<double>(part.size() - layout.bodyOffset) / static_cast<double>(lines);
        preview.n = static_cast<Index>(static_cast<double>(mapped->size() - layout.bodyOffset) / perLine);
        preview.nIsEstimate = true;
    }
    takeRows(preview, raw);
}

} // namespace

const std::vector<std::string>& formatIds()
{
    static const std::vector<std::string> ids = {"npy", "text", "word2vec", "word2vec-binary", "glove", "fasttext"};
    return ids;
}

EmbeddingSet readEmbeddingSet(const std::string& file, const ReadOptions& options, const Context& context)
{
    RawSet raw = readRaw(MappedFile::open(file), options, context);
    EmbeddingSet set;
    set.file = file;
    set.name = stemOf(file);
    set.format = raw.format + (raw.labelSource == "none" ? "" : ", labels: " + raw.labelSource);
    set.vectors = std::move(raw.vectors);
    set.labels = std::move(raw.labels);
    set.metadata = std::move(raw.metadata);
    set.mapped = std::move(raw.mapped);
    set.warnings = std::move(raw.warnings);
    if (set.size() == 0) throw Error(ErrorKind::Input, "holds no items", "choose a file with vectors").inFile(file);
    const Index repaired = repairUtf8(set.labels);
    if (repaired > 0)
        set.warnings.push_back(std::to_string(repaired) + " labels are not UTF-8; what cannot be read became \uFFFD");
    if (options.labelsFile)
        attachLabels(set, *options.labelsFile);
    else if (set.labels.empty() && !options.labelColumn) {
        if (const auto sidecar = findSidecar(file, set.size())) {
            attachLabels(set, *sidecar);
            set.format += ", labels: " + std::filesystem::path(*sidecar).filename().string();
        }
    }
    if (options.metadataFile) attachMetadata(set, *options.metadataFile);
    if (options.itemsFile || !options.where.empty()) set = filterItems(set, options);
    return set;
}

Preview previewFile(const std::string& file, const ReadOptions& options)
{
    const auto mapped = MappedFile::open(file);
    Preview preview;
    preview.file = file;
    preview.bytes = mapped->size();
    preview.labelSource = "none";
    const std::string reader = readerOf(*mapped, options);
    if (reader == "npy") {
        const NpyHeader header = readNpyHeader(*mapped);
        preview.formatId = "npy";
        preview.format = header.describe();
        preview.formatHint = header.kind == 'f' && header.bytes == 4 && !header.bigEndian && !header.fortranOrder
                                 ? "memory-mapped"
                                 : "converted to float32";
        preview.n = header.rows;
        preview.d = header.columns;
        preview.firstRows = firstNpyRows(*mapped, header, shown);
    } else if (reader == "word2vec-binary") {
        RawSet raw = readWord2vecBinary(mapped, shown, {});
        preview.formatId = reader;
        preview.format = raw.format;
        preview.formatHint = raw.formatHint;
        preview.labelSource = raw.labelSource;
        preview.n = word2vecBinaryHeader(mapped->text())->items;
        preview.d = raw.vectors.dimension();
        takeRows(preview, raw);
    } else {
        previewText(preview, mapped, options);
    }
    std::optional<std::string> labels = options.labelsFile;
    if (!labels && preview.firstLabels.empty() && preview.n) labels = findSidecar(file, *preview.n);
    if (labels) {
        preview.labelSource = std::filesystem::path(*labels).filename().string();
        preview.firstLabels = readLines(*labels);
        preview.firstLabels.resize(std::min(preview.firstLabels.size(), preview.firstRows.size()));
    }
    repairUtf8(preview.firstLabels);
    return preview;
}

} // namespace bridgescope
