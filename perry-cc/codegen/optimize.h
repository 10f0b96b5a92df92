#pragma once

#include "perry-cc/codegen/codegen.h"
#include "perry-cc/codegen/llvm_headers.h"

namespace perry::codegen {

// LLVM's word for a function that makes no call in place of its own frame, which would take it out
// of stack traces.
inline constexpr const char* kNoTailCalls = "disable-tail-calls";
// Ours for a shim, which may do so with its body and nothing else.
inline constexpr const char* kShim = "perry-shim";

// Keeps calls that may throw apart from others of the same text, which stand elsewhere in the
// source: merged ones would be in stack traces at the place of neither.
void keep_calls_apart(llvm::Function& function);

// LLVM's passes for a profile; none for dev.
void optimize(llvm::Module& module, llvm::TargetMachine& machine, Profile profile);

}  // namespace perry::codegen
