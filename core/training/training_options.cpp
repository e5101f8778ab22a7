#include "core/training/training_options.h"
