#include "generator/cli/command_line.h"

#include <algorithm>
#include <functional>

#include <CLI/CLI.hpp>

namespace perry::generator {

namespace {

constexpr const char* kDescription =
    "Perry compiles TypeScript and JavaScript ahead of time to native programs.\n"
    "\n"
    "  perry run src/main.ts -- args      compile and run\n"
    "  perry build src/main.ts -o app     compile\n"
    "  perry configure src/main.ts        make build/build.ninja; then `ninja -C build`\n";

constexpr const char* kEntryHelp =
    "The file where the program starts (default: src/main.ts, src/index.ts, main.ts, index.ts, "
    "or these as .js)";

void add_build_options(CLI::App& app, Options& o) {
  app.add_option("--profile", o.profile,
                 "dev: compiles fast. release: runs fast. size: small, without source text of "
                 "functions and line tables")
      ->check(CLI::IsMember({"dev", "release", "size"}).description(""))
      ->type_name("dev|release|size");
  app.add_option("--target", o.target, "The system to compile for (default: this one)")
      ->type_name("TRIPLE");
  app.add_option("--cpu", o.cpu,
                 "baseline: runs on any processor of the last ten years or so. modern: of the "
                 "last few. native: like this one. Or a name that LLVM knows")
      ->type_name("baseline|modern|native|NAME");
  app.add_option("--condition", o.conditions,
                 "A condition of package.json `exports` that holds; may be repeated")
      ->type_name("NAME")
      ->allow_extra_args(false);
  app.add_option("--tsconfig", o.tsconfig, "This tsconfig.json for all files of the project")
      ->type_name("FILE");
  app.add_option("-B,--build-dir", o.build, "The build folder")->type_name("DIR");
  app.add_flag("-v,--verbose", o.is_verbose, "Show the commands that are run");
  for (const auto& [name, target] :
       {std::pair("--scan-tool", &o.scan_tool), std::pair("--compile-tool", &o.compile_tool),
        std::pair("--link-tool", &o.link_tool), std::pair("--runtime", &o.runtime)})
    app.add_option(name, *target)->group("")->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void add_ninja_options(CLI::App& app, Options& o) {
  const auto add = [&](const char* flag) {
    return [&o, flag](const std::string& value) {
      o.ninja_arguments.emplace_back(flag);
      o.ninja_arguments.push_back(value);
    };
  };
  app.add_option_function<std::string>("-j,--jobs", add("-j"), "Commands to run at once")
      ->type_name("N");
  app.add_option_function<std::string>("-k,--keep-going", add("-k"),
                                       "Go on until N files failed; 0 for all")
      ->type_name("N");
}

CLI::App* add_command(CLI::App& app, Options& o, const char* name, const char* help,
                      Command command) {
  CLI::App* sub = app.add_subcommand(name, help);
  sub->callback([&o, command] { o.command = command; });
  return sub;
}

void add_commands(CLI::App& app, Options& o) {
  CLI::App* configure = add_command(
      app, o, "configure", "Write build.ninja, so that `ninja -C build` builds the project",
      Command::Configure);
  configure->add_option("ENTRY", o.entries, kEntryHelp)->type_name("");
  configure->add_option("-o,--output", o.output, "The program's name (default: the entry's)")
      ->type_name("NAME");
  add_build_options(*configure, o);

  CLI::App* build = add_command(app, o, "build", "Compile and link", Command::Build);
  build->add_option("ENTRY", o.entries, kEntryHelp)->type_name("");
  build->add_option("-o,--output", o.output, "Put the program here")->type_name("FILE");
  add_build_options(*build, o);
  add_ninja_options(*build, o);

  CLI::App* run = add_command(app, o, "run", "Compile, link and run", Command::Run);
  run->add_option("ENTRY", o.entries, kEntryHelp)->type_name("")->expected(0, 1);
  run->footer("What stands after `--` is handed to the program.");
  add_build_options(*run, o);
  add_ninja_options(*run, o);

  CLI::App* check = add_command(
      app, o, "check", "Report what is wrong with a program's files and imports", Command::Check);
  check->add_option("ENTRY", o.entries, kEntryHelp)->type_name("");

  CLI::App* graph = add_command(
      app, o, "graph", "Print the modules and what their imports stand for", Command::Graph);
  graph->add_option("ENTRY", o.entries, kEntryHelp)->type_name("");

  CLI::App* why =
      add_command(app, o, "why", "Say how a program comes to have a module", Command::Why);
  why->add_option("MODULE", o.module, "The module's file")->type_name("")->required();
  why->add_option("ENTRY", o.entries, kEntryHelp)->type_name("");

  CLI::App* clean = add_command(app, o, "clean", "Remove what was built", Command::Clean);
  clean->add_option("-B,--build-dir", o.build, "The build folder (default: build)")
      ->type_name("DIR");

  add_command(app, o, "doctor", "Check that everything perry needs is there", Command::Doctor);
  add_command(app, o, "init", "Start a project in this folder", Command::Init);
}

}  // namespace

CommandLine read_command_line(int argc, const char* const* argv) {
  CommandLine result;
  Options& o = result.options;
  // The program's arguments are nobody's options.
  const char* const* const end = argv + argc;
  const char* const* const dashes = std::find(argv, end, std::string_view("--"));
  if (dashes != end) o.arguments.assign(dashes + 1, end);

  CLI::App app(kDescription, "perry");
  app.set_version_flag("--version", "perry " PERRY_VERSION);
  app.require_subcommand(1);
  add_commands(app, o);
  try {
    app.parse(static_cast<int>(dashes - argv), argv);
  } catch (const CLI::ParseError& error) {
    result.exit_code = app.exit(error) == 0 ? kExitSuccess : kExitUsage;
  }
  return result;
}

}  // namespace perry::generator
