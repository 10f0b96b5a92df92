#pragma once

#include <string_view>

#include "perry-cc/codegen/llvm_headers.h"

namespace perry::codegen {

// runtime/fast as LLVM bitcode.
std::string_view fast_bitcode();

// Gives the module the code of those fast paths that it calls and that are meant to be copied to
// their callers. The rest stays in the runtime.
void link_fast_paths(llvm::Module& module);

}  // namespace perry::codegen
