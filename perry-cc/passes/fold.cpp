#include <initializer_list>
#include <optional>
#include <vector>

#include "perry-cc/ir/dominators.h"
#include "perry-cc/passes/constant.h"
#include "perry-cc/passes/js_number.h"
#include "perry-cc/passes/pass.h"
#include "perry-cc/passes/vocabulary.h"

// Computes operations on constants, and shortens chains of conversions that cancel out. One walk in
// an order in which operands come before their users, but for loops; what a loop brings back is for
// the next run. Every rule below holds for all values: -0, NaN and infinities included.
namespace perry::passes {

namespace {

class Folder {
 public:
  Folder(Module& module, Function& function) : module_(module), f_(function) {}
  bool run();

 private:
  void visit(ValueId id);
  bool fold_constant(ValueId id);
  // The value that stands for the instruction; none where there is no shorter one.
  ValueId shorten(ValueId id);
  ValueId shorten_unbox_double(ValueId id, ValueId from);
  ValueId shorten_to_int32(ValueId id, ValueId from);
  ValueId shorten_int32(ValueId id);
  ValueId rewrite(ValueId id, Op op, std::initializer_list<ValueId> operands,
                  Immediate immediate = {}) {
    f_.rewrite(id, op, std::span(operands.begin(), operands.size()), immediate);
    changed_ = true;
    return ValueId();
  }
  ValueId operand(ValueId id, uint32_t n) { return replacements_.find(f_.operand(id, n)); }
  std::optional<Constant> constant(ValueId id) {
    return constant_of(f_, f_[id].op == Op::Box ? operand(id, 0) : id);
  }
  bool is_int32(ValueId id, int32_t value) const {
    return f_[id].op == Op::ConstInt32 && f_[id].immediate().as_int32() == value;
  }

