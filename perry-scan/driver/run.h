#pragma once

#include "perry-scan/driver/command_line.h"

namespace perry::scan {

// Scans and writes, or prints what was asked for; the exit code.
int run(const Options& options);

}  // namespace perry::scan
