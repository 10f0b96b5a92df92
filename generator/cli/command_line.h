#pragma once

#include <optional>

#include "generator/project/options.h"

namespace perry::generator {

inline constexpr int kExitSuccess = 0;
inline constexpr int kExitFailure = 1;  // a step failed and said why
inline constexpr int kExitUsage = 2;    // the command line is wrong, or this perry is incomplete

struct CommandLine {
  Options options;
  std::optional<int> exit_code;
};

CommandLine read_command_line(int argc, const char* const* argv);

}  // namespace perry::generator
