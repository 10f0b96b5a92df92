#include "perry-cc/command_line/options.h"

#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

#include "perry-cc/command_line/exit_codes.h"
#include "perry-cc/command_line/option_groups.h"
#include "support/base/program_build_id.h"
#include "support/command_line/command_line.h"

namespace perry::cc {

namespace {

const support::Words<Stage> kStages = {
    {"lex", Stage::Lex}, {"parse", Stage::Parse}, {"bind", Stage::Bind}, {"ir", Stage::Ir}};
const support::Words<Dump> kDumps = {{"tokens", Dump::Tokens}, {"ast", Dump::Ast},
                                     {"scopes", Dump::Scopes}, {"record", Dump::Record},
                                     {"estree", Dump::Estree}, {"ir", Dump::Ir}};
const support::Words<frontend::Goal> kGoals = {{"script", frontend::Goal::Script},
                                               {"module", frontend::Goal::Module},
                                               {"commonjs", frontend::Goal::CommonJS}};
const support::Words<Language> kLanguages = {{"js", Language::JavaScript},
                                             {"jsx", Language::Jsx},
                                             {"ts", Language::TypeScript},
                                             {"tsx", Language::Tsx},
                                             {"dts", Language::Declarations}};
const support::Words<DiagnosticFormat> kFormats = {{"text", DiagnosticFormat::Text},
                                                   {"json", DiagnosticFormat::Json},
                                                   {"sarif", DiagnosticFormat::Sarif}};

constexpr const char* kDescription =
    "perry-cc compiles one TypeScript or JavaScript file; `perry-cc compile --help` says how.\n"
    "Without that word it goes as far as --stop-after says, prints the dump that was asked for to\n"
    "standard output and diagnostics to standard error. Exit codes: 0 no errors, 1 errors, 2 "
    "wrong\n"
    "usage, 3 an error of the compiler.\n";

constexpr const char* kFooter =
    "\nDefaults from the file's name:\n"
    "  .mjs .mts             a module\n"
    "  .cjs .cts             CommonJS\n"
    "  .js .jsx .ts .tsx     a module\n"
    "  .js .jsx .tsx         `<` may start a JSX element\n"
    "  .d.ts .d.mts .d.cts   declarations only\n"
    "FILE may be `-` for standard input, read as if it were named `stdin.js`.\n"
    "\nBatch mode, for test runners:\n"
    "  With --batch, standard input has one request a line, fields separated by tabs:\n"
    "      path  goal  lang  flags\n"
    "  goal and lang as above, or empty for the default; flags are any of `strict` and\n"
    "  `no-annex-b`, separated by commas. Each is answered by one line:\n"
    "      verdict  code  bytes\n"
    "  verdict is `ok`, `error`, `unreadable` or `broken` (the IR breaks its rules), code that of\n"
    "  the first error or `-`, bytes the size of the dump, which follows the line when --dump was\n"
    "  given.\n";

// The stage that has what a dump shows.
Stage first_stage_of(Dump dump) {
  switch (dump) {
    case Dump::Tokens:
      return Stage::Lex;
    case Dump::Ast:
    case Dump::Estree:
      return Stage::Parse;
    case Dump::Ir:
      return Stage::Ir;
    case Dump::Scopes:
    case Dump::Record:
    case Dump::None:
      break;
  }
  return Stage::Bind;
}

// What single options cannot know of each other.
std::optional<std::string> find_contradiction(const Options& options, bool stage_given) {
  if (options.batch) {
    if (!options.input.empty()) return "--batch reads its files' names from standard input";
    if (!options.output.empty()) return "--batch writes to standard output, not to a file";
  } else if (options.input.empty()) {
    return "no input file";
  }
  if (options.dump == Dump::None || !stage_given) return std::nullopt;
  if (options.dump == Dump::Tokens && options.stop_after != Stage::Lex)
    return "--dump=tokens needs --stop-after=lex";
  if (options.stop_after < first_stage_of(options.dump))
    return "--stop-after ends before there is what --dump asks for";
  return std::nullopt;
}

}  // namespace

void add_source_options(support::CommandSyntax& command, Options& options) {
  constexpr const char* kGroup = "Source";
  command.add_choice("--goal", options.goal, kGoals, "How the file is loaded").in_group(kGroup);
  command.add_choice("--lang", options.language, kLanguages, "What the file is written in")
      .in_group(kGroup);
  command
      .add_flag("--annex-b,!--no-annex-b", options.annex_b,
                "Allow what the specification's Annex B adds for the web (on)")
      .in_group(kGroup);
}

void add_diagnostic_options(support::CommandSyntax& command, Options& options) {
  constexpr const char* kGroup = "Diagnostics";
  command.add_choice("--format", options.format, kFormats, "How diagnostics are written")
      .in_group(kGroup);
  command.add_color(options.color).in_group(kGroup);
  command
      .add_number("--max-diagnostics", options.most_diagnostics,
                  "Count, but don't show, what is found beyond this many (1000)")
      .takes("COUNT")
      .in_group(kGroup);
}

void add_cost_options(support::CommandSyntax& command, Options& options) {
  constexpr const char* kGroup = "Costs";
  command.add_text("--trace", options.trace_file, "Write a Chrome trace of the phases")
      .takes("FILE")
      .in_group(kGroup);
  command
      .add_flag("--time,!--no-time", options.show_costs, "Print time and memory to standard error")
      .in_group(kGroup);
}

int usage_error(const std::string& message) {
  std::fprintf(stderr, "perry-cc: %s\nRun with --help for more information.\n", message.c_str());
  return kExitUsage;
}

std::optional<frontend::Goal> goal_named(std::string_view word) {
  return support::find_word(kGoals, word);
}

std::optional<Language> language_named(std::string_view word) {
  return support::find_word(kLanguages, word);
}

CommandLine read_command_line(int argc, const char* const* argv) {
  CommandLine result;
  Options& o = result.options;
  support::CommandLineParser parser(kDescription, "perry-cc");
  parser.set_footer(kFooter);
  parser.set_help_column(40);
  parser.set_version(
      [] { return "perry-cc " PERRY_VERSION " (build " + support::program_build_id() + ")"; });

  parser.add_text("FILE", o.input, "The source file");
  const support::Option stage = parser.add_choice("--stop-after", o.stop_after, kStages,
                                                  "The last stage to run (default: bind)");
  parser.add_choice("--dump", o.dump, kDumps, "Print what a stage makes");
  parser.add_text("-o,--output", o.output, "Write the dump to a file").takes("FILE");

  parser.add_flag("--optimized,!--no-optimized", o.optimize, "Run the passes over the IR")
      .in_group("IR");
  parser.add_list("--print-after", o.print_after, "Print functions behind this pass, or `all`")
      .takes("PASS")
      .in_group("IR");
  parser
      .add_flag("--verify,!--no-verify", o.verify_ir,
                "Check the IR's rules behind its making and behind each pass")
      .in_group("IR");

  add_source_options(parser, o);
  add_diagnostic_options(parser, o);
  add_cost_options(parser, o);
  parser.add_flag("--batch", o.batch, "Work off requests from standard input (see below)")
      .in_group("Tests");

  result.exit_code = parser.parse(argc, argv);
  if (result.exit_code) return result;
  const bool stage_given = stage.is_given();
  if (const auto problem = find_contradiction(o, stage_given)) {
    result.exit_code = usage_error(*problem);
    return result;
  }
  if (!stage_given) o.stop_after = first_stage_of(o.dump);
  return result;
}

}  // namespace perry::cc
