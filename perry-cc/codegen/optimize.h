#pragma once

#include "perry-cc/codegen/codegen.h"
#include "perry-cc/codegen/llvm_headers.h"

namespace perry::codegen {

// LLVM's passes for a profile; none for dev.
void optimize(llvm::Module& module, llvm::TargetMachine& machine, Profile profile);

}  // namespace perry::codegen
