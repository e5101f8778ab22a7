#include "core/neighbors/metric.h"
