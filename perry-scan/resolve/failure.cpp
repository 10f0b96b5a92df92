#include "perry-scan/resolve/failure.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "perry-scan/resolve/builtin_modules.h"
#include "perry-scan/resolve/similar_name.h"
#include "perry-scan/resolve/specifier.h"
#include "perry-scan/resolve/text.h"
#include "support/base/path.h"

namespace perry::scan {

namespace {

template <class Text>
std::string joined(const std::vector<Text>& items, size_t most) {
  std::string out;
  for (size_t i = 0; i < items.size() && i < most; i++) {
    if (i != 0) out += ", ";
    out += compose("`{}`", items[i]);
  }
  if (items.size() > most) out += compose(" and {} more", std::to_string(items.size() - most));
  return out;
}

bool is_code(std::string_view name) {
  const std::string_view extension = known_extension(name);
  return !extension.empty() && extension != ".json";
}

class Explainer {
 public:
  Explainer(const RuleContext& context, std::string_view specifier, const Outcome& outcome,
            Failure& failure)
      : c_(context), specifier_(specifier), outcome_(outcome), failure_(failure) {}

  void run() {
    if (outcome_.manifest != nullptr) add_config();
    switch (failure_.kind) {
      case FailureKind::FileNotFound:
        return explain_missing_file(specifier_);
      case FailureKind::TargetNotFound:
        return explain_missing_target();
      case FailureKind::IsDirectory:
        return explain_directory();
      case FailureKind::UnknownScheme:
        return explain_scheme();
      case FailureKind::UnknownBuiltin:
        return explain_builtin();
      case FailureKind::PackageNotInstalled:
        return explain_package();
      case FailureKind::NoPackageEntry:
        return explain_entry();
      case FailureKind::NotExported:
        return explain_exports();
      case FailureKind::ImportNotDefined:
        return explain_imports();
      case FailureKind::InvalidTarget:
        return explain_target();
      default:
        return;
    }
  }

 private:
  void hint(std::string text) { failure_.hints.push_back(std::move(text)); }

  void add_config() {
    const Manifest& manifest = *outcome_.manifest;
    if (manifest.problem) {
      failure_.config = manifest.problem;
      failure_.message =
          compose("{} is invalid: {}", manifest.problem->file, manifest.problem->message);
      return;
    }
    if (outcome_.at.is_none()) return;
    failure_.config = ConfigProblem{std::string(c_.tree.path(manifest.file)), manifest.json.text(),
                                    manifest.json.span(outcome_.at), failure_.message};
  }

  // The same specifier with another last name.
  std::string respelled(std::string_view specifier, std::string_view name) const {
    const size_t slash = specifier.rfind('/');
    if (slash == std::string_view::npos) return std::string(name);
    return std::string(specifier.substr(0, slash + 1)) + std::string(name);
  }

  void explain_missing_file(std::string_view specifier) {
    if (!c_.tree.is_directory(outcome_.directory)) {
      explain_missing_directory(specifier);
      return;
    }
    const std::vector<support::DirectoryEntry>* names = c_.tree.list(outcome_.directory);
    if (names == nullptr) return;
    const std::string_view name = support::path_base_name(specifier);
    if (hint_case(specifier, name, *names)) return;
    if (hint_extension(specifier, name, *names)) return;
    SimilarName similar(name);
    for (const support::DirectoryEntry& entry : *names) similar.consider(entry.name);
    // Names that differ in what may be left out.
    if (!similar.found()) {
      for (const support::DirectoryEntry& entry : *names) {
        const std::string_view stem = stem_of(entry.name);
        if (stem != entry.name && stem != name) similar.consider(stem);
      }
    }
    if (similar.found())
      hint(compose("did you mean `{}`?", respelled(specifier, *similar.found())));
  }

  static std::string_view stem_of(std::string_view name) {
    return name.substr(0, name.size() - known_extension(name).size());
  }

