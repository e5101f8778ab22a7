#pragma once
#include "ui/figures/figure_export.h"

#include <memory>
#include <vector>

namespace bridgescope {

/// A chart that is open, with the convention line it stands over.
struct OpenChart {
    QString title; ///< "Overlap against K": the file is named after it
    std::shared_ptr<const Chart> chart;
    QString convention;
};

struct BatchOptions {
    FigureOptions figure;
    QString ending = QStringLiteral("svg"); ///< svg, pdf or png
    bool caption = true, numbers = true;    ///< the numbers as NAME.csv
};

/// A title as a file's name without an ending: "r²: held out" as "r2-held-out". ASCII, lower case, words joined by "-".
QString fileNameOf(const QString& title);

/// Writes every chart into `folder`, which is made where it is missing; files of equal names are numbered, those that
/// were there before are replaced. Returns the files written. @throws Error(Io) naming the first that cannot be written
QStringList exportCharts(const std::vector<OpenChart>& charts, const QString& folder, const BatchOptions& options);

} // namespace bridgescope
