#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "perry-cc/ir/dominators.h"
#include "perry-cc/ir/liveness.h"
#include "perry-cc/ir/loops.h"
#include "perry-cc/ir/uses.h"
#include "perry-cc/ir/verify.h"
#include "tests/unit/perry_cc_ir/random_program.h"

using namespace perry::ir;

namespace {

// What can be reached from the entry without passing `avoided`.
std::vector<bool> reachable(const Function& f, BlockId avoided) {
  std::vector<bool> seen(f.block_count());
  if (avoided == f.entry()) return seen;
  std::vector<BlockId> work = {f.entry()};
  seen[0] = true;
  while (!work.empty()) {
    const BlockId block = work.back();
    work.pop_back();
    f.each_edge(block, [&](EdgeId e) {
      const BlockId target = f.edge(e).target;
      if (target == avoided || seen[target.index]) return;
      seen[target.index] = true;
      work.push_back(target);
    });
  }
  return seen;
}

// The blocks of the natural loop with this header, by its definition.
std::set<uint32_t> loop_blocks(const Function& f, const Dominators& dominators, BlockId header) {
  const Predecessors predecessors(f);
  std::set<uint32_t> blocks;
  std::vector<BlockId> work;
  for (const EdgeId e : predecessors.of(header))
    if (dominators.dominates(header, f.edge(e).source)) work.push_back(f.edge(e).source);
  if (work.empty()) return blocks;
  blocks.insert(header.index);
  while (!work.empty()) {
    const BlockId block = work.back();
    work.pop_back();
    if (!blocks.insert(block.index).second) continue;
    for (const EdgeId e : predecessors.of(block))
      if (dominators.is_reachable(f.edge(e).source)) work.push_back(f.edge(e).source);
  }
  return blocks;
}

void build_random(Module& module, std::mt19937& random) {
  testing::build(testing::random_program(random, 2 + random() % 16, 1 + random() % 4),
                 module.function(module.new_function()), random);
}

}  // namespace

TEST_CASE("dominators agree with their definition") {
  std::mt19937 random(3);
  for (uint32_t round = 0; round < 400; round++) {
    Module module;
    build_random(module, random);
    const Function& f = module.function(FunctionId(0));
    const Dominators dominators(f);
    const std::vector<bool> reached = reachable(f, BlockId());
    for (const BlockId above : f.blocks()) {
      const std::vector<bool> around = reachable(f, above);
      for (const BlockId below : f.blocks()) {
        const bool wanted = reached[below.index] && !around[below.index];
        REQUIRE(dominators.dominates(above, below) == wanted);
      }
    }
    for (const BlockId block : f.blocks()) {
      const BlockId parent = dominators.parent(block);
      if (parent.is_none()) continue;
      REQUIRE(dominators.dominates(parent, block));
      REQUIRE(dominators.depth(block) == dominators.depth(parent) + 1);
      REQUIRE(dominators.order_of(parent) < dominators.order_of(block));
    }
  }
}

TEST_CASE("loops agree with their definition where flow is reducible") {
  std::mt19937 random(4);
  uint32_t loops_seen = 0;
  for (uint32_t round = 0; round < 400; round++) {
    Module module;
    build_random(module, random);
    const Function& f = module.function(FunctionId(0));
    const Dominators dominators(f);
    const Loops loops(f, dominators);
    for (uint32_t n = 0; n < loops.all().size(); n++) {
      loops_seen++;
      const Loop& loop = loops.all()[n];
      const auto wanted = loop_blocks(f, dominators, loop.header);
      for (const BlockId block : f.blocks())
        REQUIRE(loops.contains(LoopId(n), block) == wanted.contains(block.index));
      if (loop.parent) REQUIRE(loops[loop.parent].depth + 1 == loop.depth);
    }
    for (const BlockId block : f.blocks())
      if (!loop_blocks(f, dominators, block).empty()) REQUIRE(loops.headed_by(block));
  }
  CHECK(loops_seen > 200);
}

TEST_CASE("liveness agrees with its equations") {
  std::mt19937 random(5);
  for (uint32_t round = 0; round < 200; round++) {
    Module module;
    build_random(module, random);
    const Function& f = module.function(FunctionId(0));
    std::vector<std::set<uint32_t>> live(f.block_count());
    for (bool changed = true; changed;) {
      changed = false;
      for (const BlockId block : f.blocks()) {
        std::set<uint32_t> now;
        f.each_edge(block, [&](EdgeId e) {
          const auto& next = live[f.edge(e).target.index];
          now.insert(next.begin(), next.end());
          for (const ValueId v : f.arguments(e)) now.insert(v.index);
        });
        for (ValueId v = f.block(block).first; v; v = f[v].next)
          for (const ValueId operand : f.operands(v)) now.insert(operand.index);
        for (ValueId v = f.block(block).first; v; v = f[v].next) now.erase(v.index);
        changed = changed || now != live[block.index];
        live[block.index] = now;
      }
    }
    const Liveness liveness(f);
    for (const BlockId block : f.blocks()) {
      std::set<uint32_t> got;
      for (const ValueId v : liveness.live_in(block)) got.insert(v.index);
      REQUIRE(got == live[block.index]);
    }
  }
}

TEST_CASE("uses are counted where they are") {
  std::mt19937 random(6);
  Module module;
  build_random(module, random);
  const Function& f = module.function(FunctionId(0));
  const Uses uses(f);
  size_t total = 0;
  for (uint32_t i = 0; i < f.value_count(); i++) {
    for (const Use& use : uses.of(ValueId(i))) {
      total++;
      const auto where = use.edge ? f.arguments(use.edge) : f.operands(use.user);
      CHECK(std::find(where.begin(), where.end(), ValueId(i)) != where.end());
    }
  }
  size_t wanted = 0;
  each_use(f, [&](ValueId, Use) { wanted++; });
  CHECK(total == wanted);
}
