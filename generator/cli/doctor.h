#pragma once

#include "support/base/file_system.h"

namespace perry::generator {

// Says of each thing that builds need whether it is there and works, and what to do if not. True
// when all is well.
bool check_installation(support::FileSystem& files);

}  // namespace perry::generator
