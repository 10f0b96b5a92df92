#include "generator/cli/project.h"

#include <algorithm>

#include "support/base/path.h"

namespace perry::generator {

namespace {

bool is_file(support::FileSystem& files, const std::string& path) {
  const auto stat = files.stat(path);
  return stat && stat->kind == support::FileKind::File;
}

// Where a program starts when nobody says so.
std::optional<std::string> usual_entry(support::FileSystem& files, const std::string& root) {
  for (const std::string_view name :
       {"src/main.ts", "src/index.ts", "main.ts", "index.ts", "src/main.tsx", "src/main.mts",
        "src/main.js", "src/index.js", "main.js", "index.js", "main.mjs", "index.mjs"}) {
    std::string path = support::join_path(root, name);
    if (is_file(files, path)) return path;
  }
  return std::nullopt;
}

// `run` and `build` keep out of the way; `configure` makes the folder that one hands to Ninja.
std::string usual_build_folder(const std::string& root, const Options& options) {
  if (options.command == Command::Configure || options.command == Command::Clean)
    return support::join_path(root, "build");
  return support::join_path(root, ".perry/" + options.profile);
}

}  // namespace

std::string find_root(support::FileSystem& files, const std::string& folder) {
  for (std::string at = folder;; at = std::string(support::path_directory(at))) {
    for (const std::string_view name : {"package.json", "tsconfig.json"})
      if (is_file(files, support::join_path(at, name))) return at;
    if (at == "/" || at.empty()) return folder;
  }
}

std::string program_name(std::string_view entry) {
  std::string name(support::path_stem(entry));
  const std::string_view folder = support::path_base_name(support::path_directory(entry));
  if (name == "index" && !folder.empty() && folder != "." && folder != "src") name = folder;
  for (const std::string_view taken : {"all", "check", "clean", "tools", "req", "plan", "obj"})
    if (name == taken) return name + "-app";
  return name.empty() ? "app" : name;
}

std::expected<Project, std::string> find_project(support::FileSystem& files,
                                                 const std::string& here, const Options& options) {
  Project project;
  for (const std::string& entry : options.entries) {
    const std::string path = support::join_path(here, entry);
    if (!is_file(files, path)) return std::unexpected("there is no file `" + entry + "`");
    project.entries.push_back(path);
  }
  const std::string start =
      project.entries.empty() ? here : std::string(support::path_directory(project.entries[0]));
  project.root = find_root(files, start);
  project.build = options.build.empty() ? usual_build_folder(project.root, options)
                                        : support::join_path(here, options.build);
  if (options.command == Command::Clean) return project;
  if (project.entries.empty()) {
    auto entry = usual_entry(files, project.root);
    if (!entry)
      return std::unexpected(
          "no entry given, and there is no src/main.ts, src/index.ts, main.ts "
          "or index.ts in `" +
          project.root + "`");
    project.entries.push_back(std::move(*entry));
  }
  for (const std::string& entry : project.entries) project.names.push_back(program_name(entry));
  const bool names_program = options.command == Command::Configure && !options.output.empty();
  if (names_program && project.names.size() > 1)
    return std::unexpected("-o names one program, but there are several entries");
  if (names_program) project.names[0] = options.output;
  if (project.names[0].find('/') != std::string::npos)
    return std::unexpected("the program's name is a name in the build folder, not a path");
  std::vector<std::string> sorted = project.names;
  std::ranges::sort(sorted);
  if (const auto twice = std::ranges::adjacent_find(sorted); twice != sorted.end())
    return std::unexpected("two entries would both become the program `" + *twice + "`");
  return project;
}

}  // namespace perry::generator
