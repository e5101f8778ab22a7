#include "core/projection/pca.h"
