#include <algorithm>
#include <vector>

#include "perry-cc/ir/dominators.h"
#include "perry-cc/passes/pass.h"
#include "perry-cc/passes/vocabulary.h"

// Simplifies the graph: drops what can't be reached and unwind edges of blocks that don't throw,
// decides branches on constants, leads edges past blocks that only jump on, and joins blocks that
// follow one another. Decisions come first, since they leave blocks unreachable; joining comes
// last. Each is one walk; a chain of empty blocks is followed to its end once, with every block on
// it remembering where it leads.
namespace perry::passes {

namespace {

class Simplifier {
 public:
  explicit Simplifier(Function& function) : f_(function) {}
  bool run();

 private:
  void drop_idle_unwinds();
  void decide_branches();
  void turn_into_jump(ValueId end, EdgeId edge);
  void thread_edges();
  bool leads_on(BlockId block) const;
  void lead_past(EdgeId edge);
  void remove_unreachable(const std::vector<BlockId>& order);
  void join_blocks(const std::vector<BlockId>& order);
  bool may_join(BlockId above, BlockId below) const;
  void join(BlockId above, BlockId below);

  Function& f_;
  bool changed_ = false;
  std::vector<bool> throws_;  // by block
  ir::Replacements replacements_;
};

bool Simplifier::run() {
  if (f_.block_count() == 1) return false;
  drop_idle_unwinds();
  decide_branches();
  thread_edges();
  const std::vector<BlockId> order = reverse_postorder(f_);
  remove_unreachable(order);
  join_blocks(order);
  replacements_.apply(f_);
  return changed_;
}

bool throws(const Function& f, BlockId block) {
  for (ValueId v = f.block(block).last; v; v = f[v].previous)
    if (may_throw(f[v].op)) return true;
  return false;
}

void Simplifier::drop_idle_unwinds() {
  throws_.resize(f_.block_count());
  for (const BlockId block : f_.blocks()) {
    throws_[block.index] = throws(f_, block);
    if (f_.block(block).unwind.is_none() || throws_[block.index]) continue;
    f_.block(block).unwind = EdgeId();
    changed_ = true;
  }
}

void Simplifier::turn_into_jump(ValueId end, EdgeId edge) {
  f_.rewrite(end, Op::Jump, {}, {0, edge.index, 1});
  changed_ = true;
}

void Simplifier::decide_branches() {
  for (const BlockId block : f_.blocks()) {
    const ValueId end = f_.terminator(block);
    const Op op = f_[end].op;
    if (op != Op::Branch && op != Op::Switch) continue;
    const Instruction& condition = f_[f_.operand(end, 0)];
    const uint32_t count = f_.edge_count(end);
    if (condition.op == Op::ConstBool || condition.op == Op::ConstInt32) {
      uint32_t which = condition.first;
      if (op == Op::Branch) which = condition.first != 0 ? 0 : 1;
      turn_into_jump(end, f_.edge_of(end, which < count ? which : count - 1));
      continue;
    }
    if (op == Op::Branch && condition.op == Op::NotBool) {
      // The other way round, without the `not`.
      const EdgeId if_true = f_.edge_of(end, 0);
      const EdgeId if_false = f_.edge_of(end, 1);
      std::swap(f_.edge(if_true), f_.edge(if_false));
      const ValueId operands[] = {f_.operand(f_.operand(end, 0), 0)};
      f_.rewrite(end, Op::Branch, operands, f_[end].immediate());
      changed_ = true;
    }
    // All ways the same?
    const EdgeId first = f_.edge_of(end, 0);
    bool same = true;
    for (uint32_t i = 1; i < count && same; i++) {
      const EdgeId other = f_.edge_of(end, i);
      const auto a = f_.arguments(first);
      const auto b = f_.arguments(other);
      same = f_.edge(first).target == f_.edge(other).target &&
             std::equal(a.begin(), a.end(), b.begin(), b.end());
    }
    if (same) turn_into_jump(end, first);
  }
}

// A block that does nothing but jump on, and may be left out of an edge.
bool Simplifier::leads_on(BlockId block) const {
  const Block& b = f_.block(block);
  const ValueId first = f_.first_instruction(block);
  return block != f_.entry() && b.kind == BlockKind::Normal && f_[first].op == Op::Jump &&
         f_.edge(f_.edge_of(first, 0)).target != block;
}

// Its parameters become those values that the edge passed for them; nobody else may use them.
void Simplifier::lead_past(EdgeId edge) {
  const BlockId middle = f_.edge(edge).target;
  const EdgeId onward = f_.edge_of(f_.terminator(middle), 0);
  std::vector<ValueId> arguments;
  for (const ValueId v : f_.arguments(onward)) {
    const bool is_parameter = f_[v].op == Op::BlockParameter && f_[v].block == middle;
    arguments.push_back(is_parameter ? f_.arguments(edge)[f_[v].first] : v);
  }
  f_.set_arguments(edge, arguments);
  f_.edge(edge).target = f_.edge(onward).target;
  changed_ = true;
}

void Simplifier::thread_edges() {
  // Parameters that are used outside their block's own jump keep their block in place.
  std::vector<bool> is_needed(f_.block_count());
  const auto need = [&](ValueId v, BlockId user) {
    const BlockId home = f_[v].block;
    if (f_[v].op == Op::BlockParameter && home != user) is_needed[home.index] = true;
  };
  for (const BlockId block : f_.blocks()) {
    for (ValueId v = f_.first_instruction(block); v; v = f_[v].next)
      for (const ValueId operand : f_.operands(v)) need(operand, block);
    f_.each_edge(block, [&](EdgeId e) {
      for (const ValueId argument : f_.arguments(e)) need(argument, block);
    });
  }
  // Far ends first: whatever a block's own edge leads to has been led past already.
  const std::vector<BlockId> order = reverse_postorder(f_);
  // An empty head of a loop around the head of another one keeps the two apart.
  std::vector<uint32_t> number(f_.block_count());
  std::vector<bool> is_head(f_.block_count());
  for (uint32_t i = 0; i < order.size(); i++) number[order[i].index] = i;
  for (const BlockId block : order)
    f_.each_edge(block, [&](EdgeId e) {
      const BlockId target = f_.edge(e).target;
      if (number[target.index] <= number[block.index]) is_head[target.index] = true;
    });
  for (const BlockId block : order)
    if (is_head[block.index] && leads_on(block) &&
        is_head[f_.edge(f_.edge_of(f_.first_instruction(block), 0)).target.index])
      is_needed[block.index] = true;
  for (size_t i = order.size(); i-- > 0;) {
    const BlockId block = order[i];
    f_.each_edge(block, [&](EdgeId e) {
      const BlockId target = f_.edge(e).target;
      if (!is_needed[target.index] && leads_on(target) && target != block) lead_past(e);
    });
  }
}

void Simplifier::remove_unreachable(const std::vector<BlockId>& order) {
  std::vector<bool> reached(f_.block_count());
  for (const BlockId block : order) reached[block.index] = true;
  for (uint32_t i = 0; i < reached.size(); i++) {
    if (reached[i] || f_.block(BlockId(i)).removed) continue;
    f_.remove_block(BlockId(i));
    changed_ = true;
  }
}

bool Simplifier::may_join(BlockId above, BlockId below) const {
  const Block& a = f_.block(above);
  const Block& b = f_.block(below);
  if (b.kind != BlockKind::Normal || below == f_.entry() || above == below) return false;
  if (a.unwind.is_none()) return b.unwind.is_none() || !throws_[above.index];
  // Behind a protected operation that throws, only an end may stand.
  const ValueId end = f_.terminator(below);
  return b.unwind.is_none() && f_.first_instruction(below) == end && !may_throw(f_[end].op);
}

void Simplifier::join(BlockId above, BlockId below) {
  const ValueId jump = f_.terminator(above);
  const EdgeId edge = f_.edge_of(jump, 0);
  uint32_t n = 0;
  for (ValueId p = f_.first_parameter(below); p; p = f_.next_parameter(p))
    replacements_.replace(p, replacements_.find(f_.arguments(edge)[n++]));
  f_.remove(jump);
  for (ValueId v = f_.first_instruction(below); v;) {
    const ValueId next = f_[v].next;
    f_.remove(v);
    f_.append(above, v);
    v = next;
  }
  f_.each_edge(above, [&](EdgeId e) { f_.edge(e).source = above; });
  if (const EdgeId unwind = f_.block(below).unwind) {
    f_.block(above).unwind = unwind;
    f_.edge(unwind).source = above;
  }
  throws_[above.index] = throws_[above.index] || throws_[below.index];
  f_.remove_block(below);
  changed_ = true;
}

void Simplifier::join_blocks(const std::vector<BlockId>& order) {
  std::vector<uint32_t> ways(f_.block_count());
  for (const BlockId block : f_.blocks())
    f_.each_edge(block, [&](EdgeId e) { ways[f_.edge(e).target.index]++; });
  for (const BlockId block : order) {
    if (f_.block(block).removed) continue;
    for (;;) {
      const ValueId end = f_.terminator(block);
      if (f_[end].op != Op::Jump) break;
      const BlockId below = f_.edge(f_.edge_of(end, 0)).target;
      if (ways[below.index] != 1 || !may_join(block, below)) break;
      join(block, below);
    }
  }
}

}  // namespace

bool simplify_flow(Module&, Function& body) { return Simplifier(body).run(); }

}  // namespace perry::passes
