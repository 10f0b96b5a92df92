#pragma once

#include <expected>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/project/options.h"
#include "support/base/file_system.h"
#include "support/json/definition.h"

// How a project is built: what its package.json says under `perry`, and what the command line says
// instead or on top.
namespace perry::generator {

struct Entry {
  std::string path;  // absolute
  std::string name;  // of its program; empty: as the file is called
};

struct Settings {
  std::vector<Entry> entries;
  std::string profile = "dev";
  std::string output = "program";  // or static, shared: what is made of each entry
  std::optional<std::string> target;
  std::optional<std::string> cpu;
  std::optional<std::string> tsconfig;  // absolute
  std::vector<std::string> conditions;
  std::vector<std::string> externals;
  std::vector<support::Definition> definitions;
};

// From the files of the project that begins at `root`. The error is a sentence for the user. A
// project without a package.json, or one without `perry`, has the defaults.
std::expected<Settings, std::string> read_settings(support::FileSystem& files,
                                                   const std::string& root);

// What the command line says takes the place of single values, and is added to lists. Its paths
// begin at `here`. It knows nothing of entries. The error is a sentence for the user.
std::expected<void, std::string> apply(const Options& options, const std::string& here,
                                       Settings& settings);

}  // namespace perry::generator
