#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "perry-scan/resolve/file_tree.h"
#include "perry-scan/resolve/manifest.h"

// tsconfig.json files, with everything that they extend.
namespace perry::scan {

enum class ModuleResolution : uint8_t {
  // node16, node18, node20 and nodenext: an ES module names files in full.
  Node,
  // bundler, and what older settings mean: extensions and `index` may be left out everywhere.
  Bundler,
};

enum class JsxMode : uint8_t { Unspecified, Preserve, React, ReactJsx, ReactJsxDev, ReactNative };

struct PathMapping {
  std::string pattern;
  // As written; relative to TsConfig::paths_base.
  std::vector<std::string> targets;
};

// What a tsconfig.json says, as far as the compiler needs it. What nobody said has no value; the
// functions give what that means. Paths are absolute.
struct TsConfig {
  std::string file;
  std::string directory;

  std::optional<std::string> base_url;
  std::optional<std::vector<PathMapping>> paths;
  std::string paths_base;
  std::optional<std::vector<std::string>> root_dirs;
  std::optional<std::string> module;             // lower case
  std::optional<std::string> module_resolution;  // lower case
  std::optional<std::string> target;             // lower case
  std::optional<std::vector<std::string>> module_suffixes;
  std::optional<std::vector<std::string>> custom_conditions;
  std::optional<bool> resolve_json_module;
  std::optional<bool> allow_importing_ts_extensions;
  std::optional<bool> allow_js;
  std::optional<bool> check_js;
  std::optional<std::string> jsx;  // lower case
  std::optional<std::string> jsx_factory;
  std::optional<std::string> jsx_fragment_factory;
  std::optional<std::string> jsx_import_source;
  std::optional<bool> experimental_decorators;
  std::optional<bool> emit_decorator_metadata;
  std::optional<bool> use_define_for_class_fields;
  std::optional<bool> verbatim_module_syntax;
  std::optional<bool> strict;
  std::optional<bool> always_strict;
  std::optional<bool> strict_null_checks;

  // Directories or files, absolute.
  std::vector<std::string> references;
  std::optional<std::vector<std::string>> files;
  std::optional<std::vector<std::string>> include;
  std::optional<std::vector<std::string>> exclude;

  // Faults found here and in what is extended. A faulty file counts as far as it could be read.
  std::vector<ConfigProblem> problems;
  // What was looked at to find all this.
  std::vector<Fact> facts;

  ModuleResolution resolution() const;
  bool resolves_json() const;
  bool has_always_strict() const { return always_strict.value_or(strict.value_or(false)); }
  bool has_strict_null_checks() const {
    return strict_null_checks.value_or(strict.value_or(false));
  }
  // Like `target` ES2022 and later; also when there is no target, since code is compiled for the
  // present.
  bool defines_class_fields() const;
  JsxMode jsx_mode() const;
  // Whether the project has this file, by `files`, `include` and `exclude`.
  bool includes(std::string_view path) const;
};

// Reads each file once.
class TsConfigs {
 public:
  TsConfigs(FileTree& tree, Manifests& manifests) : tree_(tree), manifests_(manifests) {}

  // The one for a source file in `directory`: the nearest tsconfig.json, or the one of its
  // references that has the file when it says itself that it has none. Null for packages in
  // `node_modules` and where there is none. Its facts are recorded.
  const TsConfig* for_file(EntryId directory, std::string_view path);
  // A certain file. Null when it does not exist.
  const TsConfig* load(std::string_view path);

 private:
  struct Loading;

  const TsConfig* load(EntryId file);
  const TsConfig* nearest(EntryId directory);
  void read(Loading& loading, EntryId file, TsConfig& config);
  void extend(Loading& loading, EntryId file, const JsonDocument& json, JsonId value,
              TsConfig& config);
  EntryId find_extended(EntryId directory, std::string_view specifier);
  EntryId find_in_packages(EntryId directory, std::string_view specifier);
  EntryId find_in_package(EntryId package, std::string_view subpath);
  EntryId find_file(EntryId directory, std::string_view relative_path);
  void record(const TsConfig& config);

  FileTree& tree_;
  Manifests& manifests_;
  std::deque<TsConfig> configs_;
  support::IdMap<EntryId, const TsConfig*> by_file_{nullptr};
  support::IdMap<EntryId, EntryId> by_directory_;  // what the name tsconfig.json in it is
};

}  // namespace perry::scan
