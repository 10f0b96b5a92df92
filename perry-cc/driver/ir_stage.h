#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"
#include "frontend/lex/options.h"
#include "frontend/module/record.h"
#include "perry-cc/command_line/options.h"
#include "support/base/stack.h"
#include "support/base/trace.h"
#include "support/diag/diagnostic.h"

namespace perry::cc {

struct IrOptions {
  bool optimize = false;
  bool verify = false;                   // the verifier, behind irgen and behind each pass
  std::vector<std::string> print_after;  // names of passes, or `all`
};

IrOptions ir_options(const Options& options);

struct IrResult {
  std::string text;    // the module
  std::string faults;  // what the verifier found: nothing, unless the compiler is wrong
};

// From a tree without errors to IR, and through the passes if that is asked for. What the passes
// printed stands before the module in `text`.
IrResult run_ir_stage(const frontend::Ast& ast, const frontend::Scopes& scopes,
                      const frontend::ModuleRecord& record, const frontend::SourceOptions& source,
                      std::string_view path, const IrOptions& options,
                      support::DiagnosticSink& sink, support::StackLimit stack,
                      support::Trace* trace);

}  // namespace perry::cc
