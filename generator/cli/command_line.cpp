#include "generator/cli/command_line.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <CLI/CLI.hpp>

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

template <class T>
void add_choice(CLI::App& app, const char* name, T& target, const std::map<std::string, T>& words,
                const char* type, const char* help) {
  app.add_option(name, target, help)
      ->transform(CLI::CheckedTransformer(words).description(""))
      ->type_name(type);
}

void add_entries(CLI::App& app, Options& o) {
  app.add_option("ENTRY", o.entries, kEntryHelp)->type_name("");
}

void add_build_folder(CLI::App& app, Options& o, const char* usual) {
  app.add_option("-B,--build-dir", o.build,
                 std::string("The build folder (default: ") + usual + ")")
      ->type_name("DIR");
}

void add_list(CLI::App& app, const char* name, std::vector<std::string>& target, const char* type,
              const char* help) {
  app.add_option(name, target, help)->type_name(type)->allow_extra_args(false);
}

void add_build_options(CLI::App& app, Options& o) {
  app.add_option("--profile", o.profile,
                 "dev: compiles fast, the default. release: runs fast. size: small, without "
                 "source text of functions and line tables")
      ->check(CLI::IsMember({"dev", "release", "size"}).description(""))
      ->type_name("dev|release|size");
  app.add_option("--target", o.target,
                 "The system to compile for: linux-x64, or a triple (default: this one)")
      ->type_name("TRIPLE");
  app.add_option("--cpu", o.cpu,
                 "baseline: runs on any processor of the last ten years or so, the default. "
                 "modern: of the last few. native: like this one. Or a name that LLVM knows")
      ->type_name("baseline|modern|native|NAME");
  add_list(app, "--condition", o.conditions, "NAME",
           "A condition of package.json `exports` that holds; may be repeated");
  add_list(app, "--external", o.externals, "SPECIFIER",
           "Leave this out: `require` and `import()` of it throw; may end in `/*`, may be "
           "repeated");
  add_list(app, "--define", o.definitions, "NAME=VALUE",
           "What stands for a global name such as process.env.NODE_ENV: JSON, so that a string has "
           "double quotes, or another name; may be repeated");
  app.add_option("--tsconfig", o.tsconfig, "This tsconfig.json for all files of the project")
      ->type_name("FILE");
  for (const auto& [name, target] :
       {std::pair("--scan-tool", &o.scan_tool), std::pair("--compile-tool", &o.compile_tool),
        std::pair("--link-tool", &o.link_tool), std::pair("--cache-tool", &o.cache_tool),
        std::pair("--runtime", &o.runtime)})
    app.add_option(name, *target)->group("")->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void add_cache_folder(CLI::App& app, Options& o) {
  app.add_option("--cache-dir", o.cache_folder,
                 "Keep objects here (PERRY_CACHE_DIR, or perry in the folder for caches)")
      ->type_name("DIR");
}

void add_cache_options(CLI::App& app, Options& o, const char* no_cache) {
  add_cache_folder(app, o);
  app.add_flag("--no-cache", o.uses_no_cache, no_cache);
}

constexpr const char* kNoCache = "Compile everything anew; neither use nor fill the cache";
constexpr const char* kCacheFooter =
    "Objects are kept by everything that they were made from, and shared by all projects; any of "
    "them\ncan be removed at any time. The environment says how: PERRY_CACHE_DIR, "
    "PERRY_NO_CACHE=1,\nPERRY_CACHE_SIZE (5G), PERRY_CACHE_ENTRIES (200000), PERRY_CACHE_DAYS "
    "(30),\nPERRY_CACHE_INTERVAL (3600 s between collections), PERRY_CACHE_REMOTE (URLs). It is "
    "read when a\nbuild is configured.";

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
  app.add_flag("-v,--verbose", o.is_verbose, "Show the commands that are run");
}

CLI::App* add_command(CLI::App& app, Options& o, const char* name, const char* help,
                      Command command) {
  CLI::App* sub = app.add_subcommand(name, help);
  sub->callback([&o, command] { o.command = command; });
  return sub;
}

constexpr const char* kProfileFolder = ".perry/<profile>";
constexpr const char* kArgumentsHelp = "What stands after `--` is handed to the program.";

void add_outputs(CLI::App& build, Options& o) {
  build.add_option("-o,--output", o.output, "Put the program here")->type_name("FILE");
  build
      .add_option("--depfile", o.depfile,
                  "Write what the program of -o depends on, for another build to read")
      ->type_name("FILE");
  build.add_flag("-q,--quiet", o.is_quiet, "Show only what is wrong");
}

