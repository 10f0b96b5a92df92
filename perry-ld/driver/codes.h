#pragma once

#include "support/diag/table.h"

namespace perry::ld::diag {

#define PERRY_DIAGNOSTIC PERRY_DECLARE_DIAGNOSTIC
#include "perry-ld/driver/codes.def"
#undef PERRY_DIAGNOSTIC

}  // namespace perry::ld::diag
