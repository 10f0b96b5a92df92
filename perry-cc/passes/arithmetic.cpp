#include "perry-cc/passes/arithmetic.h"

#include <algorithm>

#include "perry-cc/ir/dominators.h"
#include "perry-cc/passes/constant.h"
#include "perry-cc/passes/vocabulary.h"

// Finds functions that calls may be replaced by. The walk follows the graph with every parameter
// known to be a number; ways that lead back end it, so that a block's arguments are known before
// its parameters.
namespace perry::passes {

namespace {

// Values of the function: so many for each call at most.
constexpr size_t kLargest = 48;

class ArithmeticReader {
 public:
  explicit ArithmeticReader(const Function& function)
      : f_(function),
        is_number_(function.value_count()),
        is_other_(function.value_count()),
        is_seen_(function.block_count()) {}
  std::optional<Arithmetic> run();

 private:
  bool is_number(ValueId v) const { return is_number_[v.index]; }
  bool takes_numbers(ValueId v) const {
    return std::ranges::all_of(f_.operands(v), [&](ValueId o) { return is_number(o); });
  }
  bool reads(ValueId v);
  bool follows(BlockId block);

  const Function& f_;
  std::vector<bool> is_number_;
  std::vector<bool> is_other_;  // by parameter of a block: an argument may be no number
  std::vector<bool> is_seen_;   // by block
  Arithmetic result_;
};

// Whether the operation is one that a copy may do in another function.
bool ArithmeticReader::reads(ValueId v) {
  const Instruction& i = f_[v];
  const Rep rep = i.type.rep();
  is_number_[v.index] = rep == Rep::Double || rep == Rep::Int32;
  switch (i.op) {
    case Op::BlockParameter:
      is_number_[v.index] = !is_other_[v.index];
      return true;
    case Op::Parameter:
      result_.parameters.push_back(v);
      is_number_[v.index] = true;
      return true;
    case Op::Binary:
    case Op::Unary:
    case Op::ToNumeric:
    case Op::ToNumber:
      return is_number_[v.index] = takes_numbers(v);
    case Op::Compare:
      return static_cast<Relation>(i.mode) != Relation::In &&
             static_cast<Relation>(i.mode) != Relation::Instanceof && takes_numbers(v);
    case Op::Box:
      is_number_[v.index] = is_number(f_.operand(v, 0));
      return true;
    case Op::Return:
      result_.gives_number = result_.gives_number && is_number(f_.operand(v, 0));
      return true;
    case Op::Jump:
    case Op::Branch:
      return true;
    default:
      // Without operands, what is no constant belongs to the running function.
      return ir::is_pure(i.op) && (i.operand_count > 0 || constant_of(f_, v));
  }
}

// Whether no edge out of the block leads back; passes on what is known of arguments.
bool ArithmeticReader::follows(BlockId block) {
  bool leads_on = true;
  f_.each_edge(block, [&](EdgeId e) {
    const BlockId target = f_.edge(e).target;
    leads_on = leads_on && !is_seen_[target.index];
    ValueId p = f_.first_parameter(target);
    for (const ValueId argument : f_.arguments(e)) {
      if (!is_number(argument)) is_other_[p.index] = true;
      p = f_.next_parameter(p);
    }
  });
  return leads_on;
}

std::optional<Arithmetic> ArithmeticReader::run() {
  for (const BlockId block : reverse_postorder(f_)) {
    if (f_.block(block).unwind || f_.block(block).kind != BlockKind::Normal) return std::nullopt;
    is_seen_[block.index] = true;
    for (ValueId v = f_.block(block).first; v; v = f_[v].next)
      if (!reads(v)) return std::nullopt;
    if (!follows(block)) return std::nullopt;
  }
  return std::move(result_);
}

}  // namespace

std::optional<Arithmetic> arithmetic_of(const Function& f) {
  if (f.value_count() > kLargest || f.info.kind != ir::FunctionKind::Function) return std::nullopt;
  for (const FunctionFlag flag :
       {FunctionFlag::Async, FunctionFlag::Generator, FunctionFlag::Class})
    if (has(f.info.flags, flag)) return std::nullopt;
  return ArithmeticReader(f).run();
}

}  // namespace perry::passes
