#include "runtime/fast/known.h"

constinit const perry::abi::ElementsLayout perry_rt_no_elements{
    {perry::abi::kNoShape, perry::abi::CellKind::Doubles, perry::abi::kStatic, 2}, 0, 0};

// Calls of the native functions that generated code knows.
namespace perry::abi::fast {

Bool perry_fast_is_known(Value callee, U32 which) {
  return is_known(callee, static_cast<KnownFunction>(which));
}

#define UNARY(property, expression) \
  F64 perry_fast_number_##property(F64 x) { return expression; }
#define BINARY(property, expression) \
  F64 perry_fast_number_##property(F64 x, F64 y) { return expression; }
#define TO_INT32 perry_fast_number_to_int32
#include "runtime/fast/known_math.def"

Value perry_fast_known_charCodeAt(Value callee, Value receiver, Value index) {
  return is_known(callee, KnownFunction::CharCodeAt) ? char_code_at(receiver, index) : kEmpty;
}

Value perry_fast_known_push(Value callee, Value receiver, Value value, Ptr place) {
  auto* const site = static_cast<PropertySite*>(place);
  if (!is_known(callee, KnownFunction::Push) || !is_kind(receiver, CellKind::Array)) return kEmpty;
  const auto* const array = at<ArrayLayout>(receiver);
  if (append(receiver, array->length, value, site)) [[likely]]
    return box(array->length);
  if (array->object.header.shape == site->holder_shape && site->epoch == perry_rt_thread.epoch)
    return kEmpty;
  if (!perry_rt_grows_plainly(receiver)) return kEmpty;
  site->holder_shape = array->object.header.shape;
  site->epoch = perry_rt_thread.epoch;
  return append(receiver, array->length, value, site) ? box(array->length) : kEmpty;
}

// --- views ---

Cell perry_fast_view_readable(Value object) { return view_readable(object); }
Cell perry_fast_view_writable(Value object) { return view_writable(object); }
Value perry_fast_view_bias(Value object) { return view_bias(object); }

}  // namespace perry::abi::fast
