#include <map>
#include <utility>
#include <vector>

#include "perry-cc/ir/dominators.h"
#include "perry-cc/passes/pass.h"
#include "perry-cc/passes/speculation.h"
#include "perry-cc/passes/vocabulary.h"

// Asks once for an object's fields, not at each of its properties.
//
// Where `has.fields` of an object was true, it stays true as long as only attempts are made: they
// may add properties to an object, but remove, move and redefine none. So this is a problem of
// available facts, forward over the graph: a fact is an object and what it was found to have, it
// begins at the edge on which the answer was yes, and what is not quiet ends all of them. A check
// of what is known becomes `true`. Facts are bits of a word; the few functions that have more of
// them keep their other checks.
namespace perry::passes {

namespace {

class FieldChecks {
 public:
  explicit FieldChecks(Function& function)
      : f_(function),
        order_(ir::reverse_postorder(function)),
        predecessors_(function),
        known_(function.block_count(), ~uint64_t{0}),
        begins_(function.block_count()),
        is_quiet_(function.block_count(), true) {}
  bool run();

 private:
  static constexpr size_t kMostFacts = 64;

  uint64_t fact_of(ValueId check);
  void look_at(BlockId block);
  bool spread();
  bool use(BlockId block);

  Function& f_;
  std::vector<BlockId> order_;
  ir::Predecessors predecessors_;
  std::map<std::pair<uint32_t, uint32_t>, uint64_t> facts_;  // by object and keys
  std::vector<uint64_t> known_;                              // by block: at its start
  std::vector<uint64_t> begins_;                             // on its first edge
  std::vector<bool> is_quiet_;
};

uint64_t FieldChecks::fact_of(ValueId check) {
  const std::pair key(f_.operand(check, 0).index, f_[check].first);
  if (const auto known = facts_.find(key); known != facts_.end()) return known->second;
  if (facts_.size() == kMostFacts) return 0;
  return facts_[key] = uint64_t{1} << facts_.size();
}

void FieldChecks::look_at(BlockId block) {
  ValueId last;
  for (ValueId v = f_.first_instruction(block); v; v = f_[v].next) {
    if (f_[v].op == Op::HasFields) {
      const uint64_t fact = fact_of(v);
      last = fact != 0 ? v : last;
    } else if (!is_quiet(f_[v].op)) {
      is_quiet_[block.index] = false;
      last = ValueId();
    }
  }
  const ValueId end = f_.terminator(block);
  if (last && f_[end].op == Op::Branch && f_.operand(end, 0) == last)
    begins_[block.index] = fact_of(last);
}

bool FieldChecks::spread() {
  bool changed = false;
  for (const BlockId block : order_) {
    const bool is_plain = block != f_.entry() && f_.block(block).kind == ir::BlockKind::Normal;
    uint64_t known = is_plain ? ~uint64_t{0} : 0;
    for (const EdgeId e : predecessors_.of(block)) {
      const BlockId source = f_.edge(e).source;
      uint64_t from = is_quiet_[source.index] ? known_[source.index] : 0;
      const ValueId end = f_.terminator(source);
      if (begins_[source.index] != 0 && f_.edge_of(end, 0) == e) from |= begins_[source.index];
      known &= from;
    }
    changed = changed || known != known_[block.index];
    known_[block.index] = known;
  }
  return changed;
}

bool FieldChecks::use(BlockId block) {
  uint64_t known = known_[block.index];
  bool changed = false;
  for (ValueId v = f_.first_instruction(block); v && known != 0; v = f_[v].next) {
    if (f_[v].op == Op::HasFields) {
      if ((fact_of(v) & known) == 0) continue;
      f_.rewrite(v, Op::ConstBool, {}, Immediate::of(true));
      changed = true;
    } else if (!is_quiet(f_[v].op)) {
      known = 0;
    }
  }
  return changed;
}

bool FieldChecks::run() {
  for (const BlockId block : order_) look_at(block);
  if (facts_.empty()) return false;
  while (spread()) {
  }
  bool changed = false;
  for (const BlockId block : order_) changed = use(block) || changed;
  return changed;
}

}  // namespace

bool share_field_checks(Module&, Function& body) { return FieldChecks(body).run(); }

}  // namespace perry::passes
