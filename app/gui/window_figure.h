#pragma once
#include "core/pairing/split.h"
#include "core/training/training_options.h"

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
    TrainingOptions training;
    SplitOptions split;
    Index k = 10;
};

/// The real main window, drawn once all its jobs are done. Returns the exit code; throws Error.
int drawWindow(QApplication& app, const WindowFigure& figure, const std::string& out);

} // namespace bridgescope
