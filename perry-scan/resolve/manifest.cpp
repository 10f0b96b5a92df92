#include "perry-scan/resolve/manifest.h"

#include <utility>

#include "support/base/path.h"

namespace perry::scan {

namespace {

constexpr size_t kLargestManifest = size_t{64} << 20;

PackageType type_of(std::optional<std::string_view> type) {
  if (type == "module") return PackageType::Module;
  if (type == "commonjs") return PackageType::CommonJs;
  return PackageType::Unspecified;
}

}  // namespace

SideEffects SideEffects::from(const JsonDocument& json, JsonId value) {
  SideEffects result;
  auto add = [&](std::string_view pattern) {
    if (pattern.starts_with("./")) pattern.remove_prefix(2);
    // A pattern without a slash is a name in any directory.
    std::string full(pattern);
    if (pattern.find('/') == std::string_view::npos) full.insert(0, "**/");
    result.some_.emplace_back(full);
  };
  if (json.is(value, JsonKind::Boolean)) {
    result.all_ = json.boolean(value);
  } else if (json.is(value, JsonKind::String)) {
    result.all_ = false;
    add(json.string(value));
  } else if (json.is(value, JsonKind::Array)) {
    result.all_ = false;
    for (JsonId item = json.first_child(value); item; item = json.next(item)) {
      if (json.is(item, JsonKind::String)) add(json.string(item));
    }
  }
  return result;
}

bool SideEffects::of(std::string_view path) const {
  if (all_) return true;
  for (const Glob& glob : some_) {
    if (glob.matches(path)) return true;
  }
  return false;
}

const Manifest* Manifests::in(EntryId directory) {
  directory = tree_.real(directory);
  Place place = by_directory_.get(directory);
  const bool is_new = place.file.is_none();
  if (is_new)
    place.file = tree_.child(directory, "package.json");
  else
    tree_.record({place.file, Expectation::State});
  if (!tree_.is_file(place.file)) {
    if (is_new) by_directory_.set(directory, place);
    return nullptr;
  }
  tree_.record({tree_.real(place.file), Expectation::Contents});
  if (!is_new) return place.manifest;
  place.manifest = load(directory, place.file);
  by_directory_.set(directory, place);
  return place.manifest;
}

const Manifest* Manifests::load(EntryId directory, EntryId file) {
  Manifest& manifest = manifests_.emplace_back();
  manifest.file = file;
  manifest.directory = directory;
  auto fault = [&](std::string text, support::Span span, std::string message) {
    manifest.problem =
        ConfigProblem{std::string(tree_.path(file)), std::move(text), span, std::move(message)};
  };

  support::FsResult<std::string> text = tree_.read(file, kLargestManifest);
  if (!text) {
    fault("", {}, text.error().reason());
    return &manifest;
  }
  JsonDocument& json = manifest.json;
  if (std::optional<JsonError> error = json.parse(std::move(*text), JsonDialect::Strict)) {
    fault(json.text(), error->span, std::move(error->message));
    return &manifest;
  }
  const JsonId root = json.root();
  if (!json.is(root, JsonKind::Object)) {
    fault(json.text(), json.span(root), "a package.json holds an object");
    return &manifest;
  }
  manifest.name = json.find_string(root, "name").value_or("");
  manifest.version = json.find_string(root, "version").value_or("");
  manifest.main = json.find_string(root, "main").value_or("");
  manifest.module = json.find_string(root, "module").value_or("");
  manifest.type = type_of(json.find_string(root, "type"));
  const JsonId exports = json.find(root, "exports");
  if (exports && json.kind(exports) != JsonKind::Null) manifest.exports = exports;
  const JsonId imports = json.find(root, "imports");
  if (json.is(imports, JsonKind::Object)) manifest.imports = imports;
  return &manifest;
}

const Manifest* Manifests::scope_of(EntryId directory) {
  for (EntryId at = tree_.real(directory);; at = tree_.parent(at)) {
    if (tree_[at].name == "node_modules") return nullptr;
    if (const Manifest* manifest = in(at)) return manifest;
    if (at == tree_.root()) return nullptr;
  }
}

// Below `node_modules` by the folder's place, which no package.json can misstate.
EntryId Manifests::package_root(EntryId directory) {
  if (tree_[directory].is_in_node_modules) {
    EntryId last;
    EntryId before_last;
    for (EntryId at = directory; tree_[at].name != "node_modules"; at = tree_.parent(at)) {
      before_last = last;
      last = at;
    }
    if (last && tree_[last].name.starts_with('@') && before_last) return before_last;
    return last ? last : directory;
  }
  EntryId nameless;
  for (EntryId at = directory;; at = tree_.parent(at)) {
    if (const Manifest* manifest = in(at)) {
      if (!manifest->name.empty()) return at;
      if (nameless.is_none()) nameless = at;
    }
    if (at == tree_.root()) break;
  }
  return nameless ? nameless : directory;
}

const Package& Manifests::package_of(EntryId directory) {
  const EntryId root = package_root(tree_.real(directory));
  const Manifest* manifest = in(root);
  if (const Package* known = packages_by_root_.get(root)) return *known;
  Package& package = packages_.emplace_back();
  package.root_entry = root;
  package.root = tree_.path(root);
  package.is_in_node_modules = tree_[root].is_in_node_modules;
  if (manifest != nullptr) {
    package.name = manifest->name;
    package.version = manifest->version;
    const JsonDocument& json = manifest->json;
    if (!json.root().is_none())
      package.side_effects = SideEffects::from(json, json.find(json.root(), "sideEffects"));
  }
  // What the package is called where it is installed counts: policies and messages name that.
  if (package.is_in_node_modules && package.name.empty()) {
    const std::string_view path = package.root;
    package.name = path.substr(path.rfind("/node_modules/") + 14);
  }
  packages_by_root_.set(root, &package);
  return package;
}

}  // namespace perry::scan
