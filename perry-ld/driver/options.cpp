#include "perry-ld/driver/options.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include <CLI/CLI.hpp>

#include "perry-ld/link/linker.h"
#include "support/base/program_build_id.h"
#include "support/base/real_file_system.h"

namespace perry::ld {

namespace {

constexpr const char* kDescription =
    "perry-ld makes an executable of the object files that perry-cc writes.\n"
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

void add_link_options(CLI::App& link, Options& o) {
  static const std::map<std::string, Strip> strips = {
      {"none", Strip::None}, {"debug", Strip::Debug}, {"all", Strip::All}};
  static const std::map<std::string, DiagnosticFormat> formats = {
      {"text", DiagnosticFormat::Text},
      {"json", DiagnosticFormat::Json},
      {"sarif", DiagnosticFormat::Sarif}};
  static const std::map<std::string, support::ColorChoice> colors = {
      {"auto", support::ColorChoice::Auto},
      {"always", support::ColorChoice::Always},
      {"never", support::ColorChoice::Never}};
  link.footer(kLinkFooter);
  link.add_option("OBJECT", o.objects, "Object files, one for each module")->type_name("");
  link.add_option("--plan", o.plan, "The link plan, which perry-scan wrote")
      ->type_name("FILE")
      ->required();
  link.add_option("-o,--output", o.output, "The program to write")
      ->type_name("PROGRAM")
      ->required();
  link.add_option("-L", o.library_folders, "Look for libraries here first")
      ->type_name("FOLDER")
      ->allow_extra_args(false);
  link.add_option("-l", o.libraries, "Link with libNAME, or with exactly the file in :FILE")
      ->type_name("NAME")
      ->allow_extra_args(false);
  link.add_option("--sysroot", o.system_root, "Find the system's files below this folder")
      ->type_name("FOLDER");
  link.add_option("--runtime", o.runtime_folder,
                  "The folder of the runtime (../lib/perry beside perry-ld)")
      ->type_name("FOLDER");
  const auto add_choice = [&](const std::string& name, auto& target, const auto& words,
                              const std::string& type, const std::string& help) {
    const auto read = [&target, &words](const CLI::results_t& results) {
      const auto at = words.find(results.back());
      if (at == words.end()) return false;
      target = at->second;
      return true;
    };
    const auto check = [&words, type](const std::string& word) {
      return words.contains(word) ? std::string() : "`" + word + "` is not one of " + type;
    };
    link.add_option(name, read, help)->type_name(type)->check(CLI::Validator(check, ""));
  };
  add_choice("--strip", o.strip, strips, "none|debug|all",
             "Leave out symbols and lines (all in profile `size`, else none)");
  link.add_option("--log", o.log, "Append what was done to this file")->type_name("FILE");
  link.add_flag("--always", o.always, "Link even if nothing changed");
  link.add_flag("--inputs", o.shows_inputs, "Print what goes into the program");
  add_choice("--format", o.format, formats, "text|json|sarif", "How diagnostics are written");
  add_choice("--color", o.color, colors, "auto|always|never",
             "Color diagnostics (auto: on a terminal)");
}

}  // namespace

CommandLine read_command_line(int argc, const char* const* argv) {
  CommandLine result;
  std::vector<std::string> arguments;
  if (!expand(argc, argv, arguments)) {
    result.exit_code = kExitUsage;
    return result;
  }
  CLI::App app(kDescription, "perry-ld");
  app.get_formatter()->column_width(34);
  app.set_version_flag("--version", [] {
    return "perry-ld " PERRY_VERSION " (build " + support::program_build_id() + ", " +
           linker_version() + ")";
  });
  app.require_subcommand(1);
  CLI::App* const link = app.add_subcommand("link", "Link a program");
  add_link_options(*link, result.options);
  std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the end
  try {
    app.parse(arguments);
  } catch (const CLI::ParseError& error) {
    result.exit_code = app.exit(error) == 0 ? kExitSuccess : kExitUsage;
  }
  return result;
}

}  // namespace perry::ld
