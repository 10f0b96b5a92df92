#include "generator/cli/commands.h"

#include <expected>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "generator/cli/configure.h"
#include "generator/cli/process.h"
#include "generator/cli/project.h"
#include "support/base/path.h"
#include "support/base/real_file_system.h"

namespace perry::generator {

namespace {

constexpr const char* kNoNinja = "ninja is not on PATH; install it (package ninja-build)";
// Shells report a program that a signal ended this way.
constexpr int kSignalExit = 128;

class Session {
 public:
  explicit Session(const Options& options) : options_(options), here_(current_directory()) {}

  int run();

 private:
  bool find();
  bool configure();
  bool scan();
  bool build();
  int look(std::vector<std::string> arguments);
  int finish_build();
  int run_program();
  int clean();
  int doctor();
  int init();
  bool fail(const std::string& message) {
    complain(message);
    return false;
  }
  std::string shown(const std::string& path) const {
    return support::is_path_inside(path, here_) ? support::relative_path(path, here_) : path;
  }

  const Options& options_;
  std::string here_;
  support::RealFileSystem files_;
  Project project_;
  Tools tools_;
  bool must_scan_ = false;
};

bool Session::find() {
  auto project = find_project(files_, here_, options_);
  if (!project) return fail(project.error());
  project_ = std::move(*project);
  return true;
}

bool Session::configure() {
  if (!find()) return false;
  auto tools = find_tools(files_, options_, here_);
  if (!tools) return fail(tools.error());
  tools_ = std::move(*tools);
  const auto prepared = prepare(files_, project_, tools_, make_config(project_, options_, here_));
  if (!prepared) return fail(prepared.error());
  must_scan_ = *prepared;
  return true;
}

bool Session::scan() {
  const auto exit = run_process({tools_.scan, "--config", "perry.json"}, project_.build);
  if (!exit) return fail("cannot run `" + tools_.scan + "`");
  return exit->ok();
}

bool Session::build() {
  const std::string ninja = find_on_path("ninja");
  if (ninja.empty()) return fail(kNoNinja);
  if (!configure() || (must_scan_ && !scan())) return false;
  std::vector<std::string> command = {ninja};
  if (options_.is_verbose)
    command.emplace_back("-v");
  else if (options_.command == Command::Run)
    command.emplace_back("--quiet");
  command.insert(command.end(), options_.ninja_arguments.begin(), options_.ninja_arguments.end());
  const auto exit = run_process(command, project_.build);
  if (!exit) return fail("cannot run `" + ninja + "`");
  return exit->ok();
}

int Session::finish_build() {
  if (!build()) return kExitFailure;
  if (options_.output.empty()) {
    for (const std::string& name : project_.names)
      say(shown(support::join_path(project_.build, name)) + "\n");
    return kExitSuccess;
  }
  if (project_.names.size() > 1) {
    complain("-o names one program, but there are several entries");
    return kExitUsage;
  }
  const std::string target = support::join_path(here_, options_.output);
  std::error_code error;
  // Beside the target first: one that runs just now goes on with what it has.
  const std::string fresh = target + ".new";
  std::filesystem::copy_file(support::join_path(project_.build, project_.names[0]), fresh,
                             std::filesystem::copy_options::overwrite_existing, error);
  if (!error) std::filesystem::rename(fresh, target, error);
  if (!error) return kExitSuccess;
  complain("cannot write `" + options_.output + "`: " + error.message());
  return kExitFailure;
}

int Session::run_program() {
  if (!build()) return kExitFailure;
  std::vector<std::string> command = {support::join_path(project_.build, project_.names[0])};
  command.insert(command.end(), options_.arguments.begin(), options_.arguments.end());
  become(command);
  complain("cannot run `" + command[0] + "`");
  return kExitFailure;
}

// Commands that only look at the project run the scan from its root.
int Session::look(std::vector<std::string> arguments) {
  if (!find()) return kExitUsage;
  const auto tools = find_tools(files_, options_, here_);
  if (!tools) {
    complain(tools.error());
    return kExitUsage;
  }
  std::vector<std::string> command = {tools->scan};
  for (const std::string& entry : project_.entries)
    command.push_back(support::relative_path(entry, project_.root));
  command.insert(command.end(), arguments.begin(), arguments.end());
  const auto exit = run_process(command, project_.root);
  if (!exit) return kExitFailure;
  return exit->signal != 0 ? kSignalExit + exit->signal : exit->code;
}

int Session::clean() {
  if (!find()) return kExitUsage;
  const std::string ninja = find_on_path("ninja");
  if (ninja.empty()) {
    complain(kNoNinja);
    return kExitUsage;
  }
  if (!files_.stat(support::join_path(project_.build, "build.ninja"))) {
    say("nothing to clean: there is no " + shown(project_.build) + "/build.ninja\n");
    return kExitSuccess;
  }
  const auto exit = run_process({ninja, "-t", "clean"}, project_.build);
  return exit && exit->ok() ? kExitSuccess : kExitFailure;
}

int Session::doctor() {
  bool is_well = true;
  const auto report = [&](bool is_fine, const std::string& what, const std::string& remedy) {
    say((is_fine ? "ok      " : "missing ") + what + (is_fine ? "" : ": " + remedy) + "\n");
    is_well &= is_fine;
  };
  const std::string ninja = find_on_path("ninja");
  report(!ninja.empty(), ninja.empty() ? "ninja" : "ninja, " + ninja, "install ninja-build");
  for (const std::string_view name : {"perry-scan", "perry-cc", "perry-ld"}) {
    const std::string path = support::join_path(program_folder(), name);
    report(is_executable(path), path, "install perry again");
  }
  const std::string archive =
      support::join_path(program_folder(), "../lib/perry/libperry_runtime.a");
  report(files_.stat(archive).has_value(), archive, "install perry again");
  return is_well ? kExitSuccess : kExitFailure;
}

int Session::init() {
  const std::pair<std::string_view, std::string> all[] = {
      {"package.json", "{\n  \"name\": \"" + std::string(support::path_base_name(here_)) +
                           "\",\n  \"private\": true,\n  \"type\": \"module\"\n}\n"},
      {"tsconfig.json",
       "{\n  \"compilerOptions\": {\n    \"target\": \"esnext\",\n    \"module\": \"esnext\",\n"
       "    \"moduleResolution\": \"bundler\",\n    \"strict\": true,\n"
       "    \"noEmit\": true\n  },\n  \"include\": [\"src\"]\n}\n"},
      {"src/main.ts", "console.log(\"Hello from Perry\");\n"},
      {".gitignore", "/build\n/.perry\n/node_modules\n"},
  };
  if (const auto made = files_.make_directories(support::join_path(here_, "src")); !made) {
    complain("cannot make the folder `src`: " + made.error().reason());
    return kExitFailure;
  }
  for (const auto& [name, text] : all) {
    const std::string path = support::join_path(here_, name);
    if (files_.stat(path)) {
      say("kept    " + std::string(name) + "\n");
      continue;
    }
    if (const auto written = files_.write_if_changed(path, text); !written) {
      complain("cannot write `" + std::string(name) + "`: " + written.error().reason());
      return kExitFailure;
    }
    say("created " + std::string(name) + "\n");
  }
  say("next: perry run\n");
  return kExitSuccess;
}

int Session::run() {
  switch (options_.command) {
    case Command::Configure:
      if (!configure()) return kExitUsage;
      if (!scan()) return kExitFailure;
      say("wrote " + shown(project_.build) + "/build.ninja; build with `ninja -C " +
          shown(project_.build) + "`\n");
      return kExitSuccess;
    case Command::Build:
      return finish_build();
    case Command::Run:
      return run_program();
    case Command::Check:
      return look({});
    case Command::Graph:
      return look({"--dump", "graph"});
    case Command::Why:
      return look({"--why", options_.module});
    case Command::Clean:
      return clean();
    case Command::Doctor:
      return doctor();
    case Command::Init:
      return init();
  }
  return kExitUsage;
}

}  // namespace

int run(const Options& options) { return Session(options).run(); }

}  // namespace perry::generator
