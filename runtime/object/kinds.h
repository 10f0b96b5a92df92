#pragma once

#include "runtime/gc/kind.h"

namespace perry::runtime {

// The collector's table for everything that the runtime allocates.
extern const KindTable kRuntimeKinds;

}  // namespace perry::runtime
