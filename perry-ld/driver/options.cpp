#include "perry-ld/driver/options.h"

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <utility>

#include "perry-ld/link/linker.h"
#include "support/base/program_build_id.h"
#include "support/base/real_file_system.h"
#include "support/command_line/command_line.h"

namespace perry::ld {

namespace {

const support::Words<Strip> kStrips = {
    {"none", Strip::None}, {"debug", Strip::Debug}, {"all", Strip::All}};
const support::Words<DiagnosticFormat> kFormats = {{"text", DiagnosticFormat::Text},
                                                   {"json", DiagnosticFormat::Json},
                                                   {"sarif", DiagnosticFormat::Sarif}};

constexpr const char* kDescription =
    "perry-ld makes a program or a library of the object files that perry-cc writes.\n"
    "Diagnostics go to standard error. Exit codes: 0 no errors, 1 errors, 2 wrong usage.\n";

constexpr const char* kLinkFooter =
    "\nAn argument @FILE stands for the lines of the file, each an argument.\n"
    "Beside PROGRAM stands PROGRAM.link, the list of everything that went into it: as long as\n"
    "nothing of that changes, PROGRAM is not linked again. It is written only when it changes.\n";

// Puts the lines of response files in the place of their names.
bool expand(int argc, const char* const* argv, std::vector<std::string>& arguments) {
  support::RealFileSystem files;
  for (int i = 1; i < argc; i++) {
    const std::string_view argument = argv[i];
    if (!argument.starts_with('@')) {
      arguments.emplace_back(argument);
      continue;
    }
    const auto text = files.read_file(argument.substr(1));
    if (!text) {
      std::fprintf(stderr, "perry-ld: cannot read `%s`: %s\n", argv[i] + 1,
                   text.error().reason().c_str());
      return false;
    }
    std::string_view rest = *text;
    while (!rest.empty()) {
      const size_t end = std::min(rest.find('\n'), rest.size());
      if (end > 0) arguments.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return true;
}

void add_link_options(support::CommandSyntax link, Options& o) {
  link.set_footer(kLinkFooter);
  link.add_list("OBJECT", o.objects, "Object files, one for each module");
  link.add_text("--plan", o.plan, "The link plan, which perry-scan wrote").takes("FILE").require();
  link.add_text("-o,--output", o.output, "The program or library to write")
      .takes("PROGRAM")
      .require();
  link.add_list("-L", o.library_folders, "Look for libraries here first").takes("FOLDER");
  link.add_list("-l", o.libraries, "Link with libNAME, or with exactly the file in :FILE")
      .takes("NAME");
  link.add_text("--sysroot", o.system_root, "Find the system's files below this folder")
      .takes("FOLDER");
  link.add_text("--runtime", o.runtime_folder,
                "The folder of the runtime (../lib/perry beside perry-ld)")
      .takes("FOLDER");
  link.add_choice("--strip", o.strip, kStrips,
                  "Leave out symbols and lines (all in profile `size`, else none)");
  link.add_text("--log", o.log, "Append what was done to this file").takes("FILE");
  link.add_flag("--always", o.always, "Link even if nothing changed");
  link.add_flag("--inputs", o.shows_inputs, "Print what goes into the program");
  link.add_choice("--format", o.format, kFormats, "How diagnostics are written");
  link.add_color(o.color);
}

}  // namespace

CommandLine read_command_line(int argc, const char* const* argv) {
  CommandLine result;
  std::vector<std::string> arguments;
  if (!expand(argc, argv, arguments)) {
    result.exit_code = kExitUsage;
    return result;
  }
  support::CommandLineParser parser(kDescription, "perry-ld");
  parser.set_help_column(34);
  parser.set_version([] {
    return "perry-ld " PERRY_VERSION " (build " + support::program_build_id() + ", " +
           linker_version() + ")";
  });
  parser.require_command();
  add_link_options(parser.add_command("link", "Link a program or a library"), result.options);
  result.exit_code = parser.parse(std::move(arguments));
  return result;
}

}  // namespace perry::ld
