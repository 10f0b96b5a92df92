#pragma once

#include <string_view>

#include "perry-cc/codegen/llvm_headers.h"

namespace perry::codegen {

// runtime/fast/inline.cpp as LLVM bitcode.
std::string_view fast_bitcode();

// Gives the module the code of those functions that it calls; all are copied to their callers.
void link_fast_paths(llvm::Module& module);

}  // namespace perry::codegen
