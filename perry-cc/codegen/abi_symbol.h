#pragma once

namespace perry::codegen {

// The symbol that stands for the contract with the runtime (cmake/PerryAbi.cmake).
const char* abi_symbol();

}  // namespace perry::codegen
