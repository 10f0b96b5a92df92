#include <initializer_list>
#include <utility>
#include <vector>

#include "perry-cc/ir/dominators.h"
#include "perry-cc/passes/edit.h"
#include "perry-cc/passes/infer.h"
#include "perry-cc/passes/pass.h"
#include "perry-cc/passes/vocabulary.h"

// Turns operations on any values into operations on numbers, strings and bools where the values are
// proven to be such, and parameters that always carry a number or bool into unboxed ones. What it
// makes is boxed again at once; `fold` takes boxing and unboxing away where they meet.
namespace perry::passes {

namespace {

class Specializer {
 public:
  Specializer(Module& module, Function& function) : f_(function), inference_(module, function) {}
  bool run();

 private:
  void decide_branches();
  void remove_what_never_runs();
  void visit(ValueId id);
  bool make_constant(ValueId id);
  void narrow(ValueId id);
  void specialize_binary(ValueId id);
  void specialize_compare(ValueId id);
  void specialize_equal(ValueId id, ValueId left, ValueId right, bool negate);
  void specialize_unary(ValueId id);
  void specialize_conversion(ValueId id);
  void unbox_parameters();
  void unbox_arguments(EdgeId edge);

  Kinds kinds(ValueId id) const {
    if (id.index < first_new_) return inference_.kinds(id);
    // Made by this pass.
    if (const auto constant = constant_of(f_, id)) return Fact::of(*constant).kinds;
    return kinds_of_type(f_[id].type);
  }
  bool is_only_kind(ValueId id, Kinds wanted) const { return is_only(kinds(id), wanted); }
  ValueId insert(ValueId place, Op op, std::initializer_list<ValueId> operands,
                 Immediate immediate = {}) {
    const ValueId made =
        f_.make(op, std::span(operands.begin(), operands.size()), immediate, f_[place].position);
    f_.insert_before(place, made);
    return made;
  }
  ValueId as_double(ValueId place, ValueId id);
  ValueId as_int32(ValueId place, ValueId id) {
    return insert(place, Op::DoubleToInt32, {as_double(place, id)});
  }
  ValueId as_bool(ValueId place, ValueId id) {
    return f_[id].type == Type(Rep::Bool) ? id : insert(place, Op::UnboxBool, {id});
  }
  ValueId as_string(ValueId place, ValueId id) {
    return f_[id].type == Type(Rep::String) ? id : insert(place, Op::UnboxString, {id});
  }
  void rewrite(ValueId id, Op op, std::initializer_list<ValueId> operands,
               Immediate immediate = {}) {
    f_.rewrite(id, op, std::span(operands.begin(), operands.size()), immediate);
    changed_ = true;
  }
  // The same value under the id that its users know.
  void replace(ValueId id, ValueId by) {
    replacements_.replace(id, by);
    f_.remove(id);
    changed_ = true;
  }
  void replace_by_bool(ValueId id, ValueId by, bool negate) {
    if (negate)
      rewrite(id, Op::NotBool, {by});
    else
      replace(id, by);
  }

