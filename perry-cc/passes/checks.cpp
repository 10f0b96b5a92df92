#include <unordered_set>
#include <vector>

#include "perry-cc/ir/dominators.h"
#include "perry-cc/passes/infer.h"
#include "perry-cc/passes/pass.h"
#include "perry-cc/passes/vocabulary.h"

// Removes checks that a binding is initialised where that is so on every way: behind another check
// of it, or behind a store to it. It relies on irgen's promise that a binding that is initialised
// never becomes Empty again, whoever runs in between (a loop's next iteration has a box of its
// own).
//
// A walk down the dominator tree carries the set of what is known, and takes back on leaving a
// block what it learned there. What the last operation of a protected block proves holds only where
// it didn't throw: in the block behind, if nothing else leads there.
namespace perry::passes {

namespace {

class CheckRemover {
 public:
  explicit CheckRemover(Function& function)
      : f_(function), dominators_(function), predecessors_(function) {}
  bool run();

 private:
  using Key = uint64_t;
  static Key binding_key(uint32_t binding) { return binding; }
  static Key box_key(ValueId cell) { return uint64_t{1} << 32 | cell.index; }
  static Key value_key(ValueId value) { return uint64_t{2} << 32 | value.index; }

  void find_emptied_boxes();
  void walk_block(BlockId block);
  void learn_from_predecessor(BlockId block);
  // What the instruction proves where it has not thrown.
  void learn(ValueId id);
  void know(Key key) {
    if (known_.insert(key).second) trail_.push_back(key);
  }
  bool knows(Key key) const { return known_.contains(key); }
  bool is_initialized(ValueId value) const;
  bool never_empty(ValueId value) const {
    if (f_[value].type != Type(Rep::Boxed) || knows(value_key(value))) return true;
    return f_[value].op != Op::BlockParameter && !may_make_empty(f_[value].op);
  }

  Function& f_;
  ir::Dominators dominators_;
  ir::Predecessors predecessors_;
  ir::Replacements replacements_;
  std::unordered_set<Key> known_;
  std::vector<Key> trail_;
  std::vector<bool> emptied_;  // boxes that this function itself stores Empty into
};

void CheckRemover::find_emptied_boxes() {
  emptied_.resize(f_.value_count());
  for (const BlockId block : f_.blocks()) {
    for (ValueId v = f_.first_instruction(block); v; v = f_[v].next) {
      if (f_[v].op == Op::StoreBox && !never_empty(f_.operand(v, 1)))
        emptied_[f_.operand(v, 0).index] = true;
    }
  }
}

bool CheckRemover::is_initialized(ValueId value) const {
  if (knows(value_key(value))) return true;
  const Instruction& i = f_[value];
  if (i.op == Op::LoadModule) return knows(binding_key(i.first));
  if (i.op == Op::LoadBox) return knows(box_key(f_.operand(value, 0)));
  return false;
}

void CheckRemover::learn(ValueId id) {
  const Instruction& i = f_[id];
  const auto know_box = [&](ValueId cell) {
    if (!emptied_[cell.index]) know(box_key(cell));
  };
  switch (i.op) {
    case Op::CheckInitialized: {
      const ValueId value = f_.operand(id, 0);
      know(value_key(value));
      if (f_[value].op == Op::LoadModule) know(binding_key(f_[value].first));
      if (f_[value].op == Op::LoadBox) know_box(f_.operand(value, 0));
      break;
    }
    case Op::StoreModule:
      if (never_empty(f_.operand(id, 0))) know(binding_key(i.first));
      break;
    case Op::StoreBox:
      if (never_empty(f_.operand(id, 1))) know_box(f_.operand(id, 0));
      break;
    case Op::NewBox:
      if (never_empty(f_.operand(id, 0))) know_box(id);
      break;
    default:
      break;
  }
}

void CheckRemover::learn_from_predecessor(BlockId block) {
  const auto edges = predecessors_.of(block);
  if (edges.size() != 1 || f_.block(block).kind == BlockKind::Handler) return;
  const BlockId source = f_.edge(edges[0]).source;
  if (f_.block(source).unwind.is_none()) return;
  const ValueId last = f_[f_.terminator(source)].previous;
  if (last) learn(last);
}

void CheckRemover::walk_block(BlockId block) {
  learn_from_predecessor(block);
  const bool is_protected = !f_.block(block).unwind.is_none();
  for (ValueId v = f_.first_instruction(block); v;) {
    const ValueId next = f_[v].next;
    if (f_[v].op == Op::CheckInitialized && is_initialized(f_.operand(v, 0))) {
      replacements_.replace(v, f_.operand(v, 0));
      f_.remove(v);
    } else if (!is_protected || !may_throw(f_[v].op)) {
      learn(v);
    }
    v = next;
  }
}

bool CheckRemover::run() {
  find_emptied_boxes();
  // Children in the dominator tree, as lists.
  std::vector<BlockId> first_child(f_.block_count());
  std::vector<BlockId> next_child(f_.block_count());
  const auto& order = dominators_.order();
  for (size_t i = order.size(); i-- > 1;) {
    const BlockId parent = dominators_.parent(order[i]);
    next_child[order[i].index] = first_child[parent.index];
    first_child[parent.index] = order[i];
  }
  struct Step {
    BlockId next;  // child to walk
    size_t trail;  // what was known before the block
  };
  std::vector<Step> stack;
  const auto enter = [&](BlockId block) {
    stack.push_back({first_child[block.index], trail_.size()});
    walk_block(block);
  };
  enter(f_.entry());
  while (!stack.empty()) {
    const BlockId child = stack.back().next;
    if (child.is_none()) {
      while (trail_.size() > stack.back().trail) {
        known_.erase(trail_.back());
        trail_.pop_back();
      }
      stack.pop_back();
      continue;
    }
    stack.back().next = next_child[child.index];
    enter(child);
  }
  if (replacements_.empty()) return false;
  replacements_.apply(f_);
  return true;
}

}  // namespace

bool remove_checks(Module&, Function& body) { return CheckRemover(body).run(); }

}  // namespace perry::passes
