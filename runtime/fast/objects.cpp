#include "runtime/fast/calls.h"
#include "runtime/gc/thread_block.h"

// Allocation, and calls of what is a function as such.
namespace perry::abi::fast {

Cell perry_fast_allocate(U64 header) {
  const uint64_t bytes = (header >> 48) * kCellUnit;
  const uint64_t cell = perry_rt_thread.cursor;
  if (perry_rt_thread.limit - cell < bytes) [[unlikely]]
    return perry_rt_allocate(header);
  perry_rt_thread.cursor = cell + bytes;
  *at<uint64_t>(cell) = header;
  return cell;
}

Cell perry_fast_new_literal(Ptr info, Ptr place) {
  uint64_t header = static_cast<LiteralSite*>(place)->header;
  if (header == 0) [[unlikely]]
    header = perry_rt_literal_shape(info, place);
  return perry_fast_allocate(header);
}

Cell perry_fast_new_box(Value value) {
  const uint64_t cell =
      perry_fast_allocate(header_word(CellKind::Box, kNoShape, sizeof(BoxLayout)));
  at<BoxLayout>(cell)->value = value;
  return cell;
}

None perry_fast_store_box(Cell cell, Value value) {
  auto* const target = at<BoxLayout>(cell);
  target->value = value;
  barrier(cell, &target->value, value);
}

Value perry_fast_new_function(U64 header, Ptr info) {
  const uint64_t cell = perry_fast_allocate(header);
  auto* const function = at<FunctionLayout>(cell);
  function->info = static_cast<const FunctionInfo*>(info);
  function->entry = function->info->entry;
  return cell;
}

None perry_fast_set_home_object(Value function, Value object) {
  auto* const target = at<FunctionLayout>(function);
  target->home_object = object;
  barrier(function, &target->home_object, object);
}

Value perry_fast_new_receiver(Value new_target, Ptr place) {
  const auto* const site = static_cast<ReceiverSite*>(place);
  if (site->new_target == new_target && site->epoch == perry_rt_thread.epoch) [[likely]]
    return perry_fast_allocate(site->header);
  return perry_rt_new_receiver(new_target, place);
}

U64 perry_fast_closure_info(Value callee) {
  if (!is_kind(callee, CellKind::Function)) return 0;
  return reinterpret_cast<uint64_t>(at<FunctionLayout>(callee)->info);
}

Value perry_fast_call(Value callee, Value receiver, U64 argc, Ptr argv) {
  if (is_cell(callee) && header_of(callee).kind == CellKind::Function) [[likely]] {
    return at<FunctionLayout>(callee)->entry(callee, receiver, kUndefined, argc,
                                             static_cast<const uint64_t*>(argv));
  }
  return perry_rt_call(callee, receiver, argc, argv);
}

Value perry_fast_construct(Value callee, Value new_target, U64 argc, Ptr argv) {
  if (is_kind(callee, CellKind::Function)) [[likely]] {
    const auto* const function = at<FunctionLayout>(callee);
    if ((function->info->flags & kFunctionConstructor) != 0) [[likely]] {
      if (function->info->receiver != nullptr)
        return perry_compact_construct_ordinary(callee, new_target, argc, argv,
                                                const_cast<void*>(function->info->receiver));
      return function->entry(callee, kEmpty, new_target, argc, static_cast<const uint64_t*>(argv));
    }
  }
  return perry_rt_construct(callee, new_target, argc, argv);
}

Value perry_fast_construct_ordinary(Value callee, Value new_target, U64 argc, Ptr argv, Ptr place) {
  const uint64_t receiver = perry_fast_new_receiver(new_target, place);
  const uint64_t returned = at<FunctionLayout>(callee)->entry(callee, receiver, new_target, argc,
                                                              static_cast<const uint64_t*>(argv));
  return is_cell(returned) && returned != kEmpty && is_object_cell(returned) ? returned : receiver;
}

Value perry_fast_constructor_result(Value returned, Value receiver, Bool derived) {
  if (returned == kUndefined && receiver != kEmpty) [[likely]]
    return receiver;
  return perry_rt_constructor_result(returned, receiver, derived);
}

}  // namespace perry::abi::fast