// What is compiled, and perhaps run.
void add_build_commands(CLI::App& app, Options& o) {
  CLI::App* configure = add_command(
      app, o, "configure", "Write build.ninja, so that `ninja -C build` builds the project",
      Command::Configure);
  add_entries(*configure, o);
  configure->add_option("-o,--output", o.output, "The program's name (default: the entry's)")
      ->type_name("NAME");
  add_build_folder(*configure, o, "build");
  add_build_options(*configure, o);
  add_cache_options(*configure, o, "Keep no objects beyond the build folder");
  configure->add_flag("-v,--verbose", o.is_verbose)->group("");

  const std::map<std::string, ReportFormat> formats = {{"text", ReportFormat::Text},
                                                       {"json", ReportFormat::Json}};
  CLI::App* build = add_command(app, o, "build", "Compile and link", Command::Build);
  CLI::App* check =
      add_command(app, o, "check", "Compile everything and link nothing; report all that is wrong",
                  Command::Check);
  for (CLI::App* sub : {build, check}) {
    add_entries(*sub, o);
    if (sub == build) add_outputs(*build, o);
    add_choice(*sub, "--format", o.format, formats, "text|json",
               "How to report what was done; json: one object, with each step");
    sub->add_option("--trace", o.trace_file, "Write a Chrome trace of scan, compiles and link")
        ->type_name("FILE");
    add_build_folder(*sub, o, kProfileFolder);
    add_build_options(*sub, o);
    add_cache_options(*sub, o, kNoCache);
    add_ninja_options(*sub, o);
  }

  CLI::App* run = add_command(app, o, "run", "Compile, link and run", Command::Run);
  CLI::App* dev = add_command(app, o, "dev", "Compile, link and run, again whenever a file changes",
                              Command::Dev);
  for (CLI::App* sub : {run, dev}) {
    sub->add_option("ENTRY", o.entries, kEntryHelp)->type_name("")->expected(0, 1);
    sub->footer(kArgumentsHelp);
    add_build_folder(*sub, o, kProfileFolder);
    add_build_options(*sub, o);
    add_cache_options(*sub, o, kNoCache);
    add_ninja_options(*sub, o);
  }
}

// What only looks.
void add_question_commands(CLI::App& app, Options& o) {
  CLI::App* graph = add_command(
      app, o, "graph", "Print the modules and what their imports stand for", Command::Graph);
  add_entries(*graph, o);
  add_choice<GraphForm>(*graph, "--format", o.graph_form,
                        {{"text", GraphForm::Text},
                         {"json", GraphForm::Json},
                         {"dot", GraphForm::Dot},
                         {"html", GraphForm::Html}},
                        "text|json|dot|html",
                        "dot: for Graphviz. html: a page that needs nothing else");
  CLI::App* why = add_command(
      app, o, "why", "Say how a program comes to have a module, and why it is compiled again",
      Command::Why);
  why->add_option("MODULE", o.subject, "The module's file, or a program's name")
      ->type_name("")
      ->required();
  add_entries(*why, o);
  for (CLI::App* sub : {graph, why}) {
    add_list(*sub, "--condition", o.conditions, "NAME", "As of `build`");
    add_list(*sub, "--external", o.externals, "SPECIFIER", "As of `build`");
    sub->add_option("--tsconfig", o.tsconfig, "As of `build`")->type_name("FILE");
    sub->add_option("--scan-tool", o.scan_tool)->group("");
  }
  add_build_folder(*why, o, "build, otherwise .perry/<profile>");
}

void add_cache_commands(CLI::App& app, Options& o) {
  CLI::App* cache = app.add_subcommand("cache", "Look at the object cache, or make room in it");
  cache->require_subcommand(1);
  cache->footer(kCacheFooter);
  const auto add = [&](const char* name, const char* help, Command command) {
    CLI::App* sub = cache->add_subcommand(name, help);
    sub->callback([&o, command] { o.command = command; });
    add_cache_folder(*sub, o);
    add_choice<ReportFormat>(*sub, "--format", o.format,
                             {{"text", ReportFormat::Text}, {"json", ReportFormat::Json}},
                             "text|json", "How the answer is written");
    return sub;
  };
  add("info", "Say where it is and what it holds", Command::CacheInfo);
  CLI::App* clean =
      add("clean", "Remove the objects of this project's build folders, or those named",
          Command::CacheClean);
  clean->add_option("KEY", o.keys, "The key of an object, or its beginning")->type_name("");
  add_build_folder(*clean, o, "build, and .perry");
  clean->add_flag("--all", o.all_entries, "Remove everything");
  add("gc", "Remove what exceeds its limits", Command::CacheCollect);
}

void add_other_commands(CLI::App& app, Options& o) {
  CLI::App* clean = add_command(app, o, "clean", "Remove what was built", Command::Clean);
  add_build_folder(*clean, o, "build, and .perry");
  CLI::App* explain = add_command(app, o, "explain",
                                  "Say what a diagnostic means, with an example and what mends it",
                                  Command::Explain);
  explain->add_option("CODE", o.subject, "Such as P1003; without it, all are listed")
      ->type_name("");
  add_command(app, o, "doctor", "Check that everything perry needs is there", Command::Doctor);
  CLI::App* init = add_command(app, o, "init", "Start a project in this folder", Command::Init);
  add_choice<Ide>(*init, "--ide", o.ide, {{"vscode", Ide::VsCode}}, "vscode",
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

  CLI::App app(kDescription, "perry");
  app.set_version_flag("--version", "perry " PERRY_VERSION);
  app.require_subcommand(1);
  add_build_commands(app, o);
  add_question_commands(app, o);
  add_cache_commands(app, o);
  add_other_commands(app, o);
  try {
    app.parse(static_cast<int>(dashes - argv), argv);
  } catch (const CLI::ParseError& error) {
    result.exit_code = app.exit(error) == 0 ? kExitSuccess : kExitUsage;
  }
  return result;
}

}  // namespace perry::generator
