#include "frontend/diag/codes.h"

namespace perry::frontend {

namespace {

#define PERRY_ROW(name, code, severity, message, args) diag::k##name.info,
constexpr support::DiagnosticInfo kRows[] = {
#define PERRY_DIAGNOSTIC PERRY_ROW
#include "frontend/diag/all.def"
#undef PERRY_DIAGNOSTIC
};
#undef PERRY_ROW

consteval bool codes_ascend() {
  for (size_t i = 1; i < std::size(kRows); i++) {
    if (kRows[i - 1].code >= kRows[i].code) return false;
  }
  return true;
}
static_assert(codes_ascend(), "codes must ascend, and so be unique");

}  // namespace

std::span<const support::DiagnosticInfo> frontend_diagnostics() { return kRows; }

}  // namespace perry::frontend
