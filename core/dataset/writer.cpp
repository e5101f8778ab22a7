#include "core/dataset/writer.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"

#include <charconv>

namespace bridgescope {
namespace {

void appendNumber(std::string& text, float value)
{
    char buffer[32];
    // The shortest decimal that reads back as the same float32.
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    text.append(buffer, end);
}

std::string npyHeader(Index n, Index d)
{
    std::string header =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (" + std::to_string(n) + ", " + std::to_string(d) + "), }";
    while ((10 + header.size() + 1) % 64 != 0)
        header += ' ';
    header += '\n';
    std::string bytes = "\x93NUMPY";
    bytes += '\x01';
    bytes += '\0';
    bytes += static_cast<char>(header.size() & 0xFF);
    bytes += static_cast<char>(header.size() >> 8);
    return bytes + header;
}

void writeNpy(const EmbeddingSet& set, const std::string& file)
{
    AtomicFile out(file);
    out.write(npyHeader(set.size(), set.dimension()));
    out.write(set.vectors.view().data, static_cast<std::size_t>(set.vectors.view().size()) * sizeof(float));
    if (!set.labels.empty()) {
        std::string lines;
        for (const auto& label : set.labels)
            lines += label + '\n';
        writeFile(file.substr(0, file.size() - 4) + ".labels.txt", lines);
    }
    out.commit();
}

std::string labelField(const std::string& label, char delimiter)
{
    if (label.find_first_of(std::string("\"\r\n") + delimiter) == std::string::npos) return label;
    std::string quoted = "\"";
    for (const char c : label)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c == '\n' || c == '\r' ? ' ' : c);
    return quoted + '"';
}

/// Blanks part word2vec's fields, so those in a label become underscores, as word2vec's own phrases have them.
std::string wordField(const std::string& label)
{
    std::string word = label;
    for (char& c : word)
        if (c == ' ' || c == '\t') c = '_';
    return word.empty() ? "_" : word;
}

void writeText(const EmbeddingSet& set, const std::string& file, char delimiter, bool word2vec, const Context& context)
{
    AtomicFile out(file);
    std::string text;
    if (word2vec) text = std::to_string(set.size()) + ' ' + std::to_string(set.dimension()) + '\n';
    Index changed = 0;
    for (Index i = 0; i < set.size(); ++i) {
        if (i % 1024 == 0) context.checkStop();
        const std::string label = set.labels.empty() && !word2vec ? std::string() : set.labelOf(i);
        const std::string field = word2vec ? wordField(label) : labelField(label, delimiter);
        changed += word2vec && field != label;
        text += field;
        bool first = field.empty() && set.labels.empty() && !word2vec;
        for (const float value : set.vectors.item(i)) {
            if (!first) text += delimiter;
            first = false;
            appendNumber(text, value);
        }
        text += '\n';
        if (text.size() > (std::size_t(1) << 20)) {
            out.write(text);
            text.clear();
        }
    }
    out.write(text);
    out.commit();
    if (changed > 0) context.warning(file + ": blanks in " + std::to_string(changed) + " labels became underscores");
}

} // namespace

void writeEmbeddingSet(const EmbeddingSet& set, const std::string& file, const Context& context)
{
    if (file.ends_with(".npy")) return writeNpy(set, file);
    if (file.ends_with(".csv")) return writeText(set, file, ',', false, context);
    if (file.ends_with(".tsv")) return writeText(set, file, '\t', false, context);
    if (file.ends_with(".txt") || file.ends_with(".vec")) return writeText(set, file, ' ', true, context);
    throw Error(ErrorKind::Usage, "the ending says no format that is written", "name it .npy, .csv, .tsv, .txt or .vec")
        .inFile(file);
}

} // namespace bridgescope
