#include "tests/unit/perry_cc_ir/interpreter.h"

#include <cstdlib>

namespace perry::ir::testing {

namespace {

class Interpreter {
 public:
  Interpreter(const Function& function, const std::vector<bool>& decisions)
      : function_(function), decisions_(decisions), values_(function.value_count()) {}

  Run run(uint32_t steps);

 private:
  int32_t at(ValueId id) const { return values_[id.index]; }
  // Runs one block; none when the function is left.
  BlockId run_block(BlockId block);
  BlockId take(EdgeId edge, const int32_t* received);
  BlockId throw_from(BlockId block, int32_t exception);
  int32_t compute(const Instruction& i, ValueId id) const;

  const Function& function_;
  const std::vector<bool>& decisions_;
  std::vector<int32_t> values_;
  std::vector<int32_t> passed_;
  Run run_;
  size_t decided_ = 0;
  int32_t throws_ = 0;
};

Run Interpreter::run(uint32_t steps) {
  BlockId block = function_.entry();
  while (block && steps-- > 0) block = run_block(block);
  run_.ended = block.is_none();
  return std::move(run_);
}

BlockId Interpreter::take(EdgeId edge, const int32_t* received) {
  passed_.clear();
  if (received != nullptr) passed_.push_back(*received);
  for (const ValueId v : function_.arguments(edge)) passed_.push_back(at(v));
  const BlockId target = function_.edge(edge).target;
  size_t n = 0;
  for (ValueId p = function_.first_parameter(target); p; p = function_.next_parameter(p))
    values_[p.index] = passed_.at(n++);
  return target;
}

BlockId Interpreter::throw_from(BlockId block, int32_t exception) {
  const EdgeId unwind = function_.block(block).unwind;
  if (unwind) return take(unwind, &exception);
  run_.log.push_back(-1'000'000'000LL - exception);
  return BlockId();
}

BlockId Interpreter::run_block(BlockId block) {
  for (ValueId v = function_.first_instruction(block); v; v = function_[v].next) {
    const Instruction& i = function_[v];
    switch (i.op) {
      case Op::Debugger:
        if (decisions_[decided_++ % decisions_.size()]) return throw_from(block, ++throws_);
        break;
      case Op::Box:
        run_.log.push_back(at(function_.operand(v, 0)));
        values_[v.index] = at(function_.operand(v, 0));
        break;
      case Op::Jump:
        return take(function_.edge_of(v, 0), nullptr);
      case Op::Branch:
        return take(function_.edge_of(v, at(function_.operand(v, 0)) != 0 ? 0 : 1), nullptr);
      case Op::Switch: {
        const auto which = static_cast<uint32_t>(at(function_.operand(v, 0)));
        const uint32_t last = function_.edge_count(v) - 1;
        return take(function_.edge_of(v, which < last ? which : last), nullptr);
      }
      case Op::Return:
        return BlockId();
      case Op::Throw:
        return throw_from(block, at(function_.operand(v, 0)));
      default:
        values_[v.index] = compute(i, v);
        break;
    }
  }
  std::abort();  // a block without an end
}

int32_t Interpreter::compute(const Instruction& i, ValueId id) const {
  const auto a = [&] { return static_cast<uint32_t>(at(function_.operand(id, 0))); };
  const auto b = [&] { return static_cast<uint32_t>(at(function_.operand(id, 1))); };
  switch (i.op) {
    case Op::ConstInt32:
    case Op::ConstBool:
      return static_cast<int32_t>(i.first);
    case Op::Undefined:
    case Op::Empty:
      return 0;
    case Op::UnboxBool:
    case Op::BoolToInt32:
      return static_cast<int32_t>(a());
    case Op::AddInt32:
      return static_cast<int32_t>(a() + b());
    case Op::SubInt32:
      return static_cast<int32_t>(a() - b());
    case Op::MulInt32:
      return static_cast<int32_t>(a() * b());
    case Op::XorInt32:
      return static_cast<int32_t>(a() ^ b());
    case Op::NotBool:
      return a() == 0;
    case Op::CompareInt32: {
      const auto x = static_cast<int32_t>(a());
      const auto y = static_cast<int32_t>(b());
      switch (static_cast<Comparison>(i.mode)) {
        case Comparison::Equal:
          return x == y;
        case Comparison::NotEqual:
          return x != y;
        case Comparison::Less:
          return x < y;
        case Comparison::LessEqual:
          return x <= y;
        case Comparison::Greater:
          return x > y;
        case Comparison::GreaterEqual:
          return x >= y;
      }
      return 0;
    }
    default:
      std::abort();  // not part of the subset
  }
}

}  // namespace

Run run(const Function& function, const std::vector<bool>& decisions, uint32_t steps) {
  return Interpreter(function, decisions).run(steps);
}

}  // namespace perry::ir::testing
