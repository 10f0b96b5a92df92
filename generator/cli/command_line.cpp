#include "generator/cli/command_line.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "support/command_line/command_line.h"

namespace perry::generator {

namespace {

constexpr const char* kDescription =
    "Perry compiles TypeScript and JavaScript ahead of time to native programs.\n"
    "\n"
    "  perry run src/main.ts -- args      compile and run\n"
    "  perry dev src/main.ts -- args      the same, again after every change\n"
    "  perry build src/main.ts -o app     compile\n"
    "  perry configure src/main.ts        make build/build.ninja; then `ninja -C build`\n"
    "\n"
    "What the command line leaves out, `perry` in package.json may say: entry, profile, target,\n"
    "cpu, conditions, define, external, tsconfig.\n";

constexpr const char* kEntryHelp =
    "The files where programs start, which share what they have in common (default: `perry.entry` "
    "of package.json, the one of `files` in tsconfig.json, src/main.ts, src/index.ts, main.ts, "
    "index.ts, or these as .js)";

const support::Words<ReportFormat> kReportFormats = {{"text", ReportFormat::Text},
                                                     {"json", ReportFormat::Json}};
const support::Words<std::string> kProfiles = {
    {"dev", "dev"}, {"release", "release"}, {"size", "size"}};
const support::Words<std::string> kLibraries = {{"static", "static"}, {"shared", "shared"}};
const support::Words<GraphForm> kGraphForms = {{"text", GraphForm::Text},
                                               {"json", GraphForm::Json},
                                               {"dot", GraphForm::Dot},
                                               {"html", GraphForm::Html}};
const support::Words<Ide> kIdes = {{"vscode", Ide::VsCode}};

void add_entries(support::CommandSyntax command, Options& o) {
  command.add_list("ENTRY", o.entries, kEntryHelp);
}

void add_build_folder(support::CommandSyntax command, Options& o, const char* usual) {
  command
      .add_text("-B,--build-dir", o.build, std::string("The build folder (default: ") + usual + ")")
      .takes("DIR");
}

void add_build_options(support::CommandSyntax command, Options& o) {
  command.add_choice("--profile", o.profile, kProfiles,
                     "dev: compiles fast, the default. release: runs fast. size: small, without "
                     "source text of functions and line tables");
  command
      .add_text("--target", o.target,
                "The system to compile for: linux-x64, or a triple (default: this one)")
      .takes("TRIPLE");
  command
      .add_text("--cpu", o.cpu,
                "baseline: runs on any processor of the last ten years or so, the default. "
                "modern: of the last few. native: like this one. Or a name that LLVM knows")
      .takes("baseline|modern|native|NAME");
  command
      .add_list("--condition", o.conditions,
                "A condition of package.json `exports` that holds; may be repeated")
      .takes("NAME");
  command
      .add_list("--external", o.externals,
                "Leave this out: `require` and `import()` of it throw; may end in `/*`, may be "
                "repeated")
      .takes("SPECIFIER");
  command
      .add_list("--define", o.definitions,
                "What stands for a global name such as process.env.NODE_ENV: JSON, so that a "
                "string has double quotes, or another name; may be repeated")
      .takes("NAME=VALUE");
  command.add_text("--tsconfig", o.tsconfig, "This tsconfig.json for all files of the project")
      .takes("FILE");
  for (const auto& [name, target] :
       {std::pair("--scan-tool", &o.scan_tool), std::pair("--compile-tool", &o.compile_tool),
        std::pair("--link-tool", &o.link_tool), std::pair("--cache-tool", &o.cache_tool),
        std::pair("--runtime", &o.runtime)})
    command.add_text(name, *target).hide().take_last();
}

void add_library(support::CommandSyntax command, Options& o) {
  command.add_choice("--library", o.library, kLibraries,
                     "Make a library for programs in C and C++, whose header is perry/perry.h: "
                     "libNAME.a, or libNAME.so with all it needs");
}

void add_cache_folder(support::CommandSyntax command, Options& o) {
  command
      .add_text("--cache-dir", o.cache_folder,
                "Keep objects here (PERRY_CACHE_DIR, or perry in the folder for caches)")
      .takes("DIR");
}

void add_cache_options(support::CommandSyntax command, Options& o, const char* no_cache) {
  add_cache_folder(command, o);
  command.add_flag("--no-cache", o.uses_no_cache, no_cache);
}

constexpr const char* kNoCache = "Compile everything anew; neither use nor fill the cache";
constexpr const char* kCacheFooter =
    "Objects are kept by everything that they were made from, and shared by all projects; any of "
    "them\ncan be removed at any time. The environment says how: PERRY_CACHE_DIR, "
    "PERRY_NO_CACHE=1,\nPERRY_CACHE_SIZE (5G), PERRY_CACHE_ENTRIES (200000), PERRY_CACHE_DAYS "
    "(30),\nPERRY_CACHE_INTERVAL (3600 s between collections), PERRY_CACHE_REMOTE (URLs). It is "
    "read when a\nbuild is configured.";

void add_ninja_options(support::CommandSyntax command, Options& o) {
  const auto add = [&](const char* flag) {
    return [&o, flag](const std::string& value) {
      o.ninja_arguments.emplace_back(flag);
      o.ninja_arguments.push_back(value);
    };
  };
  command.add_action("-j,--jobs", add("-j"), "Commands to run at once").takes("N");
  command.add_action("-k,--keep-going", add("-k"), "Go on until N files failed; 0 for all")
      .takes("N");
  command.add_flag("-v,--verbose", o.is_verbose, "Show the commands that are run");
}

support::CommandSyntax add_command(support::CommandSyntax parent, Options& o, const char* name,
                                   const char* help, Command command) {
  return parent.add_command(name, help, [&o, command] { o.command = command; });
}

constexpr const char* kProfileFolder = ".perry/<profile>";
constexpr const char* kArgumentsHelp = "What stands after `--` is handed to the program.";

void add_outputs(support::CommandSyntax build, Options& o) {
  build.add_text("-o,--output", o.output, "Put the program or library here").takes("FILE");
  add_library(build, o);
  build
      .add_text("--depfile", o.depfile,
                "Write what the program of -o depends on, for another build to read")
      .takes("FILE");
  build.add_flag("-q,--quiet", o.is_quiet, "Show only what is wrong");
}

// What is compiled, and perhaps run.
void add_build_commands(support::CommandSyntax& perry, Options& o) {
  support::CommandSyntax configure = add_command(
      perry, o, "configure", "Write build.ninja, so that `ninja -C build` builds the project",
      Command::Configure);
  add_entries(configure, o);
  configure
      .add_text("-o,--output", o.output, "The program's or library's name (default: the entry's)")
      .takes("NAME");
  add_library(configure, o);
  add_build_folder(configure, o, "build");
  add_build_options(configure, o);
  add_cache_options(configure, o, "Keep no objects beyond the build folder");
  configure.add_flag("-v,--verbose", o.is_verbose).hide();

  const auto build = add_command(perry, o, "build", "Compile and link", Command::Build);
  const auto check =
      add_command(perry, o, "check",
                  "Compile everything and link nothing; report all that is wrong", Command::Check);
  for (support::CommandSyntax command : {build, check}) {
    add_entries(command, o);
    if (command == build) add_outputs(command, o);
    command.add_choice("--format", o.format, kReportFormats,
                       "How to report what was done; json: one object, with each step");
    command.add_text("--trace", o.trace_file, "Write a Chrome trace of scan, compiles and link")
        .takes("FILE");
    add_build_folder(command, o, kProfileFolder);
    add_build_options(command, o);
    add_cache_options(command, o, kNoCache);
    add_ninja_options(command, o);
  }

  const auto run = add_command(perry, o, "run", "Compile, link and run", Command::Run);
  const auto dev = add_command(
      perry, o, "dev", "Compile, link and run, again whenever a file changes", Command::Dev);
  for (support::CommandSyntax command : {run, dev}) {
    command.add_list("ENTRY", o.entries, kEntryHelp).take_one_at_most();
    command.set_footer(kArgumentsHelp);
    add_build_folder(command, o, kProfileFolder);
    add_build_options(command, o);
    add_cache_options(command, o, kNoCache);
    add_ninja_options(command, o);
  }
}

// What only looks.
void add_question_commands(support::CommandSyntax& perry, Options& o) {
  support::CommandSyntax graph = add_command(
      perry, o, "graph", "Print the modules and what their imports stand for", Command::Graph);
  add_entries(graph, o);
  graph.add_choice("--format", o.graph_form, kGraphForms,
                   "dot: for Graphviz. html: a page that needs nothing else");
  support::CommandSyntax why = add_command(
      perry, o, "why", "Say how a program comes to have a module, and why it is compiled again",
      Command::Why);
  why.add_text("MODULE", o.subject, "The module's file, or a program's name").require();
  add_entries(why, o);
  for (support::CommandSyntax command : {graph, why}) {
    command.add_list("--condition", o.conditions, "As of `build`").takes("NAME");
    command.add_list("--external", o.externals, "As of `build`").takes("SPECIFIER");
    command.add_text("--tsconfig", o.tsconfig, "As of `build`").takes("FILE");
    command.add_text("--scan-tool", o.scan_tool).hide();
  }
  add_build_folder(why, o, "build, otherwise .perry/<profile>");
}

void add_cache_commands(support::CommandSyntax& perry, Options& o) {
  support::CommandSyntax cache =
      perry.add_command("cache", "Look at the object cache, or make room in it");
  cache.require_command();
  cache.set_footer(kCacheFooter);
  const auto add = [&](const char* name, const char* help, Command which) {
    support::CommandSyntax command = add_command(cache, o, name, help, which);
    add_cache_folder(command, o);
    command.add_choice("--format", o.format, kReportFormats, "How the answer is written");
    return command;
  };
  add("info", "Say where it is and what it holds", Command::CacheInfo);
  support::CommandSyntax clean =
      add("clean", "Remove the objects of this project's build folders, or those named",
          Command::CacheClean);
  clean.add_list("KEY", o.keys, "The key of an object, or its beginning");
  add_build_folder(clean, o, "build, and .perry");
  clean.add_flag("--all", o.all_entries, "Remove everything");
  add("gc", "Remove what exceeds its limits", Command::CacheCollect);
}

void add_other_commands(support::CommandSyntax& perry, Options& o) {
  add_build_folder(add_command(perry, o, "clean", "Remove what was built", Command::Clean), o,
                   "build, and .perry");
  support::CommandSyntax explain = add_command(
      perry, o, "explain", "Say what a diagnostic means, with an example and what mends it",
      Command::Explain);
  explain.add_text("CODE", o.subject, "Such as P1003; without it, all are listed");
  add_command(perry, o, "doctor", "Check that everything perry needs is there", Command::Doctor);
  support::CommandSyntax init =
      add_command(perry, o, "init", "Start a project in this folder", Command::Init);
  init.add_choice("--ide", o.ide, kIdes,
                  "Also write what this editor needs to build, run and debug");
}

}  // namespace

CommandLine read_command_line(int argc, const char* const* argv) {
  CommandLine result;
  Options& o = result.options;
  // The program's arguments are nobody's options.
  const char* const* const end = argv + argc;
  const char* const* const dashes = std::find(argv, end, std::string_view("--"));
  if (dashes != end) o.arguments.assign(dashes + 1, end);

  support::CommandLineParser parser(kDescription, "perry");
  parser.set_version([] { return "perry " PERRY_VERSION; });
  parser.require_command();
  add_build_commands(parser, o);
  add_question_commands(parser, o);
  add_cache_commands(parser, o);
  add_other_commands(parser, o);
  result.exit_code = parser.parse(static_cast<int>(dashes - argv), argv);
  return result;
}

}  // namespace perry::generator
