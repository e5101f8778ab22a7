#include "core/dataset/reader.h"

#include "core/base/error.h"
#include "core/dataset/item_filter.h"
#include "core/dataset/label_file.h"
#include "core/dataset/metadata_table.h"
#include "core/dataset/reader_choice.h"
#include "core/dataset/readers/npy.h"
#include "core/dataset/readers/text.h"
#include "core/dataset/readers/word2vec_binary.h"

#include <filesystem>

namespace bridgescope {
namespace {

/// What was asked for of a text, where the file is none.
void warnOfTextOptions(RawSet& set, const ReadOptions& options)
{
    const auto idle = [&set](const char* what) {
        set.warnings.push_back(std::string("the ") + what +
                               " asked for means nothing in a binary file and is left out");
    };
    if (options.delimiter) idle("delimiter");
    if (options.header) idle("header line");
    if (options.labelColumn && options.labelColumn != "none") idle("label column");
}

RawSet readBinary(const std::string& reader, const std::shared_ptr<const MappedFile>& file, const ReadOptions& options,
                  const Context& context)
{
    RawSet set = reader == "npy" ? readNpy(file, context) : readWord2vecBinary(file, 0, context);
    warnOfTextOptions(set, options);
    return set;
}

RawSet readRaw(const std::shared_ptr<const MappedFile>& file, const ReadOptions& options, const Context& context)
{
    const std::string reader = chooseReader(*file, options);
    if (reader != "text") return readBinary(reader, file, options, context);
    TextSource source(file);
    const TextLayout layout = guessTextLayout(headOf(source, context), options, file->file());
    return readText(source, layout, context);
}

/// The file's name without folder and endings.
std::string stemOf(const std::string& file)
{
    std::filesystem::path path = std::filesystem::path(file).filename();
    if (path.extension() == ".gz") path.replace_extension();
    return path.replace_extension().string();
}

/// Labels in place of or beside those of the file itself.
void attachLabels(EmbeddingSet& set, std::string& source, const ReadOptions& options, const Context& context)
{
    mendLabels(set.labels, set.warnings);
    std::optional<std::string> file = options.labelsFile;
    if (!file && set.labels.empty() && options.labelColumn != "none") file = findSidecar(set.file, set.size());
    if (!file) return;
    set.labels = readLabels(*file, set.size(), set.file, set.warnings, context);
    source = std::filesystem::path(*file).filename().string();
}

} // namespace

EmbeddingSet readEmbeddingSet(const std::string& file, const ReadOptions& options, const Context& context)
{
    RawSet raw = readRaw(MappedFile::open(file), options, context);
    EmbeddingSet set;
    set.file = file;
    set.name = stemOf(file);
    set.vectors = std::move(raw.vectors);
    set.labels = std::move(raw.labels);
    set.metadata = std::move(raw.metadata);
    set.mapped = std::move(raw.mapped);
    set.warnings = std::move(raw.warnings);
    if (set.dimension() == 1)
        set.warnings.push_back("has one dimension: the cosine of any two items is 1, -1 or, for a zero, not defined");
    attachLabels(set, raw.labelSource, options, context);
    if (options.metadataFile) {
        const bool without = set.labels.empty();
        attachMetadata(set, *options.metadataFile);
        if (without && !set.labels.empty())
            raw.labelSource = std::filesystem::path(*options.metadataFile).filename().string();
    }
    set.format = raw.format + (set.labels.empty() ? ", no labels" : ", labels: " + raw.labelSource);
    if (options.itemsFile || !options.where.empty()) set = filterItems(std::move(set), options);
    return set;
}

} // namespace bridgescope
