#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "perry-cc/ir/function.h"

namespace perry::ir {

// One place where a value is used: as an operand of `user`, or as an argument of `edge`.
struct Use {
  ValueId user;
  EdgeId edge;
};

// All uses of every value, gathered in one walk; a snapshot that edits make stale.
class Uses {
 public:
  explicit Uses(const Function& function);
  std::span<const Use> of(ValueId value) const {
    if (size_t{value.index} + 1 >= starts_.size()) return {};
    return {uses_.data() + starts_[value.index], uses_.data() + starts_[value.index + 1]};
  }

 private:
  std::vector<uint32_t> starts_;
  std::vector<Use> uses_;
};

// Calls f(value, use) for every use in the function.
template <class F>
void each_use(const Function& function, F&& f) {
  for (const BlockId block : function.blocks()) {
    for (ValueId v = function.block(block).first; v; v = function[v].next)
      for (const ValueId operand : function.operands(v)) f(operand, Use{v, EdgeId()});
    function.each_edge(block, [&](EdgeId edge) {
      for (const ValueId argument : function.arguments(edge)) f(argument, Use{ValueId(), edge});
    });
  }
}

}  // namespace perry::ir
