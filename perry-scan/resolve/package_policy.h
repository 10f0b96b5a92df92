#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "perry-scan/resolve/manifest.h"

// Which packages may be compiled. All of them, unless the package.json of the host project (never
// one of a dependency) says otherwise:
//
//   "perry": {
//     "compilePackages": ["a", "b"],
//     "allow": { "compilePackages": ["a", "b"] }
//   }
//
// Then only packages that are in both lists: one says what the project needs, the other what
// somebody has reviewed.
namespace perry::scan {

enum class PolicyVerdict : uint8_t { Allowed, NotListed, NotAllowed, NeitherListedNorAllowed };

class PackagePolicy {
 public:
  // Everything is allowed.
  PackagePolicy() = default;
  static PackagePolicy from(const JsonDocument& package_json, std::vector<ConfigProblem>& problems,
                            std::string_view file);

  bool restricts() const { return restricts_; }
  PolicyVerdict verdict(std::string_view package) const;
  // The project's own files need no leave.
  PolicyVerdict verdict(const Package& package) const {
    return package.is_in_node_modules ? verdict(package.name) : PolicyVerdict::Allowed;
  }

  // What has to be in the host's package.json so that these packages are allowed too: the whole
  // `"perry"` member, with what is there already, sorted.
  std::string json_allowing(std::span<const std::string_view> packages) const;

 private:
  bool restricts_ = false;
  // Sorted.
  std::vector<std::string> listed_;
  std::vector<std::string> allowed_;
};

// Why a package is refused, with what to add; empty when it is allowed.
std::string explain_refusal(const PackagePolicy& policy, std::string_view package);
// One line about all that are missing, each named once; empty when there are none.
std::string policy_hint(const PackagePolicy& policy, std::span<const std::string_view> packages);

}  // namespace perry::scan
