#pragma once

#include "support/diag/table.h"

namespace perry::cc::diag {

#define PERRY_DIAGNOSTIC PERRY_DECLARE_DIAGNOSTIC
#include "perry-cc/driver/codes.def"
#undef PERRY_DIAGNOSTIC

}  // namespace perry::cc::diag
