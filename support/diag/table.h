#pragma once

#include "support/diag/diagnostic.h"

// Turns a `.def` table of diagnostics into C++. The header of a table reads
//
//   #define PERRY_DIAGNOSTIC PERRY_DECLARE_DIAGNOSTIC
//   #include "folder/diag/codes.def"
//   #undef PERRY_DIAGNOSTIC
//
//   inline constexpr const support::DiagnosticInfo* kFrontendDiagnostics[] = {
//   #define PERRY_DIAGNOSTIC PERRY_LIST_DIAGNOSTIC
//   #include "folder/diag/codes.def"
//   #undef PERRY_DIAGNOSTIC
//   };
//
// The first part declares `kName` for each row, which is what code reports; the second lists the
// rows for a DiagnosticRegistry. `args` is the parenthesised list of argument types, `()` for none.

#define PERRY_DECLARE_DIAGNOSTIC(name, code, severity, message, args)   \
  inline constexpr ::perry::support::DiagnosticKind<void args> k##name{ \
      {code, #name, ::perry::support::Severity::severity, message}};

#define PERRY_LIST_DIAGNOSTIC(name, code, severity, message, args) &k##name.info,
