#include "perry-cc/codegen/function_writer.h"
#include "runtime/abi/layout.h"

// Frames of suspended functions. docs/ir.md says what the pass before leaves to be done here.
namespace perry::codegen {

namespace {

size_t size_of(const ir::FrameSlots& frame) {
  return abi::kFrameSlotsOffset + (size_t{frame.value_slots} + frame.raw_slots) * sizeof(uint64_t);
}

bool is_large(const ir::FrameSlots& frame) { return size_of(frame) > abi::kLargestSmallCell; }

constexpr size_t offset_of(uint32_t slot) {
  return abi::kFrameSlotsOffset + slot * sizeof(uint64_t);
}

}  // namespace

FunctionWriter::Value* FunctionWriter::new_frame(ir::FunctionId resume) {
  const ir::FrameSlots& slots = ir_.function(resume).info.frame;
  const size_t size = size_of(slots);
  Value* const header = word(abi::header_word(abi::CellKind::Frame, abi::kNoShape, size));
  Value* const frame = is_large(slots) ? call(Callee::rt_allocate_large, {header, word(size)})
                                       : call(Callee::fast_allocate, {header});
  builder_.CreateStore(module_.frame_info(resume), field(frame, offsetof(abi::FrameLayout, info)));
  return frame;
}

void FunctionWriter::frame_barrier(Value* frame, Value* place) {
  auto* const report = llvm::BasicBlock::Create(module_.context(), "", llvm_function_);
  auto* const next = llvm::BasicBlock::Create(module_.context(), "", llvm_function_);
  Value* const bits = builder_.CreateLoad(builder_.getInt8Ty(), field(frame, abi::kGcByteOffset));
  builder_.CreateCondBr(builder_.CreateICmpEQ(builder_.CreateAnd(bits, builder_.getInt8(abi::kOld)),
                                              builder_.getInt8(0)),
                        next, report);
  builder_.SetInsertPoint(report);
  call(Callee::rt_write_barrier, {frame, place});
  builder_.CreateBr(next);
  builder_.SetInsertPoint(next);
}

void FunctionWriter::store_slot(ir::ValueId id, uint32_t slot) {
  const ir::ValueId stored = function_.operand(id, 1);
  Value* v = value(stored);
  switch (function_[stored].type.rep()) {
    case ir::Rep::Double:
      v = builder_.CreateBitCast(v, module_.word_type());
      break;
    case ir::Rep::Int32:
    case ir::Rep::Bool:
      v = builder_.CreateZExt(v, module_.word_type());
      break;
    default:
      break;
  }
  Value* const frame = operand(id, 0);
  Value* const place = field(frame, offset_of(slot));
  builder_.CreateStore(v, place);
  // Large cells remember each line that was written; others wait for frame.leave.
  if (is_resume_ && is_large(function_.info.frame)) frame_barrier(frame, place);
}

FunctionWriter::Value* FunctionWriter::lower_suspension(ir::ValueId id, const ir::Instruction& i) {
  using ir::Op;
  switch (i.op) {
    case Op::NewFrame:
      return new_frame(i.immediate().as<ir::FunctionId>());
    case Op::StoreSlot:
      store_slot(id, i.first);
      return nullptr;
    case Op::LoadSlot: {
      Value* const v = load_word(field(operand(id, 0), offset_of(i.first)));
      if (i.type.rep() == ir::Rep::Double) return builder_.CreateBitCast(v, type_of(i.type));
      return type_of(i.type) == v->getType() ? v : builder_.CreateTrunc(v, type_of(i.type));
    }
    case Op::LeaveFrame: {
      static_assert(static_cast<uint32_t>(abi::SuspendReason::Delegate) ==
                    static_cast<uint32_t>(ir::LeaveReason::Delegate));
      Value* const frame = operand(id, 0);
      Value* const place = field(frame, offsetof(abi::FrameLayout, state));
      builder_.CreateStore(int32(i.first), place);
      builder_.CreateStore(int32(i.mode), field(frame, offsetof(abi::FrameLayout, reason)));
      if (!is_large(function_.info.frame)) frame_barrier(frame, place);
      return nullptr;
    }
    case Op::NewGenerator:
      return call(Callee::rt_new_generator, {operand(id, 0), operand(id, 1)});
    case Op::NewAsyncGenerator:
      return call(Callee::rt_new_async_generator, {operand(id, 0), operand(id, 1)});
    case Op::StartAsync:
      return call(Callee::rt_start_async, {operand(id, 0)});
    case Op::ResumeFrame:
      return frame_;
    case Op::ResumeState:
      // As it was when the function was entered.
      if (resume_state_ == nullptr)
        resume_state_ = prologue_.CreateLoad(
            prologue_.getInt32Ty(),
            prologue_.CreateIntToPtr(
                prologue_.CreateAdd(frame_, word(offsetof(abi::FrameLayout, state))),
                module_.pointer_type()));
      return resume_state_;
    case Op::ResumeMode:
      return builder_.CreateTrunc(resume_mode_, builder_.getInt32Ty());
    default:  // ResumeValue
      return resume_value_;
  }
}

}  // namespace perry::codegen
