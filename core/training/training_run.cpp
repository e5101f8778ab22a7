#include "core/training/training_run.h"
