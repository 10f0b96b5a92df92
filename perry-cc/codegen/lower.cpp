#include "perry-cc/codegen/function_writer.h"
#include "runtime/abi/codes.h"
#include "runtime/abi/layout.h"
#include "runtime/abi/value_bits.h"

// Which operation is lowered where. A row of ops.def without a case here does not compile.
namespace perry::codegen {

void FunctionWriter::unsupported(ir::ValueId id) {
  module_.fail(ErrorKind::Unsupported, std::string(ir::op_info(function_[id].op).text));
  if (type_of(function_[id].type) != nullptr && function_[id].type.rep() != ir::Rep::None)
    set(id, llvm::PoisonValue::get(type_of(function_[id].type)));
  if (ir::ends_block(function_[id].op)) builder_.CreateUnreachable();
}

void FunctionWriter::lower(ir::ValueId id) {
  using ir::Op;
  const ir::Instruction& i = function_[id];
  switch (i.op) {
    case Op::BlockParameter:
      return;  // made with the block

    case Op::ConstDouble:
    case Op::ConstInt32:
    case Op::ConstBool:
    case Op::ConstString:
    case Op::ConstBigInt:
    case Op::Undefined:
    case Op::Null:
    case Op::Empty:
      return set(id, lower_constant(i));

    case Op::Box:
    case Op::UnboxDouble:
    case Op::UnboxBool:
    case Op::UnboxString:
    case Op::UnboxObject:
    case Op::Int32ToDouble:
    case Op::DoubleToInt32:
    case Op::TruncateToInt32:
    case Op::IsInt32:
    case Op::BoolToInt32:
    case Op::IsNumber:
    case Op::IsBool:
    case Op::IsString:
    case Op::IsObject:
    case Op::IsCallable:
    case Op::IsUndefined:
    case Op::IsNull:
    case Op::IsNullish:
    case Op::IsEmpty:
    case Op::UndefinedIfEmpty:
      return set(id, lower_conversion(id, i));

    case Op::AddDouble:
    case Op::SubDouble:
    case Op::MulDouble:
    case Op::DivDouble:
    case Op::RemDouble:
    case Op::PowDouble:
    case Op::NegDouble:
    case Op::CompareDouble:
    case Op::DoubleToBool:
    case Op::AddInt32:
    case Op::SubInt32:
    case Op::MulInt32:
    case Op::RemInt32:
    case Op::AndInt32:
    case Op::OrInt32:
    case Op::XorInt32:
    case Op::ShlInt32:
    case Op::SarInt32:
    case Op::ShrInt32:
    case Op::CompareInt32:
    case Op::NotBool:
    case Op::SameBool:
    case Op::SameReference:
      return set(id, lower_number(id, i));

    case Op::Binary:
    case Op::Compare:
    case Op::StrictEqual:
    case Op::Unary:
    case Op::ToNumeric:
    case Op::ToNumber:
    case Op::ToBoolean:
    case Op::ToString:
    case Op::ToPropertyKey:
    case Op::ToObject:
    case Op::Typeof:
    case Op::ConcatStrings:
      return set(id, lower_operator(id, i));

    case Op::CheckInitialized:
    case Op::CheckThis:
    case Op::CheckCoercible:
    case Op::CheckObject:
    case Op::CheckCallable:
      return set(id, lower_check(id, i));

    case Op::NewBox:
    case Op::LoadBox:
    case Op::StoreBox:
    case Op::LoadCapture:
    case Op::LoadModule:
    case Op::StoreModule:
    case Op::LoadNamespace:
    case Op::LoadGlobal:
    case Op::TypeofGlobal:
    case Op::StoreGlobal:
    case Op::HasGlobal:
    case Op::DeleteGlobal:
    case Op::DeclareGlobals:
    case Op::InitGlobal:
    case Op::DefineGlobalFunction:
    case Op::WithHas:
    case Op::WithGet:
    case Op::WithSet:
      return set(id, lower_variable(id, i));

    case Op::Parameter:
    case Op::RestParameter:
    case Op::ArgumentsUnmapped:
    case Op::ArgumentsMapped:
    case Op::This:
    case Op::CoerceThis:
    case Op::Callee:
    case Op::NewTarget:
    case Op::ArgumentCount:
    case Op::HomeObject:
      return set(id, lower_frame(id, i));

    case Op::TryGetProp:
    case Op::TryLength:
    case Op::TryGetElem:
    case Op::TrySetProp:
    case Op::TrySetElem:
    case Op::TryLoadGlobal:
    case Op::TryCall:
    case Op::IsKnown:
    case Op::KnownNumber:
    case Op::TryGetElemView:
    case Op::TrySetElemView:
    case Op::ViewReadable:
    case Op::ViewWritable:
    case Op::ViewBias:
    case Op::HasFields:
    case Op::LoadField:
    case Op::StoreField:
      return set(id, lower_attempt(id, i));

    case Op::GetProp:
    case Op::GetElem:
    case Op::SetProp:
    case Op::SetElem:
    case Op::SuperBase:
    case Op::GetSuper:
    case Op::SetSuper:
    case Op::DeleteProp:
    case Op::DefineOwn:
    case Op::DefineMethod:
    case Op::GetPrivate:
    case Op::SetPrivate:
    case Op::HasPrivate:
    case Op::DefinePrivate:
    case Op::CopyProperties:
    case Op::SetPrototype:
      return set(id, lower_property(id, i));

    case Op::NewObject:
    case Op::NewArray:
    case Op::NewFromData:
    case Op::AppendElement:
    case Op::AppendSpread:
    case Op::NewFunction:
    case Op::SetHomeObject:
    case Op::SetFunctionName:
    case Op::NewClass:
    case Op::ClassPrototype:
    case Op::NewPrivateName:
    case Op::NewRegExp:
    case Op::TemplateObject:
      return set(id, lower_creation(id, i));

    case Op::Call:
    case Op::CallDirect:
    case Op::CallEval:
    case Op::Construct:
    case Op::CallSpread:
    case Op::ConstructSpread:
    case Op::NewReceiver:
    case Op::SuperConstructor:
    case Op::BindThis:
    case Op::ConstructorResult:
      return set(id, lower_call(id, i));

    case Op::IteratorOpen:
    case Op::IteratorStep:
    case Op::IteratorRest:
    case Op::IteratorClose:
    case Op::IteratorCloseSilent:
    case Op::IteratorNext:
    case Op::IteratorResult:
    case Op::IteratorReturn:
    case Op::IteratorObject:
    case Op::ForInOpen:
    case Op::ForInStep:
    case Op::DisposeOpen:
    case Op::DisposeAdd:
    case Op::DisposeStep:
    case Op::DisposeAwaits:
    case Op::SuppressedError:
      return set(id, lower_iteration(id, i));

    case Op::ImportModule:
    case Op::RequireModule:
    case Op::ImportMeta:
      return set(id, lower_module(id, i));

    case Op::NewFrame:
    case Op::StoreSlot:
    case Op::LoadSlot:
    case Op::LeaveFrame:
    case Op::NewGenerator:
    case Op::NewAsyncGenerator:
    case Op::StartAsync:
    case Op::ResumeFrame:
    case Op::ResumeState:
    case Op::ResumeMode:
    case Op::ResumeValue:
      return set(id, lower_suspension(id, i));

    case Op::Debugger:
    case Op::FrameState:  // only guards look at it
      return;
    case Op::Guard:    // nothing emits them
    case Op::Suspend:  // gone since the pass of the same name
      return unsupported(id);

    case Op::Jump:
    case Op::Branch:
    case Op::Switch:
    case Op::Return:
    case Op::Throw:
    case Op::ThrowError:
    case Op::Unreachable:
      return lower_end(id, i);
  }
}

// Of the branches that speculation makes, and whoever else asks such questions expects them to be
// answered so.
llvm::MDNode* FunctionWriter::likelihood(ir::ValueId condition) {
  llvm::MDBuilder metadata(module_.context());
  switch (function_[condition].op) {
    case ir::Op::IsNumber:
    case ir::Op::IsInt32:
    case ir::Op::HasFields:
    case ir::Op::TrySetProp:
    case ir::Op::TrySetElem:
    case ir::Op::TrySetElemView:
      return metadata.createLikelyBranchWeights();
    case ir::Op::IsEmpty:
      return metadata.createUnlikelyBranchWeights();
    default:
      return nullptr;
  }
}

void FunctionWriter::lower_end(ir::ValueId id, const ir::Instruction& i) {
  std::vector<ir::BlockId> seen;
  const auto target = [&](uint32_t index) { return follow(function_.edge_of(id, index), seen); };
  switch (i.op) {
    case ir::Op::Jump:
      builder_.CreateBr(target(0));
      return;
    case ir::Op::Branch: {
      llvm::BasicBlock* const if_true = target(0);
      llvm::BasicBlock* const if_false = target(1);
      builder_.CreateCondBr(operand(id, 0), if_true, if_false,
                            likelihood(function_.operand(id, 0)));
      return;
    }
    case ir::Op::Switch: {
      const uint32_t last = function_.edge_count(id) - 1;
      // FastISel knows no switches.
      constexpr uint32_t kMostComparisons = 8;
      if (module_.options().profile == Profile::Dev && last > 0 && last <= kMostComparisons) {
        for (uint32_t k = 0; k < last; k++) {
          Value* const is_it = builder_.CreateICmpEQ(operand(id, 0), builder_.getInt32(k));
          llvm::BasicBlock* const yes = target(k);
          llvm::BasicBlock* const no =
              k + 1 == last ? target(last)
                            : llvm::BasicBlock::Create(module_.context(), "", llvm_function_);
          builder_.CreateCondBr(is_it, yes, no);
          if (k + 1 < last) builder_.SetInsertPoint(no);
        }
        return;
      }
      std::vector<llvm::BasicBlock*> targets;
      for (uint32_t k = 0; k <= last; k++) targets.push_back(target(k));
      llvm::SwitchInst* const choice = builder_.CreateSwitch(operand(id, 0), targets[last], last);
      for (uint32_t k = 0; k < last; k++) choice->addCase(builder_.getInt32(k), targets[k]);
      return;
    }
    case ir::Op::Return:
      builder_.CreateRet(operand(id, 0));
      return;
    case ir::Op::Throw:
      if (function_.block(block_).unwind) return jump_to_handler(block_, operand(id, 0));
      return call_noreturn(Callee::rt_throw, {operand(id, 0)});
    case ir::Op::ThrowError: {
      static_assert(static_cast<uint32_t>(abi::ErrorCode::NotDefined) ==
                    static_cast<uint32_t>(ir::ErrorKind::NotDefined));
      const ir::AtomId name(i.first);
      return call_noreturn(Callee::rt_throw_error, {int32(i.mode), name ? atom(name) : word(0)});
    }
    default:
      builder_.CreateUnreachable();
  }
}

FunctionWriter::Value* FunctionWriter::lower_constant(const ir::Instruction& i) {
  switch (i.op) {
    case ir::Op::ConstDouble:
      return llvm::ConstantFP::get(builder_.getDoubleTy(), i.immediate().as_double());
    case ir::Op::ConstInt32:
      return int32(i.first);
    case ir::Op::ConstBool:
      return as_bool(i.immediate().as_bool());
    case ir::Op::ConstString:
      return atom(i.immediate().as<ir::AtomId>());
    case ir::Op::ConstBigInt:
      return call(Callee::rt_bigint_literal,
                  {atom(i.immediate().as<ir::AtomId>()), site(sizeof(abi::ValueSite))});
    case ir::Op::Undefined:
      return word(abi::kUndefined);
    case ir::Op::Null:
      return word(abi::kNull);
    default:
      return word(abi::kEmpty);
  }
}

}  // namespace perry::codegen
