#include "core/dataset/reader.h"
#include "tests/fuzz/target.h"

using namespace bridgescope;

/// The first byte chooses what is overruled, the rest is the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    const MemoryFile file(data + 1, size - 1);
    const unsigned choice = data[0];
    const char* const formats[] = {"text", "glove", "word2vec", "fasttext"};
    ReadOptions options;
    options.format = formats[choice & 3];
    if (choice & 4) options.header = (choice & 8) != 0;
    if (choice & 16) options.delimiter = "\t,; "[choice >> 5 & 3];
    if (choice & 128) options.labelColumn = choice & 64 ? "none" : "2";
    expectErrorsOnly([&] { summarize(readEmbeddingSet(file.name(), options)); });
    expectErrorsOnly([&] { previewFile(file.name(), options); });
    return 0;
}
