#pragma once

#include "runtime/abi/layout.h"

namespace perry::abi {

// What perry-ld makes of a library, as the symbol `perry_library_<name>`. Who loads a library
// decides where its thread-local variables are, so its cells count from the first of them.
struct Library {
  Program program;
  char* (*variables)();  // the first one, of the calling thread
};

}  // namespace perry::abi
