#pragma once

#include <expected>
#include <string>

#include "generator/project/options.h"
#include "generator/project/project.h"
#include "generator/project/target.h"
#include "support/base/file_system.h"

namespace perry::generator {

// The programs that do the work.
struct Tools {
  std::string scan, compile, link, cache;
  std::string runtime;  // the folder of what programs are linked with
};

// Beside this program, or where the command line says. The error names what is missing.
std::expected<Tools, std::string> find_tools(support::FileSystem& files, const Options& options,
                                             const std::string& here);

// For which machine, if this perry can do that at all. The runtime of another machine than this one
// lies in a folder of its own.
std::expected<Target, std::string> find_target(support::FileSystem& files, const Project& project,
                                               const Options& options, Tools& tools);

// The text of perry.json. Paths in it are relative to the build folder.
std::string make_config(const Project& project, const Target& target);

// Makes the build folder and what the scan needs there. True when it must run before Ninja does,
// because Ninja has nothing to read yet or the configuration is another one.
std::expected<bool, std::string> prepare(support::FileSystem& files, const Project& project,
                                         const Tools& tools, const std::string& config,
                                         const std::string& cache_settings);

}  // namespace perry::generator