  Module& module_;
  Function& f_;
  ir::Replacements replacements_;
  std::vector<Constant> constants_;
  bool changed_ = false;
};

bool Folder::fold_constant(ValueId id) {
  const Instruction& i = f_[id];
  if (i.operand_count == 0 || i.op == Op::Box || ends_block(i.op)) return false;
  constants_.clear();
  for (uint32_t n = 0; n < i.operand_count; n++) {
    const auto known = constant(operand(id, n));
    if (!known) return false;
    constants_.push_back(*known);
  }
  const auto result = evaluate(module_, i.op, i.immediate(), constants_);
  if (!result || !fits(*result, i.type)) return false;
  replacements_.replace(id, insert_constant(f_, id, *result, i.type));
  f_.remove(id);
  changed_ = true;
  return true;
}

ValueId Folder::shorten_unbox_double(ValueId id, ValueId from) {
  if (f_[from].op != Op::Box) return ValueId();
  const ValueId inner = operand(from, 0);
  if (f_[inner].type == Type(Rep::Double)) return inner;
  if (f_[inner].type == Type(Rep::Int32)) return rewrite(id, Op::Int32ToDouble, {inner});
  return ValueId();
}

// ToInt32 of a sum or difference of int32s is their wrapping sum: below 2^53 doubles are exact.
ValueId Folder::shorten_to_int32(ValueId id, ValueId from) {
  if (f_[from].op == Op::Int32ToDouble) return operand(from, 0);
  // `>>>` gives the same bits, which wrap to the int32.
  if (f_[from].op == Op::ShrInt32 && f_[id].op == Op::DoubleToInt32) {
    const ValueId count = operand(from, 1);
    if (is_int32(count, 0)) return operand(from, 0);
  }
  const Op op = f_[from].op;
  if (op != Op::AddDouble && op != Op::SubDouble) return ValueId();
  const auto as_int32 = [&](ValueId v) {
    if (f_[v].op == Op::Int32ToDouble) return operand(v, 0);
    const auto known = constant(v);
    if (!known || !fits(*known, Rep::Int32)) return ValueId();
    return insert_constant(f_, id, *known, Rep::Int32);
  };
  const ValueId left = operand(from, 0);
  const ValueId right = operand(from, 1);
  // One of them at least must be converted already, or nothing is won.
  if (f_[left].op != Op::Int32ToDouble && f_[right].op != Op::Int32ToDouble) return ValueId();
  const ValueId a = as_int32(left);
  if (a.is_none()) return ValueId();
  const ValueId b = as_int32(right);
  if (b.is_none()) return ValueId();
  return rewrite(id, op == Op::AddDouble ? Op::AddInt32 : Op::SubInt32, {a, b});
}

ValueId Folder::shorten_int32(ValueId id) {
  if (f_[id].operand_count != 2) return ValueId();
  const ValueId left = operand(id, 0);
  const ValueId right = operand(id, 1);
  switch (f_[id].op) {
    case Op::AddInt32:
    case Op::OrInt32:
    case Op::XorInt32:
      if (is_int32(right, 0)) return left;
      if (is_int32(left, 0)) return right;
      break;
    case Op::SubInt32:
    case Op::ShlInt32:
    case Op::SarInt32:
      if (is_int32(right, 0)) return left;
      break;
    case Op::AndInt32:
      if (is_int32(right, -1)) return left;
      if (is_int32(left, -1)) return right;
      break;
    case Op::MulInt32:
      if (is_int32(right, 1)) return left;
      if (is_int32(left, 1)) return right;
      break;
    default:
      break;
  }
  return ValueId();
}

ValueId Folder::shorten(ValueId id) {
  const Instruction& i = f_[id];
  if (i.operand_count == 0) return ValueId();
  const ValueId first = operand(id, 0);
  switch (i.op) {
    case Op::UnboxDouble:
      return shorten_unbox_double(id, first);
    case Op::UnboxBool:
      return f_[first].op == Op::Box && f_[operand(first, 0)].type == Type(Rep::Bool)
                 ? operand(first, 0)
                 : ValueId();
    case Op::UnboxString:
    case Op::UnboxObject:
      return f_[first].type.fits(i.type) ? first : ValueId();
    case Op::Box:
      // The boxed value is still at hand.
      if (f_[first].op == Op::UnboxDouble || f_[first].op == Op::UnboxBool)
        return operand(first, 0);
      // An int32 is boxed as a double, either way.
      if (f_[first].op == Op::Int32ToDouble) return rewrite(id, Op::Box, {operand(first, 0)});
      return f_[first].type.fits(Rep::Boxed) ? first : ValueId();
    case Op::DoubleToInt32:
      return shorten_to_int32(id, first);
    case Op::TruncateToInt32:
      return f_[first].op == Op::Int32ToDouble ? operand(first, 0) : ValueId();
    case Op::IsInt32:
      if (f_[first].op != Op::Int32ToDouble) return ValueId();
      return insert_constant(f_, id, Constant::of(true), Rep::Bool);
    case Op::NegDouble:
      return f_[first].op == Op::NegDouble ? operand(first, 0) : ValueId();
    case Op::NotBool:
      return f_[first].op == Op::NotBool ? operand(first, 0) : ValueId();
    case Op::SameBool:
      for (uint32_t n = 0; n < 2; n++) {
        const Instruction& side = f_[operand(id, n)];
        if (side.op != Op::ConstBool) continue;
        const ValueId other = operand(id, 1 - n);
        return side.first != 0 ? other : rewrite(id, Op::NotBool, {other});
      }
      return ValueId();
    case Op::ToBoolean:
      if (f_[first].op == Op::Box) {
        const ValueId inner = operand(first, 0);
        if (f_[inner].type == Type(Rep::Bool)) return inner;
        if (f_[inner].type == Type(Rep::Double)) return rewrite(id, Op::DoubleToBool, {inner});
      }
      return ValueId();
    case Op::DoubleToBool:
      if (f_[first].op == Op::Int32ToDouble) {
        const ValueId inner = operand(first, 0);
        const ValueId zero = insert_constant(f_, id, Constant::of(0.0), Rep::Int32);
        return rewrite(id, Op::CompareInt32, {inner, zero}, Immediate::of(Comparison::NotEqual));
      }
      return ValueId();
    case Op::CompareDouble: {
      // Int32s compare like the doubles they stand for.
      const ValueId second = operand(id, 1);
      if (f_[first].op == Op::Int32ToDouble && f_[second].op == Op::Int32ToDouble)
        return rewrite(id, Op::CompareInt32, {operand(first, 0), operand(second, 0)},
                       i.immediate());
      const auto known = constant(second);
      if (f_[first].op == Op::Int32ToDouble && known && fits(*known, Rep::Int32)) {
        const ValueId number = insert_constant(f_, id, *known, Rep::Int32);
        return rewrite(id, Op::CompareInt32, {operand(first, 0), number}, f_[id].immediate());
      }
      return ValueId();
    }
    case Op::MulDouble:
    case Op::DivDouble: {
      const auto known = constant(operand(id, 1));
      return known && known->number == 1 ? first : ValueId();
    }
    case Op::SubDouble: {
      // x - 0 is x, -0 included; x + 0 is not.
      const auto known = constant(operand(id, 1));
      return known && is_same_number(known->number, 0) ? first : ValueId();
    }
    case Op::ConcatStrings:
      return i.operand_count == 1 ? first : ValueId();
    default:
      return shorten_int32(id);
  }
}

void Folder::visit(ValueId id) {
  if (fold_constant(id)) return;
  if (f_[id].op == Op::BlockParameter || f_[id].operand_count > 2) return;
  // A rule may apply to what another one made.
  for (int round = 0; round < 4; round++) {
    const Op before = f_[id].op;
    if (const ValueId by = shorten(id)) {
      replacements_.replace(id, by);
      f_.remove(id);
      changed_ = true;
      return;
    }
    if (f_[id].op == before) return;
    if (fold_constant(id)) return;
  }
}

bool Folder::run() {
  for (const BlockId block : reverse_postorder(f_)) {
    for (ValueId v = f_.first_instruction(block); v;) {
      const ValueId next = f_[v].next;
      visit(v);
      v = next;
    }
  }
  replacements_.apply(f_);
  return changed_;
}

}  // namespace

bool fold(Module& module, Function& body) { return Folder(module, body).run(); }

}  // namespace perry::passes
