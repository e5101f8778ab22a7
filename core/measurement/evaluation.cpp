#include "core/measurement/evaluation.h"
