#pragma once

#include <string>

#include "support/base/file_system.h"

namespace perry::scan {

// Which build of a program lies at `path`: the build id that the linker gave it, or else a hash of
// all its bytes.
support::FsResult<std::string> tool_identity(support::FileSystem& files, const std::string& path);

}  // namespace perry::scan
