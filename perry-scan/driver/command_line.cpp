#include "perry-scan/driver/command_line.h"

#include <map>

#include <CLI/CLI.hpp>

namespace perry::scan {

namespace {

constexpr const char* kDescription =
    "perry-scan finds the modules of a program and writes what Ninja needs to build it.\n"
    "It reads the configuration that `perry configure` wrote, and writes build.ninja, one compile\n"
    "request for each module and one link plan for each program beside it. Ninja runs it by "
    "itself\n"
    "when something changed. Exit codes: 0 no errors, 1 errors, 2 wrong usage.\n";

}  // namespace

CommandLine read_command_line(int argc, const char* const* argv) {
  CommandLine result;
  Options& o = result.options;
  CLI::App app(kDescription, "perry-scan");
  app.set_version_flag("--version", "perry-scan " PERRY_VERSION);
  app.add_option("ENTRY", o.entries,
                 "Look at the programs of these files in the current folder; write nothing")
      ->type_name("");
  const auto add_list = [&](const char* name, std::vector<std::string>& target, const char* type,
                            const char* help) {
    app.add_option(name, target, help)->type_name(type)->allow_extra_args(false);
  };
  add_list("--condition", o.conditions, "NAME", "With ENTRY: as of `perry configure`");
  add_list("--external", o.externals, "SPECIFIER", "Likewise");
  app.add_option("--tsconfig", o.tsconfig, "Likewise")->type_name("FILE");
  app.add_option("--config", o.config, "The configuration; its folder is the build folder")
      ->type_name("FILE");
  const std::map<std::string, ReportFormat> formats = {{"text", ReportFormat::Text},
                                                       {"json", ReportFormat::Json}};
  const std::map<std::string, support::ColorChoice> colors = {
      {"auto", support::ColorChoice::Auto},
      {"always", support::ColorChoice::Always},
      {"never", support::ColorChoice::Never}};
  const std::map<std::string, Dump> dumps = {
      {"requests", Dump::Requests},  {"plans", Dump::Plans},
      {"graph", Dump::Graph},        {"graph-json", Dump::GraphJson},
      {"graph-dot", Dump::GraphDot}, {"graph-html", Dump::GraphHtml},
      {"changes", Dump::Changes}};
  app.add_option("--format", o.format, "How diagnostics are written")
      ->transform(CLI::CheckedTransformer(formats).description(""))
      ->type_name("text|json");
  app.add_option("--color", o.color, "Color diagnostics (auto: on a terminal)")
      ->transform(CLI::CheckedTransformer(colors).description(""))
      ->type_name("auto|always|never");
  app.add_option("--dump", o.dump, "Print what was found, and write nothing")
      ->transform(CLI::CheckedTransformer(dumps).description(""))
      ->type_name("requests|plans|graph|graph-json|graph-dot|graph-html|changes");
  app.add_option(
         "--why", o.why,
         "Say how the program comes to have a module and why it is made again; write nothing")
      ->type_name("FILE");
  app.add_option("--trace", o.trace_file, "Write a Chrome trace of the phases")->type_name("FILE");
  app.add_flag("--counts", o.show_counts, "Print how much was parsed and written");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    result.exit_code = app.exit(error) == 0 ? kExitSuccess : kExitUsage;
  }
  return result;
}

}  // namespace perry::scan
