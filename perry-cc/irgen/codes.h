#pragma once

#include "support/diag/table.h"

namespace perry::irgen::diag {

#define PERRY_DIAGNOSTIC PERRY_DECLARE_DIAGNOSTIC
#include "perry-cc/irgen/codes.def"
#undef PERRY_DIAGNOSTIC

}  // namespace perry::irgen::diag
