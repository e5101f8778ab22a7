#include "app/cli/neighbor_output.h"

#include "app/cli/output.h"

namespace bridgescope {

std::string listConvention(Index k, Metric metric, SelfRule self, Index n)
{
    Overlap convention;
    convention.k = k;
    convention.metric = metric;
    convention.self = self;
    convention.n = n;
    return conventionLine(convention, {});
}

std::string queryConvention(Index k, Metric metric, Index n)
{
    return "K = " + std::to_string(k) + ", " + std::string(metricId(metric)) +
           ", the terms themselves left out, N = " + std::to_string(n);
}

const char* similarityHead(Metric metric)
{
    return metric == Metric::Cosine ? "cosine" : "−distance";
}

std::string neighborCsvHead(bool ofSets)
{
    return std::string("item,row,rank,neighbor,neighbor_row,similarity") + (ofSets ? ",set,shared_with\n" : "\n");
}

std::string neighborCsvLine(const std::string& item, const std::string& row, Index rank, const std::string& neighbor,
                            Index neighborRow, double similarity)
{
    return csvField(item) + ',' + row + ',' + std::to_string(rank) + ',' + csvField(neighbor) + ',' +
           std::to_string(neighborRow) + ',' + fixed(similarity, 9);
}

void writeListConvention(const std::string& csvFile, const std::string& convention, Metric metric)
{
    writeConvention(csvFile, convention + "; similarity: " +
                                 (metric == Metric::Cosine ? "the cosine" : "minus the Euclidean distance"));
}

} // namespace bridgescope
