#include "core/dataset/embedding_set.h"
