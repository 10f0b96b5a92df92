#include "perry-cc/codegen/abi_symbol.h"

// A file of its own: nothing else has to be compiled again when the symbol changes.
namespace perry::codegen {

const char* abi_symbol() { return PERRY_ABI_SYMBOL; }

}  // namespace perry::codegen
