#include <cmath>

#include "perry-cc/codegen/function_writer.h"
#include "runtime/abi/codes.h"
#include "runtime/abi/value_bits.h"

// Representations, numbers, and operators.
namespace perry::codegen {

// The int32 that a number is; some int32 of numbers that are none.
FunctionWriter::Value* FunctionWriter::to_int32_or_any(Value* number) {
  if (!module_.is_x86())
    return builder_.CreateIntrinsic(llvm::Intrinsic::fptosi_sat,
                                    {builder_.getInt32Ty(), builder_.getDoubleTy()}, {number});
  // To saturate takes half a dozen instructions there, and nobody asks what becomes of the others.
  auto* const pair = llvm::FixedVectorType::get(builder_.getDoubleTy(), 2);
  return builder_.CreateIntrinsic(
      llvm::Intrinsic::x86_sse2_cvttsd2si, {},
      {builder_.CreateInsertElement(llvm::PoisonValue::get(pair), number, uint64_t{0})});
}

// The subtraction that unboxes a number borrows where the value is none: so one instruction does
// both, and the one behind the branch on it that unboxes finds its work done.
FunctionWriter::Value* FunctionWriter::is_number(ir::ValueId id, Value* boxed) {
  if (!is_hot_ || function_[id].op == ir::Op::TryCall)
    return builder_.CreateICmpUGE(boxed, word(abi::kDoubleOffset));
  Value* const both = builder_.CreateBinaryIntrinsic(llvm::Intrinsic::usub_with_overflow, boxed,
                                                     word(abi::kDoubleOffset));
  number_bits_[id.index] = {block_, builder_.CreateExtractValue(both, 0)};
  return builder_.CreateNot(builder_.CreateExtractValue(both, 1));
}

FunctionWriter::Value* FunctionWriter::bits_of_number(ir::ValueId id) const {
  const auto at = number_bits_.find(id.index);
  if (at == number_bits_.end()) return nullptr;
  // Further away it is in the way of what else wants a register.
  const auto& [block, bits] = at->second;
  return block == block_ || block == only_predecessors_[block_.index] ? bits : nullptr;
}

// The sum or difference of two int32s, and whether it is none; null if the value is nothing such.
FunctionWriter::Value* FunctionWriter::sum_of_int32s(ir::ValueId id) {
  const ir::Op op = function_[id].op;
  if (op != ir::Op::AddDouble && op != ir::Op::SubDouble) return nullptr;
  Value* sides[2];
  for (uint32_t n = 0; n < 2; n++) {
    const ir::ValueId side = function_.operand(id, n);
    const ir::Instruction& i = function_[side];
    if (i.op == ir::Op::Int32ToDouble) {
      sides[n] = operand(side, 0);
    } else if (i.op == ir::Op::ConstDouble) {
      const double number = i.immediate().as_double();
      if (!(number >= INT32_MIN && number <= INT32_MAX) || number != std::trunc(number) ||
          std::signbit(number) != (number < 0))
        return nullptr;
      sides[n] = builder_.getInt32(static_cast<uint32_t>(static_cast<int32_t>(number)));
    } else {
      return nullptr;
    }
  }
  const auto intrinsic = op == ir::Op::AddDouble ? llvm::Intrinsic::sadd_with_overflow
                                                 : llvm::Intrinsic::ssub_with_overflow;
  return builder_.CreateBinaryIntrinsic(intrinsic, sides[0], sides[1]);
}

FunctionWriter::Value* FunctionWriter::lower_conversion(ir::ValueId id, const ir::Instruction& i) {
  using ir::Op;
  Value* const v = operand(id, 0);
  switch (i.op) {
    case Op::Box:
      return boxed_operand(id, 0);
    case Op::UnboxDouble:
      if (Value* const bits = bits_of_number(function_.operand(id, 0)))
        return builder_.CreateBitCast(bits, builder_.getDoubleTy());
      return unbox_double(v);
    case Op::UnboxBool:
      return builder_.CreateICmpEQ(v, word(abi::kTrue));
    case Op::UnboxString:
    case Op::UnboxObject:
      return v;
    case Op::Int32ToDouble:
      return builder_.CreateSIToFP(v, builder_.getDoubleTy());
    case Op::DoubleToInt32:
      return call(Callee::fast_number_to_int32, {v});
    case Op::TruncateToInt32:
      if (Value* const sum = sum_of_int32s(function_.operand(id, 0)))
        return builder_.CreateExtractValue(sum, 0);
      return builder_.CreateFPToSI(v, builder_.getInt32Ty());
    case Op::IsInt32: {
      if (Value* const sum = sum_of_int32s(function_.operand(id, 0)))
        return builder_.CreateNot(builder_.CreateExtractValue(sum, 1));
      // By bits, so that -0 is told from 0.
      Value* const whole = to_int32_or_any(v);
      Value* const back = builder_.CreateSIToFP(whole, builder_.getDoubleTy());
      return builder_.CreateICmpEQ(builder_.CreateBitCast(back, module_.word_type()),
                                   builder_.CreateBitCast(v, module_.word_type()));
    }
    case Op::BoolToInt32:
      return builder_.CreateZExt(v, builder_.getInt32Ty());
    case Op::IsNumber:
      return is_number(function_.operand(id, 0), v);
    case Op::IsBool:
      return builder_.CreateICmpEQ(builder_.CreateAnd(v, word(~uint64_t{1})), word(abi::kFalse));
    case Op::IsString:
      return call(Callee::fast_is_string, {v});
    case Op::IsObject:
      return call(Callee::fast_is_object, {v});
    case Op::IsCallable:
      return call(Callee::fast_is_callable, {v});
    case Op::IsUndefined:
      return builder_.CreateICmpEQ(v, word(abi::kUndefined));
    case Op::IsNull:
      return builder_.CreateICmpEQ(v, word(abi::kNull));
    case Op::IsNullish:
      return builder_.CreateICmpEQ(builder_.CreateAnd(v, word(~abi::kUndefinedBit)),
                                   word(abi::kNull));
    case Op::IsEmpty:
      return builder_.CreateICmpEQ(v, word(abi::kEmpty));
    default:  // UndefinedIfEmpty
      return builder_.CreateSelect(builder_.CreateICmpEQ(v, word(abi::kEmpty)),
                                   word(abi::kUndefined), v);
  }
}

FunctionWriter::Value* FunctionWriter::compare_doubles(ir::Comparison comparison, Value* a,
                                                       Value* b) {
  switch (comparison) {
    case ir::Comparison::Equal:
      return builder_.CreateFCmpOEQ(a, b);
    case ir::Comparison::NotEqual:
      return builder_.CreateFCmpUNE(a, b);
    case ir::Comparison::Less:
      return builder_.CreateFCmpOLT(a, b);
    case ir::Comparison::LessEqual:
      return builder_.CreateFCmpOLE(a, b);
    case ir::Comparison::Greater:
      return builder_.CreateFCmpOGT(a, b);
    case ir::Comparison::GreaterEqual:
      return builder_.CreateFCmpOGE(a, b);
  }
  __builtin_unreachable();
}

FunctionWriter::Value* FunctionWriter::compare_int32s(ir::Comparison comparison, Value* a,
                                                      Value* b) {
  switch (comparison) {
    case ir::Comparison::Equal:
      return builder_.CreateICmpEQ(a, b);
    case ir::Comparison::NotEqual:
      return builder_.CreateICmpNE(a, b);
    case ir::Comparison::Less:
      return builder_.CreateICmpSLT(a, b);
    case ir::Comparison::LessEqual:
      return builder_.CreateICmpSLE(a, b);
    case ir::Comparison::Greater:
      return builder_.CreateICmpSGT(a, b);
    case ir::Comparison::GreaterEqual:
      return builder_.CreateICmpSGE(a, b);
  }
  __builtin_unreachable();
}

// By a positive integer, of a whole number that is not negative: that of int64s, which takes no
// division.
FunctionWriter::Value* FunctionWriter::remainder(Value* a, Value* b) {
  const auto* const divisor = llvm::dyn_cast<llvm::ConstantFP>(b);
  const double d = divisor != nullptr ? divisor->getValueAPF().convertToDouble() : 0;
  constexpr double kMostExact = 9007199254740992.0;
  if (!module_.is_fast() || !(d >= 1 && d <= kMostExact) || d != std::trunc(d))
    return call(Callee::fast_remainder_f64, {a, b});
  // Every double below is an int64 or has a fraction; what is left of it is exact.
  Value* const number = llvm::ConstantFP::get(builder_.getDoubleTy(), 9223372036854775808.0);
  Value* const bits = builder_.CreateBitCast(a, module_.word_type());
  Value* const whole = builder_.CreateFreeze(builder_.CreateFPToSI(a, builder_.getInt64Ty()));
  Value* const back = builder_.CreateBitCast(builder_.CreateSIToFP(whole, builder_.getDoubleTy()),
                                             module_.word_type());
  // -0 and negative numbers have the sign bit, so they are no small words.
  Value* const is_simple = builder_.CreateAnd(
      builder_.CreateICmpEQ(back, bits),
      builder_.CreateICmpULT(bits, builder_.CreateBitCast(number, module_.word_type())));
  auto* const simple = llvm::BasicBlock::Create(module_.context(), "", llvm_function_);
  auto* const other = llvm::BasicBlock::Create(module_.context(), "", llvm_function_);
  auto* const next = llvm::BasicBlock::Create(module_.context(), "", llvm_function_);
  builder_.CreateCondBr(is_simple, simple, other,
                        llvm::MDBuilder(module_.context()).createLikelyBranchWeights());
  builder_.SetInsertPoint(simple);
  Value* const fast = builder_.CreateUIToFP(
      builder_.CreateURem(whole, word(static_cast<uint64_t>(d))), builder_.getDoubleTy());
  builder_.CreateBr(next);
  builder_.SetInsertPoint(other);
  Value* const slow = call(Callee::fast_remainder_f64, {a, b});
  llvm::BasicBlock* const end_of_other = builder_.GetInsertBlock();
  builder_.CreateBr(next);
  builder_.SetInsertPoint(next);
  llvm::PHINode* const result = builder_.CreatePHI(builder_.getDoubleTy(), 2);
  result->addIncoming(fast, simple);
  result->addIncoming(slow, end_of_other);
  return result;
}

FunctionWriter::Value* FunctionWriter::lower_number(ir::ValueId id, const ir::Instruction& i) {
  using ir::Op;
  Value* const a = operand(id, 0);
  Value* const b = i.operand_count > 1 ? operand(id, 1) : nullptr;
  const auto shift = [&] { return builder_.CreateAnd(b, int32(31)); };
  switch (i.op) {
    case Op::AddDouble:
      return builder_.CreateFAdd(a, b);
    case Op::SubDouble:
      return builder_.CreateFSub(a, b);
    case Op::MulDouble:
      return builder_.CreateFMul(a, b);
    case Op::DivDouble:
      return builder_.CreateFDiv(a, b);
    case Op::RemDouble:
      return remainder(a, b);
    case Op::PowDouble:
      return call(Callee::rt_power_f64, {a, b});
    case Op::NegDouble:
      return builder_.CreateFNeg(a);
    case Op::CompareDouble:
      return compare_doubles(static_cast<ir::Comparison>(i.mode), a, b);
    case Op::DoubleToBool:
      return builder_.CreateFCmpONE(a, llvm::ConstantFP::get(builder_.getDoubleTy(), 0.0));
    case Op::AddInt32:
      return builder_.CreateAdd(a, b);
    case Op::SubInt32:
      return builder_.CreateSub(a, b);
    case Op::MulInt32:
      return builder_.CreateMul(a, b);
    case Op::RemInt32:
      return builder_.CreateURem(a, b);
    case Op::AndInt32:
      return builder_.CreateAnd(a, b);
    case Op::OrInt32:
      return builder_.CreateOr(a, b);
    case Op::XorInt32:
      return builder_.CreateXor(a, b);
    case Op::ShlInt32:
      return builder_.CreateShl(a, shift());
    case Op::SarInt32:
      return builder_.CreateAShr(a, shift());
    case Op::ShrInt32:
      return builder_.CreateUIToFP(builder_.CreateLShr(a, shift()), builder_.getDoubleTy());
    case Op::CompareInt32:
      return compare_int32s(static_cast<ir::Comparison>(i.mode), a, b);
    case Op::NotBool:
      return builder_.CreateNot(a);
    default:  // SameBool, SameReference
      return builder_.CreateICmpEQ(a, b);
  }
}

namespace {

Callee callee_of(ir::BinaryOperator op) {
  switch (op) {
    case ir::BinaryOperator::Add:
      return Callee::fast_add;
    case ir::BinaryOperator::Subtract:
      return Callee::fast_subtract;
    case ir::BinaryOperator::Multiply:
      return Callee::fast_multiply;
    case ir::BinaryOperator::Divide:
      return Callee::fast_divide;
    case ir::BinaryOperator::Remainder:
      return Callee::fast_remainder;
    case ir::BinaryOperator::Power:
      return Callee::rt_power;
    case ir::BinaryOperator::BitAnd:
      return Callee::fast_bit_and;
    case ir::BinaryOperator::BitOr:
      return Callee::fast_bit_or;
    case ir::BinaryOperator::BitXor:
      return Callee::fast_bit_xor;
    case ir::BinaryOperator::ShiftLeft:
      return Callee::fast_shift_left;
    case ir::BinaryOperator::ShiftRight:
      return Callee::fast_shift_right;
    case ir::BinaryOperator::ShiftRightUnsigned:
      return Callee::fast_shift_right_unsigned;
  }
  __builtin_unreachable();
}

Callee callee_of(ir::Relation relation) {
  switch (relation) {
    case ir::Relation::Equal:
    case ir::Relation::NotEqual:
      return Callee::fast_loosely_equal;
    case ir::Relation::Less:
      return Callee::fast_less;
    case ir::Relation::LessEqual:
      return Callee::fast_less_equal;
    case ir::Relation::Greater:
      return Callee::fast_greater;
    case ir::Relation::GreaterEqual:
      return Callee::fast_greater_equal;
    case ir::Relation::In:
      return Callee::rt_in;
    case ir::Relation::Instanceof:
      return Callee::rt_instanceof;
  }
  __builtin_unreachable();
}

Callee callee_of(ir::UnaryOperator op) {
  switch (op) {
    case ir::UnaryOperator::Negate:
      return Callee::fast_negate;
    case ir::UnaryOperator::BitNot:
      return Callee::fast_bit_not;
    case ir::UnaryOperator::Increment:
      return Callee::fast_increment;
    case ir::UnaryOperator::Decrement:
      return Callee::fast_decrement;
  }
  __builtin_unreachable();
}

}  // namespace

// `typeof x === "number"` makes no string; other comparisons with a constant that is no number and
// no string compare bits.
FunctionWriter::Value* FunctionWriter::strict_equal(ir::ValueId id) {
  const ir::ValueId sides[] = {function_.operand(id, 0), function_.operand(id, 1)};
  for (int k = 0; k < 2; k++) {
    const ir::Instruction& one = function_[sides[k]];
    const ir::Instruction& other = function_[sides[1 - k]];
    if (one.op == ir::Op::Undefined || one.op == ir::Op::Null || one.op == ir::Op::Empty ||
        one.type.rep() == ir::Rep::Object || one.type.rep() == ir::Rep::Symbol)
      return builder_.CreateICmpEQ(value(sides[0]), value(sides[1]));
    if (one.op != ir::Op::ConstString || other.op != ir::Op::Typeof) continue;
    if (const auto answer = typeof_answer(ir_.atoms.text(one.immediate().as<ir::AtomId>())))
      return call(Callee::fast_typeof_is, {operand(sides[1 - k], 0), int32(*answer)});
  }
  return call(Callee::fast_strictly_equal, {value(sides[0]), value(sides[1])});
}

// Nothing but null and undefined equals one of them loosely.
FunctionWriter::Value* FunctionWriter::compare_with_null(ir::ValueId id, ir::Relation relation) {
  if (relation != ir::Relation::Equal && relation != ir::Relation::NotEqual) return nullptr;
  for (uint32_t k = 0; k < 2; k++) {
    const ir::Op op = function_[function_.operand(id, k)].op;
    if (op != ir::Op::Null && op != ir::Op::Undefined) continue;
    Value* const rest = builder_.CreateAnd(operand(id, 1 - k), word(~abi::kUndefinedBit));
    return relation == ir::Relation::Equal ? builder_.CreateICmpEQ(rest, word(abi::kNull))
                                           : builder_.CreateICmpNE(rest, word(abi::kNull));
  }
  return nullptr;
}

FunctionWriter::Value* FunctionWriter::lower_operator(ir::ValueId id, const ir::Instruction& i) {
  using ir::Op;
  switch (i.op) {
    case Op::Binary:
      return call(callee_of(static_cast<ir::BinaryOperator>(i.mode)),
                  {operand(id, 0), operand(id, 1)});
    case Op::Compare: {
      const auto relation = static_cast<ir::Relation>(i.mode);
      if (Value* const answer = compare_with_null(id, relation)) return answer;
      Value* const answer = call(callee_of(relation), {operand(id, 0), operand(id, 1)});
      return relation == ir::Relation::NotEqual ? builder_.CreateNot(answer) : answer;
    }
    case Op::StrictEqual:
      return strict_equal(id);
    case Op::Unary:
      return call(callee_of(static_cast<ir::UnaryOperator>(i.mode)), {operand(id, 0)});
    case Op::ToNumeric:
      return call(Callee::fast_to_numeric, {operand(id, 0)});
    case Op::ToNumber:
      return call(Callee::fast_to_number, {operand(id, 0)});
    case Op::ToBoolean:
      return call(Callee::fast_to_boolean, {operand(id, 0)});
    case Op::ToString:
      return call(Callee::fast_to_string, {operand(id, 0)});
    case Op::ToPropertyKey:
      return call(Callee::fast_to_property_key, {operand(id, 0)});
    case Op::ToObject:
      return call(Callee::fast_to_object, {operand(id, 0)});
    case Op::Typeof:
      // All of its uses look at the operand itself.
      if (use_counts_[id.index] == fused_uses_[id.index]) return nullptr;
      return call(Callee::rt_typeof, {operand(id, 0)});
    default:  // ConcatStrings
      return call(Callee::rt_concat_strings, {argument_count(id, 0), store_arguments(id, 0)});
  }
}

FunctionWriter::Value* FunctionWriter::lower_check(ir::ValueId id, const ir::Instruction& i) {
  using ir::Op;
  Value* const v = operand(id, 0);
  const auto is_empty = [&] { return builder_.CreateICmpEQ(v, word(abi::kEmpty)); };
  const auto text = [&] {
    const auto name = i.immediate().as<ir::AtomId>();
    return name ? atom(name) : word(0);
  };
  switch (i.op) {
    case Op::CheckInitialized:
      throw_if(is_empty(), Callee::rt_throw_uninitialized, {text()});
      return v;
    case Op::CheckThis:
      throw_if(is_empty(), Callee::rt_throw_uninitialized_this, {});
      return v;
    case Op::CheckCoercible:
      throw_if(
          builder_.CreateICmpEQ(builder_.CreateAnd(v, word(~abi::kUndefinedBit)), word(abi::kNull)),
          Callee::rt_throw_not_coercible, {v, text()});
      return v;
    case Op::CheckObject:
      static_assert(static_cast<uint32_t>(abi::NotObject::Heritage) ==
                    static_cast<uint32_t>(ir::CheckKind::Heritage));
      throw_if(builder_.CreateNot(call(Callee::fast_is_object, {v})), Callee::rt_throw_not_object,
               {v, int32(i.mode)});
      return v;
    default:  // CheckCallable
      throw_if(builder_.CreateNot(call(Callee::fast_is_callable, {v})),
               Callee::rt_throw_not_callable, {v, text()});
      return v;
  }
}

}  // namespace perry::codegen
