#include <vector>

#include "perry-cc/ir/dominators.h"
#include "perry-cc/passes/pass.h"
#include "perry-cc/passes/vocabulary.h"

// Removes values that nobody needs. Needed is what has an effect, and what something needed uses; a
// parameter needs its arguments only if it is needed itself, so loops that carry a value for
// nobody's sake go too.
namespace perry::passes {

namespace {

class Marker {
 public:
  explicit Marker(Function& function)
      : f_(function), predecessors_(function), needed_(function.value_count()) {}

  void mark_all();
  bool sweep();

 private:
  void need(ValueId v) {
    if (needed_[v.index]) return;
    needed_[v.index] = true;
    work_.push_back(v);
  }
  void follow(ValueId v);

  Function& f_;
  ir::Predecessors predecessors_;
  std::vector<bool> needed_;
  std::vector<ValueId> work_;
};

void Marker::follow(ValueId v) {
  const Instruction& i = f_[v];
  for (const ValueId operand : f_.operands(v)) need(operand);
  if (i.op != Op::BlockParameter) return;
  const uint32_t implicit = f_.block(i.block).implicit_parameters();
  if (i.first < implicit) return;
  for (const EdgeId e : predecessors_.of(i.block)) need(f_.arguments(e)[i.first - implicit]);
}

void Marker::mark_all() {
  for (const BlockId block : f_.blocks())
    for (ValueId v = f_.first_instruction(block); v; v = f_[v].next)
      if (!is_removable(f_[v].op)) need(v);
  while (!work_.empty()) {
    const ValueId v = work_.back();
    work_.pop_back();
    follow(v);
  }
}

bool Marker::sweep() {
  bool changed = false;
  std::vector<bool> goes(f_.value_count());
  for (const BlockId block : f_.blocks()) {
    uint32_t keep = f_.block(block).implicit_parameters();
    for (ValueId p = f_.first_parameter(block); p; p = f_.next_parameter(p)) {
      if (keep > 0) {
        keep--;
        continue;
      }
      if (needed_[p.index]) continue;
      goes[p.index] = changed = true;
    }
    for (ValueId v = f_.first_instruction(block); v;) {
      const ValueId next = f_[v].next;
      if (!needed_[v.index]) {
        f_.remove(v);
        changed = true;
      }
      v = next;
    }
  }
  if (changed) f_.remove_parameters(goes);
  return changed;
}

}  // namespace

bool remove_dead(Module&, Function& body) {
  Marker marker(body);
  marker.mark_all();
  return marker.sweep();
}

}  // namespace perry::passes
