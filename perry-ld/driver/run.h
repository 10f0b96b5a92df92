#pragma once

#include "perry-ld/driver/options.h"

namespace perry::ld {

// Links, or finds that there is nothing to link. The exit code.
int run_link(const Options& options);

}  // namespace perry::ld
