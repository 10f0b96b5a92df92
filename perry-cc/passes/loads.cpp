#include <unordered_map>
#include <vector>

#include "perry-cc/ir/dominators.h"
#include "perry-cc/passes/pass.h"
#include "perry-cc/passes/vocabulary.h"

// Uses a variable's or a field's value where it has just been loaded or stored: in the same block,
// or in those before it that alone lead to each other. Of two ways out of a block the first one is
// followed, which in the fast version goes on there. Whatever may write the heap or run JavaScript
// forgets everything but what can't change; a field's store forgets what is in the same slot of
// other objects.
namespace perry::passes {

namespace {

class Forwarder {
 public:
  Forwarder(const Module& module, Function& function)
      : module_(module), f_(function), predecessors_(function) {}
  bool run();

 private:
  void run_chain(BlockId block);
  void visit(ValueId id);
  void load(ValueId id, std::unordered_map<uint32_t, ValueId>& known, uint32_t key);
  BlockId only_successor(BlockId block) const;
  void forget();
  bool is_fixed(uint32_t binding) const {
    const Binding& b = module_.bindings[BindingId(binding)];
    return has(b.flags, BindingFlag::Const) && !has(b.flags, BindingFlag::MayBeUninitialized);
  }

  const Module& module_;
  Function& f_;
  ir::Predecessors predecessors_;
  ir::Replacements replacements_;
  std::unordered_map<uint32_t, ValueId> boxes_;                                 // by the cell
  std::unordered_map<uint32_t, ValueId> bindings_;                              // that may change
  std::unordered_map<uint32_t, ValueId> fixed_;                                 // those that can't
  std::unordered_map<uint32_t, std::unordered_map<uint32_t, ValueId>> fields_;  // slots, objects
  bool changed_ = false;
};

void Forwarder::load(ValueId id, std::unordered_map<uint32_t, ValueId>& known, uint32_t key) {
  const auto [at, is_new] = known.try_emplace(key, id);
  if (is_new) return;
  replacements_.replace(id, at->second);
  f_.remove(id);
  changed_ = true;
}

void Forwarder::forget() {
  boxes_.clear();
  bindings_.clear();
  fields_.clear();
}

void Forwarder::visit(ValueId id) {
  const Instruction& i = f_[id];
  const auto operand = [&](uint32_t n) { return replacements_.find(f_.operand(id, n)); };
  switch (i.op) {
    case Op::LoadBox:
      load(id, boxes_, operand(0).index);
      break;
    case Op::StoreBox: {
      // Two cells may be the same box.
      const uint32_t cell = operand(0).index;
      boxes_.clear();
      boxes_[cell] = operand(1);
      break;
    }
    case Op::NewBox:
      boxes_[id.index] = operand(0);
      break;
    case Op::LoadModule:
      load(id, is_fixed(i.first) ? fixed_ : bindings_, i.first);
      break;
    case Op::LoadField:
      load(id, fields_[i.first], operand(0).index);
      break;
    case Op::StoreField: {
      auto& slot = fields_[i.first];
      slot.clear();
      slot[operand(0).index] = operand(1);
      break;
    }
    case Op::TrySetElem:
    case Op::TrySetElemView:
    case Op::TryCall:
      // Elements are no fields, and variables neither.
      break;
    case Op::StoreModule:
      bindings_.clear();
      if (!is_fixed(i.first)) bindings_[i.first] = operand(0);
      break;
    default:
      if (has(op_info(i.op).effects, Effects::Writes | Effects::RunsJs)) forget();
      break;
  }
}

BlockId Forwarder::only_successor(BlockId block) const {
  const ValueId end = f_.terminator(block);
  if (f_[end].op != Op::Jump && f_[end].op != Op::Branch) return BlockId();
  const BlockId next = f_.edge(f_.edge_of(end, 0)).target;
  return predecessors_.of(next).size() == 1 ? next : BlockId();
}

void Forwarder::run_chain(BlockId block) {
  forget();
  fixed_.clear();
  for (; block; block = only_successor(block)) {
    for (ValueId v = f_.first_instruction(block); v;) {
      const ValueId next = f_[v].next;
      visit(v);
      v = next;
    }
  }
}

bool Forwarder::run() {
  for (const BlockId block : reverse_postorder(f_)) {
    // The others are walked with the block before them.
    const auto edges = predecessors_.of(block);
    if (edges.size() == 1 && only_successor(f_.edge(edges[0]).source) == block) continue;
    run_chain(block);
  }
  replacements_.apply(f_);
  return changed_;
}

}  // namespace

bool forward_loads(Module& module, Function& body) { return Forwarder(module, body).run(); }

}  // namespace perry::passes
