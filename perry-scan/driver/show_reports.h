#pragma once

#include <string_view>

#include "perry-scan/driver/command_line.h"
#include "perry-scan/graph/reports.h"
#include "support/base/file_system.h"

namespace perry::scan {

// Writes all diagnostics to standard error. Paths are shown from the project's root.
void show_reports(Reports& reports, std::string_view root, support::FileSystem& files,
                  const Options& options);

}  // namespace perry::scan
