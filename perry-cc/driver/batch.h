#pragma once

#include "perry-cc/command_line/options.h"

namespace perry::cc {

// Answers requests from standard input until it ends (--help describes both lines); the exit code,
// which says nothing of the verdicts. One process for tens of thousands of files: starting one for
// each would cost more than reading them.
int run_batch(const Options& options);

}  // namespace perry::cc
