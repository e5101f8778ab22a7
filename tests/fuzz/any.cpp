#include "core/dataset/reader.h"
#include "tests/fuzz/target.h"

using namespace bridgescope;

/// Detection first, then whichever reader it names.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const MemoryFile file(data, size);
    expectErrorsOnly([&] { summarize(readEmbeddingSet(file.name())); });
    expectErrorsOnly([&] { previewFile(file.name()); });
    return 0;
}
