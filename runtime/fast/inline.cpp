#include "runtime/abi/fields.h"
#include "runtime/fast/known.h"
#include "runtime/gc/thread_block.h"

// What stands at each place in code that is to be fast: the one commonest case. inline.def says
// more.
namespace perry::abi::fast {

#define INLINE [[gnu::always_inline]]

// --- operators ---

#define BINARY(name, result, expression)                \
  INLINE result perry_inline_##name(Value a, Value b) { \
    if (!are_numbers(a, b)) [[unlikely]]                \
      return perry_fast_##name(a, b);                   \
    const double x = number_of(a);                      \
    const double y = number_of(b);                      \
    return expression;                                  \
  }
BINARY(add, Value, box(x + y))
BINARY(subtract, Value, box(x - y))
BINARY(multiply, Value, box(x* y))
BINARY(divide, Value, box(x / y))
BINARY(less, Bool, x < y)
BINARY(less_equal, Bool, x <= y)
BINARY(greater, Bool, x > y)
BINARY(greater_equal, Bool, x >= y)
#undef BINARY

INLINE I32 perry_inline_number_to_int32(F64 number) {
  // Within int64 the low 32 bits of the truncation are the answer.
  if (__builtin_fabs(number) < 9.2e18) [[likely]]
    return static_cast<int32_t>(static_cast<int64_t>(number));
  return perry_fast_number_to_int32(number);
}

// An int64 can hold both, but for their fractions.
inline bool are_small(double a, double b) {
  constexpr double kMost = 9.2e18;
  return (static_cast<int>(__builtin_fabs(a) < kMost) &
          static_cast<int>(__builtin_fabs(b) < kMost)) != 0;
}

#define BITWISE(name, expression)                                 \
  INLINE Value perry_inline_##name(Value a, Value b) {            \
    if (!are_numbers(a, b)) [[unlikely]]                          \
      return perry_fast_##name(a, b);                             \
    const double c = number_of(a);                                \
    const double d = number_of(b);                                \
    if (!are_small(c, d)) [[unlikely]]                            \
      return perry_fast_##name(a, b);                             \
    const auto x = static_cast<int32_t>(static_cast<int64_t>(c)); \
    const auto y = static_cast<int32_t>(static_cast<int64_t>(d)); \
    return box(static_cast<double>(expression));                  \
  }
BITWISE(bit_and, x& y)
BITWISE(bit_or, x | y)
BITWISE(bit_xor, x ^ y)
BITWISE(shift_left, static_cast<int32_t>(static_cast<uint32_t>(x) << (y & 31)))
BITWISE(shift_right, x >> (y & 31))
BITWISE(shift_right_unsigned, static_cast<uint32_t>(x) >> (y & 31))
#undef BITWISE

#define UNARY(name, expression)               \
  INLINE Value perry_inline_##name(Value a) { \
    if (!is_number(a)) [[unlikely]]           \
      return perry_fast_##name(a);            \
    const double x = number_of(a);            \
    return box(expression);                   \
  }
UNARY(negate, -x)
UNARY(bit_not, static_cast<double>(~perry_inline_number_to_int32(x)))
UNARY(increment, x + 1)
UNARY(decrement, x - 1)
#undef UNARY

INLINE Bool perry_inline_strictly_equal(Value a, Value b) {
  if (are_numbers(a, b)) return number_of(a) == number_of(b);
  return a == b || perry_fast_strictly_equal(a, b);
}

INLINE Bool perry_inline_to_boolean(Value v) {
  constexpr uint64_t kConstants = 16;
  static_assert(kTrue < kConstants && kUndefined < kConstants);
  if (v < kConstants) return v == kTrue;
  if (is_cell(v) && is_object_cell(v)) return true;
  return perry_fast_to_boolean(v);
}

// --- tests and conversions ---

