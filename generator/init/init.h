#pragma once

#include <string>

#include "generator/project/options.h"
#include "support/base/file_system.h"

namespace perry::generator {

// Writes the files of a new project into a folder, and those that an editor wants. What is there
// already stays as it is. True when nothing failed.
bool init_project(support::FileSystem& files, const std::string& folder, Ide ide);

}  // namespace perry::generator
