#pragma once

#include <optional>
#include <string>
#include <vector>

#include "frontend/module/link_plan.h"
#include "perry-ld/driver/options.h"
#include "perry-ld/driver/platform.h"
#include "support/base/file_system.h"
#include "support/diag/diagnostic.h"

// Which files a program or library consists of, found before the linker runs, so that it searches
// nothing and every one of them is known.
namespace perry::ld {

struct InputFile {
  std::string role;
  std::string path;
};

// In the order in which the linker gets them; `registry` stands where the module registry goes.
struct Inputs {
  std::vector<InputFile> before_registry;
  std::vector<InputFile> behind_registry;
};

// Reports what can't be found, all of it.
std::optional<Inputs> find_inputs(support::FileSystem& files, const Options& options,
                                  const Platform& platform, frontend::OutputKind output,
                                  const std::string& runtime_folder,
                                  support::DiagnosticSink& problems);

// Files that a linker script (which libc.so is) names by their paths. Longer texts are no scripts.
inline constexpr size_t kLongestScript = 4096;
std::vector<std::string> files_in_script(std::string_view text);

}  // namespace perry::ld
