#include "core/dataset/reader.h"
#include "tests/fuzz/target.h"

using namespace bridgescope;

/// The bytes as labels, metadata and list of items of a small set.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::string_view set = "a,1,2\nb,3,4\nc,5,6\n";
    const MemoryFile vectors(reinterpret_cast<const std::uint8_t*>(set.data()), set.size()), file(data, size);
    ReadOptions labels, metadata, items;
    labels.labelsFile = metadata.metadataFile = items.itemsFile = file.name();
    metadata.where = {"label!=b"};
    expectErrorsOnly([&] { readEmbeddingSet(vectors.name(), labels); });
    expectErrorsOnly([&] { readEmbeddingSet(vectors.name(), metadata); });
    expectErrorsOnly([&] { readEmbeddingSet(vectors.name(), items); });
    return 0;
}
