#pragma once
#include "ui/models/items_model.h"

#include <vector>

namespace bridgescope {

/// How the values of one column of the items table are distributed.
struct ColumnHistogram {
    struct Bar {
        QString name; ///< the value, or from where to where; a category
        int count = 0;
        int shown = 0; ///< of these, let through by the filter
    };
    std::vector<Bar> bars; ///< empty where the column has none (labels, nothing measured)
    int most = 0;          ///< the highest count
};
/// Whole numbers get a bar each as long as there are at most 41, else equal bins; cosines get 20 bins from their least
/// to their most; categories one each, the eight largest and "other".
ColumnHistogram histogramOf(const ItemsModel& model, int column);

} // namespace bridgescope
