#include "core/dataset/reader.h"
#include "tests/fuzz/target.h"

using namespace bridgescope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const MemoryFile file(data, size);
    ReadOptions options;
    options.format = "word2vec-binary";
    expectErrorsOnly([&] { summarize(readEmbeddingSet(file.name(), options)); });
    expectErrorsOnly([&] { previewFile(file.name(), options); });
    return 0;
}
