#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "perry-cc/ir/ir.h"
#include "perry-cc/ir/uses.h"
#include "perry-cc/passes/constant.h"

namespace perry::passes {

// Kinds of JavaScript values, as a set.
enum class Kinds : uint16_t {
  None = 0,
  Empty = 1 << 0,
  Undefined = 1 << 1,
  Null = 1 << 2,
  Bool = 1 << 3,
  Number = 1 << 4,
  String = 1 << 5,
  Symbol = 1 << 6,
  BigInt = 1 << 7,
  Object = 1 << 8,
  Nullish = Undefined | Null,
  Numeric = Number | BigInt,
  Value = Nullish | Bool | Number | String | Symbol | BigInt | Object,
  All = Value | Empty,
};
constexpr Kinds operator|(Kinds a, Kinds b) {
  return static_cast<Kinds>(static_cast<uint16_t>(a) | static_cast<uint16_t>(b));
}
constexpr Kinds operator&(Kinds a, Kinds b) {
  return static_cast<Kinds>(static_cast<uint16_t>(a) & static_cast<uint16_t>(b));
}
constexpr Kinds operator-(Kinds a, Kinds b) {
  return static_cast<Kinds>(static_cast<uint16_t>(a) & ~static_cast<uint16_t>(b));
}
constexpr bool may_be(Kinds set, Kinds any_of) { return (set & any_of) != Kinds::None; }
constexpr bool is_only(Kinds set, Kinds all) {
  return set != Kinds::None && (set - all) == Kinds::None;
}

// What is proven of a value: its kinds, and the value itself where there is just one. No kinds: no
// value ever comes here.
struct Fact {
  Kinds kinds = Kinds::None;
  std::optional<Constant> constant;

  static Fact of(Kinds kinds) { return {kinds, std::nullopt}; }
  static Fact of(const Constant& constant);
  friend bool operator==(const Fact&, const Fact&) = default;
};
Fact join(const Fact& a, const Fact& b);

Kinds kinds_of_type(ir::Type type);
// Operations whose boxed result may be Empty; a block's parameter is what it is passed.
bool may_make_empty(ir::Op op);

// Facts about every value of a function, and which of its blocks can run: conditional propagation
// over the graph and the uses (Wegman and Zadeck, "Constant Propagation with Conditional Branches",
// 1991). Facts only grow, by at most ten steps each, so the work is linear in the uses.
class Inference {
 public:
  Inference(ir::Module& module, const ir::Function& function);

  const Fact& fact(ir::ValueId id) const { return facts_[id.index]; }
  Kinds kinds(ir::ValueId id) const { return facts_[id.index].kinds; }
  bool runs(ir::BlockId block) const { return runs_[block.index]; }
  bool runs(ir::EdgeId edge) const { return edge_runs_[edge.index]; }

 private:
  void run();
  void reach(ir::EdgeId edge);
  void enter(ir::BlockId block);
  void visit(ir::ValueId id);
  void pass_arguments(ir::EdgeId edge);
  void follow_end(ir::ValueId id);
  void grow(ir::ValueId id, const Fact& fact);
  Fact compute(ir::ValueId id);
  Kinds computed_kinds(ir::ValueId id) const;
  Kinds kinds_of_binary(ir::BinaryOperator op, Kinds a, Kinds b) const;
  std::optional<bool> decide(ir::ValueId id) const;

  ir::Module& module_;
  const ir::Function& f_;
  ir::Uses uses_;
  std::vector<Fact> facts_;
  std::vector<bool> runs_;
  std::vector<bool> edge_runs_;
  std::vector<ir::BlockId> blocks_;
  std::vector<ir::ValueId> values_;
  std::vector<Constant> constants_;
};

}  // namespace perry::passes
