#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "support/diag/color.h"

namespace perry::scan {

inline constexpr int kExitSuccess = 0;
inline constexpr int kExitDiagnostics = 1;  // the program is not as it should be
inline constexpr int kExitUsage = 2;        // the command line or the configuration is not

enum class ReportFormat : uint8_t { Text, Json };
enum class Dump : uint8_t {
  None,
  Requests,
  Plans,
  Graph,
  GraphJson,
  GraphDot,
  GraphHtml,
  Changes,
};

struct Options {
  std::string config = "perry.json";
  // Looks at these files' programs, below the current folder, and writes nothing.
  std::vector<std::string> entries;
  // For these; a configuration has its own.
  std::vector<std::string> conditions;
  std::vector<std::string> externals;
  std::string tsconfig;
  ReportFormat format = ReportFormat::Text;
  support::ColorChoice color = support::ColorChoice::Auto;
  Dump dump = Dump::None;
  std::string why;  // a module to explain
  std::string trace_file;
  bool show_counts = false;
};

struct CommandLine {
  Options options;
  std::optional<int> exit_code;
};

CommandLine read_command_line(int argc, const char* const* argv);

}  // namespace perry::scan
