#pragma once

#include "support/diag/table.h"

namespace perry::scan::diag {

#define PERRY_DIAGNOSTIC PERRY_DECLARE_DIAGNOSTIC
#include "perry-scan/graph/codes.def"
#undef PERRY_DIAGNOSTIC

}  // namespace perry::scan::diag
