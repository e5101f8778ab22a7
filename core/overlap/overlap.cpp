#include "core/overlap/overlap.h"
