#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "support/json/definition.h"
#include "support/json/json.h"

// What stands for global names of the module.
namespace perry::irgen {

struct Define {
  support::JsonDocument json;  // without a root: `name` counts
  std::string name;            // of a global variable, perhaps with members
  bool is_json() const { return !json.root().is_none(); }
};

class Defines {
 public:
  explicit Defines(const std::vector<support::Definition>& definitions);

  bool empty() const { return by_name_.empty(); }
  // Of `parts`, from the last one to the first.
  const Define* find(const std::vector<std::string_view>& parts) const;
  // A quick no for most names.
  bool may_end_with(std::string_view part) const { return last_parts_.contains(part); }
  size_t most_parts() const { return most_parts_; }

 private:
  std::vector<Define> values_;
  std::unordered_map<std::string_view, size_t> by_name_;
  std::unordered_set<std::string_view> last_parts_;
  size_t most_parts_ = 0;
};

}  // namespace perry::irgen
