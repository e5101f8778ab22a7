#include "core/dataset/writer.h"
