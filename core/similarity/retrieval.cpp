#include "core/similarity/retrieval.h"
