#include "perry-scan/resolve/tsconfig_options.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "perry-scan/resolve/text.h"
#include "support/base/path.h"

namespace perry::scan {

namespace {

constexpr std::string_view kConfigDirectory = "${configDir}";

struct BooleanOption {
  std::string_view name;
  std::optional<bool> TsConfig::* field;
};

constexpr BooleanOption kBooleans[] = {
    {"resolveJsonModule", &TsConfig::resolve_json_module},
    {"allowImportingTsExtensions", &TsConfig::allow_importing_ts_extensions},
    {"allowJs", &TsConfig::allow_js},
    {"checkJs", &TsConfig::check_js},
    {"experimentalDecorators", &TsConfig::experimental_decorators},
    {"emitDecoratorMetadata", &TsConfig::emit_decorator_metadata},
    {"useDefineForClassFields", &TsConfig::use_define_for_class_fields},
    {"verbatimModuleSyntax", &TsConfig::verbatim_module_syntax},
    {"strict", &TsConfig::strict},
    {"alwaysStrict", &TsConfig::always_strict},
    {"strictNullChecks", &TsConfig::strict_null_checks},
};

enum class Spelling : uint8_t { AsWritten, LowerCase };

struct StringOption {
  std::string_view name;
  std::optional<std::string> TsConfig::* field;
  Spelling spelling;
};

constexpr StringOption kStrings[] = {
    {"module", &TsConfig::module, Spelling::LowerCase},
    {"moduleResolution", &TsConfig::module_resolution, Spelling::LowerCase},
    {"target", &TsConfig::target, Spelling::LowerCase},
    {"jsx", &TsConfig::jsx, Spelling::LowerCase},
    {"jsxFactory", &TsConfig::jsx_factory, Spelling::AsWritten},
    {"jsxFragmentFactory", &TsConfig::jsx_fragment_factory, Spelling::AsWritten},
    {"jsxImportSource", &TsConfig::jsx_import_source, Spelling::AsWritten},
};

struct ListOption {
  std::string_view name;
  std::optional<std::vector<std::string>> TsConfig::* field;
};

constexpr ListOption kLists[] = {
    {"moduleSuffixes", &TsConfig::module_suffixes},
    {"customConditions", &TsConfig::custom_conditions},
};

constexpr ListOption kFileLists[] = {
    {"files", &TsConfig::files},
    {"include", &TsConfig::include},
    {"exclude", &TsConfig::exclude},
};

// Paths that start with the template stay as they are for now.
std::string absolute(std::string_view directory, std::string_view path) {
  if (path.starts_with(kConfigDirectory)) return std::string(path);
  return support::join_path(directory, path);
}

// Reads one file's object. A value of the wrong type is a problem and counts as missing, as does an
// explicit null.
class OptionReader {
 public:
  OptionReader(const JsonDocument& json, std::string_view path, TsConfig& config)
      : json_(json), path_(path), directory_(support::path_directory(path)), config_(config) {}

  void read(ConfigRole role) {
    const JsonId root = json_.root();
    if (const JsonId options = json_.find(root, "compilerOptions")) {
      if (json_.is(options, JsonKind::Object)) {
        read_compiler_options(options);
      } else {
        expect(options, "compilerOptions", "an object");
      }
    }
    for (const ListOption& option : kFileLists) {
      const JsonId value = json_.find(root, option.name);
      if (value.is_none()) continue;
      std::optional<std::vector<std::string>> paths = strings(value, option.name);
      if (!paths) continue;
      for (std::string& path : *paths) path = absolute(directory_, path);
      config_.*option.field = std::move(paths);
    }
    if (role == ConfigRole::Main) read_references(json_.find(root, "references"));
  }

 private:
  void expect(JsonId at, std::string_view name, std::string_view type) {
    if (json_.kind(at) == JsonKind::Null) return;
    config_.problems.push_back(
        {std::string(path_), json_.text(), json_.span(at), compose("`{}` must be {}", name, type)});
  }

