#pragma once

#include <llvm/CodeGen/MachineFunctionPass.h>

namespace perry::codegen {

// Gives operands that the machine wants to be one register one, by copies: what LLVM's pass does,
// too, but without the maps by which that one finds copies to save, and which it fills for
// unoptimised code as well.
llvm::MachineFunctionPass* make_two_address_pass();

}  // namespace perry::codegen
