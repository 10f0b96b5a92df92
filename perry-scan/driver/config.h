#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/module/link_plan.h"
#include "frontend/module/request.h"

namespace perry::scan {

// What `perry configure` wrote down, as JSON: docs/build-graph.md lists the members. Paths are
// relative to the build folder.
struct Config {
  std::string root;
  struct Entry {
    std::string path;
    frontend::ModuleKind kind = frontend::ModuleKind::Module;  // or Script
  };
  struct Program {
    std::vector<Entry> entries;  // evaluated one after the other
    std::string name;
  };
  std::vector<Program> programs;
  frontend::Profile profile = frontend::Profile::Dev;
  frontend::OutputKind output = frontend::OutputKind::Program;
  frontend::CompileTarget target;
  std::vector<std::string> conditions;
  std::vector<std::string> externals;
  std::vector<support::Definition> definitions;
  std::optional<std::string> tsconfig;
};

// The error is a phrase.
std::expected<Config, std::string> read_config(std::string text);

}  // namespace perry::scan