  std::optional<std::vector<std::string>> strings(JsonId value, std::string_view name) {
    if (!json_.is(value, JsonKind::Array)) {
      expect(value, name, "an array of strings");
      return std::nullopt;
    }
    std::vector<std::string> list;
    for (JsonId item = json_.first_child(value); item; item = json_.next(item)) {
      if (json_.is(item, JsonKind::String)) {
        list.emplace_back(json_.string(item));
      } else {
        expect(item, name, "an array of strings");
      }
    }
    return list;
  }

  void read_compiler_options(JsonId options) {
    for (const BooleanOption& option : kBooleans) {
      const JsonId value = json_.find(options, option.name);
      if (value.is_none()) continue;
      if (json_.is(value, JsonKind::Boolean)) {
        config_.*option.field = json_.boolean(value);
      } else {
        expect(value, option.name, "true or false");
      }
    }
    for (const StringOption& option : kStrings) {
      const JsonId value = json_.find(options, option.name);
      if (value.is_none()) continue;
      if (json_.is(value, JsonKind::String)) {
        const std::string_view text = json_.string(value);
        config_.*option.field =
            option.spelling == Spelling::LowerCase ? lower_case(text) : std::string(text);
      } else {
        expect(value, option.name, "a string");
      }
    }
    for (const ListOption& option : kLists) {
      const JsonId value = json_.find(options, option.name);
      if (value.is_none()) continue;
      if (auto list = strings(value, option.name)) config_.*option.field = std::move(list);
    }
    read_paths(options);
  }

  void read_paths(JsonId options) {
    if (const JsonId value = json_.find(options, "baseUrl")) {
      if (json_.is(value, JsonKind::String)) {
        config_.base_url = absolute(directory_, json_.string(value));
      } else {
        expect(value, "baseUrl", "a string");
      }
    }
    if (const JsonId value = json_.find(options, "rootDirs")) {
      if (auto list = strings(value, "rootDirs")) {
        for (std::string& path : *list) path = absolute(directory_, path);
        config_.root_dirs = std::move(list);
      }
    }
    const JsonId value = json_.find(options, "paths");
    if (value.is_none()) return;
    if (!json_.is(value, JsonKind::Object)) {
      expect(value, "paths", "an object");
      return;
    }
    config_.paths.emplace();
    config_.paths_base = directory_;
    for (JsonId member = json_.first_child(value); member; member = json_.next(member)) {
      PathMapping mapping{std::string(json_.key(member)), {}};
      if (auto list = strings(member, "paths")) mapping.targets = std::move(*list);
      config_.paths->push_back(std::move(mapping));
    }
  }

  void read_references(JsonId value) {
    if (value.is_none()) return;
    if (!json_.is(value, JsonKind::Array)) {
      expect(value, "references", "an array");
      return;
    }
    for (JsonId item = json_.first_child(value); item; item = json_.next(item)) {
      if (const auto path = json_.find_string(item, "path")) {
        config_.references.push_back(absolute(directory_, *path));
      } else {
        expect(item, "references", "an array of objects with a `path`");
      }
    }
  }

  const JsonDocument& json_;
  std::string_view path_;
  std::string_view directory_;
  TsConfig& config_;
};

void substitute(std::string& path, std::string_view directory) {
  if (!path.starts_with(kConfigDirectory)) return;
  path = support::normalize_path(std::string(directory) + path.substr(kConfigDirectory.size()));
}

}  // namespace

void read_options(const JsonDocument& json, std::string_view path, ConfigRole role,
                  TsConfig& config) {
  OptionReader(json, path, config).read(role);
}

void substitute_config_directory(TsConfig& config) {
  const std::string_view directory = config.directory;
  if (config.base_url) substitute(*config.base_url, directory);
  for (auto* list : {&config.root_dirs, &config.files, &config.include, &config.exclude}) {
    if (!*list) continue;
    for (std::string& path : **list) substitute(path, directory);
  }
  for (std::string& path : config.references) substitute(path, directory);
  if (config.paths) {
    for (PathMapping& mapping : *config.paths) {
      for (std::string& target : mapping.targets) substitute(target, directory);
    }
  }
  // With a base URL, the mappings start there, whoever wrote them.
  if (config.base_url) config.paths_base = *config.base_url;
}

}  // namespace perry::scan
