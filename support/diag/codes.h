#pragma once

#include <span>

#include "support/diag/table.h"

// Diagnostics about inputs and outputs as a whole (P9xxx).
namespace perry::support {

#define PERRY_DIAGNOSTIC PERRY_DECLARE_DIAGNOSTIC
#include "support/diag/codes.def"
#undef PERRY_DIAGNOSTIC

inline constexpr const DiagnosticInfo* kSupportDiagnostics[] = {
#define PERRY_DIAGNOSTIC PERRY_LIST_DIAGNOSTIC
#include "support/diag/codes.def"
#undef PERRY_DIAGNOSTIC
};

constexpr std::span<const DiagnosticInfo* const> all_support_diagnostics() {
  return kSupportDiagnostics;
}

}  // namespace perry::support
