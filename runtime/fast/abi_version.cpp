#include "runtime/fast/abi_version.h"

// PERRY_ABI_SYMBOL is perry_abi_<hash of the files that the contract consists of>.
extern "C" {
const char PERRY_ABI_SYMBOL = 0;
}
