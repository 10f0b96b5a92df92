#include "perry-scan/resolve/resolver.h"

#include <algorithm>
#include <utility>

#include "perry-scan/resolve/builtin_modules.h"
#include "perry-scan/resolve/code_rules.h"
#include "perry-scan/resolve/failure.h"
#include "perry-scan/resolve/text.h"
#include "perry-scan/resolve/type_rules.h"
#include "support/base/path.h"

namespace perry::scan {

namespace {

bool is_for_types(RequestKind kind) {
  return kind == RequestKind::TypeImport || kind == RequestKind::TypeRequire;
}

Conditions conditions_for(const Request& request, const ResolverOptions& options,
                          const TsConfig* config) {
  Conditions conditions;
  conditions.reserve(options.conditions.size() + 4);
  for (const std::string& name : options.conditions) conditions.add(name);
  conditions.add("node");
  const bool is_require =
      request.kind == RequestKind::Require || request.kind == RequestKind::TypeRequire;
  conditions.add(is_require ? "require" : "import");
  conditions.add("module-sync");
  if (config != nullptr && config->custom_conditions) {
    for (const std::string& name : *config->custom_conditions) conditions.add(name);
  }
  return conditions;
}

// Failures that leave the question open whether there are at least types.
bool may_have_types(FailureKind kind) {
  switch (kind) {
    case FailureKind::FileNotFound:
    case FailureKind::IsDirectory:
    case FailureKind::PackageNotInstalled:
    case FailureKind::NoPackageEntry:
    case FailureKind::NotExported:
    case FailureKind::ImportNotDefined:
    case FailureKind::TargetNotFound:
      return true;
    default:
      return false;
  }
}

// What a file is by its name. For some names the nearest package.json decides.
struct FormatByName {
  std::optional<ModuleFormat> format;
  bool depends_on_type = false;
};

FormatByName format_by_name(std::string_view name, RequestKind kind) {
  if (is_declaration_file(name)) return {ModuleFormat::Declaration};
  const std::string_view extension = support::path_extension(name);
  if (extension == ".mjs" || extension == ".mts") return {ModuleFormat::EsModule};
  if (extension == ".cjs" || extension == ".cts") return {ModuleFormat::CommonJs};
  if (extension == ".js" || extension == ".ts" || extension == ".jsx" || extension == ".tsx")
    return {ModuleFormat::CommonJs, true};
  if (extension == ".json") return {ModuleFormat::Json};
  if (extension == ".node") return {ModuleFormat::NodeAddon};
  if (extension == ".wasm") return {ModuleFormat::Wasm};
  // require() takes whatever it does not know for CommonJS.
  if (kind == RequestKind::Require) return {ModuleFormat::CommonJs};
  if (extension.empty()) return {ModuleFormat::CommonJs, true};
  return {};
}

std::unique_ptr<Failure> unknown_format(std::string_view path) {
  auto failure = std::make_unique<Failure>();
  failure->kind = FailureKind::UnknownFormat;
  failure->message = compose("`{}` is no kind of module", path);
  failure->tried.push_back({std::string(path), EntryKind::File});
  failure->hints.emplace_back(
      "to get its contents, import it `with { type: \"text\" }` or `with { type: \"bytes\" }`");
  return failure;
}

void describe(Manifests& manifests, FileTree& tree, const Request& request, EntryId file,
              Resolution& resolution) {
  file = tree.real(file);
  const EntryId directory = tree.parent(file);
  resolution.entry = file;
  resolution.path = tree.path(file);
  resolution.package = &manifests.package_of(directory);
  const std::string_view root = resolution.package->root;
  resolution.has_side_effects = resolution.package->side_effects.of(
      resolution.path.substr(root == "/" ? 1 : root.size() + 1));

  switch (request.attribute) {
    case ImportAttribute::Json:
      resolution.format = ModuleFormat::Json;
      return;
    case ImportAttribute::Text:
      resolution.format = ModuleFormat::Text;
      return;
    case ImportAttribute::Bytes:
      resolution.format = ModuleFormat::Bytes;
      return;
    case ImportAttribute::None:
      break;
  }
  if (request.kind == RequestKind::Asset) {
    resolution.format = ModuleFormat::Bytes;
    return;
  }
  const FormatByName format = format_by_name(tree[file].name, request.kind);
  if (!format.format) {
    resolution.failure = unknown_format(resolution.path);
    return;
  }
  resolution.format = *format.format;
  if (!format.depends_on_type) return;
  const Manifest* scope = manifests.scope_of(directory);
  if (scope != nullptr && scope->problem && !is_for_types(request.kind)) {
    resolution.failure = std::make_unique<Failure>();
    resolution.failure->kind = FailureKind::InvalidConfig;
    resolution.failure->message =
        compose("{} is invalid: {}", scope->problem->file, scope->problem->message);
    resolution.failure->config = scope->problem;
    return;
  }
  const PackageType type = scope != nullptr ? scope->type : PackageType::Unspecified;
  if (type == PackageType::Module) resolution.format = ModuleFormat::EsModule;
  resolution.is_ambiguous = type == PackageType::Unspecified;
}

}  // namespace

Resolver::Resolver(support::FileSystem& files, ResolverOptions options)
    : options_(std::move(options)), tree_(files), manifests_(tree_), configs_(tree_, manifests_) {}

const TsConfig* Resolver::config_for(EntryId directory, std::string_view importer) {
  if (tree_[directory].is_in_node_modules) return nullptr;
  if (options_.tsconfig) return configs_.load(*options_.tsconfig);
  return configs_.for_file(directory, importer);
}

// Of the importers, who come in the order of a scan: one asks for many, and neighbours follow.
EntryId Resolver::directory_of(std::string_view file) {
  const std::string_view path = support::path_directory(file);
  if (path != last_directory_path_) {
    last_directory_path_ = path;
    last_directory_ = tree_.known(path);
  }
  return last_directory_;
}

const TsConfig* Resolver::config_of(std::string_view path) {
  const EntryId directory = directory_of(path);
  return config_for(directory, path);
}

Resolution Resolver::describe_file(std::string_view path) {
  tree_.begin_facts();
  Resolution resolution;
  Request request;
  describe(manifests_, tree_, request, tree_.known(path), resolution);
  resolution.facts.assign(tree_.facts().begin(), tree_.facts().end());
  return resolution;
}

Resolution Resolver::resolve(const Request& request) {
  tree_.begin_facts();
  Resolution resolution;
  const EntryId directory = directory_of(request.importer);
  const TsConfig* config = config_for(directory, request.importer);
  ModuleResolution mode =
      tree_[directory].is_in_node_modules ? options_.packages : options_.project;
  if (config != nullptr) mode = config->resolution();
  RuleContext context{.tree = tree_,
                      .manifests = manifests_,
                      .config = config,
                      .mode = mode,
                      .conditions = conditions_for(request, options_, config),
                      .kind = request.kind,
                      .attribute = request.attribute,
                      .directory = directory,
                      .attempts = nullptr};

  Outcome outcome;
  if (is_for_types(request.kind)) {
    outcome.file = TypeRules(context).resolve(request.specifier);
    if (const auto builtin = find_builtin_module(request.specifier); outcome.file.is_none()) {
      if (builtin) {
        outcome.builtin = *builtin;
      } else {
        // Why code would not be found is why types are not.
        context.kind =
            request.kind == RequestKind::TypeImport ? RequestKind::Import : RequestKind::Require;
        outcome = CodeRules(context).resolve(request.specifier);
        if (!outcome.failure)
          outcome = Outcome::fail(FailureKind::FileNotFound,
                                  compose("`{}` has no types", request.specifier));
      }
    }
  } else {
    outcome = CodeRules(context).resolve(request.specifier);
    if (outcome.failure && may_have_types(*outcome.failure) && request.kind != RequestKind::Asset &&
        request.attribute == ImportAttribute::None) {
      const EntryId types = TypeRules(context).resolve(request.specifier);
      if (types && is_declaration_file(tree_[tree_.real(types)].name))
        outcome = Outcome::found(types);
    }
  }

  if (outcome.failure) {
    // Once more, taking notes.
    std::vector<Attempt> attempts;
    context.attempts = &attempts;
    CodeRules(context).resolve(request.specifier);
    resolution.failure = explain_failure(context, request.specifier, outcome, std::move(attempts));
  } else if (!outcome.builtin.empty()) {
    resolution.format = ModuleFormat::Builtin;
    resolution.path = outcome.builtin;
    resolution.has_side_effects = false;
  } else {
    resolution.suffix = std::move(outcome.suffix);
    describe(manifests_, tree_, request, outcome.file, resolution);
  }
  resolution.facts.assign(tree_.facts().begin(), tree_.facts().end());
  return resolution;
}

std::string_view to_string(ModuleFormat format) {
  switch (format) {
    case ModuleFormat::EsModule:
      return "esm";
    case ModuleFormat::CommonJs:
      return "commonjs";
    case ModuleFormat::Json:
      return "json";
    case ModuleFormat::Text:
      return "text";
    case ModuleFormat::Bytes:
      return "bytes";
    case ModuleFormat::NodeAddon:
      return "node-addon";
    case ModuleFormat::Wasm:
      return "wasm";
    case ModuleFormat::Builtin:
      return "builtin";
    case ModuleFormat::Declaration:
      return "declaration";
  }
  return {};
}

std::string_view to_string(FailureKind kind) {
  switch (kind) {
    case FailureKind::InvalidSpecifier:
      return "invalid-specifier";
    case FailureKind::UnknownScheme:
      return "unknown-scheme";
    case FailureKind::UnknownBuiltin:
      return "unknown-builtin";
    case FailureKind::FileNotFound:
      return "file-not-found";
    case FailureKind::IsDirectory:
      return "is-directory";
    case FailureKind::PackageNotInstalled:
      return "package-not-installed";
    case FailureKind::NoPackageEntry:
      return "no-package-entry";
    case FailureKind::NotExported:
      return "not-exported";
    case FailureKind::ImportNotDefined:
      return "import-not-defined";
    case FailureKind::InvalidTarget:
      return "invalid-target";
    case FailureKind::TargetNotFound:
      return "target-not-found";
    case FailureKind::InvalidConfig:
      return "invalid-config";
    case FailureKind::Unreadable:
      return "unreadable";
    case FailureKind::UnknownFormat:
      return "unknown-format";
  }
  return {};
}

}  // namespace perry::scan