  bool hint_case(std::string_view specifier, std::string_view name,
                 const std::vector<support::DirectoryEntry>& names) {
    const std::string folded = lower_case(name);
    const std::string folded_stem = lower_case(stem_of(name));
    for (const support::DirectoryEntry& entry : names) {
      const std::string other = lower_case(entry.name);
      const bool is_same = other == folded && entry.name != name;
      const bool is_same_stem = is_code(entry.name) &&
                                lower_case(stem_of(entry.name)) == folded_stem &&
                                stem_of(entry.name) != stem_of(name);
      if (!is_same && !is_same_stem) continue;
      const std::string right =
          is_same ? entry.name
                  : std::string(stem_of(entry.name)) + std::string(known_extension(name));
      hint(compose("the case of letters counts: the file is called `{}`; write `{}`", entry.name,
                   respelled(specifier, right)));
      return true;
    }
    return false;
  }

  bool hint_extension(std::string_view specifier, std::string_view name,
                      const std::vector<support::DirectoryEntry>& names) {
    const std::string_view stem = stem_of(name);
    for (const support::DirectoryEntry& entry : names) {
      if (known_extension(entry.name).empty() || entry.name == name) continue;
      if (stem_of(entry.name) != name && stem_of(entry.name) != stem) continue;
      if (is_declaration_file(entry.name)) {
        hint(compose("`{}` has types only; import it with `import type`", entry.name));
      } else if (known_extension(name).empty()) {
        hint(
            compose("an ES module names files in full: write `{}`, or set "
                    "`\"moduleResolution\": \"bundler\"` in tsconfig.json",
                    respelled(specifier, importable_name(entry.name))));
      } else {
        hint(compose("the file is called `{}`: write `{}`", entry.name,
                     respelled(specifier, importable_name(entry.name))));
      }
      return true;
    }
    return false;
  }

  // A source is imported by its output's name unless the project says otherwise.
  std::string importable_name(std::string_view name) const {
    const bool keeps_source_name =
        c_.config == nullptr || c_.config->allow_importing_ts_extensions.value_or(false);
    const std::string_view extension = known_extension(name);
    std::string stem(name.substr(0, name.size() - extension.size()));
    if (keeps_source_name) return std::string(name);
    if (extension == ".ts" || extension == ".tsx") return stem + ".js";
    if (extension == ".mts") return stem + ".mjs";
    if (extension == ".cts") return stem + ".cjs";
    return std::string(name);
  }

  void explain_missing_directory(std::string_view specifier) {
    // The first name on the way that is not there, where the specifier starts at a known place.
    if (!specifier.starts_with("./") && !specifier.starts_with("../")) return;
    EntryId at = c_.directory;
    std::string way;
    size_t start = 0;
    while (start < specifier.size()) {
      const size_t end = std::min(specifier.find('/', start), specifier.size());
      const std::string_view name = specifier.substr(start, end - start);
      const EntryId next = c_.tree.walk(at, name);
      if (!c_.tree.is_directory(next)) {
        const std::vector<support::DirectoryEntry>* names = c_.tree.list(at);
        if (names == nullptr) return;
        SimilarName similar(name);
        for (const support::DirectoryEntry& entry : *names) {
          if (entry.kind == support::FileKind::File) continue;
          if (lower_case(entry.name) == lower_case(name)) {
            hint(compose("the case of letters counts: the directory is called `{}`", entry.name));
            return;
          }
          similar.consider(entry.name);
        }
        if (similar.found())
          hint(compose("did you mean `{}`?",
                       way + *similar.found() + std::string(specifier.substr(end))));
        return;
      }
      way += name;
      way += '/';
      at = next;
      start = end + 1;
    }
  }

  void explain_missing_target() {
    if (outcome_.manifest != nullptr && !c_.tree[outcome_.manifest->directory].is_in_node_modules)
      hint(
          "build the package first, or let its `exports` name the sources under the condition "
          "`perry`");
  }

  void explain_directory() {
    const std::vector<support::DirectoryEntry>* names = c_.tree.list(outcome_.directory);
    if (names == nullptr) return;
    for (std::string_view index : {"index.ts", "index.tsx", "index.mts", "index.js", "index.mjs"}) {
      const auto place = std::ranges::find(*names, index, &support::DirectoryEntry::name);
      if (place == names->end()) continue;
      std::string path(specifier_);
      while (path.ends_with('/')) path.pop_back();
      hint(
          compose("an ES module names files in full: write `{}/{}`", path, importable_name(index)));
      return;
    }
  }

