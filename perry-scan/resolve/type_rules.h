#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "perry-scan/resolve/rules.h"

namespace perry::scan {

// Finds what a specifier means to TypeScript: sources before declarations before JavaScript, and
// packages by their `types`. Follows its `moduleResolution` node16 and bundler, including what they
// do not share with Node: existence decides between the targets of an array, and a package that has
// nothing fitting does not end the search.
class TypeRules {
 public:
  explicit TypeRules(const RuleContext& context);

  // None when there is nothing.
  EntryId resolve(std::string_view specifier);

 private:
  enum Extensions : uint8_t { kTypeScript = 1, kJavaScript = 2, kDeclaration = 4, kJson = 8 };
  using Mask = uint8_t;
  enum class Directories : uint8_t { WithPackageJson, Plain };

  EntryId resolve_from(EntryId directory, std::string_view specifier, Mask mask);
  EntryId resolve_paths(std::string_view specifier, Mask mask, bool& has_match);
  EntryId resolve_root_dirs(EntryId directory, std::string_view specifier, Mask mask);
  EntryId resolve_internal(EntryId directory, std::string_view specifier, Mask mask);
  EntryId resolve_self(EntryId directory, std::string_view specifier, Mask mask);
  EntryId resolve_in_node_modules(EntryId directory, std::string_view specifier, Mask mask);
  EntryId search_node_modules(EntryId directory, std::string_view specifier, Mask mask);
  EntryId load_package(EntryId container, std::string_view specifier, Mask mask);
  EntryId load_exports(const Manifest& manifest, std::string_view subpath, Mask mask);
  EntryId load_table(const Manifest& manifest, JsonId table, std::string_view name, Mask mask);

  struct Target {
    const Manifest& manifest;
    // Stands for `*`, or follows a directory's target.
    std::string_view rest;
    bool is_pattern = false;
    bool is_import = false;
    Mask mask = 0;
  };
  EntryId load_target(const Target& target, JsonId value, int depth);
  EntryId load_target_string(const Target& target, std::string_view text);

  EntryId load_relative(EntryId base, std::string_view path, Mask mask, Directories directories);
  EntryId load_file(EntryId base, std::string_view path, Mask mask);
  EntryId load_named(EntryId directory, std::string_view name, Mask mask);
  EntryId load_field_file(EntryId base, std::string_view path, Mask mask);
  EntryId load_directory(EntryId base, std::string_view path, const Manifest* manifest, Mask mask);
  EntryId add_extensions(EntryId directory, std::string_view stem, std::string_view original,
                         Mask mask);

  RuleContext c_;
  bool is_esm_ = false;
  std::string scratch_;
  int depth_ = 0;
};

}  // namespace perry::scan
