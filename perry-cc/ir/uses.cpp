#include "perry-cc/ir/uses.h"

namespace perry::ir {

Uses::Uses(const Function& function) : starts_(function.value_count() + 1) {
  each_use(function, [&](ValueId value, Use) { starts_[value.index + 1]++; });
  for (size_t i = 1; i < starts_.size(); i++) starts_[i] += starts_[i - 1];
  uses_.resize(starts_.back());
  std::vector<uint32_t> next(starts_.begin(), starts_.end() - 1);
  each_use(function, [&](ValueId value, Use use) { uses_[next[value.index]++] = use; });
}

}  // namespace perry::ir
