#pragma once

#include <string>
#include <string_view>

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"
#include "frontend/dump/text_writer.h"
#include "frontend/lex/options.h"
#include "perry-cc/command_line/options.h"
#include "perry-cc/driver/ir_stage.h"
#include "support/base/stack.h"
#include "support/base/trace.h"
#include "support/diag/diagnostic.h"

namespace perry::cc {

// How far recursion over the input may go. Address space only: what isn't used costs nothing.
inline constexpr size_t kStackSize = support::kStackFrameGrowth * (size_t{256} << 20);
inline constexpr size_t kStackReserve = support::kStackFrameGrowth * (size_t{1} << 20);

struct FrontEndRequest {
  std::string_view text;
  std::string_view path;
  frontend::SourceOptions source;
  Stage stop_after = Stage::Bind;
  Dump dump = Dump::None;
  IrOptions ir = {};
};

// Runs the stages up to the one that was asked for and writes the dump. Sorted diagnostics are in
// `sink` afterwards. The caller runs on a big stack, and `stack` is its limit. Gives back what the
// IR's verifier found: nothing, unless the compiler is wrong.
std::string run_front_end(const FrontEndRequest& request, support::DiagnosticSink& sink,
                          frontend::TextWriter& out, support::StackLimit stack,
                          support::Trace* trace);

}  // namespace perry::cc