  Function& f_;
  Inference inference_;
  ir::Replacements replacements_;
  std::vector<bool> unboxed_;  // parameters whose representation changed
  size_t first_new_ = 0;
  bool changed_ = false;
};

ValueId Specializer::as_double(ValueId place, ValueId id) {
  if (f_[id].type == Type(Rep::Double)) return id;
  if (f_[id].type == Type(Rep::Int32)) return insert(place, Op::Int32ToDouble, {id});
  return insert(place, Op::UnboxDouble, {id});
}

void Specializer::decide_branches() {
  for (const BlockId block : f_.blocks()) {
    if (!inference_.runs(block)) continue;
    const ValueId end = f_.terminator(block);
    if (f_[end].op != Op::Branch && f_[end].op != Op::Switch) continue;
    EdgeId only;
    uint32_t count = 0;
    for (uint32_t n = 0; n < f_.edge_count(end); n++) {
      if (!inference_.runs(f_.edge_of(end, n))) continue;
      only = f_.edge_of(end, n);
      count++;
    }
    if (count > 1) continue;
    // Without any way on, something before always throws.
    if (count == 1)
      f_.rewrite(end, Op::Jump, {}, {0, only.index, 1});
    else
      f_.rewrite(end, Op::Unreachable, {}, {});
    changed_ = true;
  }
}

void Specializer::remove_what_never_runs() {
  for (uint32_t i = 0; i < f_.block_count(); i++) {
    if (f_.block(BlockId(i)).removed || inference_.runs(BlockId(i))) continue;
    f_.remove_block(BlockId(i));
    changed_ = true;
  }
}

bool Specializer::make_constant(ValueId id) {
  const auto& constant = inference_.fact(id).constant;
  if (!constant || constant_of(f_, id) || !fits(*constant, f_[id].type)) return false;
  const Op op = f_[id].op;
  // A load may be dropped, as may everything that `evaluate` vouches for; a call may not.
  if (!is_removable(op) && op != Op::Binary && op != Op::Compare && op != Op::Unary &&
      op != Op::ToNumeric && op != Op::ToNumber && op != Op::ToString && op != Op::ToPropertyKey &&
      op != Op::CheckInitialized && op != Op::CheckCoercible && op != Op::ConcatStrings &&
      op != Op::GetProp)
    return false;
  replace(id, insert_constant(f_, id, *constant, f_[id].type));
  return true;
}

// A boxed result that is always one kind of cell says so.
void Specializer::narrow(ValueId id) {
  Instruction& i = f_[id];
  if (i.type != Type(Rep::Boxed) || i.op == Op::Empty) return;
  Rep rep = Rep::Boxed;
  if (is_only_kind(id, Kinds::String)) rep = Rep::String;
  if (is_only_kind(id, Kinds::Object)) rep = Rep::Object;
  if (rep == Rep::Boxed) return;
  i.type = rep;
  changed_ = true;
}

void Specializer::specialize_binary(ValueId id) {
  const auto op = static_cast<BinaryOperator>(f_[id].mode);
  const ValueId left = f_.operand(id, 0);
  const ValueId right = f_.operand(id, 1);
  if (is_only_kind(left, Kinds::String) && is_only_kind(right, Kinds::String) &&
      op == BinaryOperator::Add) {
    const ValueId a = as_string(id, left);
    const ValueId b = as_string(id, right);
    rewrite(id, Op::ConcatStrings, {a, b});
    return;
  }
  if (!is_only_kind(left, Kinds::Number) || !is_only_kind(right, Kinds::Number)) return;
  const auto on_doubles = [&](Op by) {
    const ValueId a = as_double(id, left);
    const ValueId b = as_double(id, right);
    rewrite(id, Op::Box, {insert(id, by, {a, b})});
  };
  const auto on_int32s = [&](Op by) {
    const ValueId a = as_int32(id, left);
    const ValueId b = as_int32(id, right);
    rewrite(id, Op::Box, {insert(id, by, {a, b})});
  };
  switch (op) {
    case BinaryOperator::Add:
      on_doubles(Op::AddDouble);
      break;
    case BinaryOperator::Subtract:
      on_doubles(Op::SubDouble);
      break;
    case BinaryOperator::Multiply:
      on_doubles(Op::MulDouble);
      break;
    case BinaryOperator::Divide:
      on_doubles(Op::DivDouble);
      break;
    case BinaryOperator::Remainder:
      on_doubles(Op::RemDouble);
      break;
    case BinaryOperator::Power:
      on_doubles(Op::PowDouble);
      break;
    case BinaryOperator::BitAnd:
      on_int32s(Op::AndInt32);
      break;
    case BinaryOperator::BitOr:
      on_int32s(Op::OrInt32);
      break;
    case BinaryOperator::BitXor:
      on_int32s(Op::XorInt32);
      break;
    case BinaryOperator::ShiftLeft:
      on_int32s(Op::ShlInt32);
      break;
    case BinaryOperator::ShiftRight:
      on_int32s(Op::SarInt32);
      break;
    case BinaryOperator::ShiftRightUnsigned:
      on_int32s(Op::ShrInt32);
      break;
  }
}

void Specializer::specialize_compare(ValueId id) {
  const auto relation = static_cast<Relation>(f_[id].mode);
  const ValueId left = f_.operand(id, 0);
  const ValueId right = f_.operand(id, 1);
  if (relation == Relation::In || relation == Relation::Instanceof) return;
  if (is_only_kind(left, Kinds::Number) && is_only_kind(right, Kinds::Number)) {
    const Immediate comparison = Immediate::of(static_cast<Comparison>(f_[id].mode));
    const ValueId a = as_double(id, left);
    const ValueId b = as_double(id, right);
    rewrite(id, Op::CompareDouble, {a, b}, comparison);
    return;
  }
  if (relation != Relation::Equal && relation != Relation::NotEqual) return;
  const bool negate = relation == Relation::NotEqual;
  for (const auto& [nullish, other] : {std::pair(left, right), std::pair(right, left)}) {
    if (!is_only_kind(nullish, Kinds::Nullish) || may_be(kinds(other), Kinds::Empty)) continue;
    replace_by_bool(id, insert(id, Op::IsNullish, {other}), negate);
    return;
  }
  // Of one kind, loose equality is strict equality.
  for (const Kinds kind : {Kinds::Bool, Kinds::String, Kinds::Symbol, Kinds::BigInt, Kinds::Object})
    if (is_only_kind(left, kind) && is_only_kind(right, kind)) {
      specialize_equal(id, left, right, negate);
      return;
    }
}

void Specializer::specialize_equal(ValueId id, ValueId left, ValueId right, bool negate) {
  if (is_only_kind(left, Kinds::Number) && is_only_kind(right, Kinds::Number)) {
    const ValueId a = as_double(id, left);
    const ValueId b = as_double(id, right);
    rewrite(id, Op::CompareDouble, {a, b},
            Immediate::of(negate ? Comparison::NotEqual : Comparison::Equal));
    return;
  }
  if (is_only_kind(left, Kinds::Bool) && is_only_kind(right, Kinds::Bool)) {
    const ValueId a = as_bool(id, left);
    const ValueId b = as_bool(id, right);
    replace_by_bool(id, insert(id, Op::SameBool, {a, b}), negate);
    return;
  }
  for (const auto& [known, other] : {std::pair(left, right), std::pair(right, left)}) {
    const bool is_undefined = is_only_kind(known, Kinds::Undefined);
    if (!is_undefined && !is_only_kind(known, Kinds::Null)) continue;
    if (f_[id].op == Op::IsUndefined || f_[id].op == Op::IsNull) return;
    replace_by_bool(id, insert(id, is_undefined ? Op::IsUndefined : Op::IsNull, {other}), negate);
    return;
  }
  // Everything but numbers, strings and BigInts is equal only to itself.
  const Kinds by_identity = Kinds::Nullish | Kinds::Bool | Kinds::Symbol | Kinds::Object;
  if (is_only_kind(left, by_identity) || is_only_kind(right, by_identity)) {
    if (f_[left].type.fits(Rep::Boxed) && f_[right].type.fits(Rep::Boxed)) {
      replace_by_bool(id, insert(id, Op::SameReference, {left, right}), negate);
      return;
    }
  }
  if (f_[id].op == Op::Compare)
    replace_by_bool(id, insert(id, Op::StrictEqual, {left, right}), negate);
}

void Specializer::specialize_unary(ValueId id) {
  const ValueId operand = f_.operand(id, 0);
  if (!is_only_kind(operand, Kinds::Number)) return;
  const auto op = static_cast<UnaryOperator>(f_[id].mode);
  if (op == UnaryOperator::BitNot) {
    const ValueId all = insert(id, Op::ConstInt32, {}, Immediate::of(int32_t{-1}));
    rewrite(id, Op::Box, {insert(id, Op::XorInt32, {as_int32(id, operand), all})});
    return;
  }
  const ValueId number = as_double(id, operand);
  if (op == UnaryOperator::Negate) {
    rewrite(id, Op::Box, {insert(id, Op::NegDouble, {number})});
    return;
  }
  const ValueId one = insert(id, Op::ConstDouble, {}, Immediate::of(1.0));
  const Op by = op == UnaryOperator::Increment ? Op::AddDouble : Op::SubDouble;
  rewrite(id, Op::Box, {insert(id, by, {number, one})});
}

void Specializer::specialize_conversion(ValueId id) {
  const ValueId operand = f_.operand(id, 0);
  const Kinds from = kinds(operand);
  switch (f_[id].op) {
    case Op::ToBoolean:
      if (is_only(from, Kinds::Bool)) {
        replace(id, as_bool(id, operand));
      } else if (is_only(from, Kinds::Number)) {
        rewrite(id, Op::DoubleToBool, {as_double(id, operand)});
      } else if (is_only(from, Kinds::Nullish | Kinds::Object | Kinds::Symbol)) {
        rewrite(id, Op::NotBool, {insert(id, Op::IsNullish, {operand})});
      }
      break;
    case Op::ToNumber:
      if (is_only(from, Kinds::Number)) {
        replace(id, as_double(id, operand));
      } else if (is_only(from, Kinds::Bool)) {
        const ValueId number = insert(id, Op::BoolToInt32, {as_bool(id, operand)});
        rewrite(id, Op::Int32ToDouble, {number});
      }
      break;
    case Op::ToNumeric:
      if (is_only(from, Kinds::Numeric)) replace(id, operand);
      break;
    case Op::ToString:
      if (is_only(from, Kinds::String)) replace(id, as_string(id, operand));
      break;
    case Op::ToPropertyKey:
      if (is_only(from, Kinds::String | Kinds::Symbol)) replace(id, operand);
      break;
    case Op::ToObject:
      if (!is_only(from, Kinds::Object)) break;
      if (f_[operand].type.rep() == Rep::Object)
        replace(id, operand);
      else
        rewrite(id, Op::UnboxObject, {operand});
      break;
    case Op::CheckObject:
      if (!is_only(from, Kinds::Object)) break;
      if (f_[operand].type.rep() == Rep::Object)
        replace(id, operand);
      else
        rewrite(id, Op::UnboxObject, {operand});
      break;
    case Op::CheckInitialized:
    case Op::CheckThis:
      if (!may_be(from, Kinds::Empty)) replace(id, operand);
      break;
    case Op::CheckCoercible:
      if (!may_be(from, Kinds::Nullish | Kinds::Empty)) replace(id, operand);
      break;
    default:
      break;
  }
}

void Specializer::visit(ValueId id) {
  // Instructions made by this pass have no facts and need no change.
  if (id.index >= first_new_ || ends_block(f_[id].op) || f_[id].type == Type()) return;
  if (f_[id].op == Op::BlockParameter) {
    narrow(id);
    return;
  }
  if (make_constant(id)) return;
  narrow(id);
  // Operands that were replaced stand for values of the same kinds.
  for (ValueId& operand : f_.operands(id)) operand = replacements_.find(operand);
  switch (f_[id].op) {
    case Op::Binary:
      specialize_binary(id);
      break;
    case Op::Compare:
      specialize_compare(id);
      break;
    case Op::StrictEqual:
      specialize_equal(id, f_.operand(id, 0), f_.operand(id, 1), false);
      break;
    case Op::Unary:
      specialize_unary(id);
      break;
    default:
      if (f_[id].operand_count == 1) specialize_conversion(id);
      break;
  }
}

// --- parameters ---

void Specializer::unbox_parameters() {
  unboxed_.resize(f_.value_count());
  bool any = false;
  for (const BlockId block : f_.blocks()) {
    uint32_t implicit = f_.block(block).implicit_parameters();
    const ValueId place = f_.first_instruction(block);
    for (ValueId p = f_.first_parameter(block); p; p = f_.next_parameter(p)) {
      if (implicit > 0) {
        implicit--;
        continue;
      }
      if (p.index >= first_new_ || f_[p].type != Type(Rep::Boxed)) continue;
      const bool is_number = is_only_kind(p, Kinds::Number);
      if (!is_number && !is_only_kind(p, Kinds::Bool)) continue;
      // Its users get a box, which keeps the place of the old value.
      f_[p].type = is_number ? Rep::Double : Rep::Bool;
      replacements_.replace(p, insert(place, Op::Box, {p}));
      unboxed_[p.index] = any = true;
    }
  }
  if (any) {
    changed_ = true;
    replacements_.apply(f_);
    // ... but the boxes themselves.
    for (const BlockId block : f_.blocks())
      for (ValueId p = f_.first_parameter(block); p; p = f_.next_parameter(p))
        if (p.index < unboxed_.size() && unboxed_[p.index])
          f_.operands(replacements_.find(p))[0] = p;
  }
  for (const BlockId block : f_.blocks()) {
    std::vector<EdgeId> edges;
    f_.each_edge(block, [&](EdgeId e) { edges.push_back(e); });
    for (const EdgeId e : edges) unbox_arguments(e);
  }
}

// What a parameter takes now, its arguments must be; where a value never comes at all, even its
// type may be another.
void Specializer::unbox_arguments(EdgeId edge) {
  const BlockId target = f_.edge(edge).target;
  ValueId p = f_.first_parameter(target);
  if (f_.block(target).implicit_parameters() > 0) p = f_.next_parameter(p);
  for (uint32_t n = 0; p; n++, p = f_.next_parameter(p)) {
    const ValueId argument = f_.arguments(edge)[n];
    const Type wanted = f_[p].type;
    if (f_[argument].type.fits(wanted)) continue;
    const Op op = wanted == Type(Rep::Double)   ? Op::UnboxDouble
                  : wanted == Type(Rep::Bool)   ? Op::UnboxBool
                  : wanted == Type(Rep::String) ? Op::UnboxString
                                                : Op::UnboxObject;
    const ValueId place = place_for_conversion(f_, edge, argument);
    const ValueId unboxed = insert(place, op, {argument});
    f_.arguments(edge)[n] = unboxed;
    changed_ = true;
  }
}

bool Specializer::run() {
  first_new_ = f_.value_count();
  decide_branches();
  remove_what_never_runs();
  for (const BlockId block : reverse_postorder(f_)) {
    for (ValueId v = f_.block(block).first; v;) {
      const ValueId next = f_[v].next;
      visit(v);
      v = next;
    }
  }
  replacements_.apply(f_);
  replacements_ = {};
  unbox_parameters();
  return changed_;
}

}  // namespace

bool specialize(Module& module, Function& body) { return Specializer(module, body).run(); }

}  // namespace perry::passes
