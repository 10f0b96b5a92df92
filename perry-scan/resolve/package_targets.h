#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "perry-scan/resolve/manifest.h"

// The `exports` and `imports` of a package.json, by Node's rules: PACKAGE_EXPORTS_RESOLVE,
// PACKAGE_IMPORTS_RESOLVE and PACKAGE_TARGET_RESOLVE of its documentation.
namespace perry::scan {

// The conditions that hold. `default` always does. The names belong to whoever adds them.
class Conditions {
 public:
  void reserve(size_t count) { names_.reserve(count); }
  void add(std::string_view name);
  bool has(std::string_view name) const;
  const std::vector<std::string_view>& names() const { return names_; }

 private:
  std::vector<std::string_view> names_;
};

enum class TargetStatus : uint8_t {
  // `target` is a URL reference below the package: `./lib/a.js`.
  File,
  // `target` is the specifier of another package; `imports` only.
  Package,
  NotDefined,
  // Defined, but not under these conditions.
  NoCondition,
  // Closed on purpose, with null.
  Closed,
  // The target is not what a target may be.
  InvalidTarget,
  // What stands for `*` may not stand there.
  InvalidSubpath,
  // The object as a whole is wrong.
  InvalidConfig,
};

struct TargetResult {
  TargetStatus status = TargetStatus::NotDefined;
  std::string target;
  // What is at fault in package.json.
  JsonId at;
  std::string_view reason;
};

// `subpath` is `.` or starts with `./`. The manifest must have exports.
TargetResult resolve_exports(const Manifest& manifest, std::string_view subpath,
                             const Conditions& conditions);
// `name` starts with `#`. The manifest must have imports.
TargetResult resolve_imports(const Manifest& manifest, std::string_view name,
                             const Conditions& conditions);

// Whether `exports` is the target of `.` itself rather than an object of subpaths.
bool is_main_export(const JsonDocument& json, JsonId exports);

// -1 when the key `a` is more specific than `b`, 1 the other way round.
int compare_pattern_keys(std::string_view a, std::string_view b);

// Every `*` of `pattern` replaced.
std::string fill_pattern(std::string_view pattern, std::string_view text);

// For messages: the subpaths that can be imported, and the conditions that a target asks for.
std::vector<std::string> exported_subpaths(const Manifest& manifest);
std::vector<std::string> conditions_of_target(const JsonDocument& json, JsonId target);

}  // namespace perry::scan
