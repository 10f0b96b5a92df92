#include "perry-cc/codegen/function_writer.h"
#include "runtime/abi/codes.h"
#include "runtime/abi/layout.h"
#include "runtime/abi/value_bits.h"

// Creation of objects, arrays and functions, and calls.
namespace perry::codegen {

namespace {

// A literal with more keys than this is filled like any other object, and an array appended to: no
// buffer and no cell grows without bound.
constexpr size_t kMostLiteralKeys = 512;
constexpr uint32_t kMostArrayValues = 1024;
// What calls of compact.def take in registers.
constexpr uint32_t kMostCompactArguments = 3;

abi::FixedShape shape_of(uint32_t flags) {
  if ((flags & abi::kFunctionConstructor) != 0) return abi::kConstructorShape;
  const bool is_generator = (flags & abi::kFunctionGenerator) != 0;
  const bool is_async = (flags & abi::kFunctionAsync) != 0;
  if (is_generator)
    return is_async ? abi::kAsyncGeneratorFunctionShape : abi::kGeneratorFunctionShape;
  return is_async ? abi::kAsyncFunctionShape : abi::kFunctionShape;
}

}  // namespace

FunctionWriter::Value* FunctionWriter::new_object(ir::ValueId id, const ir::Instruction& i) {
  const auto literal = i.immediate().as<ir::LiteralId>();
  const std::vector<ir::AtomId>& keys = ir_.literals[literal].keys;
  const bool is_filled = !keys.empty() && keys.size() <= kMostLiteralKeys;
  if (!is_filled) {
    constexpr size_t kSize = abi::kInlineSlotsOffset + abi::kEmptyLiteralSlots * sizeof(uint64_t);
    Value* const object =
        call(Callee::fast_allocate,
             {word(abi::header_word(abi::CellKind::Object, abi::kObjectShape, kSize))});
    for (uint32_t k = 0; k < keys.size(); k++)
      call(Callee::rt_define_own, {object, atom(keys[k]), boxed_operand(id, k)});
    return object;
  }
  Value* const object = call_at(Callee::fast_new_literal, {}, module_.literal_info(literal),
                                module_.new_site(sizeof(abi::LiteralSite)));
  for (uint32_t k = 0; k < keys.size(); k++)
    builder_.CreateStore(boxed_operand(id, k),
                         field(object, abi::kInlineSlotsOffset + k * sizeof(uint64_t)));
  return object;
}

FunctionWriter::Value* FunctionWriter::new_array(ir::ValueId id) {
  const uint32_t count = function_[id].operand_count;
  const uint32_t direct = std::min(count, kMostArrayValues);
  Value* const values = store_arguments(id, 0, direct);
  Value* const array = call(Callee::rt_new_array, {word(direct), values});
  for (uint32_t k = direct; k < count; k++)
    call(Callee::rt_append_element, {array, boxed_operand(id, k)});
  return array;
}

FunctionWriter::Value* FunctionWriter::new_function(ir::ValueId id, const ir::Instruction& i) {
  const auto target = i.immediate().as<ir::FunctionId>();
  const uint32_t count = i.operand_count;
  llvm::Constant* const info = module_.function_info(target);
  const size_t size = abi::kCapturesOffset + count * sizeof(uint64_t);
  if (size > abi::kLargestSmallCell)
    return call(Callee::rt_new_function, {info, word(count), store_arguments(id, 0)});
  const abi::FixedShape shape = shape_of(module_.function_flags(target));
  Value* const function =
      call(Callee::fast_new_function,
           {word(abi::header_word(abi::CellKind::Function, shape, size)), info});
  for (uint32_t k = 0; k < count; k++)
    builder_.CreateStore(boxed_operand(id, k),
                         field(function, abi::kCapturesOffset + k * sizeof(uint64_t)));
  return function;
}

FunctionWriter::Value* FunctionWriter::lower_creation(ir::ValueId id, const ir::Instruction& i) {
  using ir::Op;
  const auto o = [&](uint32_t index) { return operand(id, index); };
  switch (i.op) {
    case Op::NewObject:
      return new_object(id, i);
    case Op::NewArray:
      return new_array(id);
    case Op::NewFromData:
      return call(Callee::rt_new_from_data, {module_.data_info(i.immediate().as<ir::DataId>()),
                                             site(sizeof(abi::ValueSite))});
    case Op::AppendElement:
      return call(Callee::rt_append_element, {o(0), o(1)});
    case Op::AppendSpread:
      return call(Callee::rt_append_spread, {o(0), o(1)});
    case Op::NewFunction:
      return new_function(id, i);
    case Op::SetHomeObject:
      return call(Callee::fast_set_home_object, {o(0), o(1)});
    case Op::SetFunctionName:
      return call(Callee::rt_set_function_name, {o(0), o(1), int32(i.mode)});
    case Op::NewClass:
      return call(Callee::rt_new_class, {module_.function_info(i.immediate().as<ir::FunctionId>()),
                                         o(0), argument_count(id, 1), store_arguments(id, 1)});
    case Op::ClassPrototype:
      return call(Callee::rt_class_prototype, {o(0)});
    case Op::NewPrivateName:
      return call(Callee::rt_new_private_name, {atom(i.immediate().as<ir::AtomId>())});
    case Op::NewRegExp:
      return call(Callee::rt_new_regexp, {atom(ir::AtomId(i.first)), atom(ir::AtomId(i.second)),
                                          site(sizeof(abi::ValueSite))});
    default:  // TemplateObject
      return call(Callee::rt_template_object,
                  {module_.template_info(i.immediate().as<ir::TemplateId>()),
                   site(sizeof(abi::ValueSite))});
  }
}

FunctionWriter::Value* FunctionWriter::call_direct(ir::ValueId id, ir::FunctionId target) {
  const FunctionPlan& plan = module_.plan(target);
  const uint32_t given = function_[id].operand_count - 2;
  if (!plan.has_body)
    return call_function(module_.entry_type(), plan.entry,
                         {operand(id, 0), operand(id, 1), word(abi::kUndefined), word(given),
                          store_arguments(id, 2)},
                         plan.entry);
  llvm::SmallVector<Value*, 8> arguments;
  if (plan.takes_callee) arguments.push_back(operand(id, 0));
  if (plan.takes_receiver) arguments.push_back(operand(id, 1));
  if (plan.takes_new_target) arguments.push_back(word(abi::kUndefined));
  for (uint32_t k = 0; k < ir_.function(target).info.parameter_count; k++)
    arguments.push_back(k < given ? boxed_operand(id, 2 + k) : word(abi::kUndefined));
  Value* const made = call_function(plan.body->getFunctionType(), plan.body, arguments, plan.body);
  if (plan.is_small && is_hot_)
    llvm::cast<llvm::CallBase>(made)->addFnAttr(llvm::Attribute::AlwaysInline);
  return made;
}

// A call of compact.def gets the function itself, if nobody can tell: if nothing that is done in
// between has to do with what a getter may do. Lengths are got in a way of their own.
bool FunctionWriter::is_fused_with_call(ir::ValueId get) const {
  if (module_.is_fast() || !is_method_[get.index] || use_counts_[get.index] != 1) return false;
  const ir::Instruction& i = function_[get];
  if (ir_.atoms.text(i.immediate().as<ir::AtomId>()) == "length") return false;
  ir::ValueId next = i.next;
  while (next && (ir::effects_of(function_[next].op) == ir::Effects::Pure ||
                  function_[next].op == ir::Op::LoadCapture))
    next = function_[next].next;
  if (!next || function_[next].op != ir::Op::Call) return false;
  return function_.operand(next, 0) == get &&
         function_.operand(next, 1) == function_.operand(get, 0) &&
         function_[next].operand_count <= 2 + kMostCompactArguments &&
         function_[next].position == i.position;
}

FunctionWriter::Value* FunctionWriter::call_method(ir::ValueId id, ir::ValueId get) {
  constexpr Callee kCallees[] = {Callee::compact_call_method0, Callee::compact_call_method1,
                                 Callee::compact_call_method2, Callee::compact_call_method3};
  const ir::Instruction& i = function_[get];
  const uint32_t count = function_[id].operand_count - 2;
  llvm::SmallVector<Value*, 5> arguments{
      operand(id, 1), module_.compact_sites().add(module_.string(i.immediate().as<ir::AtomId>()),
                                                  property_cell(i))};
  for (uint32_t k = 0; k < count; k++) arguments.push_back(boxed_operand(id, 2 + k));
  llvm::Function* const function = module_.callees().get(kCallees[count]);
  return call_function(function->getFunctionType(), function, arguments, function);
}

FunctionWriter::Value* FunctionWriter::call_compact(ir::ValueId id) {
  const ir::ValueId callee = function_.operand(id, 0);
  if (function_[callee].op == ir::Op::GetProp && is_fused_with_call(callee))
    return call_method(id, callee);
  constexpr Callee kCallees[] = {Callee::compact_call0, Callee::compact_call1,
                                 Callee::compact_call2, Callee::compact_call3};
  const uint32_t count = function_[id].operand_count - 2;
  if (count > kMostCompactArguments)
    return call(Callee::compact_call,
                {operand(id, 0), operand(id, 1), argument_count(id, 2), store_arguments(id, 2)});
  llvm::SmallVector<Value*, 5> arguments{operand(id, 0), operand(id, 1)};
  for (uint32_t k = 0; k < count; k++) arguments.push_back(boxed_operand(id, 2 + k));
  llvm::Function* const function = module_.callees().get(kCallees[count]);
  return call_function(function->getFunctionType(), function, arguments, function);
}

// Asks whether the callee is one of the functions that the module gives this name to.
FunctionWriter::Value* FunctionWriter::call_unknown(ir::ValueId id) {
  if (!module_.is_fast()) return call_compact(id);
  const auto last = [&]() -> Value* {
    Value* const values = store_arguments(id, 2);
    return call(Callee::fast_call, {operand(id, 0), operand(id, 1), argument_count(id, 2), values});
  };
  const std::span<const ir::FunctionId> guesses =
      is_hot_ ? module_.guesses(function_, id) : std::span<const ir::FunctionId>();
  if (guesses.empty()) return last();
  Value* const info = call(Callee::fast_closure_info, {operand(id, 0)});
  const auto ask = [&](const auto& self, size_t n) -> Value* {
    if (n == guesses.size()) return last();
    Value* const is_it =
        builder_.CreateICmpEQ(info, module_.as_word(module_.function_info(guesses[n])));
    return choose(
        is_it, module_.word_type(), [&]() -> Value* { return call_direct(id, guesses[n]); },
        [&]() -> Value* { return self(self, n + 1); });
  };
  return ask(ask, 0);
}

FunctionWriter::Value* FunctionWriter::lower_call(ir::ValueId id, const ir::Instruction& i) {
  using ir::Op;
  const auto o = [&](uint32_t index) { return operand(id, index); };
  const auto with_arguments = [&](Callee callee) {
    Value* const values = store_arguments(id, 2);
    return call(callee, {o(0), o(1), argument_count(id, 2), values});
  };
  switch (i.op) {
    case Op::Call:
      return call_unknown(id);
    case Op::CallDirect:
      return call_direct(id, i.immediate().as<ir::FunctionId>());
    case Op::CallEval:
      return with_arguments(Callee::rt_call_eval);
    case Op::Construct:
      return with_arguments(module_.is_fast() ? Callee::fast_construct : Callee::compact_construct);
    case Op::CallSpread:
      return call(Callee::rt_call_spread, {o(0), o(1), o(2)});
    case Op::ConstructSpread:
      return call(Callee::rt_construct_spread, {o(0), o(1), o(2)});
    case Op::NewReceiver:
      return call(Callee::fast_new_receiver, {o(0), site(sizeof(abi::ReceiverSite))});
    case Op::SuperConstructor:
      return call(Callee::rt_super_constructor, {o(0), o(1)});
    case Op::BindThis:
      throw_if(builder_.CreateICmpNE(o(0), word(abi::kEmpty)), Callee::rt_throw_this_bound, {});
      return o(1);
    default:  // ConstructorResult
      return call(Callee::fast_constructor_result,
                  {o(0), o(1), as_bool(has(function_.info.flags, ir::FunctionFlag::Derived))});
  }
}

}  // namespace perry::codegen
