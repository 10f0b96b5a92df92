#include "perry-scan/resolve/type_rules.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "perry-scan/resolve/specifier.h"
#include "support/base/path.h"

namespace perry::scan {

namespace {

constexpr int kDeepestTarget = 100;
// `imports` that lead to packages whose names lead to `imports`, and so on.
constexpr int kDeepestImport = 20;

bool is_relative_name(std::string_view specifier) {
  return specifier == "." || specifier == ".." || specifier.starts_with("./") ||
         specifier.starts_with("../") || specifier.starts_with('/');
}

bool names_directory(std::string_view path) {
  const std::string_view last = path.substr(path.rfind('/') + 1);
  return last.empty() || last == "." || last == "..";
}

bool has_segment_that_climbs(std::string_view path) {
  size_t start = 0;
  while (start < path.size()) {
    const size_t end = std::min(path.find('/', start), path.size());
    const std::string_view name = path.substr(start, end - start);
    if (name == "." || name == ".." || name == "node_modules") return true;
    start = end + 1;
  }
  return false;
}

// A package's name and the rest without its slash. Unlike Node, nothing is refused.
std::pair<std::string_view, std::string_view> split_package(std::string_view specifier) {
  size_t slash = specifier.find('/');
  if (specifier.starts_with('@') && slash != std::string_view::npos)
    slash = specifier.find('/', slash + 1);
  if (slash == std::string_view::npos) return {specifier, {}};
  return {specifier.substr(0, slash), specifier.substr(slash + 1)};
}

// Where DefinitelyTyped keeps `@a/b`.
std::string mangled(std::string_view specifier) {
  std::string out(specifier);
  if (!out.starts_with('@')) return out;
  const size_t slash = out.find('/');
  if (slash == std::string::npos) return out;
  out.replace(slash, 1, "__");
  return out.substr(1);
}

std::string_view without_leading_slashes(std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  return path;
}

}  // namespace

TypeRules::TypeRules(const RuleContext& context) : c_(context) {
  const bool is_require = c_.kind == RequestKind::Require || c_.kind == RequestKind::TypeRequire;
  is_esm_ = c_.mode == ModuleResolution::Node && !is_require;
  c_.conditions = Conditions();
  c_.conditions.add(is_require ? "require" : "import");
  c_.conditions.add("types");
  if (c_.mode == ModuleResolution::Node) c_.conditions.add("node");
  for (const std::string_view name : context.conditions.names()) {
    if (name != "import" && name != "require" && name != "node" && name != "module-sync")
      c_.conditions.add(name);
  }
}

EntryId TypeRules::resolve(std::string_view specifier) {
  Mask mask = kTypeScript | kJavaScript | kDeclaration;
  if (c_.config == nullptr || c_.config->resolves_json()) mask |= kJson;
  return resolve_from(c_.directory, specifier, mask);
}

EntryId TypeRules::resolve_from(EntryId directory, std::string_view specifier, Mask mask) {
  if (specifier.empty()) return EntryId::none();
  const bool is_relative = is_relative_name(specifier);
  if (c_.config != nullptr) {
    bool has_match = false;
    if (!is_relative || specifier.starts_with('/')) {
      if (const EntryId file = resolve_paths(specifier, mask, has_match)) return file;
    }
    if (!has_match && !is_relative && c_.config->base_url) {
      const std::string path = join_keeping_slash(*c_.config->base_url, specifier);
      if (const EntryId file =
              load_relative(c_.tree.root(), path, mask, Directories::WithPackageJson))
        return file;
    }
    if (is_relative && c_.config->root_dirs) {
      if (const EntryId file = resolve_root_dirs(directory, specifier, mask)) return file;
    }
  }
  if (is_relative) {
    const EntryId base = specifier.starts_with('/') ? c_.tree.root() : directory;
    return load_relative(base, specifier, mask, Directories::WithPackageJson);
  }
  if (specifier.starts_with('#')) {
    if (const EntryId file = resolve_internal(directory, specifier, mask)) return file;
  }
  if (const EntryId file = resolve_self(directory, specifier, mask)) return file;
  if (specifier.find(':') != std::string_view::npos) return EntryId::none();
  return resolve_in_node_modules(directory, specifier, mask);
}

EntryId TypeRules::resolve_paths(std::string_view specifier, Mask mask, bool& has_match) {
  const PathsMatch match = match_paths(*c_.config, specifier);
  has_match = match.mapping != nullptr;
  if (!has_match) return EntryId::none();
  for (const std::string& target : match.mapping->targets) {
    const std::string filled = match.star.empty() ? target : fill_first_star(target, match.star);
    const std::string path = join_keeping_slash(c_.config->paths_base, filled);
    if (!known_extension(target).empty()) {
      std::string_view name;
      const EntryId directory = c_.tree.walk_to_parent(c_.tree.root(), path, name);
      const EntryId file = directory ? probe_file(c_, directory, name) : EntryId::none();
      if (file) return file;
    }
    const EntryId file = load_relative(c_.tree.root(), path, mask, Directories::WithPackageJson);
    if (file) return file;
  }
  return EntryId::none();
}

EntryId TypeRules::resolve_root_dirs(EntryId directory, std::string_view specifier, Mask mask) {
  const std::string full = join_keeping_slash(c_.tree.path(directory), specifier);
  const std::vector<std::string> others = other_root_paths(*c_.config, full);
  if (others.empty()) return EntryId::none();
  auto load = [&](const std::string& path) {
    return load_relative(c_.tree.root(), path, mask, Directories::WithPackageJson);
  };
  if (const EntryId file = load(full)) return file;
  for (const std::string& other : others) {
    if (const EntryId file = load(other)) return file;
  }
  return EntryId::none();
}

EntryId TypeRules::resolve_internal(EntryId directory, std::string_view specifier, Mask mask) {
  if (specifier == "#" || specifier.starts_with("#/")) return EntryId::none();
  const Manifest* scope = c_.manifests.scope_of(directory);
  if (scope == nullptr || scope->imports.is_none()) return EntryId::none();
  return load_table(*scope, scope->imports, specifier, mask);
}

EntryId TypeRules::resolve_self(EntryId directory, std::string_view specifier, Mask mask) {
  const Manifest* scope = c_.manifests.scope_of(directory);
  if (scope == nullptr || scope->exports.is_none() || scope->name.empty()) return EntryId::none();
  const auto [name, rest] = split_package(specifier);
  if (name != scope->name) return EntryId::none();
  const std::string subpath = rest.empty() ? "." : "./" + std::string(rest);
  if (const EntryId file = load_exports(*scope, subpath, mask & (kTypeScript | kDeclaration)))
    return file;
  return load_exports(*scope, subpath, mask & (kJavaScript | kJson));
}

// All directories for types, then all of them for code.
EntryId TypeRules::resolve_in_node_modules(EntryId directory, std::string_view specifier,
                                           Mask mask) {
  if (const Mask types = mask & (kTypeScript | kDeclaration)) {
    if (const EntryId file = search_node_modules(directory, specifier, types)) return file;
  }
  if (const Mask code = mask & (kJavaScript | kJson))
    return search_node_modules(directory, specifier, code);
  return EntryId::none();
}

EntryId TypeRules::search_node_modules(EntryId directory, std::string_view specifier, Mask mask) {
  for (EntryId at = directory;; at = c_.tree.parent(at)) {
    if (c_.tree[at].name != "node_modules") {
      const EntryId container = c_.tree.child(at, "node_modules");
      if (c_.tree.is_directory(container)) {
        if (const EntryId file = load_package(container, specifier, mask)) return file;
        if ((mask & kDeclaration) != 0) {
          const EntryId types = c_.tree.child(container, "@types");
          const EntryId file = c_.tree.is_directory(types)
                                   ? load_package(types, mangled(specifier), kDeclaration)
                                   : EntryId::none();
          if (file) return file;
        }
      }
    }
    if (at == c_.tree.root()) return EntryId::none();
  }
}

EntryId TypeRules::load_package(EntryId container, std::string_view specifier, Mask mask) {
  const auto [name, rest] = split_package(specifier);
  const EntryId root = c_.tree.walk(container, name);
  const Manifest* root_manifest = c_.tree.is_directory(root) ? c_.manifests.in(root) : nullptr;
  const bool has_exports = root_manifest != nullptr && root_manifest->exports;
  if (!rest.empty()) {
    // A directory with a package.json of its own is entered before the package is looked at.
    const EntryId directory = c_.tree.walk(container, specifier);
    const Manifest* manifest =
        c_.tree.is_directory(directory) ? c_.manifests.in(directory) : nullptr;
    if (manifest != nullptr && !has_exports) {
      if (const EntryId file = load_file(container, specifier, mask)) return file;
      return load_directory(container, specifier, manifest, mask);
    }
  }
  if (has_exports)
    return load_exports(*root_manifest, rest.empty() ? "." : "./" + std::string(rest), mask);
  if (!rest.empty() || !is_esm_) {
    if (const EntryId file = load_file(container, specifier, mask)) return file;
  }
  const Manifest* manifest = rest.empty() ? root_manifest : nullptr;
  if (c_.tree.is_directory(c_.tree.walk(container, specifier))) {
    if (const EntryId file = load_directory(container, specifier, manifest, mask)) return file;
  }
  if (rest.empty() && root_manifest != nullptr && is_esm_)
    return load_file(container, std::string(name) + "/index.js", mask);
  return EntryId::none();
}

EntryId TypeRules::load_exports(const Manifest& manifest, std::string_view subpath, Mask mask) {
  const JsonDocument& json = manifest.json;
  const bool is_object = json.is(manifest.exports, JsonKind::Object);
  bool some_subpath = false;
  bool all_subpaths = true;
  if (is_object) {
    for (JsonId member = json.first_child(manifest.exports); member; member = json.next(member)) {
      if (json.key(member).starts_with('.')) {
        some_subpath = true;
      } else {
        all_subpaths = false;
      }
    }
  }
  if (subpath == ".") {
    JsonId main;
    if (!is_object || !some_subpath) {
      main = manifest.exports;
    } else {
      main = json.find(manifest.exports, ".");
    }
    if (main.is_none() || json.kind(main) == JsonKind::Null) return EntryId::none();
    return load_target({manifest, {}, false, false, mask}, main, 0);
  }
  if (!is_object || !all_subpaths) return EntryId::none();
  return load_table(manifest, manifest.exports, subpath, mask);
}

EntryId TypeRules::load_table(const Manifest& manifest, JsonId table, std::string_view name,
                              Mask mask) {
  const JsonDocument& json = manifest.json;
  const bool is_import = table == manifest.imports;
  if (!name.ends_with('/') && name.find('*') == std::string_view::npos) {
    if (const JsonId exact = json.find(table, name))
      return load_target({manifest, {}, false, is_import, mask}, exact, 0);
  }
  // The best of the patterns and directories that match is the first in their order.
  JsonId best;
  for (JsonId member = json.first_child(table); member; member = json.next(member)) {
    const std::string_view key = json.key(member);
    const size_t star = key.find('*');
    bool matches;
    if (star != std::string_view::npos) {
      if (key.rfind('*') != star) continue;
      const std::string_view suffix = key.substr(star + 1);
      matches = name.starts_with(key.substr(0, star)) && name.ends_with(suffix) &&
                name.size() + 1 >= key.size();
    } else {
      matches = key.ends_with('/') && name.starts_with(key);
    }
    if (matches && (best.is_none() || compare_pattern_keys(json.key(best), key) == 1))
      best = member;
  }
  if (best.is_none()) return EntryId::none();
  const std::string_view key = json.key(best);
  const size_t star = key.find('*');
  if (star == std::string_view::npos)
    return load_target({manifest, name.substr(key.size()), false, is_import, mask}, best, 0);
  return load_target(
      {manifest, name.substr(star, name.size() - (key.size() - 1)), true, is_import, mask}, best,
      0);
}

EntryId TypeRules::load_target(const Target& target, JsonId value, int depth) {
  const JsonDocument& json = target.manifest.json;
  if (depth > kDeepestTarget) return EntryId::none();
  switch (json.kind(value)) {
    case JsonKind::String:
      return load_target_string(target, json.string(value));
    case JsonKind::Object:
      for (JsonId member = json.first_child(value); member; member = json.next(member)) {
        const std::string_view key = json.key(member);
        if (key != "default" && !c_.conditions.has(key)) continue;
        if (const EntryId file = load_target(target, member, depth + 1)) return file;
      }
      return EntryId::none();
    case JsonKind::Array:
      for (JsonId item = json.first_child(value); item; item = json.next(item)) {
        if (const EntryId file = load_target(target, item, depth + 1)) return file;
      }
      return EntryId::none();
    default:
      return EntryId::none();
  }
}

EntryId TypeRules::load_target_string(const Target& target, std::string_view text) {
  if (!target.is_pattern && !target.rest.empty() && !text.ends_with('/')) return EntryId::none();
  const std::string full = target.is_pattern ? fill_pattern(text, target.rest)
                                             : std::string(text) + std::string(target.rest);
  if (!text.starts_with("./")) {
    if (!target.is_import || text.starts_with("../") || text.starts_with('/'))
      return EntryId::none();
    if (depth_ >= kDeepestImport) return EntryId::none();
    depth_++;
    const EntryId file = resolve_from(target.manifest.directory, full, target.mask);
    depth_--;
    return file;
  }
  if (has_segment_that_climbs(text.substr(2)) || has_segment_that_climbs(target.rest))
    return EntryId::none();
  return load_field_file(target.manifest.directory, full, target.mask);
}

EntryId TypeRules::load_relative(EntryId base, std::string_view path, Mask mask,
                                 Directories directories) {
  if (base == c_.tree.root()) path = without_leading_slashes(path);
  if (!names_directory(path)) {
    if (const EntryId file = load_file(base, path, mask)) return file;
  }
  if (is_esm_) return EntryId::none();
  const EntryId directory = c_.tree.walk(base, path);
  if (!c_.tree.is_directory(directory)) return EntryId::none();
  const Manifest* manifest =
      directories == Directories::WithPackageJson ? c_.manifests.in(directory) : nullptr;
  return load_directory(base, path, manifest, mask);
}

EntryId TypeRules::load_file(EntryId base, std::string_view path, Mask mask) {
  std::string_view name;
  const EntryId directory = c_.tree.walk_to_parent(base, path, name);
  if (directory.is_none() || name.empty()) return EntryId::none();
  if (const EntryId file = load_named(directory, name, mask)) return file;
  return is_esm_ ? EntryId::none() : add_extensions(directory, name, "", mask);
}

// A name that has an extension, by what that may stand for.
EntryId TypeRules::load_named(EntryId directory, std::string_view name, Mask mask) {
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return EntryId::none();
  std::string_view extension = known_extension(name);
  if (extension.empty()) extension = name.substr(dot);
  return add_extensions(directory, name.substr(0, name.size() - extension.size()), extension, mask);
}

// What package.json names exactly is taken as it is, if it is of the kind that is wanted.
EntryId TypeRules::load_field_file(EntryId base, std::string_view path, Mask mask) {
  std::string_view name;
  const EntryId directory = c_.tree.walk_to_parent(base, path, name);
  if (directory.is_none() || name.empty()) return EntryId::none();
  const bool is_declaration =
      name.ends_with(".d.ts") || name.ends_with(".d.mts") || name.ends_with(".d.cts");
  const bool is_source = name.ends_with(".ts") || name.ends_with(".tsx") ||
                         name.ends_with(".mts") || name.ends_with(".cts");
  if (((mask & kTypeScript) != 0 && is_source) || ((mask & kDeclaration) != 0 && is_declaration))
    return probe_file(c_, directory, name);
  return load_named(directory, name, mask);
}

EntryId TypeRules::add_extensions(EntryId directory, std::string_view stem,
                                  std::string_view original, Mask mask) {
  auto attempt = [&](Mask kind, std::string_view extension) {
    if ((mask & kind) == 0) return EntryId::none();
    scratch_.assign(stem);
    scratch_ += extension;
    return probe_file(c_, directory, scratch_);
  };
  auto first = [&](std::initializer_list<std::pair<Mask, std::string_view>> candidates) {
    for (const auto& [kind, extension] : candidates) {
      if (const EntryId file = attempt(kind, extension)) return file;
    }
    return EntryId::none();
  };
  if (original == ".mjs" || original == ".mts" || original == ".d.mts")
    return first({{kTypeScript, ".mts"}, {kDeclaration, ".d.mts"}, {kJavaScript, ".mjs"}});
  if (original == ".cjs" || original == ".cts" || original == ".d.cts")
    return first({{kTypeScript, ".cts"}, {kDeclaration, ".d.cts"}, {kJavaScript, ".cjs"}});
  if (original == ".json") return first({{kDeclaration, ".d.json.ts"}, {kJson, ".json"}});
  if (original == ".tsx" || original == ".jsx") {
    return first({{kTypeScript, ".tsx"},
                  {kTypeScript, ".ts"},
                  {kDeclaration, ".d.ts"},
                  {kJavaScript, ".jsx"},
                  {kJavaScript, ".js"}});
  }
  if (original.empty() || original == ".js" || original == ".ts" || original == ".d.ts") {
    return first({{kTypeScript, ".ts"},
                  {kTypeScript, ".tsx"},
                  {kDeclaration, ".d.ts"},
                  {kJavaScript, ".js"},
                  {kJavaScript, ".jsx"}});
  }
  if (is_declaration_file(std::string(stem) + std::string(original))) return EntryId::none();
  return attempt(kDeclaration, ".d" + std::string(original) + ".ts");
}

EntryId TypeRules::load_directory(EntryId base, std::string_view path, const Manifest* manifest,
                                  Mask mask) {
  if (manifest != nullptr) {
    const JsonDocument& json = manifest->json;
    std::string_view field;
    if ((mask & kDeclaration) != 0) {
      field = json.find_string(json.root(), "typings").value_or("");
      if (field.empty()) field = json.find_string(json.root(), "types").value_or("");
    }
    if (field.empty()) field = manifest->main;
    if (!field.empty()) {
      const std::string full = std::string(path) + '/' + std::string(field);
      if (!names_directory(full)) {
        if (const EntryId file = load_field_file(base, full, mask)) return file;
      }
      const Mask expanded = mask == kDeclaration ? kTypeScript | kDeclaration : mask;
      const bool was_esm = is_esm_;
      if (manifest->type != PackageType::Module) is_esm_ = false;
      const EntryId file = load_relative(base, full, expanded, Directories::Plain);
      is_esm_ = was_esm;
      if (file) return file;
    }
  }
  if (is_esm_) return EntryId::none();
  return load_file(base, std::string(path) + "/index", mask);
}

}  // namespace perry::scan
