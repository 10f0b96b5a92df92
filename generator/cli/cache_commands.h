#pragma once

#include <string>

#include "generator/project/options.h"
#include "support/base/file_system.h"

namespace perry::generator {

// `perry cache info|clean|gc`. Gives back the exit code.
int run_cache_command(support::FileSystem& files, const Options& options, const std::string& here);

}  // namespace perry::generator
