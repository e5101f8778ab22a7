#include "core/preprocessing/pipeline.h"
