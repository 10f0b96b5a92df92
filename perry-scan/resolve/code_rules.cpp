#include "perry-scan/resolve/code_rules.h"

#include <utility>

#include "perry-scan/resolve/builtin_modules.h"
#include "perry-scan/resolve/text.h"
#include "support/base/path.h"

namespace perry::scan {

namespace {

// What stands behind the last slash can only be a directory.
bool names_directory(std::string_view path) {
  const std::string_view last = path.substr(path.rfind('/') + 1);
  return last.empty() || last == "." || last == "..";
}

std::string_view without_leading_slashes(std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  return path;
}

bool wants_any_file(const RuleContext& context) {
  return context.kind == RequestKind::Asset || context.attribute != ImportAttribute::None;
}

}  // namespace

CodeRules::Search CodeRules::search() const {
  if (wants_any_file(c_)) return Search::Exact;
  if (is_require()) return Search::Extensions;
  return c_.mode == ModuleResolution::Bundler ? Search::Extensions : Search::Exact;
}

Outcome CodeRules::resolve(std::string_view specifier) {
  if (specifier.find('\0') != std::string_view::npos)
    return Outcome::fail(FailureKind::InvalidSpecifier,
                         "a specifier must not contain a null character");
  SpecifierForm form = is_require() ? require_form(specifier) : import_form(specifier);
  if (form == SpecifierForm::Empty)
    return Outcome::fail(FailureKind::InvalidSpecifier, "the specifier is empty");
  // These are URLs relative to the importer, whatever they look like.
  const bool is_url = c_.kind == RequestKind::Asset || c_.kind == RequestKind::Worker;
  if (is_url && (form == SpecifierForm::Bare || form == SpecifierForm::Internal))
    form = SpecifierForm::Relative;
  if (form == SpecifierForm::Relative) return resolve_reference(c_.directory, specifier);
  if (!is_url && c_.config != nullptr) {
    Outcome mapped = resolve_mapped(specifier, form);
    if (!mapped.failure) return mapped;
  }
  switch (form) {
    case SpecifierForm::Absolute:
      return resolve_reference(c_.tree.root(), specifier);
    case SpecifierForm::Internal:
      return resolve_internal(specifier);
    case SpecifierForm::Url:
      return resolve_url(specifier);
    default:
      return resolve_bare(specifier);
  }
}

Outcome CodeRules::resolve_reference(EntryId base, std::string_view specifier) {
  std::string path(specifier);
  std::string suffix;
  if (!is_require()) {
    std::expected<UrlPath, std::string> url = decode_url_path(specifier);
    if (!url) return Outcome::fail(FailureKind::InvalidSpecifier, std::move(url).error());
    path = std::move(url->path);
    suffix = std::move(url->suffix);
  }
  EntryId file;
  if (c_.config != nullptr && c_.config->root_dirs && base == c_.directory) {
    // As long as there are other places to look, only what TypeScript would find counts.
    completes_data_ = false;
    file = load_path(base, path, search());
    if (file.is_none()) file = load_from_other_roots(path);
    completes_data_ = true;
  }
  if (file.is_none()) file = load_path(base, path, search());
  Outcome outcome = file ? Outcome::found(file) : missing(base, path, FailureKind::FileNotFound);
  outcome.suffix = std::move(suffix);
  return outcome;
}

EntryId CodeRules::load_from_other_roots(std::string_view path) {
  const std::string full = join_keeping_slash(c_.tree.path(c_.directory), path);
  for (const std::string& other : other_root_paths(*c_.config, full)) {
    if (const EntryId file = load_path(c_.tree.root(), other, search())) return file;
  }
  return EntryId::none();
}

Outcome CodeRules::resolve_url(std::string_view specifier) {
  const std::string_view scheme = url_scheme(specifier);
  if (scheme == "node") {
    if (const auto builtin = find_builtin_module(specifier)) {
      Outcome outcome;
      outcome.builtin = *builtin;
      return outcome;
    }
    return Outcome::fail(FailureKind::UnknownBuiltin,
                         compose("there is no builtin module `{}`", specifier));
  }
  if (scheme == "file" && !is_require()) {
    std::expected<UrlPath, std::string> url = decode_file_url(specifier);
    if (!url) return Outcome::fail(FailureKind::InvalidSpecifier, std::move(url).error());
    const EntryId file = load_path(c_.tree.root(), url->path, search());
    Outcome outcome =
        file ? Outcome::found(file) : missing(c_.tree.root(), url->path, FailureKind::FileNotFound);
    outcome.suffix = std::move(url->suffix);
    return outcome;
  }
  return Outcome::fail(
      FailureKind::UnknownScheme,
      compose("`{}:` is no scheme that can be {}", scheme, is_require() ? "required" : "imported"));
}

Outcome CodeRules::resolve_internal(std::string_view specifier) {
  if (specifier == "#" || specifier.starts_with("#/") || specifier.ends_with('/'))
    return Outcome::fail(FailureKind::InvalidSpecifier,
                         compose("`{}` is no valid name of an internal import", specifier));
  const Manifest* scope = c_.manifests.scope_of(c_.directory);
  if (scope != nullptr && scope->problem) {
    Outcome outcome = Outcome::fail(FailureKind::InvalidConfig, "the package.json is invalid");
    outcome.manifest = scope;
    return outcome;
  }
  if (scope == nullptr || scope->imports.is_none()) {
    Outcome outcome = Outcome::fail(
        FailureKind::ImportNotDefined,
        compose("`{}` is not defined: no `imports` in the nearest package.json", specifier));
    outcome.manifest = scope;
    return outcome;
  }
  return resolve_target(*scope, resolve_imports(*scope, specifier, c_.conditions), specifier);
}

// `paths` if a pattern matches, otherwise `baseUrl`. An outcome without file means that the usual
// rules go on.
Outcome CodeRules::resolve_mapped(std::string_view specifier, SpecifierForm form) {
  completes_data_ = false;
  const EntryId file = find_mapped(specifier, form);
  completes_data_ = true;
  return file ? Outcome::found(file) : Outcome::fail(FailureKind::FileNotFound, "");
}

EntryId CodeRules::find_mapped(std::string_view specifier, SpecifierForm form) {
  const TsConfig& config = *c_.config;
  const PathsMatch match = match_paths(config, specifier);
  if (match.mapping != nullptr) {
    for (const std::string& target : match.mapping->targets) {
      const std::string filled = match.is_pattern ? fill_first_star(target, match.star) : target;
      const std::string path = join_keeping_slash(config.paths_base, filled);
      // Code is wanted: mappings onto declarations are for the type checker.
      if (is_declaration_file(target)) continue;
      if (!known_extension(target).empty()) {
        std::string_view name;
        const EntryId directory = c_.tree.walk_to_parent(c_.tree.root(), path, name);
        const EntryId file = directory ? probe_file(c_, directory, name) : EntryId::none();
        if (file) return file;
      }
      if (const EntryId file = load_path(c_.tree.root(), path, search())) return file;
    }
    return EntryId::none();
  }
  if (config.base_url && form != SpecifierForm::Absolute && form != SpecifierForm::Url) {
    const std::string path = join_keeping_slash(*config.base_url, specifier);
    if (const EntryId file = load_path(c_.tree.root(), path, search())) return file;
  }
  return EntryId::none();
}

Outcome CodeRules::resolve_bare(std::string_view specifier) {
  if (const auto builtin = find_builtin_module(specifier)) {
    Outcome outcome;
    outcome.builtin = *builtin;
    return outcome;
  }
  return is_require() ? resolve_package_require(specifier)
                      : resolve_package_import(c_.directory, specifier);
}

Outcome CodeRules::resolve_self(EntryId directory, std::string_view name,
                                std::string_view subpath) {
  const Manifest* scope = c_.manifests.scope_of(directory);
  if (scope != nullptr && scope->problem) {
    Outcome outcome = Outcome::fail(FailureKind::InvalidConfig, "the package.json is invalid");
    outcome.manifest = scope;
    return outcome;
  }
  if (scope == nullptr || scope->exports.is_none() || scope->name != name || name.empty())
    return {};
  return resolve_target(*scope, resolve_exports(*scope, subpath, c_.conditions), subpath);
}

// The first directory of that name is the package; what it lacks is not sought further up.
Outcome CodeRules::resolve_package_import(EntryId directory, std::string_view specifier) {
  const std::optional<PackageSpecifier> package = parse_package_specifier(specifier);
  if (!package)
    return Outcome::fail(FailureKind::InvalidSpecifier,
                         compose("`{}` is no valid name of a package", specifier));
  if (Outcome self = resolve_self(directory, package->name, package->subpath);
      self.file || self.failure || !self.builtin.empty())
    return self;
  for (EntryId at = directory;; at = c_.tree.parent(at)) {
    const EntryId container = c_.tree.child(at, "node_modules");
    if (c_.tree.is_directory(container)) {
      const EntryId root = c_.tree.walk(container, package->name);
      if (c_.tree.is_directory(root)) return resolve_in_package(container, root, *package);
    }
    if (c_.attempts != nullptr) {
      c_.attempts->push_back(
          {support::join_path(c_.tree.path(at), "node_modules/") + '/' + std::string(package->name),
           EntryKind::Missing});
    }
    if (at == c_.tree.root()) return not_installed(package->name);
  }
}

Outcome CodeRules::resolve_in_package(EntryId container, EntryId package,
                                      const PackageSpecifier& specifier) {
  const Manifest* manifest = c_.manifests.in(package);
  if (manifest != nullptr && manifest->problem) {
    Outcome outcome = Outcome::fail(FailureKind::InvalidConfig, "the package.json is invalid");
    outcome.manifest = manifest;
    return outcome;
  }
  if (manifest != nullptr && manifest->exports)
    return resolve_target(*manifest, resolve_exports(*manifest, specifier.subpath, c_.conditions),
                          specifier.subpath);
  if (specifier.subpath == ".") {
    if (const EntryId file = load_directory(container, specifier.name, package))
      return Outcome::found(file);
    Outcome outcome;
    if (find_broken_manifest(outcome)) return outcome;
    outcome = Outcome::fail(FailureKind::NoPackageEntry,
                            compose("the package `{}` has no entry", specifier.name));
    outcome.manifest = manifest;
    outcome.directory = package;
    return outcome;
  }
  std::expected<UrlPath, std::string> url = decode_url_path(specifier.subpath);
  if (!url) return Outcome::fail(FailureKind::InvalidSpecifier, std::move(url).error());
  const std::string path = std::string(specifier.name) + '/' + url->path;
  // From require() the way leads here through `imports` only, which name files in full.
  const EntryId file = load_path(container, path, is_require() ? Search::Exact : search());
  Outcome outcome =
      file ? Outcome::found(file) : missing(container, path, FailureKind::FileNotFound);
  outcome.suffix = std::move(url->suffix);
  return outcome;
}

// Every `node_modules` on the way up is tried until one has the file.
Outcome CodeRules::resolve_package_require(std::string_view specifier) {
  const std::optional<PackageSpecifier> package = parse_package_specifier(specifier);
  if (package) {
    if (Outcome self = resolve_self(c_.directory, package->name, package->subpath);
        self.file || self.failure || !self.builtin.empty())
      return self;
  }
  EntryId found_package;
  EntryId found_container;
  for (EntryId at = c_.directory;; at = c_.tree.parent(at)) {
    const EntryId container =
        c_.tree[at].name == "node_modules" ? EntryId::none() : c_.tree.child(at, "node_modules");
    if (c_.tree.is_directory(container)) {
      const EntryId root = package ? c_.tree.walk(container, package->name) : EntryId::none();
      if (c_.tree.is_directory(root)) {
        const Manifest* manifest = c_.manifests.in(root);
        if (manifest != nullptr && (manifest->problem || manifest->exports))
          return resolve_in_package(container, root, *package);
        if (found_package.is_none()) {
          found_package = root;
          found_container = container;
        }
      }
      const EntryId file =
          load_path(container, specifier, wants_any_file(c_) ? Search::Exact : Search::Extensions);
      if (file) return Outcome::found(file);
      Outcome broken;
      if (find_broken_manifest(broken)) return broken;
      // A package that names an entry which is not there ends the search; one that names none does
      // not.
      if (dead_end_ != nullptr) return no_entry(package ? package->name : specifier, *dead_end_);
    }
    if (c_.attempts != nullptr && container && found_package.is_none()) {
      c_.attempts->push_back(
          {support::join_path(c_.tree.path(at), "node_modules/") + '/' + std::string(specifier),
           EntryKind::Missing});
    }
    if (at == c_.tree.root()) break;
  }
  if (found_package.is_none()) return not_installed(package ? package->name : specifier);
  if (package->subpath != ".")
    return missing(found_container, specifier, FailureKind::FileNotFound);
  Outcome outcome = Outcome::fail(FailureKind::NoPackageEntry,
                                  compose("the package `{}` has no entry", package->name));
  outcome.directory = found_package;
  outcome.manifest = c_.manifests.in(found_package);
  return outcome;
}

Outcome CodeRules::resolve_target(const Manifest& manifest, TargetResult result,
                                  std::string_view asked) {
  const bool is_import = asked.starts_with('#');
  auto fail = [&](FailureKind kind, std::string message) {
    Outcome outcome = Outcome::fail(kind, std::move(message));
    outcome.manifest = &manifest;
    outcome.at = result.at;
    outcome.directory = manifest.directory;
    return outcome;
  };
  const std::string_view name = manifest.name.empty() ? "the package" : manifest.name;
  switch (result.status) {
    case TargetStatus::File:
      break;
    case TargetStatus::Package:
      if (const auto builtin = find_builtin_module(result.target)) {
        Outcome outcome;
        outcome.builtin = *builtin;
        return outcome;
      }
      return resolve_package_import(manifest.directory, result.target);
    case TargetStatus::NotDefined:
    case TargetStatus::NoCondition:
    case TargetStatus::Closed: {
      if (is_import)
        return fail(FailureKind::ImportNotDefined,
                    compose("`imports` does not define `{}`", asked));
      return fail(FailureKind::NotExported, compose("`{}` does not export `{}`", name, asked));
    }
    case TargetStatus::InvalidTarget:
      return fail(FailureKind::InvalidTarget,
                  compose("the target of `{}` is invalid: {}", asked, result.reason));
    case TargetStatus::InvalidSubpath:
      return fail(FailureKind::InvalidSpecifier,
                  compose("`{}` is no valid subpath: {}", asked, result.reason));
    case TargetStatus::InvalidConfig:
      return fail(FailureKind::InvalidConfig,
                  compose("`{}` of {} is invalid: {}", is_import ? "imports" : "exports", name,
                          result.reason));
  }
  std::expected<UrlPath, std::string> url = decode_url_path(result.target);
  if (!url) return fail(FailureKind::InvalidSpecifier, std::move(url).error());
  const EntryId file = load_path(manifest.directory, url->path, Search::Exact);
  if (file) {
    Outcome outcome = Outcome::found(file);
    if (!is_require()) outcome.suffix = std::move(url->suffix);
    return outcome;
  }
  Outcome outcome = missing(manifest.directory, url->path, FailureKind::TargetNotFound);
  outcome.message = compose(
      "`{}` maps `{}` to `{}`, which {}", is_import ? "imports" : "exports", asked, result.target,
      outcome.failure == FailureKind::IsDirectory ? "is a directory" : "does not exist");
  outcome.manifest = &manifest;
  outcome.at = result.at;
  return outcome;
}

Outcome CodeRules::no_entry(std::string_view name, const Manifest& manifest) const {
  Outcome outcome =
      Outcome::fail(FailureKind::NoPackageEntry, compose("the package `{}` has no entry", name));
  outcome.manifest = &manifest;
  outcome.directory = manifest.directory;
  return outcome;
}

Outcome CodeRules::not_installed(std::string_view name) const {
  Outcome outcome = Outcome::fail(FailureKind::PackageNotInstalled,
                                  compose("the package `{}` is not installed", name));
  outcome.directory = c_.directory;
  return outcome;
}

bool CodeRules::find_broken_manifest(Outcome& outcome) const {
  if (broken_ == nullptr) return false;
  outcome = Outcome::fail(FailureKind::InvalidConfig, "the package.json is invalid");
  outcome.manifest = broken_;
  return true;
}

// Why there is no file at a path.
Outcome CodeRules::missing(EntryId base, std::string_view path, FailureKind kind) {
  Outcome outcome;
  if (find_broken_manifest(outcome)) return outcome;
  std::string_view relative = path;
  if (base == c_.tree.root()) relative = without_leading_slashes(path);
  const EntryId entry = c_.tree.walk(base, relative);
  const std::string full = support::join_path(c_.tree.path(base), relative);
  if (c_.tree.is_directory(entry)) {
    outcome = Outcome::fail(FailureKind::IsDirectory, compose("`{}` is a directory", full));
    outcome.directory = entry;
    return outcome;
  }
  if (entry && c_.tree[entry].kind == EntryKind::Unreadable) {
    return Outcome::fail(FailureKind::Unreadable,
                         compose("cannot read `{}`: {}", full,
                                 support::FsError{c_.tree[entry].error, 0, full}.reason()));
  }
  outcome = Outcome::fail(kind, compose("there is no file `{}`", full));
  std::string_view name;
  outcome.directory = c_.tree.walk_to_parent(base, relative, name);
  return outcome;
}

EntryId CodeRules::load_path(EntryId base, std::string_view path, Search search) {
  if (base == c_.tree.root()) path = without_leading_slashes(path);
  if (!names_directory(path)) {
    std::string_view name;
    const EntryId directory = c_.tree.walk_to_parent(base, path, name);
    if (directory) {
      if (const EntryId file = load_file(directory, name, search)) return file;
    } else if (c_.attempts != nullptr) {
      c_.attempts->push_back({support::join_path(c_.tree.path(base), path), EntryKind::Missing});
    }
  }
  if (search == Search::Exact) return EntryId::none();
  const EntryId directory = c_.tree.walk(base, path);
  if (!c_.tree.is_directory(directory)) return EntryId::none();
  return load_directory(base, path, directory);
}

EntryId CodeRules::load_with(EntryId directory, std::string_view stem,
                             std::initializer_list<std::string_view> extensions) {
  for (std::string_view extension : extensions) {
    if (!completes_data_ && (extension == ".json" || extension == ".node")) continue;
    scratch_.assign(stem);
    scratch_ += extension;
    if (const EntryId file = probe_file(c_, directory, scratch_)) return file;
  }
  return EntryId::none();
}

// The source that `a.js` may be the output of.
EntryId CodeRules::load_source_of(EntryId directory, std::string_view name) {
  const std::string_view extension = known_extension(name);
  const std::string_view stem = name.substr(0, name.size() - extension.size());
  if (extension == ".js") return load_with(directory, stem, {".ts", ".tsx"});
  if (extension == ".jsx") return load_with(directory, stem, {".tsx", ".ts"});
  if (extension == ".mjs") return load_with(directory, stem, {".mts"});
  if (extension == ".cjs") return load_with(directory, stem, {".cts"});
  return EntryId::none();
}

// What TypeScript takes in place of a file that is not there: `jsx: preserve` writes `.jsx` where
// the other settings write `.js`, and a source may be named whose output alone is there.
EntryId CodeRules::load_counterpart(EntryId directory, std::string_view name) {
  const std::string_view extension = known_extension(name);
  const std::string_view stem = name.substr(0, name.size() - extension.size());
  if (extension == ".js") return load_with(directory, stem, {".jsx"});
  if (extension == ".jsx") return load_with(directory, stem, {".js"});
  if (extension == ".tsx") return load_with(directory, stem, {".ts", ".jsx", ".js"});
  if (extension == ".ts") return load_with(directory, stem, {".tsx", ".js", ".jsx"});
  if (extension == ".mts") return load_with(directory, stem, {".mjs"});
  if (extension == ".cts") return load_with(directory, stem, {".cjs"});
  if (extension == ".d.ts") return load_with(directory, stem, {".ts", ".tsx", ".js", ".jsx"});
  if (extension == ".d.mts") return load_with(directory, stem, {".mts", ".mjs"});
  if (extension == ".d.cts") return load_with(directory, stem, {".cts", ".cjs"});
  return EntryId::none();
}

EntryId CodeRules::load_file(EntryId directory, std::string_view name, Search search) {
  if (wants_any_file(c_)) return probe_file(c_, directory, name);
  if (c_.tree[directory].is_in_node_modules) {
    if (const EntryId file = probe_file(c_, directory, name)) return file;
    if (search == Search::Extensions) {
      if (const EntryId file = load_with(directory, name, {".js", ".json", ".node"})) return file;
    }
    if (const EntryId file = load_source_of(directory, name)) return file;
    if (search == Search::Exact) return EntryId::none();
    return load_with(directory, name, {".ts", ".tsx", ".jsx"});
  }
  if (const EntryId file = load_source_of(directory, name)) return file;
  // `a.gen` means `a.gen.ts` rather than a file that no compiler knows.
  const bool is_known = !known_extension(name).empty();
  if (is_known || search == Search::Exact) {
    if (const EntryId file = probe_file(c_, directory, name)) return file;
    if (const EntryId file = load_counterpart(directory, name)) return file;
  }
  if (search == Search::Exact) return EntryId::none();
  if (const EntryId file = load_with(directory, name, {".ts", ".tsx"})) return file;
  if (!is_known) {
    if (const EntryId file = probe_file(c_, directory, name)) return file;
  }
  return load_with(directory, name, {".js", ".jsx", ".json", ".node"});
}

EntryId CodeRules::load_index(EntryId directory) {
  if (c_.tree[directory].is_in_node_modules)
    return load_with(directory, "index", {".js", ".json", ".node", ".ts", ".tsx", ".jsx"});
  return load_with(directory, "index", {".ts", ".tsx", ".js", ".jsx", ".json", ".node"});
}

// `path` from `base` is how the directory was reached, which is what a `main` that climbs out of it
// is relative to.
EntryId CodeRules::load_directory(EntryId base, std::string_view path, EntryId directory) {
  const Manifest* manifest = c_.manifests.in(directory);
  if (manifest != nullptr && manifest->problem) {
    broken_ = manifest;
    return EntryId::none();
  }
  auto load_field = [&](std::string_view field) {
    EntryId start = base;
    std::string full = std::string(path) + '/' + std::string(field);
    if (is_require()) {
      // The path is resolved before it is looked at, so that `lib/` may be a file, and `.` one
      // beside the directory.
      full = support::join_path(c_.tree.path(base), full).substr(1);
      start = c_.tree.root();
    }
    if (!names_directory(full)) {
      std::string_view name;
      const EntryId parent = c_.tree.walk_to_parent(start, full, name);
      const EntryId file = parent ? load_file(parent, name, Search::Extensions) : EntryId::none();
      if (file) return file;
    }
    const EntryId target = c_.tree.walk(start, full);
    return c_.tree.is_directory(target) ? load_index(target) : EntryId::none();
  };
  if (manifest != nullptr && !manifest->main.empty()) {
    if (const EntryId file = load_field(manifest->main)) return file;
  }
  if (const EntryId file = load_index(directory)) return file;
  // Node would give up here. Packages for bundlers alone name their entry so.
  if (manifest != nullptr && !manifest->module.empty()) {
    if (const EntryId file = load_field(manifest->module)) return file;
  }
  if (manifest != nullptr && !manifest->main.empty()) dead_end_ = manifest;
  return EntryId::none();
}

}  // namespace perry::scan
