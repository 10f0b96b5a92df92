#include "generator/project/project.h"

#include <algorithm>

#include "generator/ninja/output_file.h"
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

// `configure` makes the folder that one hands to Ninja; the others keep out of the way, each
// profile and each machine in its own.
std::string usual_build_folder(const std::string& root, const Options& options,
                               const Settings& settings) {
  if (options.command == Command::Configure || options.command == Command::Clean)
    return support::join_path(root, "build");
  std::string name = settings.profile;
  if (settings.output != "program") name += "-" + settings.output;
  for (const auto* part : {&settings.target, &settings.cpu})
    if (*part) name += "-" + **part;
  return support::join_path(root, ".perry/" + name);
}

// The error names what cannot be a program's name.
std::string find_wrong_name(const std::vector<Entry>& entries) {
  std::vector<std::string> sorted;
  for (const Entry& entry : entries) {
    if (entry.name.find('/') != std::string::npos)
      return "the program's name is a name in the build folder, not a path: `" + entry.name + "`";
    sorted.push_back(entry.name);
  }
  std::ranges::sort(sorted);
  const auto twice = std::ranges::adjacent_find(sorted);
  return twice == sorted.end() ? "" : "two entries would both become the program `" + *twice + "`";
}

// `out/libgreet.a` is made of the library `greet`.
std::string library_name(std::string_view output) {
  std::string_view name = support::path_base_name(output);
  name = name.substr(0, name.find('.'));
  if (name.starts_with("lib") && name.size() > 3) name.remove_prefix(3);
  return std::string(name);
}

// The error says what hosts would have to write.
std::expected<void, std::string> check_library_name(const std::string& name) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  const auto is_good = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
  if (!name.empty() && is_letter(name[0]) && std::ranges::all_of(name, is_good)) return {};
  return std::unexpected("`" + name +
                         "` cannot be the name of a library: C and C++ know it as "
                         "`perry_library_<name>`, so it has letters, digits and `_` only");
}

std::expected<void, std::string> choose_names(const Options& options, Project& project) {
  std::vector<Entry>& entries = project.settings.entries;
  const bool is_named = !options.output.empty() &&
                        (options.command == Command::Configure || project.makes_libraries());
  if (is_named) {
    if (entries.size() > 1)
      return std::unexpected("-o names one program, but there are several entries");
    entries[0].name = project.makes_libraries() ? library_name(options.output) : options.output;
  }
  if (project.makes_libraries())
    for (const Entry& entry : entries)
      if (auto checked = check_library_name(entry.name); !checked) return checked;
  std::string wrong = find_wrong_name(entries);
  if (!wrong.empty()) return std::unexpected(std::move(wrong));
  return {};
}

std::expected<void, std::string> choose_entries(support::FileSystem& files, const std::string& here,
                                                const Options& options, Project& project) {
  std::vector<Entry>& entries = project.settings.entries;
  if (!options.entries.empty()) entries.clear();
  for (const std::string& entry : options.entries)
    entries.push_back({.path = support::join_path(here, entry), .name = {}});
  if (entries.empty()) {
    const auto entry = usual_entry(files, project.root);
    if (!entry)
      return std::unexpected(
          "no entry given, and there is no src/main.ts, src/index.ts, main.ts "
          "or index.ts in `" +
          project.root + "`");
    entries.push_back({.path = *entry, .name = {}});
  }
  for (Entry& entry : entries) {
    if (!is_file(files, entry.path))
      return std::unexpected("there is no file `" + support::relative_path(entry.path, here) + "`");
    if (entry.name.empty()) entry.name = program_name(entry.path);
  }
  return choose_names(options, project);
}

}  // namespace

std::string Project::output_path(const Entry& entry) const {
  return support::join_path(build, output_file(settings.output, entry.name));
}

std::vector<std::string> build_folders(support::FileSystem& files, const std::string& root,
                                       const std::string& build, const std::string& here) {
  if (!build.empty()) return {support::join_path(here, build)};
  std::vector<std::string> folders = {support::join_path(root, "build")};
  const std::string own = support::join_path(root, ".perry");
  if (const auto listed = files.list_directory(own))
    for (const support::DirectoryEntry& entry : *listed)
      folders.push_back(support::join_path(own, entry.name));
  return folders;
}

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
  const std::string start =
      options.entries.empty()
          ? here
          : std::string(support::path_directory(support::join_path(here, options.entries[0])));
  project.root = find_root(files, start);
  auto settings = read_settings(files, project.root);
  if (!settings) return std::unexpected(std::move(settings.error()));
  project.settings = std::move(*settings);
  if (auto applied = apply(options, here, project.settings); !applied)
    return std::unexpected(std::move(applied.error()));
  project.build = options.build.empty()
                      ? usual_build_folder(project.root, options, project.settings)
                      : support::join_path(here, options.build);
  if (options.command == Command::Clean) return project;
  const auto chosen = choose_entries(files, here, options, project);
  if (!chosen) return std::unexpected(chosen.error());
  return project;
}

}  // namespace perry::generator
