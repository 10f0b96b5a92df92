#include "perry-scan/driver/command_line.h"

#include "support/command_line/command_line.h"

namespace perry::scan {

namespace {

const support::Words<ReportFormat> kFormats = {{"text", ReportFormat::Text},
                                               {"json", ReportFormat::Json}};
const support::Words<Dump> kDumps = {{"requests", Dump::Requests},  {"plans", Dump::Plans},
                                     {"graph", Dump::Graph},        {"graph-json", Dump::GraphJson},
                                     {"graph-dot", Dump::GraphDot}, {"graph-html", Dump::GraphHtml},
                                     {"changes", Dump::Changes}};

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
  support::CommandLineParser parser(kDescription, "perry-scan");
  parser.set_version([] { return "perry-scan " PERRY_VERSION; });
  parser.add_list("ENTRY", o.entries,
                  "Look at the programs of these files in the current folder; write nothing");
  parser.add_list("--condition", o.conditions, "With ENTRY: as of `perry configure`").takes("NAME");
  parser.add_list("--external", o.externals, "Likewise").takes("SPECIFIER");
  parser.add_text("--tsconfig", o.tsconfig, "Likewise").takes("FILE");
  parser.add_text("--config", o.config, "The configuration; its folder is the build folder")
      .takes("FILE");
  parser.add_choice("--format", o.format, kFormats, "How diagnostics are written");
  parser.add_color(o.color);
  parser.add_choice("--dump", o.dump, kDumps, "Print what was found, and write nothing");
  parser
      .add_text(
          "--why", o.why,
          "Say how the program comes to have a module and why it is made again; write nothing")
      .takes("FILE");
  parser.add_text("--trace", o.trace_file, "Write a Chrome trace of the phases").takes("FILE");
  parser.add_flag("--counts", o.show_counts, "Print how much was parsed and written");
  result.exit_code = parser.parse(argc, argv);
  return result;
}

}  // namespace perry::scan
