#include "core/pairing/pairing.h"
