#include "perry-cc/codegen/function_writer.h"
#include "runtime/abi/fields.h"
#include "runtime/abi/layout.h"
#include "runtime/abi/value_bits.h"

// Attempts, and views of arrays.
namespace perry::codegen {

namespace {

// By row of known.def; the function of numbers, or the one that looks at its receiver.
constexpr Callee kKnown[] = {
#define KNOWN_Numbers(property) Callee::fast_number_##property
#define KNOWN_Reads(property) Callee::fast_known_##property
#define KNOWN_Grows(property) Callee::fast_known_##property
#define KNOWN(name, property, arguments, kind) KNOWN_##kind(property),
#include "runtime/abi/known.def"
#undef KNOWN_Numbers
#undef KNOWN_Reads
#undef KNOWN_Grows
};

size_t slot_offset(const ir::Instruction& i) {
  return abi::kInlineSlotsOffset + size_t{i.first} * sizeof(uint64_t);
}

}  // namespace

// One of all places of a function that ask for the same fields: what one learns, all know.
FunctionWriter::Value* FunctionWriter::fields_site(ir::LiteralId keys) {
  const auto [at, is_new] = fields_sites_.try_emplace(keys.index);
  if (is_new) at->second = module_.new_site(sizeof(abi::FieldsSite));
  return thread_address(at->second);
}

FunctionWriter::Value* FunctionWriter::known_call(ir::ValueId id, const ir::Instruction& i) {
  const Callee callee = kKnown[i.first];
  const auto o = [&](uint32_t index) { return operand(id, index); };
  if (callee == Callee::fast_known_push)
    return call(callee, {o(0), o(1), o(2), site(sizeof(abi::PropertySite))});
  return call(callee, {o(0), o(1), o(2)});
}

// How many there are is asked anew each time: an array may grow while it is viewed.
FunctionWriter::ViewedWord FunctionWriter::viewed_word(Value* index, Value* elements) {
  Value* const count = builder_.CreateLoad(
      builder_.getInt32Ty(), field(elements, offsetof(abi::ElementsLayout, initialized)));
  Value* const is_known = builder_.CreateICmpULT(index, count);
  Value* const bytes = builder_.CreateShl(builder_.CreateZExt(index, module_.word_type()), 3);
  Value* const place =
      builder_.CreateAdd(builder_.CreateAdd(elements, bytes), word(abi::kElementsOffset));
  return {is_known, builder_.CreateIntToPtr(place, builder_.getPtrTy())};
}

FunctionWriter::Value* FunctionWriter::choose(Value* condition, llvm::Type* type,
                                              llvm::function_ref<Value*()> likely,
                                              llvm::function_ref<Value*()> otherwise) {
  const auto block = [&] {
    return llvm::BasicBlock::Create(module_.context(), "", llvm_function_);
  };
  llvm::BasicBlock* const first = block();
  llvm::BasicBlock* const second = block();
  llvm::BasicBlock* const next = block();
  builder_.CreateCondBr(condition, first, second,
                        llvm::MDBuilder(module_.context()).createLikelyBranchWeights());
  builder_.SetInsertPoint(first);
  Value* const one = likely();
  llvm::BasicBlock* const end_of_first = builder_.GetInsertBlock();
  builder_.CreateBr(next);
  builder_.SetInsertPoint(second);
  Value* const other = otherwise();
  llvm::BasicBlock* const end_of_second = builder_.GetInsertBlock();
  builder_.CreateBr(next);
  builder_.SetInsertPoint(next);
  llvm::PHINode* const result = builder_.CreatePHI(type, 2);
  result->addIncoming(one, end_of_first);
  result->addIncoming(other, end_of_second);
  return result;
}

FunctionWriter::Value* FunctionWriter::get_viewed(ir::ValueId id) {
  const auto o = [&](uint32_t index) { return operand(id, index); };
  Value* const index = index_operand(id, 1);
  const ViewedWord viewed = viewed_word(index, o(2));
  return choose(
      viewed.is_known, module_.word_type(),
      [&] { return builder_.CreateAdd(load_word(viewed.place), o(3)); },
      [&] { return call(Callee::fast_try_get_index, {o(0), index}); });
}

// A number fits raw doubles too, as what the bias makes of it, and is no cell that a collector
// wants to hear of. What else is none fits boxed elements only.
FunctionWriter::Value* FunctionWriter::set_viewed(ir::ValueId id, const ir::Instruction& i) {
  const auto o = [&](uint32_t index) { return operand(id, index); };
  Value* const index = index_operand(id, 1);
  const ViewedWord viewed = viewed_word(index, o(3));
  Value* is_known = viewed.is_known;
  const ir::ValueId stored = function_.operand(id, 2);
  const bool plain = is_plain(stored);
  const ir::Rep unboxed = function_[stored].op == ir::Op::Box
                              ? function_[function_.operand(stored, 0)].type.rep()
                              : ir::Rep::Boxed;
  if (!plain)
    is_known = builder_.CreateAnd(is_known, builder_.CreateICmpUGE(o(2), word(abi::kDoubleOffset)));
  else if (unboxed != ir::Rep::Double && unboxed != ir::Rep::Int32)
    is_known = builder_.CreateAnd(is_known, builder_.CreateICmpEQ(o(4), word(0)));
  return choose(
      is_known, builder_.getInt1Ty(),
      [&]() -> Value* {
        builder_.CreateStore(builder_.CreateSub(o(2), o(4)), viewed.place);
        return as_bool(true);
      },
      [&]() -> Value* {
        return call(plain ? Callee::fast_try_set_index_plain : Callee::fast_try_set_index,
                    {o(0), index, o(2), property_site(i)});
      });
}

FunctionWriter::Value* FunctionWriter::lower_attempt(ir::ValueId id, const ir::Instruction& i) {
  const auto o = [&](uint32_t index) { return operand(id, index); };
  Value* const index = i.operand_count > 1 ? index_operand(id, 1) : nullptr;
  switch (i.op) {
    case ir::Op::TryGetProp: {
      const auto key = i.immediate().as<ir::AtomId>();
      const bool is_length = ir_.atoms.text(key) == "length";
      return call(is_length ? Callee::fast_try_get_length : Callee::fast_try_get,
                  {o(0), atom(key), property_site(i)});
    }
    case ir::Op::TryLength:
      return call(Callee::fast_try_length,
                  {o(0), atom(i.immediate().as<ir::AtomId>()), property_site(i)});
    case ir::Op::TryGetElem:
      if (index != nullptr) return call(Callee::fast_try_get_index, {o(0), index});
      return call(Callee::fast_try_get_computed, {o(0), o(1)});
    case ir::Op::TrySetProp:
      if (is_plain(function_.operand(id, 1)))
        return call(Callee::fast_try_set_plain, {o(0), o(1), property_site(i)});
      return call(Callee::fast_try_set,
                  {o(0), atom(i.immediate().as<ir::AtomId>()), o(1), property_site(i)});
    case ir::Op::TryLoadGlobal:
      return call(Callee::fast_try_get_global,
                  {atom(i.immediate().as<ir::AtomId>()), property_site(i)});
    case ir::Op::TryCall:
      return known_call(id, i);
    case ir::Op::IsKnown:
      return call(Callee::fast_is_known, {o(0), builder_.getInt32(i.first)});
    case ir::Op::KnownNumber:
      return i.operand_count == 2 ? call(kKnown[i.first], {o(0), o(1)})
                                  : call(kKnown[i.first], {o(0)});
    case ir::Op::TryGetElemView:
      return get_viewed(id);
    case ir::Op::TrySetElemView:
      return set_viewed(id, i);
    case ir::Op::ViewReadable:
      return call(Callee::fast_view_readable, {o(0)});
    case ir::Op::ViewWritable:
      return call(Callee::fast_view_writable, {o(0)});
    case ir::Op::HasFields: {
      const auto keys = i.immediate().as<ir::LiteralId>();
      return call(Callee::fast_has_fields, {o(0), module_.literal_info(keys), fields_site(keys)});
    }
    case ir::Op::LoadField:
      return load_word(field(o(0), slot_offset(i)));
    case ir::Op::StoreField:
      if (!is_plain(function_.operand(id, 1)))
        return call(Callee::fast_store_field, {o(0), word(slot_offset(i)), o(1)});
      builder_.CreateStore(o(1), field(o(0), slot_offset(i)));
      return nullptr;
    case ir::Op::ViewBias:
      return call(Callee::fast_view_bias, {o(0)});
    default:  // TrySetElem
      if (index != nullptr)
        return call(is_plain(function_.operand(id, 2)) ? Callee::fast_try_set_index_plain
                                                       : Callee::fast_try_set_index,
                    {o(0), index, o(2), property_site(i)});
      return call(Callee::fast_try_set_computed, {o(0), o(1), o(2), property_site(i)});
  }
}

}  // namespace perry::codegen
