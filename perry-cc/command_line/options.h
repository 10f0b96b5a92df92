#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "frontend/lex/options.h"
#include "support/diag/color.h"

namespace perry::cc {

enum class Stage : uint8_t { Lex, Parse, Bind, Ir };
enum class Dump : uint8_t { None, Tokens, Ast, Scopes, Record, Estree, Ir };
enum class DiagnosticFormat : uint8_t { Text, Json, Sarif };
enum class Language : uint8_t { JavaScript, Jsx, TypeScript, Tsx, Declarations };

// The command line, checked. What the user left open stays open: the file's name decides.
struct Options {
  std::string input;
  std::string output;  // empty: standard output
  Stage stop_after = Stage::Bind;
  Dump dump = Dump::None;
  bool optimize = false;
  bool verify_ir = false;
  std::vector<std::string> print_after;
  std::optional<frontend::Goal> goal;
  std::optional<Language> language;
  bool annex_b = true;
  DiagnosticFormat format = DiagnosticFormat::Text;
  size_t most_diagnostics = 1000;
  support::ColorChoice color = support::ColorChoice::Auto;
  std::string trace_file;  // empty: none
  bool show_costs = false;
  bool batch = false;
};

struct CommandLine {
  Options options;
  // Set when there is nothing left to do: help was asked for, or the command line is wrong. What
  // there is to say has been said.
  std::optional<int> exit_code;
};

CommandLine read_command_line(int argc, const char* const* argv);

// The words for goals and languages, which batch requests use as well.
std::optional<frontend::Goal> goal_named(std::string_view word);
std::optional<Language> language_named(std::string_view word);

}  // namespace perry::cc
