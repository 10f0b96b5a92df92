#include "perry-scan/graph/patterns.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "perry-scan/resolve/rules.h"

namespace perry::scan {

namespace {

// One name of a pattern: its fixed texts, with a hole between each two.
using Name = std::vector<std::string>;

bool has_hole(const Name& name) { return name.size() > 1; }

std::vector<Name> names_of(std::string_view pattern) {
  std::vector<Name> names = {{""}};
  for (size_t i = 0; i < pattern.size(); i++) {
    const bool is_escaped = pattern[i] == '\\' && i + 1 < pattern.size();
    if (is_escaped)
      names.back().back() += pattern[++i];
    else if (pattern[i] == '*')
      names.back().emplace_back();
    else if (pattern[i] == '/')
      names.push_back({""});
    else
      names.back().back() += pattern[i];
  }
  return names;
}

// The first and last text stand at the ends, the others one after the other between them.
bool matches(const Name& name, std::string_view text) {
  if (!has_hole(name)) return text == name.front();
  if (text.size() < name.front().size() + name.back().size() || !text.starts_with(name.front()) ||
      !text.ends_with(name.back()))
    return false;
  text.remove_suffix(name.back().size());
  text.remove_prefix(name.front().size());
  for (size_t i = 1; i + 1 < name.size(); i++) {
    const size_t at = text.find(name[i]);
    if (at == std::string_view::npos) return false;
    text.remove_prefix(at + name[i].size());
  }
  return true;
}

// How a file can be asked for: by its name, by that of what TypeScript would make of it, and
// without its extension where the rules add one. A folder has an index, perhaps. Other files are no
// modules, whatever `require` takes them for.
std::vector<std::string> spellings(const support::DirectoryEntry& entry) {
  const std::string_view file = entry.name;
  if (is_declaration_file(file)) return {};
  std::vector<std::string> all = {std::string(file)};
  if (entry.kind == support::FileKind::Directory) return all;
  constexpr std::pair<std::string_view, std::string_view> kOutputs[] = {
      {".ts", ".js"}, {".tsx", ".js"}, {".tsx", ".jsx"}, {".mts", ".mjs"}, {".cts", ".cjs"}};
  const std::string_view extension = known_extension(file);
  if (extension.empty()) return {};
  const std::string stem(file.substr(0, file.size() - extension.size()));
  for (const auto& [source, output] : kOutputs)
    if (source == extension) all.push_back(stem + std::string(output));
  all.push_back(stem);
  return all;
}

class Expansion {
 public:
  Expansion(FileTree& tree, std::vector<Name> names) : tree_(tree), names_(std::move(names)) {}

  std::vector<std::string> run(EntryId start) {
    enter(start, 0, "");
    std::ranges::sort(found_);
    const auto repeats = std::ranges::unique(found_);
    found_.erase(repeats.begin(), repeats.end());
    return std::move(found_);
  }

 private:
  void enter(EntryId directory, size_t depth, const std::string& before);
  void fill_hole(EntryId directory, size_t depth, const std::string& before);
  bool is_last(size_t depth) const { return depth + 1 == names_.size(); }

  FileTree& tree_;
  std::vector<Name> names_;
  std::vector<std::string> found_;
};

// `before` is how the folder is spelled, with a slash behind it.
void Expansion::enter(EntryId directory, size_t depth, const std::string& before) {
  const Name& name = names_[depth];
  if (has_hole(name)) return fill_hole(directory, depth, before);
  const std::string& text = name.front();
  if (is_last(depth)) return found_.push_back(before + text);
  const EntryId next = tree_.walk(directory, text);
  if (tree_.is_directory(next)) enter(next, depth + 1, before + text + "/");
}

void Expansion::fill_hole(EntryId directory, size_t depth, const std::string& before) {
  const std::vector<support::DirectoryEntry>* const listing = tree_.list(directory);
  if (listing == nullptr) return;
  const Name& name = names_[depth];
  for (const support::DirectoryEntry& entry : *listing) {
    if (entry.name == "node_modules") continue;
    if (entry.name.starts_with('.') && !name.front().starts_with('.')) continue;
    if (is_last(depth)) {
      for (const std::string& text : spellings(entry))
        if (matches(name, text)) found_.push_back(before + text);
    } else if (matches(name, entry.name)) {
      const EntryId next = tree_.candidate(directory, entry.name);
      if (tree_.is_directory(next)) enter(tree_.real(next), depth + 1, before + entry.name + "/");
    }
  }
}

}  // namespace

std::vector<std::string> pattern_candidates(FileTree& tree, EntryId importer_directory,
                                            std::string_view pattern) {
  if (!pattern.starts_with("./") && !pattern.starts_with("../")) return {};
  return Expansion(tree, names_of(pattern)).run(importer_directory);
}

}  // namespace perry::scan
