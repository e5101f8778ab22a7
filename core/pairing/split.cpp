#include "core/pairing/split.h"
