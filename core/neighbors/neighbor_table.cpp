#include "core/neighbors/neighbor_table.h"
