#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace perry::generator {

enum class Command : uint8_t {
  Configure,
  Build,
  Run,
  Dev,
  Check,
  Graph,
  Why,
  Explain,
  Clean,
  Doctor,
  Init,
  CacheInfo,
  CacheClean,
  CacheCollect,
};

enum class ReportFormat : uint8_t { Text, Json };
enum class GraphForm : uint8_t { Text, Json, Dot, Html };
enum class Ide : uint8_t { None, VsCode };

// What the command line says. What it leaves out is in the project's files, or has a default:
// Settings.
struct Options {
  Command command = Command::Build;
  std::vector<std::string> entries;
  std::string build;                   // empty: the command's own folder
  std::string output;                  // name of the program, or for `build` a file to copy it to
  std::optional<std::string> library;  // static or shared, instead of a program
  std::optional<std::string> profile;
  std::optional<std::string> target;
  std::optional<std::string> cpu;
  std::optional<std::string> tsconfig;
  std::vector<std::string> conditions;
  std::vector<std::string> externals;
  std::vector<std::string> definitions;  // NAME=VALUE
  std::string subject;                   // of `why` and `explain`
  std::vector<std::string> arguments;    // of the program that `run` or `dev` runs
  std::vector<std::string> ninja_arguments;
  ReportFormat format = ReportFormat::Text;
  GraphForm graph_form = GraphForm::Text;
  Ide ide = Ide::None;
  std::string trace_file;
  std::string depfile;
  std::string cache_folder;       // empty: as the environment says
  bool uses_no_cache = false;     // nor what it has given before, where something is built
  bool all_entries = false;       // of `cache clean`
  std::vector<std::string> keys;  // of `cache clean`
  bool is_quiet = false;
  bool is_verbose = false;
  // Where the other programs lie, for those who work on them.
  std::string scan_tool, compile_tool, link_tool, cache_tool, runtime;
};

// Commands that look at the project and need nothing to compile with.
constexpr bool only_looks(Command command) {
  return command == Command::Graph || command == Command::Why;
}

}  // namespace perry::generator
