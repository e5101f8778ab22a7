#pragma once

namespace bridgescope {

/// `bridgescope figure bars|curve|difference|loyalty|window ...`: draws without a display and leaves. Exit codes as the
/// command line's.
int runFigureCommand(int argc, char** argv);

} // namespace bridgescope
