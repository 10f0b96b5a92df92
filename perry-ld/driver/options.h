#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "support/diag/color.h"

namespace perry::ld {

inline constexpr int kExitSuccess = 0;
inline constexpr int kExitDiagnostics = 1;  // an input, or the output, is not as it should be
inline constexpr int kExitUsage = 2;        // the command line is not

enum class DiagnosticFormat : uint8_t { Text, Json, Sarif };
enum class Strip : uint8_t { None, Debug, All };

struct Options {
  std::string plan;
  std::string output;
  std::vector<std::string> objects;
  std::vector<std::string> library_folders;  // -L
  std::vector<std::string> libraries;        // -l
  std::string system_root;                   // in front of the system's folders
  std::string runtime_folder;                // empty: beside the program
  std::string log;                           // where to append what was done; empty: nowhere
  std::optional<Strip> strip;                // none: as the profile says
  bool always = false;                       // link even if nothing changed
  bool shows_inputs = false;
  DiagnosticFormat format = DiagnosticFormat::Text;
  support::ColorChoice color = support::ColorChoice::Auto;
};

struct CommandLine {
  Options options;
  // Set when there is nothing left to do; what there is to say has been said.
  std::optional<int> exit_code;
};

CommandLine read_command_line(int argc, const char* const* argv);

}  // namespace perry::ld
