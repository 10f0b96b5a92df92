#pragma once

#include <string>
#include <vector>

#include "frontend/module/link_plan.h"
#include "frontend/module/request.h"
#include "support/json/definition.h"

namespace perry::scan {

// What the whole build shares.
struct BuildSettings {
  std::string compiler;  // identities of the tools
  std::string linker;
  frontend::CompileTarget target;
  frontend::Profile profile = frontend::Profile::Dev;
  frontend::OutputKind output = frontend::OutputKind::Program;
  std::string root;                   // absolute
  std::string build;                  // absolute: where build.ninja stands
  std::vector<std::string> programs;  // names of programs or libraries, beside Graph::programs
  std::vector<support::Definition> definitions;
  std::vector<std::string> archives;  // of the runtime, by their names in its folder
};

}  // namespace perry::scan