INLINE Bool perry_inline_is_string(Value v) {
  return is_cell(v) && v != kEmpty && is_string_cell(v);
}
INLINE Bool perry_inline_is_object(Value v) {
  return is_cell(v) && v != kEmpty && is_object_cell(v);
}
INLINE Bool perry_inline_is_callable(Value v) {
  return is_kind(v, CellKind::Function) || perry_fast_is_callable(v);
}
INLINE F64 perry_inline_to_number(Value v) {
  return is_number(v) ? number_of(v) : perry_fast_to_number(v);
}
INLINE Value perry_inline_to_numeric(Value v) {
  return is_number(v) ? v : perry_fast_to_numeric(v);
}
INLINE Value perry_inline_to_string(Value v) {
  return perry_inline_is_string(v) ? v : perry_fast_to_string(v);
}
INLINE Value perry_inline_to_property_key(Value v) {
  return is_number(v) ? v : perry_fast_to_property_key(v);
}
INLINE Value perry_inline_to_object(Value v) {
  return perry_inline_is_object(v) ? v : perry_fast_to_object(v);
}
INLINE Value perry_inline_coerce_receiver(Value v) {
  return perry_inline_is_object(v) ? v : perry_fast_coerce_receiver(v);
}

// --- properties ---

INLINE Value perry_inline_get(Value object, Cell key, Ptr place) {
  const auto* const site = static_cast<PropertySite*>(place);
  if (is_cell(object) && header_of(object).shape == site->shape) [[likely]] {
    const int32_t offset = site->offset;
    if (offset >= 0) [[likely]]
      return *at<uint64_t>(object + static_cast<uint32_t>(offset));
  }
  return perry_fast_get(object, key, place);
}

// Of what is called: on a prototype.
INLINE Value perry_inline_get_method(Value object, Cell key, Ptr place) {
  const auto* const site = static_cast<PropertySite*>(place);
  if (is_cell(object)) [[likely]] {
    const uint32_t shape = header_of(object).shape;
    // No method is looked for by the name of a typed array's length, which has no slot.
    if ((shape == site->holder_shape || is_alike_method(site, shape)) &&
        site->epoch == perry_rt_thread.epoch) [[likely]]
      return *site->slot;
  }
  return perry_fast_get_method(object, key, place);
}

INLINE Value perry_inline_get_length(Value object, Cell key, Ptr place) {
  if (is_cell(object) && header_of(object).kind == CellKind::Array) [[likely]] {
    const auto* const array = at<ArrayLayout>(object);
    if (kind_of(array) != ElementsKind::Sparse) [[likely]]
      return box(array->length);
  }
  return perry_fast_get_length(object, key, place);
}

// Into an inline slot that is there already.
inline bool set_inline_slot(uint64_t object, uint64_t value, const PropertySite* site) {
  if (!is_cell(object) || header_of(object).shape != site->shape) return false;
  const int32_t offset = site->offset;
  if (offset < 0) return false;
  auto* const slot = at<uint64_t>(object + static_cast<uint32_t>(offset));
  *slot = value;
  barrier_of_any(object, slot);
  return true;
}

INLINE None perry_inline_set(Value object, Cell key, Value value, Ptr place) {
  if (!set_inline_slot(object, value, static_cast<PropertySite*>(place))) [[unlikely]]
    perry_fast_set(object, key, value, place);
}

INLINE None perry_inline_set_sloppy(Value object, Cell key, Value value, Ptr place) {
  if (!set_inline_slot(object, value, static_cast<PropertySite*>(place))) [[unlikely]]
    perry_fast_set_sloppy(object, key, value, place);
}

INLINE Value perry_inline_get_index(Value object, I32 index, Ptr place) {
  uint64_t value = packed_element(object, index);
  if (value == kEmpty) [[unlikely]]
    value = typed_element(object, index);
  if (value != kEmpty) [[likely]]
    return value;
  return perry_fast_get_index(object, index, place);
}

INLINE Value perry_inline_get_computed(Value object, Value key, Ptr place) {
  const int32_t index = index_of(key);
  if (index >= 0) [[likely]] {
    uint64_t value = packed_element(object, index);
    if (value == kEmpty) [[unlikely]]
      value = typed_element(object, index);
    if (value != kEmpty) [[likely]]
      return value;
  }
  return perry_fast_get_computed(object, key, place);
}

