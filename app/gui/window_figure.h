#pragma once
#include "app/options/common_options.h"
#include "core/measurement/evaluation.h"

#include <string>
#include <vector>

class QApplication;

namespace bridgescope {

/// What `bridgescope figure window` is to show.
struct WindowFigure {
    std::string view = "overview", item, theme = "light", size = "1440x900";
    bool sample = false, presenter = false;
    std::string grid;               ///< spec that the view experiments opens; empty: the form as it stands
    std::vector<std::string> files; ///< none, or X and Y
    ReadingOptions reading;
    PairOptions pairing;
    TrainingOptions training;
    SplitOptions split;
    MeasureOptions measure; ///< K, metric and self rule
    bool kGiven = false;    ///< K is as asked for, not as far as the items allow
};

/// The real main window, drawn once all its jobs are done. Returns the exit code; throws Error.
int drawWindow(QApplication& app, const WindowFigure& figure, const std::string& out);

} // namespace bridgescope
