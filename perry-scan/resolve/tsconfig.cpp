#include "perry-scan/resolve/tsconfig.h"

#include <algorithm>
#include <utility>

#include "perry-scan/resolve/package_targets.h"
#include "perry-scan/resolve/specifier.h"
#include "perry-scan/resolve/text.h"
#include "perry-scan/resolve/tsconfig_options.h"
#include "support/base/path.h"

namespace perry::scan {

namespace {

constexpr size_t kLargestConfig = size_t{16} << 20;
constexpr size_t kLongestChain = 100;

bool is_one_of(const std::optional<std::string>& value,
               std::initializer_list<std::string_view> names) {
  return value && std::ranges::find(names, *value) != names.end();
}

}  // namespace

ModuleResolution TsConfig::resolution() const {
  if (module_resolution) {
    return is_one_of(module_resolution, {"node16", "nodenext"}) ? ModuleResolution::Node
                                                                : ModuleResolution::Bundler;
  }
  return is_one_of(module, {"node16", "node18", "node20", "nodenext"}) ? ModuleResolution::Node
                                                                       : ModuleResolution::Bundler;
}

bool TsConfig::resolves_json() const {
  if (resolve_json_module) return *resolve_json_module;
  return is_one_of(module, {"node20", "nodenext"}) || resolution() == ModuleResolution::Bundler;
}

bool TsConfig::defines_class_fields() const {
  if (use_define_for_class_fields) return *use_define_for_class_fields;
  return !is_one_of(target, {"es3", "es5", "es6", "es2015", "es2016", "es2017", "es2018", "es2019",
                             "es2020", "es2021"});
}

JsxMode TsConfig::jsx_mode() const {
  if (!jsx) return JsxMode::Unspecified;
  if (*jsx == "preserve") return JsxMode::Preserve;
  if (*jsx == "react") return JsxMode::React;
  if (*jsx == "react-jsx") return JsxMode::ReactJsx;
  if (*jsx == "react-jsxdev") return JsxMode::ReactJsxDev;
  if (*jsx == "react-native") return JsxMode::ReactNative;
  return JsxMode::Unspecified;
}

bool TsConfig::includes(std::string_view path) const {
  auto matches = [&](const std::string& pattern) {
    if (path == pattern) return true;
    if (Glob(pattern).matches(path)) return true;
    // A directory stands for everything in it.
    return pattern.find_first_of("*?") == std::string::npos ||
                   pattern.substr(pattern.rfind('/') + 1).find_first_of("*?.") == std::string::npos
               ? Glob(pattern + "/**").matches(path)
               : false;
  };
  if (files && std::ranges::find(*files, path) != files->end()) return true;
  if (!include) {
    if (files || !support::is_path_inside(path, directory)) return false;
  } else if (std::ranges::none_of(*include, matches)) {
    return false;
  }
  return !exclude || std::ranges::none_of(*exclude, matches);
}

// The chain of files being read, to notice a circle.
struct TsConfigs::Loading {
  std::vector<EntryId> chain;
  // How many files in all: a tree of `extends` may be wide without being deep.
  size_t files = 0;
};

void TsConfigs::record(const TsConfig& config) {
  for (const Fact& fact : config.facts) tree_.record(fact);
}

const TsConfig* TsConfigs::nearest(EntryId directory) {
  for (EntryId at = tree_.real(directory);; at = tree_.parent(at)) {
    EntryId& file = by_directory_.at(at);
    if (file.is_none())
      file = tree_.child(at, "tsconfig.json");
    else
      tree_.record({file, Expectation::State});
    if (tree_.is_file(file)) return load(file);
    if (at == tree_.root()) return nullptr;
  }
}

const TsConfig* TsConfigs::for_file(EntryId directory, std::string_view path) {
  if (tree_[tree_.real(directory)].is_in_node_modules) return nullptr;
  const TsConfig* config = nearest(directory);
  if (config == nullptr || config->references.empty() || config->includes(path)) return config;
  for (const std::string& reference : config->references) {
    const TsConfig* other = load(reference);
    if (other != nullptr && other->includes(path)) return other;
  }
  return config;
}

const TsConfig* TsConfigs::load(std::string_view path) {
  EntryId file = tree_.walk(tree_.root(), path);
  if (tree_.is_directory(file)) file = tree_.child(file, "tsconfig.json");
  return tree_.is_file(file) ? load(file) : nullptr;
}

const TsConfig* TsConfigs::load(EntryId file) {
  file = tree_.real(file);
  if (const TsConfig* known = by_file_.get(file)) {
    record(*known);
    return known;
  }
  TsConfig& config = configs_.emplace_back();
  config.file = tree_.path(file);
  config.directory = tree_.path(tree_.parent(file));
  // The facts of this file by themselves, to be recorded again for every requester.
  const std::vector<Fact> before(tree_.facts().begin(), tree_.facts().end());
  tree_.begin_facts();
  Loading loading;
  read(loading, file, config);
  substitute_config_directory(config);
  config.facts.assign(tree_.facts().begin(), tree_.facts().end());
  tree_.begin_facts();
  for (const Fact& fact : before) tree_.record(fact);
  record(config);
  by_file_.set(file, &config);
  return &config;
}

void TsConfigs::read(Loading& loading, EntryId file, TsConfig& config) {
  file = tree_.real(file);
  const std::string path(tree_.path(file));
  loading.chain.push_back(file);
  loading.files++;
  support::FsResult<std::string> text = tree_.read(file, kLargestConfig);
  JsonDocument json;
  if (!text) {
    config.problems.push_back({path, "", {}, text.error().reason()});
  } else if (std::optional<JsonError> error =
                 json.parse(std::move(*text), JsonDialect::WithComments)) {
    config.problems.push_back({path, json.text(), error->span, std::move(error->message)});
  } else if (!json.is(json.root(), JsonKind::Object)) {
    config.problems.push_back({path, json.text(), {}, "a tsconfig.json holds an object"});
  } else {
    if (const JsonId extends = json.find(json.root(), "extends"))
      extend(loading, file, json, extends, config);
    read_options(json, path, loading.chain.size() == 1 ? ConfigRole::Main : ConfigRole::Extended,
                 config);
  }
  loading.chain.pop_back();
}

// What is extended comes first, in order, so that later files and the file itself override it.
void TsConfigs::extend(Loading& loading, EntryId file, const JsonDocument& json, JsonId value,
                       TsConfig& config) {
  auto problem = [&](JsonId at, std::string message) {
    config.problems.push_back(
        {std::string(tree_.path(file)), json.text(), json.span(at), std::move(message)});
  };
  auto extend_one = [&](JsonId at) {
    if (!json.is(at, JsonKind::String)) return problem(at, "`extends` names files");
    const std::string_view specifier = json.string(at);
    const EntryId base = find_extended(tree_.parent(file), specifier);
    if (!tree_.is_file(base))
      return problem(at, compose("cannot find the configuration `{}`", specifier));
    if (std::ranges::find(loading.chain, tree_.real(base)) != loading.chain.end())
      return problem(at, compose("`{}` extends itself in a circle", specifier));
    if (loading.files >= kLongestChain)
      return problem(at, "more than 100 configurations extend one another");
    read(loading, base, config);
  };
  if (!json.is(value, JsonKind::Array)) return extend_one(value);
  for (JsonId item = json.first_child(value); item; item = json.next(item)) extend_one(item);
}

EntryId TsConfigs::find_file(EntryId directory, std::string_view relative_path) {
  if (const EntryId exact = tree_.walk(directory, relative_path); tree_.is_file(exact))
    return exact;
  if (relative_path.ends_with(".json")) return EntryId::none();
  return tree_.walk(directory, std::string(relative_path) + ".json");
}

EntryId TsConfigs::find_extended(EntryId directory, std::string_view specifier) {
  switch (import_form(specifier)) {
    case SpecifierForm::Relative:
      return find_file(directory, specifier);
    case SpecifierForm::Absolute:
      return find_file(tree_.root(), specifier);
    case SpecifierForm::Bare:
      return find_in_packages(directory, specifier);
    default:
      return EntryId::none();
  }
}

EntryId TsConfigs::find_in_packages(EntryId directory, std::string_view specifier) {
  const std::optional<PackageSpecifier> package = parse_package_specifier(specifier);
  if (!package) return EntryId::none();
  for (EntryId at = directory;; at = tree_.parent(at)) {
    const EntryId container = tree_.child(at, "node_modules");
    if (tree_.is_directory(container)) {
      const EntryId root = tree_.walk(container, package->name);
      if (tree_.is_directory(root)) {
        const EntryId file = find_in_package(root, package->subpath);
        if (tree_.is_file(file)) return file;
      }
    }
    if (at == tree_.root()) return EntryId::none();
  }
}

EntryId TsConfigs::find_in_package(EntryId package, std::string_view subpath) {
  const Manifest* manifest = manifests_.in(package);
  if (manifest != nullptr && manifest->exports) {
    Conditions conditions;
    for (std::string_view name : {"node", "require", "import", "types"}) conditions.add(name);
    const TargetResult target = resolve_exports(*manifest, subpath, conditions);
    if (target.status == TargetStatus::File) return tree_.walk(package, target.target);
    return EntryId::none();
  }
  if (subpath == ".") {
    if (manifest != nullptr) {
      const JsonDocument& json = manifest->json;
      if (const auto field = json.find_string(json.root(), "tsconfig"))
        return find_file(package, *field);
    }
    return tree_.walk(package, "tsconfig.json");
  }
  const EntryId file = find_file(package, subpath);
  if (tree_.is_file(file)) return file;
  return tree_.walk(package, std::string(subpath) + "/tsconfig.json");
}

}  // namespace perry::scan
