#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/project/options.h"
#include "generator/project/settings.h"
#include "support/base/file_system.h"

namespace perry::generator {

// Where things are, all absolute, and how they are built.
struct Project {
  std::string root;
  std::string build;
  Settings settings;  // each entry with the name of its program or library

  bool makes_libraries() const { return settings.output != "program"; }
  // Where the entry's program or library is made.
  std::string output_path(const Entry& entry) const;
};

// Where a project's builds may be: `build` if the user names it, otherwise the usual folders.
std::vector<std::string> build_folders(support::FileSystem& files, const std::string& root,
                                       const std::string& build, const std::string& here);

// The nearest folder at or above `folder` with a package.json or tsconfig.json, or `folder` itself.
std::string find_root(support::FileSystem& files, const std::string& folder);

// The error is a sentence for the user.
std::expected<Project, std::string> find_project(support::FileSystem& files,
                                                 const std::string& here, const Options& options);

// The program's name, from its entry's: `src/main.ts` gives `main`, `src/tool/index.ts` gives
// `tool`. Names that mean something in a build folder get a tail.
std::string program_name(std::string_view entry);

}  // namespace perry::generator
