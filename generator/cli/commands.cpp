#include "generator/cli/commands.h"

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "generator/cli/builder.h"
#include "generator/cli/cache_commands.h"
#include "generator/cli/doctor.h"
#include "generator/dev/dev.h"
#include "generator/explain/explain.h"
#include "generator/init/init.h"
#include "generator/process/process.h"
#include "generator/report/cache_summary.h"
#include "support/base/path.h"

namespace perry::generator {

namespace {

// Shells report a program that a signal ended this way.
constexpr int kSignalExit = 128;

int exit_code_of(const std::optional<Exit>& exit) {
  if (!exit) return kExitFailure;
  return exit->signal != 0 ? kSignalExit + exit->signal : exit->code;
}

class Session {
 public:
  explicit Session(const Options& options) : options_(options), builder_(options) {}

  int run();

 private:
  int configure();
  int finish_build();
  int copy_program();
  bool has_same_contents(const std::string& made, const std::string& target);
  bool write_depfile();
  int check();
  int run_program();
  int develop();
  int look(const std::vector<std::string>& arguments);
  int why();
  int clean();
  int explain() const;

  const Options& options_;
  Builder builder_;
};

int Session::configure() {
  if (!builder_.configure()) return kExitUsage;
  if (!builder_.scan()) return kExitFailure;
  const std::string folder = builder_.shown(builder_.project().build);
  say("wrote " + folder + "/build.ninja; build with `ninja -C " + folder + "`\n");
  return kExitSuccess;
}

// Only if it is another one: a build that waits for it has nothing to do otherwise.
int Session::copy_program() {
  const std::string target = support::join_path(builder_.here(), options_.output);
  if (!has_same_contents(builder_.program_path(), target)) {
    std::error_code error;
    // Beside the target first: one that runs just now goes on with what it has.
    const std::string fresh = target + ".new";
    std::filesystem::copy_file(builder_.program_path(), fresh,
                               std::filesystem::copy_options::overwrite_existing, error);
    if (!error) std::filesystem::rename(fresh, target, error);
    if (error) {
      std::error_code ignored;
      std::filesystem::remove(fresh, ignored);
      complain("cannot write `" + options_.output + "`: " + error.message());
      return kExitFailure;
    }
  }
  return write_depfile() ? kExitSuccess : kExitFailure;
}

bool Session::has_same_contents(const std::string& made, const std::string& target) {
  const auto here = builder_.files().stat(target);
  const auto there = builder_.files().stat(made);
  const bool is_usable = builder_.project().makes_libraries() || is_executable(target);
  if (!here || !there || here->size != there->size || !is_usable) return false;
  const auto a = builder_.files().read_file(made);
  const auto b = builder_.files().read_file(target);
  return a && b && *a == *b;
}

// As compilers of C write them.
bool Session::write_depfile() {
  if (options_.depfile.empty()) return true;
  const auto escape = [](std::string_view path) {
    std::string out;
    for (const char c : path) {
      if (c == ' ' || c == '#' || c == '\\') out += '\\';
      if (c == '$') out += '$';
      out += c;
    }
    return out;
  };
  std::string text = escape(support::join_path(builder_.here(), options_.output)) + ":";
  for (const std::string& path : builder_.dependencies()) text += " \\\n  " + escape(path);
  const std::string file = support::join_path(builder_.here(), options_.depfile);
  const auto written = builder_.files().write_if_changed(file, text + "\n");
  if (written) return true;
  complain("cannot write `" + options_.depfile + "`: " + written.error().reason());
  return false;
}

int Session::finish_build() {
  const Detail detail = options_.is_quiet ? Detail::Trouble : Detail::Steps;
  if (!builder_.build(detail)) return kExitFailure;
  const auto& entries = builder_.project().settings.entries;
  if (options_.output.empty()) {
    if (options_.format == ReportFormat::Json || options_.is_quiet) return kExitSuccess;
    for (size_t i = 0; i < entries.size(); i++)
      say(builder_.shown(builder_.program_path(i)) + "\n");
    return kExitSuccess;
  }
  if (entries.size() > 1) {
    complain("-o names one program, but there are several entries");
    return kExitUsage;
  }
  return copy_program();
}

// All that is wrong, not only the first of it.
int Session::check() {
  if (!builder_.build(Detail::Trouble, {"-k", "0", "check"})) return kExitFailure;
  return kExitSuccess;
}

int Session::run_program() {
  if (!builder_.build(Detail::Trouble)) return kExitFailure;
  std::vector<std::string> command = {builder_.program_path()};
  command.insert(command.end(), options_.arguments.begin(), options_.arguments.end());
  become(command);
  complain("cannot run `" + command[0] + "`");
  return kExitFailure;
}

int Session::develop() {
  if (!builder_.find()) return kExitUsage;
  return run_dev({.build = [this] { return builder_.build(Detail::Trouble); },
                  .root = builder_.project().root,
                  .build_folder = builder_.project().build,
                  .program = builder_.program_path(),
                  .arguments = options_.arguments});
}

// Questions about a project that was perhaps never configured: the scan answers from its root.
int Session::look(const std::vector<std::string>& arguments) {
  const auto tools = find_tools(builder_.files(), options_, builder_.here());
  if (!tools) {
    complain(tools.error());
    return kExitUsage;
  }
  const Project& project = builder_.project();
  std::vector<std::string> command = {tools->scan};
  for (const Entry& entry : project.settings.entries)
    command.push_back(support::relative_path(entry.path, project.root));
  const auto add_all = [&](const char* flag, const std::vector<std::string>& values) {
    for (const std::string& value : values) command.insert(command.end(), {flag, value});
  };
  add_all("--condition", project.settings.conditions);
  add_all("--external", project.settings.externals);
  if (project.settings.tsconfig) add_all("--tsconfig", {*project.settings.tsconfig});
  command.insert(command.end(), arguments.begin(), arguments.end());
  return exit_code_of(run_process(command, project.root));
}

// In a build folder, what is built there counts: the scan compares with it.
int Session::why() {
  if (!builder_.find()) return kExitUsage;
  const Project& project = builder_.project();
  std::string subject = options_.subject;
  const std::string path = support::join_path(builder_.here(), subject);
  if (builder_.files().stat(path)) subject = support::relative_path(path, project.root);
  std::vector<std::string> folders = {project.build};
  if (options_.build.empty())
    folders.insert(folders.begin(), support::join_path(project.root, "build"));
  for (const std::string& folder : folders) {
    if (!options_.entries.empty() || !builder_.files().stat(folder + "/build.ninja")) continue;
    const auto tools = find_tools(builder_.files(), options_, builder_.here());
    if (!tools) break;
    const int exit = exit_code_of(
        run_process({tools->scan, "--config", "perry.json", "--why", subject}, folder));
    if (exit == kExitSuccess) say(describe_last_compile(builder_.files(), folder, subject));
    return exit;
  }
  return look({"--why", subject});
}

int Session::clean() {
  if (!builder_.find()) return kExitUsage;
  const Project& project = builder_.project();
  bool has_cleaned = false;
  if (builder_.files().stat(project.build + "/build.ninja")) {
    const std::string ninja = find_on_path("ninja");
    if (ninja.empty()) {
      complain(kNoNinja);
      return kExitUsage;
    }
    const auto exit = run_process({ninja, "-t", "clean"}, project.build);
    if (!exit || !exit->ok()) return kExitFailure;
    has_cleaned = true;
  }
  const std::string own = support::join_path(project.root, ".perry");
  if (options_.build.empty() && builder_.files().stat(own)) {
    std::error_code error;
    std::filesystem::remove_all(own, error);
    if (error) {
      complain("cannot remove `" + builder_.shown(own) + "`: " + error.message());
      return kExitFailure;
    }
    say("removed " + builder_.shown(own) + "\n");
    has_cleaned = true;
  }
  if (!has_cleaned)
    say("nothing to clean: there is no " + builder_.shown(project.build) + "/build.ninja\n");
  return kExitSuccess;
}

int Session::explain() const {
  if (options_.subject.empty()) {
    say(list_explanations());
    return kExitSuccess;
  }
  const Explanation* const explanation = find_explanation(options_.subject);
  if (explanation == nullptr) {
    complain("there is no diagnostic `" + options_.subject +
             "`; `perry explain` lists all of them");
    return kExitUsage;
  }
  say(show_explanation(*explanation));
  return kExitSuccess;
}

const char* graph_dump(GraphForm form) {
  switch (form) {
    case GraphForm::Text:
      return "graph";
    case GraphForm::Json:
      return "graph-json";
    case GraphForm::Dot:
      return "graph-dot";
    case GraphForm::Html:
      return "graph-html";
  }
  return "graph";
}

int Session::run() {
  switch (options_.command) {
    case Command::Configure:
      return configure();
    case Command::Build:
      return finish_build();
    case Command::Run:
      return run_program();
    case Command::Dev:
      return develop();
    case Command::Check:
      return check();
    case Command::Graph:
      return builder_.find() ? look({"--dump", graph_dump(options_.graph_form)}) : kExitUsage;
    case Command::Why:
      return why();
    case Command::Explain:
      return explain();
    case Command::Clean:
      return clean();
    case Command::Doctor:
      return check_installation(builder_.files()) ? kExitSuccess : kExitFailure;
    case Command::Init:
      return init_project(builder_.files(), builder_.here(), options_.ide) ? kExitSuccess
                                                                           : kExitFailure;
    case Command::CacheInfo:
    case Command::CacheClean:
    case Command::CacheCollect:
      return run_cache_command(builder_.files(), options_, builder_.here());
  }
  return kExitUsage;
}

}  // namespace

int run(const Options& options) { return Session(options).run(); }

}  // namespace perry::generator
