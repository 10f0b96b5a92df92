#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "perry-cc/command_line/options.h"

namespace perry::cc {

enum class Profile : uint8_t { Dev, Release, Size };
enum class Emit : uint8_t { Object, LlvmIr, Assembly, Bitcode, Result };

// The command line of `perry-cc compile`, checked.
struct CompileOptions {
  Options source;       // of it: input, output, how to read the file, how to show diagnostics
  std::string request;  // a compile request; empty: `source` and what follows say everything
  std::string root;     // where the paths of requests begin
  std::string replay;   // stored diagnostics to show instead of compiling; `-`: standard input
  std::string module_id;
  std::string triple;
  std::string cpu = "baseline";
  Profile profile = Profile::Dev;
  Emit emit = Emit::Object;
};

struct CompileCommandLine {
  CompileOptions options;
  std::optional<int> exit_code;  // as in CommandLine
};

// `argv` begins with the word `compile`.
CompileCommandLine read_compile_command_line(int argc, const char* const* argv);

}  // namespace perry::cc
