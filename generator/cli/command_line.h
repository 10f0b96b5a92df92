#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace perry::generator {

inline constexpr int kExitSuccess = 0;
inline constexpr int kExitFailure = 1;  // a step failed and said why
inline constexpr int kExitUsage = 2;    // the command line is wrong, or this perry is incomplete

enum class Command : uint8_t { Configure, Build, Run, Check, Graph, Why, Clean, Doctor, Init };

struct Options {
  Command command = Command::Build;
  std::vector<std::string> entries;
  std::string build;   // empty: the command's own folder
  std::string output;  // name of the program, or for `build` a file to copy it to
  std::string profile = "dev";
  std::string target;  // empty: this machine's
  std::string cpu = "baseline";
  std::vector<std::string> conditions;
  std::string tsconfig;
  std::string module;                  // of `why`
  std::vector<std::string> arguments;  // of the program that `run` runs
  std::vector<std::string> ninja_arguments;
  bool is_verbose = false;
  // Where the other programs lie, for those who work on them.
  std::string scan_tool, compile_tool, link_tool, runtime;
};

struct CommandLine {
  Options options;
  std::optional<int> exit_code;
};

CommandLine read_command_line(int argc, const char* const* argv);

}  // namespace perry::generator
