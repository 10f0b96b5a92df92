#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "perry-cc/codegen/llvm_headers.h"

// Strings as the linker lays them out: static atoms and other constant cells.
namespace perry::codegen {

// What follows "perry.atom." in an atom's symbol (runtime/abi/layout.h has the rule).
std::string atom_symbol_suffix(std::string_view text);

// Short enough to be an atom.
bool is_atom_text(std::string_view text);

// A constant cell with this text, which is UTF-8 with lone surrogates as three bytes each. Atoms
// are shared by the whole program, all others belong to the module.
llvm::GlobalVariable* make_string(llvm::Module& module, std::string_view text);

}  // namespace perry::codegen
