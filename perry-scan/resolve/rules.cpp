#include "perry-scan/resolve/rules.h"

#include <utility>

#include "support/base/path.h"

namespace perry::scan {

namespace {

constexpr std::string_view kKnownExtensions[] = {
    ".d.ts", ".d.mts", ".d.cts", ".mjs", ".mts", ".cjs",
    ".cts",  ".ts",    ".js",    ".tsx", ".jsx", ".json",
};

EntryId probe_exactly(const RuleContext& context, EntryId directory, std::string_view name) {
  const EntryId entry = context.tree.candidate(directory, name);
  if (context.tree.is_file(entry)) return entry;
  if (context.attempts != nullptr)
    context.attempts->push_back({std::string(context.tree.path(entry)), context.tree[entry].kind});
  return EntryId::none();
}

}  // namespace

std::string_view known_extension(std::string_view name) {
  for (std::string_view extension : kKnownExtensions) {
    if (name.size() > extension.size() && name.ends_with(extension)) return extension;
  }
  return {};
}

// `a.d.ts`, and `a.d.css.ts` for the types of `a.css`.
bool is_declaration_file(std::string_view name) {
  if (name.ends_with(".d.mts") || name.ends_with(".d.cts") || name.ends_with(".d.ts")) return true;
  if (!name.ends_with(".ts")) return false;
  name.remove_suffix(3);
  const size_t dot = name.rfind('.');
  return dot != std::string_view::npos && name.substr(0, dot).ends_with(".d");
}

EntryId probe_file(const RuleContext& context, EntryId directory, std::string_view name) {
  if (name.empty()) return EntryId::none();
  if (context.config == nullptr || !context.config->module_suffixes ||
      context.config->module_suffixes->empty())
    return probe_exactly(context, directory, name);
  const std::string_view extension = known_extension(name);
  const std::string_view stem = name.substr(0, name.size() - extension.size());
  for (const std::string& suffix : *context.config->module_suffixes) {
    std::string full(stem);
    full += suffix;
    full += extension;
    if (full.find('/') != std::string::npos) continue;
    if (const EntryId file = probe_exactly(context, directory, full)) return file;
  }
  return EntryId::none();
}

PathsMatch match_paths(const TsConfig& config, std::string_view specifier) {
  if (!config.paths) return {};
  PathsMatch best;
  size_t longest = 0;
  for (const PathMapping& mapping : *config.paths) {
    const std::string_view pattern = mapping.pattern;
    const size_t star = pattern.find('*');
    if (star == std::string_view::npos) {
      if (pattern == specifier) return {&mapping, {}, false};
      continue;
    }
    const std::string_view prefix = pattern.substr(0, star);
    const std::string_view suffix = pattern.substr(star + 1);
    if (suffix.find('*') != std::string_view::npos) continue;
    if (specifier.size() < prefix.size() + suffix.size() || !specifier.starts_with(prefix) ||
        !specifier.ends_with(suffix))
      continue;
    if (best.mapping != nullptr && prefix.size() <= longest) continue;
    longest = prefix.size();
    best = {&mapping, specifier.substr(star, specifier.size() - prefix.size() - suffix.size()),
            true};
  }
  return best;
}

std::string join_keeping_slash(std::string_view directory, std::string_view path) {
  std::string full = support::join_path(directory, path);
  if (path.ends_with('/') && full != "/") full += '/';
  return full;
}

std::vector<std::string> other_root_paths(const TsConfig& config, std::string_view path) {
  std::vector<std::string> paths;
  if (!config.root_dirs) return paths;
  const std::string* home = nullptr;
  for (const std::string& root : *config.root_dirs) {
    if (path.size() > root.size() && support::is_path_inside(path, root) &&
        (home == nullptr || root.size() > home->size()))
      home = &root;
  }
  if (home == nullptr) return paths;
  std::string_view rest = path.substr(home->size());
  // The root itself is a directory without saying so.
  if (rest == "/") rest = {};
  for (const std::string& root : *config.root_dirs) {
    if (&root != home) paths.push_back(root + std::string(rest));
  }
  return paths;
}

std::string fill_first_star(std::string_view target, std::string_view text) {
  std::string out(target);
  if (const size_t star = out.find('*'); star != std::string::npos) out.replace(star, 1, text);
  return out;
}

}  // namespace perry::scan
