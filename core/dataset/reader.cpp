#include "core/dataset/reader.h"