INLINE None perry_inline_set_index(Value object, I32 index, Value value, Ptr place) {
  if (!set_packed(object, index, value) && !set_typed(object, index, value)) [[unlikely]]
    perry_fast_set_index(object, index, value, place);
}

INLINE None perry_inline_set_index_sloppy(Value object, I32 index, Value value, Ptr place) {
  if (!set_packed(object, index, value) && !set_typed(object, index, value)) [[unlikely]]
    perry_fast_set_index_sloppy(object, index, value, place);
}

INLINE None perry_inline_set_computed(Value object, Value key, Value value, Ptr place) {
  const int32_t index = index_of(key);
  if (index < 0 || (!set_packed(object, index, value) && !set_typed(object, index, value)))
      [[unlikely]]
    perry_fast_set_computed(object, key, value, place);
}

INLINE None perry_inline_set_computed_sloppy(Value object, Value key, Value value, Ptr place) {
  const int32_t index = index_of(key);
  if (index < 0 || (!set_packed(object, index, value) && !set_typed(object, index, value)))
      [[unlikely]]
    perry_fast_set_computed_sloppy(object, key, value, place);
}

// --- attempts ---
// Few calls for the rest, and none that writes but where an array grows, so that LLVM moves what
// does not change out of loops.

INLINE Value perry_inline_try_get(Value object, Cell key, Ptr place) {
  const auto* const site = static_cast<PropertySite*>(place);
  if (!is_cell(object)) [[unlikely]]
    return kEmpty;
  if (header_of(object).shape == site->shape) [[likely]]
    return *slot_at(object, site->offset);
  return perry_fast_try_get(object, key, place);
}

INLINE Value perry_inline_try_get_length(Value object, Cell key, Ptr place) {
  if (is_cell(object) && header_of(object).kind == CellKind::Array) [[likely]] {
    const auto* const array = at<ArrayLayout>(object);
    if (kind_of(array) != ElementsKind::Sparse) [[likely]]
      return box(array->length);
  }
  return perry_fast_try_get_length(object, key, place);
}