  void explain_scheme() {
    const std::string_view scheme = url_scheme(specifier_);
    const std::string_view rest = specifier_.substr(scheme.size() + 1);
    if (scheme == "bun" || scheme == "deno" || scheme == "electron" || scheme == "cloudflare") {
      hint(
          compose("`{}:` modules belong to another runtime; use a `node:` module or a package "
                  "instead",
                  scheme));
    } else if (scheme == "npm" || scheme == "jsr") {
      hint(compose("install the package and import `{}`", rest));
    } else if (scheme == "http" || scheme == "https") {
      hint(
          "modules are not fetched at build time; install the package, or keep a copy in the "
          "project");
    } else if (scheme == "data" || scheme == "blob") {
      hint("code is compiled ahead of time; put the module into a file");
    } else if (scheme == "file") {
      hint("`require` takes paths; use url.fileURLToPath()");
    } else if (find_builtin_module("node:" + std::string(rest))) {
      hint(compose("did you mean `node:{}`?", rest));
    }
  }

  void explain_builtin() {
    const std::string_view name = specifier_.substr(std::min<size_t>(5, specifier_.size()));
    if (const auto right = find_builtin_module("node:" + lower_case(name))) {
      hint(compose("did you mean `{}`?", *right));
    } else if (const auto similar = similar_builtin_module(lower_case(name))) {
      hint(compose("did you mean `{}`?", *similar));
    } else if (name == "ffi") {
      hint("foreign functions are called through a `.node` addon");
    }
  }

  void explain_package() {
    const std::optional<PackageSpecifier> package = parse_package_specifier(specifier_);
    const std::string name(package ? package->name : specifier_);
    if (const auto builtin = find_builtin_module("node:" + std::string(specifier_))) {
      hint(compose("did you mean `{}`?", *builtin));
      return;
    }
    for (std::string_view sibling : {name, name + ".ts", name + ".js"}) {
      const EntryId entry = c_.tree.child(c_.directory, sibling.substr(0, sibling.find('/')));
      if (c_.tree[entry].kind == EntryKind::Missing) continue;
      hint(compose("a file beside the importer is named with `./`: write `./{}`", specifier_));
      break;
    }
    if (const std::optional<std::string> similar = similar_package(name))
      hint(compose("did you mean `{}`, which is installed?", *similar));
    else if (const auto similar_builtin = similar_builtin_module(name))
      hint(compose("did you mean `{}`?", *similar_builtin));
    hint(compose("install it: `npm install {}`", name));
  }

  std::optional<std::string> similar_package(const std::string& name) {
    SimilarName similar(name);
    const size_t slash = name.find('/');
    for (EntryId at = c_.directory;; at = c_.tree.parent(at)) {
      EntryId container = c_.tree.child(at, "node_modules");
      std::string prefix;
      if (slash != std::string::npos && c_.tree.is_directory(container)) {
        prefix = name.substr(0, slash + 1);
        container = c_.tree.walk(container, name.substr(0, slash));
      }
      if (c_.tree.is_directory(container)) {
        if (const auto* names = c_.tree.list(container)) {
          for (const support::DirectoryEntry& entry : *names) {
            if (!entry.name.starts_with('.') && !entry.name.starts_with('@'))
              similar.consider(prefix + entry.name);
          }
        }
      }
      if (at == c_.tree.root()) break;
    }
    return similar.found();
  }

  void explain_entry() {
    if (outcome_.manifest == nullptr) {
      hint("the package has no package.json; is it installed completely?");
      return;
    }
    if (!outcome_.manifest->main.empty())
      hint(compose("its package.json names `{}` as `main`, which does not exist; is it built?",
                   outcome_.manifest->main));
    const JsonDocument& json = outcome_.manifest->json;
    if (json.find_string(json.root(), "types") || json.find_string(json.root(), "typings"))
      hint("the package has types only; import it with `import type`");
  }

