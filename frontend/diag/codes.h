#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "support/diag/diagnostic.h"
#include "support/diag/table.h"

// The front end's diagnostics, a table an area:
//   lex.def         P10xx  characters, literals, comments
//   syntax.def      P11xx  grammar of statements, expressions, functions, classes, modules
//   regexp.def      P13xx  regular-expression literals
//   early.def       P2xxx  the specification's early errors that the parser decides
//   bind.def        P25xx  those that need scopes
//   typescript.def  P3xxx  TypeScript-only grammar
//   jsx.def         P38xx  JSX
//   module.def      P4xxx  module records
namespace perry::frontend::diag {

#define PERRY_DIAGNOSTIC PERRY_DECLARE_DIAGNOSTIC
#include "frontend/diag/all.def"
#undef PERRY_DIAGNOSTIC

}  // namespace perry::frontend::diag

namespace perry::frontend {

// Every row, for `explain`, for replaying stored diagnostics and for the tables in the docs.
std::span<const support::DiagnosticInfo> frontend_diagnostics();

}  // namespace perry::frontend
