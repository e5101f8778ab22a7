#include "core/base/error.h"
#include "core/dataset/label_file.h"
#include "core/dataset/metadata_table.h"
#include "core/dataset/reader.h"
#include "core/dataset/reader_choice.h"
#include "core/dataset/readers/npy.h"
#include "core/dataset/readers/text.h"
#include "core/dataset/readers/word2vec_binary.h"
#include "core/dataset/text/chunks.h"
#include "core/dataset/text/fields.h"
#include "core/dataset/utf8.h"

#include <algorithm>
#include <filesystem>

namespace bridgescope {
namespace {

constexpr Index shownRows = 8;
constexpr std::size_t quicklyCounted = std::size_t(1) << 24; ///< bytes of text counted in milliseconds

void takeRows(Preview& preview, RawSet raw)
{
    preview.labelSource = raw.labelSource;
    preview.firstLabels = std::move(raw.labels);
    for (Index i = 0; i < raw.vectors.size(); ++i)
        preview.firstRows.emplace_back(raw.vectors.item(i).begin(), raw.vectors.item(i).end());
}

void previewNpy(Preview& preview, const MappedFile& file)
{
    const NpyHeader header = readNpyHeader(file);
    preview.format = header.describe();
    preview.formatHint = header.isNative() ? "used as it lies in the file" : "converted to float32";
    preview.n = header.rows;
    preview.d = header.columns;
    preview.firstRows = firstNpyRows(file, header, shownRows);
}

void previewWord2vecBinary(Preview& preview, const std::shared_ptr<const MappedFile>& file)
{
    RawSet raw = readWord2vecBinary(file, shownRows, {});
    preview.format = raw.format;
    preview.formatHint = "first line N d, then bytes";
    preview.n = readWord2vecHeader(*file).items;
    preview.d = raw.vectors.dimension();
    takeRows(preview, std::move(raw));
}

/// Items of the whole lines in the head, and the bytes they take.
struct HeadCount {
    Index items = 0;
    std::size_t bytes = 0;
};

HeadCount countItems(const TextHead& head, const TextLayout& layout)
{
    HeadCount count;
    const std::size_t end = head.complete ? head.text.size() : std::max(head.text.rfind('\n') + 1, layout.bodyOffset);
    std::size_t position = layout.bodyOffset;
    while (position < end)
        count.items += !trimBlanks(nextRecord(head.text.substr(0, end), position, layout.delimiter).text).empty();
    count.bytes = end - layout.bodyOffset;
    return count;
}

void countOrEstimate(Preview& preview, TextSource& source, const TextHead& head, const TextLayout& layout)
{
    const HeadCount count = countItems(head, layout);
    if (head.complete) {
        preview.n = count.items;
    } else if (!source.compressed() && source.file().size() <= quicklyCounted) {
        preview.n = chunkText(source, layout, {}).items;
    } else if (layout.countLine) {
        preview.n = layout.claimedItems;
        preview.nIsEstimate = true;
    } else if (count.items > 0 && source.claimedSize() > head.text.size()) {
        const auto bytes = static_cast<double>(source.claimedSize() - layout.bodyOffset);
        preview.n =
            static_cast<Index>(bytes / static_cast<double>(count.bytes) * static_cast<double>(count.items) + 0.5);
        preview.nIsEstimate = true;
    }
}

void previewText(Preview& preview, const std::shared_ptr<const MappedFile>& file, const ReadOptions& options)
{
    TextSource source(file);
    const TextHead head = headOf(source);
    const TextLayout layout = guessTextLayout(head, options, file->file());
    preview.formatId = layout.formatId;
    preview.format = layout.describe() + (source.compressed() ? ", gzip" : "");
    preview.formatHint = layout.hint;
    preview.delimiter = layout.delimiter;
    preview.header = layout.header;
    preview.columnNames = layout.names;
    preview.d = layout.d;
    takeRows(preview, firstTextItems(head, layout, file->file(), shownRows));
    countOrEstimate(preview, source, head, layout);
}

/// The labels that reading would attach from another file, as far as they can be told without reading the set.
void previewLabels(Preview& preview, const ReadOptions& options)
{
    std::optional<std::string> file = options.labelsFile;
    const std::optional<Index> exact = preview.nIsEstimate ? std::nullopt : preview.n;
    if (!file && preview.labelSource == "none" && options.labelColumn != "none")
        file = findSidecar(preview.file, exact);
    std::vector<std::string> labels;
    if (file) {
        std::vector<std::string> ignored;
        if (exact)
            labels = readLabels(*file, *exact, preview.file, ignored);
        else
            labels = readLines(*file);
    } else if (options.metadataFile && preview.labelSource == "none" && exact) {
        EmbeddingSet unlabelled;
        unlabelled.vectors = Vectors(nullptr, MatrixView{nullptr, 0, *exact});
        attachMetadata(unlabelled, *options.metadataFile);
        labels = std::move(unlabelled.labels);
        if (!labels.empty()) file = options.metadataFile;
    }
    if (!file) return;
    preview.labelSource = std::filesystem::path(*file).filename().string();
    labels.resize(std::min(labels.size(), preview.firstRows.size()));
    preview.firstLabels = std::move(labels);
}

} // namespace

Preview previewFile(const std::string& file, const ReadOptions& options)
{
    const auto mapped = MappedFile::open(file);
    Preview preview;
    preview.file = file;
    preview.bytes = mapped->size();
    preview.labelSource = "none";
    preview.formatId = chooseReader(*mapped, options);
    if (preview.formatId == "npy")
        previewNpy(preview, *mapped);
    else if (preview.formatId == "word2vec-binary")
        previewWord2vecBinary(preview, mapped);
    else
        previewText(preview, mapped, options);
    previewLabels(preview, options);
    repairUtf8(preview.firstLabels);
    repairUtf8(preview.columnNames);
    return preview;
}

} // namespace bridgescope
