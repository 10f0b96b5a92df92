#include "runtime/fast/known.h"

constinit const perry::abi::ElementsLayout perry_rt_no_elements{
    {perry::abi::kNoShape, perry::abi::CellKind::Doubles, perry::abi::kStatic, 2}, 0, 0};

// Calls of the native functions that generated code knows.
namespace perry::abi::fast {

#define UNARY(name, property, expression)                                        \
  Value perry_fast_known_##property(Value callee, Value /*receiver*/, Value a) { \
    if (!is_number(a) || !is_known(callee, KnownFunction::name)) return kEmpty;  \
    const double x = number_of(a);                                               \
    return box(expression);                                                      \
  }
#define BINARY(name, property, expression)                                                \
  Value perry_fast_known_##property(Value callee, Value /*receiver*/, Value a, Value b) { \
    if (!are_numbers(a, b) || !is_known(callee, KnownFunction::name)) return kEmpty;      \
    const double x = number_of(a);                                                        \
    const double y = number_of(b);                                                        \
    return box(expression);                                                               \
  }
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
