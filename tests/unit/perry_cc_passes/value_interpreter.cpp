#include "tests/unit/perry_cc_passes/value_interpreter.h"

#include <cmath>
#include <cstdlib>

#include "perry-cc/ir/print.h"

namespace perry::passes::testing {

using namespace ir;
using Kind = Constant::Kind;

namespace {

class Interpreter {
 public:
  Interpreter(Module& module, const Function& function, const Inputs& inputs)
      : module_(module),
        f_(function),
        inputs_(inputs),
        values_(function.value_count()),
        cells_(function.value_count()),
        bindings_(module.bindings.size(), Constant::of(Kind::Empty)) {}

  Run run(uint32_t blocks);

 private:
  const Constant& at(ValueId id) const { return values_[id.index]; }
  std::string text_of(const Constant& c) const;
  BlockId run_block(BlockId block);
  BlockId take(EdgeId edge, const Constant* received);
  BlockId throw_from(BlockId block, const Constant& exception);
  // False: it throws `exception_`.
  bool execute(ValueId id);
  bool call(ValueId id);

  Module& module_;
  const Function& f_;
  const Inputs& inputs_;
  std::vector<Constant> values_;
  std::vector<uint32_t> cells_;  // by value: which box it is
  std::vector<Constant> boxes_;
  std::vector<Constant> bindings_;
  std::vector<Constant> passed_;
  std::vector<uint32_t> passed_cells_;
  Constant exception_;
  size_t calls_ = 0;
  Run run_;
};

std::string Interpreter::text_of(const Constant& c) const {
  std::string text;
  switch (c.kind) {
    case Kind::Empty:
      return "empty";
    case Kind::Undefined:
      return "undefined";
    case Kind::Null:
      return "null";
    case Kind::Bool:
      return c.boolean ? "true" : "false";
    case Kind::Number:
      append_double(text, c.number);
      return text;
    case Kind::String:
      append_quoted(text, module_.atoms.text(c.string));
      return text;
  }
  return text;
}

Run Interpreter::run(uint32_t blocks) {
  BlockId block = f_.entry();
  while (block && blocks-- > 0) block = run_block(block);
  run_.ended = block.is_none();
  return std::move(run_);
}

BlockId Interpreter::take(EdgeId edge, const Constant* received) {
  passed_.clear();
  passed_cells_.clear();
  if (received != nullptr) {
    passed_.push_back(*received);
    passed_cells_.push_back(0);
  }
  for (const ValueId v : f_.arguments(edge)) {
    passed_.push_back(at(v));
    passed_cells_.push_back(cells_[v.index]);
  }
  const BlockId target = f_.edge(edge).target;
  size_t n = 0;
  for (ValueId p = f_.first_parameter(target); p; p = f_.next_parameter(p), n++) {
    values_[p.index] = passed_.at(n);
    cells_[p.index] = passed_cells_[n];
  }
  return target;
}

BlockId Interpreter::throw_from(BlockId block, const Constant& exception) {
  const Constant copy = exception;
  if (const EdgeId unwind = f_.block(block).unwind) return take(unwind, &copy);
  run_.log.push_back("uncaught " + text_of(copy));
  return BlockId();
}

BlockId Interpreter::run_block(BlockId block) {
  for (ValueId v = f_.first_instruction(block); v; v = f_[v].next) {
    switch (f_[v].op) {
      case Op::Jump:
        return take(f_.edge_of(v, 0), nullptr);
      case Op::Branch:
        return take(f_.edge_of(v, at(f_.operand(v, 0)).boolean ? 0 : 1), nullptr);
      case Op::Return:
        run_.log.push_back("return " + text_of(at(f_.operand(v, 0))));
        return BlockId();
      case Op::Throw:
        return throw_from(block, at(f_.operand(v, 0)));
      case Op::Unreachable:
        std::abort();
      default:
        if (!execute(v)) return throw_from(block, exception_);
        break;
    }
  }
  std::abort();  // a block without an end
}

bool Interpreter::call(ValueId id) {
  std::string line = "call";
  for (const ValueId v : f_.operands(id)) line += ' ' + text_of(at(v));
  run_.log.push_back(std::move(line));
  const size_t n = calls_++;
  const Constant& given = inputs_.values[n % inputs_.values.size()];
  if (inputs_.throws[n % inputs_.throws.size()]) {
    exception_ = given;
    return false;
  }
  values_[id.index] = given;
  return true;
}

bool Interpreter::execute(ValueId id) {
  const Instruction& i = f_[id];
  const auto operand = [&](uint32_t n) { return f_.operand(id, n); };
  Constant& result = values_[id.index];
  switch (i.op) {
    case Op::Call:
      return call(id);
    case Op::Parameter:
      result = inputs_.values[i.first % inputs_.values.size()];
      return true;
    case Op::NewBox:
      cells_[id.index] = static_cast<uint32_t>(boxes_.size());
      boxes_.push_back(at(operand(0)));
      return true;
    case Op::LoadBox:
      result = boxes_[cells_[operand(0).index]];
      return true;
    case Op::StoreBox:
      boxes_[cells_[operand(0).index]] = at(operand(1));
      return true;
    case Op::LoadModule:
      result = bindings_[i.first];
      return true;
    case Op::StoreModule:
      bindings_[i.first] = at(operand(0));
      return true;
    case Op::SameReference:
      result = Constant::of(at(operand(0)) == at(operand(1)));
      return true;
    case Op::CheckInitialized:
      result = at(operand(0));
      exception_ = Constant::of(module_.atoms.intern("uninitialized"));
      return result.kind != Kind::Empty;
    case Op::PowDouble:
      result = Constant::of(std::pow(at(operand(0)).number, at(operand(1)).number));
      return true;
    default:
      break;
  }
  if (const auto constant = constant_of(f_, id)) {
    result = *constant;
    return true;
  }
  std::vector<Constant> operands;
  for (const ValueId v : f_.operands(id)) operands.push_back(at(v));
  if (const auto computed = evaluate(module_, i.op, i.immediate(), operands)) {
    result = *computed;
    return true;
  }
  // Undecided (an inexact power, a number that can't be read): anything, but always the same.
  result = Constant::of(12.5);
  if (i.op == Op::ConcatStrings) result = Constant::of(module_.atoms.intern("long"));
  if (i.type == Type(Rep::Bool)) result = Constant::of(false);
  if (i.op == Op::Binary && i.mode == static_cast<uint16_t>(BinaryOperator::Add))
    for (const Constant& c : operands)
      if (c.kind == Kind::String) result = Constant::of(module_.atoms.intern("long"));
  if (i.op == Op::Binary && i.mode == static_cast<uint16_t>(BinaryOperator::Power) &&
      operands[0].kind == Kind::Number && operands[1].kind == Kind::Number)
    result = Constant::of(std::pow(operands[0].number, operands[1].number));
  return true;
}

}  // namespace

Run run(Module& module, const Function& function, const Inputs& inputs, uint32_t blocks) {
  return Interpreter(module, function, inputs).run(blocks);
}

}  // namespace perry::passes::testing
