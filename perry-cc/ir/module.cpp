#include "perry-cc/ir/module.h"

namespace perry::ir {

AtomId AtomTable::intern(std::string_view text) {
  if (const auto at = ids_.find(text); at != ids_.end()) return at->second;
  const std::string_view copy = arena_.copy(text);
  const AtomId id = texts_.push_back(copy);
  ids_.emplace(copy, id);
  return id;
}

}  // namespace perry::ir
