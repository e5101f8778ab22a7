#include "core/mapping/model.h"
