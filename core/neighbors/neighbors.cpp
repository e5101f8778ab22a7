#include "core/neighbors/neighbors.h"
