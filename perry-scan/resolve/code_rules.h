#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "perry-scan/resolve/rules.h"
#include "perry-scan/resolve/specifier.h"

namespace perry::scan {

// Finds the code that a specifier means, as Node does, with these differences:
//
// * tsconfig.json's `paths`, `baseUrl` and `rootDirs` come first, for the project's own files.
// * Where a file that can be the output of a source is named, the source may stand for it: instead
//   of it in the project (outputs may be stale there), in its absence inside `node_modules` (there
//   the output is what the author published).
// * In bundler mode, imports may leave out extensions and `index` as require() does.
class CodeRules {
 public:
  explicit CodeRules(const RuleContext& context) : c_(context) {}

  Outcome resolve(std::string_view specifier);

 private:
  enum class Search : uint8_t { Exact, Extensions };

  bool is_require() const { return c_.kind == RequestKind::Require; }
  Search search() const;

  Outcome resolve_reference(EntryId base, std::string_view specifier);
  Outcome resolve_url(std::string_view specifier);
  Outcome resolve_internal(std::string_view specifier);
  Outcome resolve_mapped(std::string_view specifier, SpecifierForm form);
  EntryId find_mapped(std::string_view specifier, SpecifierForm form);
  Outcome resolve_bare(std::string_view specifier);
  Outcome resolve_package_import(EntryId directory, std::string_view specifier);
  Outcome resolve_package_require(std::string_view specifier);
  Outcome resolve_self(EntryId directory, std::string_view name, std::string_view subpath);
  Outcome resolve_in_package(EntryId container, EntryId package, const PackageSpecifier& specifier);
  Outcome resolve_target(const Manifest& manifest, TargetResult result, std::string_view asked);
  Outcome no_entry(std::string_view name, const Manifest& manifest) const;
  Outcome not_installed(std::string_view name) const;
  Outcome missing(EntryId base, std::string_view path, FailureKind kind);

  EntryId load_from_other_roots(std::string_view path);
  EntryId load_path(EntryId base, std::string_view path, Search search);
  EntryId load_file(EntryId directory, std::string_view name, Search search);
  EntryId load_source_of(EntryId directory, std::string_view name);
  EntryId load_counterpart(EntryId directory, std::string_view name);
  EntryId load_with(EntryId directory, std::string_view stem,
                    std::initializer_list<std::string_view> extensions);
  EntryId load_directory(EntryId base, std::string_view path, EntryId directory);
  EntryId load_index(EntryId directory);
  bool find_broken_manifest(Outcome& outcome) const;

  RuleContext c_;
  // A package.json that could not be read although it was needed.
  const Manifest* broken_ = nullptr;
  // One whose `main` leads nowhere.
  const Manifest* dead_end_ = nullptr;
  // Whether `a` may be `a.json` or `a.node`.
  bool completes_data_ = true;
  std::string scratch_;
};

}  // namespace perry::scan
