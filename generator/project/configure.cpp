#include "generator/project/configure.h"

#include <array>
#include <utility>

#include "generator/process/process.h"
#include "support/base/json_writer.h"
#include "support/base/path.h"

namespace perry::generator {

namespace {

std::string tool_path(const std::string& given, std::string_view name, const std::string& here) {
  return given.empty() ? support::join_path(program_folder(), name)
                       : support::join_path(here, given);
}

// What every program is linked with, and the list of what that needs.
constexpr std::string_view kRuntimeFiles[] = {"libperry_runtime.a", "libraries.txt"};

std::string describe(const support::FsError& error) {
  return "cannot write `" + error.path + "`: " + error.reason();
}

}  // namespace

std::expected<Tools, std::string> find_tools(support::FileSystem& files, const Options& options,
                                             const std::string& here) {
  Tools tools = {.scan = tool_path(options.scan_tool, "perry-scan", here),
                 .compile = tool_path(options.compile_tool, "perry-cc", here),
                 .link = tool_path(options.link_tool, "perry-ld", here),
                 .cache = tool_path(options.cache_tool, "perry-cache", here),
                 .runtime = tool_path(options.runtime, "../lib/perry", here)};
  const bool needs_scan_only = only_looks(options.command);
  for (const std::string* tool : {&tools.scan, &tools.compile, &tools.link, &tools.cache})
    if ((tool == &tools.scan || !needs_scan_only) && !is_executable(*tool))
      return std::unexpected("this perry is incomplete: there is no `" + *tool + "`");
  for (const std::string_view name : kRuntimeFiles) {
    const std::string path = support::join_path(tools.runtime, name);
    if (!needs_scan_only && !files.stat(path))
      return std::unexpected("this perry is incomplete: there is no `" + path + "`");
  }
  return tools;
}

std::expected<Target, std::string> find_target(support::FileSystem& files, const Project& project,
                                               const Options& options, Tools& tools) {
  const Host host = this_host();
  auto target = choose_target(project.settings.target, project.settings.cpu, host);
  if (!target) return target;
  if (target->triple != host.triple && options.runtime.empty()) {
    tools.runtime = support::join_path(tools.runtime, target->triple);
    if (!files.stat(support::join_path(tools.runtime, kRuntimeFiles[0])))
      return std::unexpected("this perry cannot make programs for `" + target->triple +
                             "`: their runtime is not at `" + tools.runtime + "`");
  }
  if (is_known_cpu(target->cpu)) return target;
  // An empty program is compiled in a few milliseconds.
  const auto asked = run_process(
      {tools.compile, "compile", "--target", target->triple, "--cpu", target->cpu, "-", "-o", "-"},
      "/", Streams::None);
  if (!asked || !asked->ok())
    return std::unexpected("`--cpu " + target->cpu + "` names no processor of `" + target->triple +
                           "`: baseline, modern, native, or a name that LLVM knows");
  return target;
}

std::string make_config(const Project& project, const Target& target) {
  std::string text;
  support::JsonWriter json(text);
  json.begin_object();
  json.member("root", support::relative_path(project.root, project.build));
  json.key("programs");
  json.begin_array();
  for (const Entry& entry : project.settings.entries) {
    json.begin_object();
    json.member("entry", support::relative_path(entry.path, project.build));
    json.member("name", entry.name);
    json.end_object();
  }
  json.end_array();
  if (project.makes_libraries()) json.member("output", project.settings.output);
  json.member("profile", project.settings.profile);
  json.member("triple", target.triple);
  json.member("cpu", target.cpu);
  const auto list = [&](std::string_view key, const std::vector<std::string>& all) {
    json.key(key);
    json.begin_array();
    for (const std::string& one : all) json.string(one);
    json.end_array();
  };
  list("conditions", project.settings.conditions);
  list("externals", project.settings.externals);
  json.key("define");
  json.begin_object();
  for (const support::Definition& d : project.settings.definitions) json.member(d.name, d.value);
  json.end_object();
  if (project.settings.tsconfig)
    json.member("tsconfig", support::relative_path(*project.settings.tsconfig, project.build));
  json.end_object();
  return text + "\n";
}

std::expected<bool, std::string> prepare(support::FileSystem& files, const Project& project,
                                         const Tools& tools, const std::string& config,
                                         const std::string& cache_settings) {
  const std::string folder = support::join_path(project.build, "tools");
  if (const auto made = files.make_directories(folder); !made)
    return std::unexpected(describe(made.error()));
  // Commands name the tools by these links, so that neither a project nor a compiler that moves
  // changes them.
  const std::array<std::pair<const char*, const std::string*>, 5> links = {
      {{"perry-scan", &tools.scan},
       {"perry-cc", &tools.compile},
       {"perry-ld", &tools.link},
       {"perry-cache", &tools.cache},
       {"runtime", &tools.runtime}}};
  for (const auto& [name, target] : links)
    if (!make_link(*target, support::join_path(folder, name)))
      return std::unexpected("cannot make links in `" + folder + "`");
  const auto settings =
      files.write_if_changed(support::join_path(project.build, "cache.conf"), cache_settings);
  if (!settings) return std::unexpected(describe(settings.error()));
  const auto written =
      files.write_if_changed(support::join_path(project.build, "perry.json"), config);
  if (!written) return std::unexpected(describe(written.error()));
  // The scan that follows stamps its result with the moment before it began. Without a tick
  // between, Ninja would take the configuration for newer and scan once more.
  if (*written == support::WriteOutcome::Written) wait_for_later_file_times();
  return *written == support::WriteOutcome::Written ||
         !files.stat(support::join_path(project.build, "build.ninja"));
}

}  // namespace perry::generator