  void explain_exports() {
    const Manifest& manifest = *outcome_.manifest;
    const JsonDocument& json = manifest.json;
    if (outcome_.at && json.kind(outcome_.at) == JsonKind::Null) {
      hint("the package closes this subpath on purpose");
    } else if (outcome_.at) {
      const std::vector<std::string> conditions = conditions_of_target(json, outcome_.at);
      if (std::ranges::find(conditions, "types") != conditions.end() && conditions.size() == 1)
        hint("the package has types only here; import it with `import type`");
      hint(compose("it exports this under {}, while {} hold", joined(conditions, 8),
                   joined(c_.conditions.names(), 8)));
      const bool is_require = c_.kind == RequestKind::Require;
      const std::string_view other = is_require ? "import" : "require";
      if (std::ranges::find(conditions, other) != conditions.end())
        hint(compose("use `{}` here", is_require ? "import" : "require"));
      return;
    }
    const std::vector<std::string> subpaths = exported_subpaths(manifest);
    const std::string wanted = subpath();
    SimilarName similar(wanted);
    for (const std::string& exported : subpaths) {
      // Extensions are part of a subpath, and are forgotten or added by mistake.
      if (stem_of(exported) == stem_of(wanted) && exported != wanted) {
        similar = SimilarName(exported + "x");
        similar.consider(exported);
        break;
      }
      similar.consider(exported);
    }
    if (similar.found())
      hint(compose("did you mean `{}{}`?", manifest.name, similar.found()->substr(1)));
    hint(subpaths.empty() ? std::string("the package exports nothing")
                          : compose("the package exports {}", joined(subpaths, 12)));
  }

  // What was asked of the package, as `exports` spells it.
  std::string subpath() const {
    const std::optional<PackageSpecifier> package = parse_package_specifier(specifier_);
    return package ? package->subpath : ".";
  }

  void explain_imports() {
    if (outcome_.manifest == nullptr) {
      hint("there is no package.json above the importing file");
      return;
    }
    const Manifest& manifest = *outcome_.manifest;
    const JsonDocument& json = manifest.json;
    if (manifest.imports.is_none()) {
      hint(compose("add `\"imports\": {{\"{}\": \"./…\"}}` to {}", specifier_,
                   c_.tree.path(manifest.file)));
      return;
    }
    SimilarName similar(specifier_);
    std::vector<std::string> names;
    for (JsonId member = json.first_child(manifest.imports); member; member = json.next(member)) {
      names.emplace_back(json.key(member));
      similar.consider(json.key(member));
    }
    if (outcome_.at) {
      hint(compose("its conditions are {}, while {} hold",
                   joined(conditions_of_target(json, outcome_.at), 8),
                   joined(c_.conditions.names(), 8)));
      return;
    }
    if (similar.found()) hint(compose("did you mean `{}`?", *similar.found()));
    hint(compose("`imports` defines {}", joined(names, 12)));
  }

  void explain_target() {
    const JsonDocument& json = outcome_.manifest->json;
    if (!json.is(outcome_.at, JsonKind::String)) return;
    const std::string_view target = json.string(outcome_.at);
    if (target.starts_with("node:") && specifier_.starts_with('#')) {
      if (find_builtin_module(target.substr(5)))
        hint(compose("write `{}` without `node:`", target.substr(5)));
    } else if (!target.starts_with("./") && url_scheme(target).empty()) {
      hint(compose("write `./{}`", target));
    }
  }

  RuleContext c_;
  std::string_view specifier_;
  const Outcome& outcome_;
  Failure& failure_;
};

}  // namespace

std::unique_ptr<Failure> explain_failure(const RuleContext& context, std::string_view specifier,
                                         const Outcome& outcome, std::vector<Attempt> attempts) {
  auto failure = std::make_unique<Failure>();
  failure->kind = *outcome.failure;
  failure->message = outcome.message;
  // The same place may be looked at for several reasons; the first counts.
  std::set<std::string> seen;
  for (Attempt& attempt : attempts) {
    attempt.path = support::normalize_path(attempt.path);
    if (seen.insert(attempt.path).second) failure->tried.push_back(std::move(attempt));
  }
  Explainer(context, specifier, outcome, *failure).run();
  return failure;
}

}  // namespace perry::scan