INLINE I32 perry_inline_try_length(Value object, Cell key, Ptr place) {
  if (is_kind(object, CellKind::Array)) [[likely]] {
    const auto* const array = at<ArrayLayout>(object);
    if (kind_of(array) != ElementsKind::Sparse && array->length <= 0x7fff'ffff) [[likely]]
      return static_cast<int32_t>(array->length);
  }
  return perry_fast_try_length(object, key, place);
}

INLINE Value perry_inline_try_get_index(Value object, I32 index) {
  if (!is_kind(object, CellKind::Array)) [[unlikely]]
    return kEmpty;
  const auto* const array = at<ArrayLayout>(object);
  const auto place = static_cast<uint32_t>(index);
  const auto kind = static_cast<uint32_t>(kind_of(array));
  static_assert(static_cast<int>(ElementsKind::HoleyDouble) == 1 &&
                static_cast<int>(ElementsKind::Packed) == 2 &&
                static_cast<int>(ElementsKind::Holey) == 3);
  if (kind > 3 || place >= array->length) [[unlikely]]
    return kEmpty;
  if ((kind & 1) != 0 && place >= at<ElementsLayout>(array->elements)->initialized) [[unlikely]]
    return kEmpty;
  const uint64_t value = values_of(array->elements)[place];
  static_assert(kHoleDouble + kDoubleOffset == kEmpty);
  return kind <= 1 ? value + kDoubleOffset : value;
}

INLINE Value perry_inline_try_get_computed(Value object, Value key) {
  const int32_t index = index_of(key);
  return index >= 0 ? perry_inline_try_get_index(object, index) : kEmpty;
}

// What is learned here is known the next time: so nothing that was read before is in doubt behind
// it.
INLINE Bool perry_inline_has_fields(Value object, Ptr keys, Ptr place) {
  if (!is_cell(object) || object == kEmpty) [[unlikely]]
    return false;
  auto* const site = static_cast<FieldsSite*>(place);
  const uint32_t shape = header_of(object).shape;
  static_assert(FieldsSite::kCount == 4);
  if (shape == site->shapes[0]) [[likely]]
    return true;
  if (is_among(site->shapes, shape)) return true;
  if (site->tries < FieldsSite::kMostTries) [[unlikely]]
    perry_rt_learn_fields(object, keys, place);
  return false;
}

INLINE None perry_inline_store_field(Value object, U64 offset, Value value) {
  auto* const slot = at<uint64_t>(object + offset);
  *slot = value;
  barrier_of_any(object, slot);
}

INLINE Bool perry_inline_try_set(Value object, Cell /*key*/, Value value, Ptr place) {
  const auto* const site = static_cast<PropertySite*>(place);
  if (set_inline_slot(object, value, site)) [[likely]]
    return true;
  if (!is_cell(object) || !is_alike(site, header_of(object).shape)) return false;
  auto* const slot = at<uint64_t>(object + site->alike_offset);
  *slot = value;
  barrier_of_any(object, slot);
  return true;
}

INLINE Bool perry_inline_try_set_plain(Value object, Value value, Ptr place) {
  const auto* const site = static_cast<PropertySite*>(place);
  if (!is_cell(object)) [[unlikely]]
    return false;
  const uint32_t shape = header_of(object).shape;
  if (shape == site->shape) [[likely]]
    *slot_at(object, site->offset) = value;
  else if (is_alike(site, shape))
    *at<uint64_t>(object + site->alike_offset) = value;
  else
    return false;
  return true;
}

INLINE Bool perry_inline_try_set_index(Value object, I32 index, Value value, Ptr place) {
  return set_packed(object, index, value) || perry_fast_try_set_index(object, index, value, place);
}

INLINE Bool perry_inline_try_set_index_plain(Value object, I32 index, Value value, Ptr place) {
  if (is_kind(object, CellKind::Array)) [[likely]] {
    const auto* const array = at<ArrayLayout>(object);
    uint64_t* const slot = values_of(array->elements) + static_cast<uint32_t>(index);
    if (static_cast<uint32_t>(index) < array->length) [[likely]] {
      const ElementsKind kind = kind_of(array);
      if (kind == ElementsKind::PackedDouble && is_number(value)) {
        *slot = value - kDoubleOffset;
        return true;
      }
      if (kind == ElementsKind::Packed) {
        *slot = value;
        return true;
      }
    }
  }
  return perry_fast_try_set_index(object, index, value, place);
}

INLINE Bool perry_inline_try_set_computed(Value object, Value key, Value value, Ptr place) {
  const int32_t index = index_of(key);
  return index >= 0 && perry_inline_try_set_index(object, index, value, place);
}

INLINE Value perry_inline_get_global(Cell key, Ptr place) {
  const auto* const site = static_cast<PropertySite*>(place);
  if (site->epoch == perry_rt_thread.epoch && site->slot != nullptr) [[likely]]
    return *site->slot;
  return perry_fast_get_global(key, place);
}

INLINE Value perry_inline_try_get_global(Cell /*key*/, Ptr place) {
  const auto* const site = static_cast<PropertySite*>(place);
  if (site->epoch == perry_rt_thread.epoch && site->slot != nullptr) [[likely]]
    return *site->slot;
  return kEmpty;
}

INLINE Bool perry_inline_is_known(Value callee, U32 which) {
  return is_known(callee, static_cast<KnownFunction>(which));
}

#define UNARY(property, expression) \
  INLINE F64 perry_inline_number_##property(F64 x) { return expression; }
#define BINARY(property, expression) \
  INLINE F64 perry_inline_number_##property(F64 x, F64 y) { return expression; }
#define TO_INT32 perry_inline_number_to_int32
#include "runtime/fast/known_math.def"

INLINE Value perry_inline_known_charCodeAt(Value callee, Value receiver, Value index) {
  return is_known(callee, KnownFunction::CharCodeAt) ? char_code_at(receiver, index) : kEmpty;
}

INLINE Value perry_inline_known_push(Value callee, Value receiver, Value value, Ptr place) {
  const auto* const site = static_cast<PropertySite*>(place);
  if (is_known(callee, KnownFunction::Push) && is_kind(receiver, CellKind::Array)) [[likely]] {
    const auto* const array = at<ArrayLayout>(receiver);
    if (append(receiver, array->length, value, site)) [[likely]]
      return box(array->length);
  }
  return perry_fast_known_push(callee, receiver, value, place);
}

// --- views ---

INLINE Cell perry_inline_view_readable(Value object) { return view_readable(object); }
INLINE Cell perry_inline_view_writable(Value object) { return view_writable(object); }
INLINE Value perry_inline_view_bias(Value object) { return view_bias(object); }

// --- objects and calls ---

INLINE U64 perry_inline_closure_info(Value callee) {
  // No callee is empty.
  if (!is_cell(callee) || header_of(callee).kind != CellKind::Function) return 0;
  return reinterpret_cast<uint64_t>(at<FunctionLayout>(callee)->info);
}

INLINE Cell perry_inline_allocate(U64 header) {
  const uint64_t bytes = (header >> 48) * kCellUnit;
  const uint64_t cell = perry_rt_thread.cursor;
  if (perry_rt_thread.limit - cell < bytes) [[unlikely]]
    return perry_rt_allocate(header);
  perry_rt_thread.cursor = cell + bytes;
  // As bytes: its parts are read as what they are.
  __builtin_memcpy(at<char>(cell), &header, sizeof header);
  return cell;
}

INLINE Cell perry_inline_new_literal(Ptr info, Ptr place) {
  const uint64_t header = static_cast<LiteralSite*>(place)->header;
  if (header == 0) [[unlikely]]
    return perry_fast_new_literal(info, place);
  return perry_inline_allocate(header);
}

INLINE Cell perry_inline_new_box(Value value) {
  const uint64_t cell =
      perry_inline_allocate(header_word(CellKind::Box, kNoShape, sizeof(BoxLayout)));
  at<BoxLayout>(cell)->value = value;
  return cell;
}

INLINE None perry_inline_store_box(Cell cell, Value value) {
  auto* const target = at<BoxLayout>(cell);
  target->value = value;
  barrier_of_any(cell, &target->value);
}

INLINE Value perry_inline_new_function(U64 header, Ptr info) {
  const uint64_t cell = perry_inline_allocate(header);
  auto* const function = at<FunctionLayout>(cell);
  function->info = static_cast<const FunctionInfo*>(info);
  function->entry = function->info->entry;
  return cell;
}

INLINE None perry_inline_set_home_object(Value function, Value object) {
  auto* const target = at<FunctionLayout>(function);
  target->home_object = object;
  barrier(function, &target->home_object, object);
}

INLINE Value perry_inline_new_receiver(Value new_target, Ptr place) {
  const auto* const site = static_cast<ReceiverSite*>(place);
  if (site->new_target == new_target && site->epoch == perry_rt_thread.epoch) [[likely]]
    return perry_inline_allocate(site->header);
  return perry_fast_new_receiver(new_target, place);
}

INLINE Value perry_inline_call(Value callee, Value receiver, U64 argc, Ptr argv) {
  if (is_cell(callee) && header_of(callee).kind == CellKind::Function) [[likely]] {
    return at<FunctionLayout>(callee)->entry(callee, receiver, kUndefined, argc,
                                             static_cast<const uint64_t*>(argv));
  }
  return perry_rt_call(callee, receiver, argc, argv);
}

INLINE Value perry_inline_constructor_result(Value returned, Value receiver, Bool derived) {
  if (returned == kUndefined && receiver != kEmpty) [[likely]]
    return receiver;
  return perry_fast_constructor_result(returned, receiver, derived);
}

#undef INLINE

}  // namespace perry::abi::fast
