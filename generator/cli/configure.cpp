#include "generator/cli/configure.h"

#include <array>
#include <utility>

#include "generator/cli/process.h"
#include "generator/cli/target.h"
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
                 .runtime = tool_path(options.runtime, "../lib/perry", here)};
  const bool only_looks = options.command == Command::Check || options.command == Command::Graph ||
                          options.command == Command::Why;
  for (const std::string* tool : {&tools.scan, &tools.compile, &tools.link})
    if ((tool == &tools.scan || !only_looks) && !is_executable(*tool))
      return std::unexpected("this perry is incomplete: there is no `" + *tool + "`");
  for (const std::string_view name : kRuntimeFiles) {
    const std::string path = support::join_path(tools.runtime, name);
    if (!only_looks && !files.stat(path))
      return std::unexpected("this perry is incomplete: there is no `" + path + "`");
  }
  return tools;
}

std::string make_config(const Project& project, const Options& options, const std::string& here) {
  const std::string triple = options.target.empty() ? host_triple() : options.target;
  std::string text;
  support::JsonWriter json(text);
  json.begin_object();
  json.member("root", support::relative_path(project.root, project.build));
  json.key("programs");
  json.begin_array();
  for (size_t i = 0; i < project.entries.size(); i++) {
    json.begin_object();
    json.member("entry", support::relative_path(project.entries[i], project.build));
    json.member("name", project.names[i]);
    json.end_object();
  }
  json.end_array();
  json.member("profile", options.profile);
  json.member("triple", triple);
  json.member("cpu", cpu_name(options.cpu, triple));
  json.key("conditions");
  json.begin_array();
  for (const std::string& condition : options.conditions) json.string(condition);
  json.end_array();
  if (!options.tsconfig.empty())
    json.member("tsconfig",
                support::relative_path(support::join_path(here, options.tsconfig), project.build));
  json.end_object();
  return text + "\n";
}

std::expected<bool, std::string> prepare(support::FileSystem& files, const Project& project,
                                         const Tools& tools, const std::string& config) {
  const std::string folder = support::join_path(project.build, "tools");
  if (const auto made = files.make_directories(folder); !made)
    return std::unexpected(describe(made.error()));
  // Commands name the tools by these links, so that neither a project nor a compiler that moves
  // changes them.
  const std::array<std::pair<const char*, const std::string*>, 4> links = {
      {{"perry-scan", &tools.scan},
       {"perry-cc", &tools.compile},
       {"perry-ld", &tools.link},
       {"runtime", &tools.runtime}}};
  for (const auto& [name, target] : links)
    if (!make_link(*target, support::join_path(folder, name)))
      return std::unexpected("cannot make links in `" + folder + "`");
  const auto written =
      files.write_if_changed(support::join_path(project.build, "perry.json"), config);
  if (!written) return std::unexpected(describe(written.error()));
  return *written == support::WriteOutcome::Written ||
         !files.stat(support::join_path(project.build, "build.ninja"));
}

}  // namespace perry::generator
