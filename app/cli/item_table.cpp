#include "app/cli/item_table.h"

#include "app/cli/output.h"
#include "core/base/atomic_file.h"
#include "core/dataset/writer.h"

#include <filesystem>

namespace bridgescope {
namespace {

std::string itemFields(const PairedSet& pairs, Index item)
{
    return csvField(pairs.labels[static_cast<std::size_t>(item)]) + ',' + std::to_string(fileRowX(pairs, item)) + ',' +
           std::to_string(fileRowY(pairs, item));
}

} // namespace

Index fileRowX(const PairedSet& pairs, Index item)
{
    return pairs.rowsX[static_cast<std::size_t>(item)].value + 1;
}

Index fileRowY(const PairedSet& pairs, Index item)
{
    return pairs.rowsY[static_cast<std::size_t>(item)].value + 1;
}

void writeOverlapPerItem(const std::string& file, const PairedSet& pairs, const MeasuredFold& fold,
                         const Overlap& overlap)
{
    std::string text =
        std::string("label,row_x,row_y,") + (fold.recallX ? "overlap_of_approximate_lists" : "overlap") + '\n';
    for (std::size_t i = 0; i < fold.items.size(); ++i)
        text += itemFields(pairs, fold.items[i]) + ',' + std::to_string(overlap.perItem[i]) + '\n';
    writeFile(file, text);
    writeConvention(file, conventionLine(overlap, {}));
}

void writeReportPerItem(const std::string& file, const PairedSet& pairs,
                        std::span<const std::shared_ptr<const MeasuredFold>> folds, const MappingReport& report)
{
    std::string text = "label,row_x,row_y,fold,x_fx,y_fx,x_y,difference\n";
    std::size_t position = 0;
    for (std::size_t f = 0; f < folds.size(); ++f)
        for (const Index item : folds[f]->items) {
            const int xf = report.xf.perItem[position], yf = report.yf.perItem[position],
                      xy = report.xy.perItem[position];
            ++position;
            text += itemFields(pairs, item) + ',' + std::to_string(f + 1) + ',' + std::to_string(xf) + ',' +
                    std::to_string(yf) + ',' + std::to_string(xy) + ',' + std::to_string(xf - yf) + '\n';
        }
    writeFile(file, text);
    writeConvention(file, conventionLine(report.xf, report.split));
}

void writePredictions(const std::string& file, const PairedSet& pairs, const Matrix& predictions,
                      std::span<const Index> items, const Context& context)
{
    EmbeddingSet set;
    set.vectors = Vectors(predictions);
    std::string rows;
    for (const Index item : items) {
        set.labels.push_back(pairs.labels[static_cast<std::size_t>(item)]);
        rows += std::to_string(fileRowX(pairs, item)) + '\n';
    }
    const std::string stem = file.ends_with(".npy") ? file.substr(0, file.size() - 4) : file;
    std::error_code ignored;
    std::filesystem::remove(stem + ".rows.txt", ignored); // of earlier predictions
    writeEmbeddingSet(set, file, context);
    writeFile(stem + ".rows.txt", rows);
}

} // namespace bridgescope
