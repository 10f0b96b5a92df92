#include <algorithm>

#include "perry-cc/ir/loops.h"
#include "perry-cc/passes/speculation.h"
#include "perry-cc/passes/vocabulary.h"

// Chooses the loops that have a fast version of their own to come back to: those inside of loops
// that are quiet once the assumptions hold. What is known of arrays and objects is found out in
// front of the outermost of these, which it can't be where its inner loops can be entered from
// elsewhere.
namespace perry::passes {

namespace {

// All repeats of a function together, in operations: so much code at most.
constexpr size_t kMostRepeated = 600;

// Whether the fast version does it without changing what is known of arrays and objects.
bool becomes_quiet(const Function& f, const SpeculationPlan& plan, ValueId v) {
  switch (f[v].op) {
    case Op::Binary:
    case Op::Compare:
    case Op::Unary:
    case Op::ToNumeric:
    case Op::ToNumber:
    case Op::ToPropertyKey:
      return std::ranges::all_of(f.operands(v),
                                 [&](ValueId operand) { return plan.numbers[operand.index]; });
    default:
      return is_quiet(f[v].op);
  }
}

std::vector<bool> quiet_loops(const Function& f, const ir::Loops& loops,
                              const SpeculationPlan& plan) {
  std::vector<bool> is_attempt(f.value_count());
  for (const Assumption& a : plan.assumptions)
    is_attempt[a.value.index] = a.check == Assumption::Check::Attempt;
  std::vector<bool> is_quiet_loop(loops.all().size(), true);
  for (const BlockId block : f.blocks()) {
    ValueId v = loops.of(block) ? f.first_instruction(block) : ValueId();
    while (v && (is_attempt[v.index] || becomes_quiet(f, plan, v))) v = f[v].next;
    if (!v) continue;
    for (ir::LoopId loop = loops.of(block); loop; loop = loops[loop].parent)
      is_quiet_loop[loop.index] = false;
  }
  return is_quiet_loop;
}

// Operations, by loop.
std::vector<size_t> sizes(const Function& f, const ir::Loops& loops) {
  std::vector<size_t> result(loops.all().size());
  for (const BlockId block : f.blocks()) {
    size_t count = 0;
    for (ValueId v = f.first_instruction(block); v; v = f[v].next) count++;
    for (ir::LoopId loop = loops.of(block); loop; loop = loops[loop].parent)
      result[loop.index] += count;
  }
  return result;
}

}  // namespace

std::vector<bool> loops_to_repeat(const Function& f, const ir::Loops& loops,
                                  const std::vector<bool>& has_check, const SpeculationPlan& plan) {
  const std::vector<bool> is_quiet_loop = quiet_loops(f, loops, plan);
  const std::vector<size_t> size = sizes(f, loops);
  std::vector<bool> result(loops.all().size());
  size_t total = 0;
  for (size_t n = 0; n < result.size(); n++) {
    const ir::LoopId around = loops.all()[n].parent;
    if (!has_check[n] || !around || !is_quiet_loop[around.index]) continue;
    total += size[n];
    if (total > kMostRepeated) break;
    result[n] = true;
  }
  return result;
}

}  // namespace perry::passes
