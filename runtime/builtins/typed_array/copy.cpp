#include <algorithm>
#include <cstring>

#include "runtime/builtins/typed_array/typed_arrays.h"

// The methods that copy or overwrite elements without calling back (23.2.3).
namespace perry::runtime::builtins {

// 23.2.3.1
Value typed_array_at(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array = this_typed_array(isolate, arguments, "at", NotTypedArray::NamesMethod);
  const auto length = static_cast<double>(array->length());
  double index = to_integer_or_infinity(isolate, arguments[0]);
  if (index < 0) index += length;
  if (!(index >= 0 && index < length)) return Value::undefined();
  return element_or_undefined(isolate, array, static_cast<size_t>(index));
}

// 23.2.3.6
Value typed_array_copy_within(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array = this_typed_array(isolate, arguments, "copyWithin");
  const auto length = static_cast<double>(array->length());
  const double to = relative_index(isolate, arguments[0], length, 0);
  const double from = relative_index(isolate, arguments[1], length, 0);
  const double end = relative_index(isolate, arguments[2], length, length);
  double count = std::min(end - from, length - to);
  if (count <= 0) return Value::cell(array);
  // The arguments may have changed the buffer.
  this_typed_array(isolate, arguments, "copyWithin");
  const auto now = static_cast<double>(array->length());
  count = std::min({count, now - from, now - to});
  if (count > 0) {
    std::memmove(array->place(static_cast<size_t>(to)), array->place(static_cast<size_t>(from)),
                 static_cast<size_t>(count) << element_shift(array->type()));
  }
  return Value::cell(array);
}

// 23.2.3.9
Value typed_array_fill(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array = this_typed_array(isolate, arguments, "fill");
  const auto length = static_cast<double>(array->length());
  const uint64_t bits = element_bits(isolate, array->type(), arguments[0]);
  const double from = relative_index(isolate, arguments[1], length, 0);
  double end = relative_index(isolate, arguments[2], length, length);
  this_typed_array(isolate, arguments, "fill");
  end = std::min(end, static_cast<double>(array->length()));
  if (from >= end) return Value::cell(array);
  const auto count = static_cast<size_t>(end - from);
  uint8_t* place = array->place(static_cast<size_t>(from));
  with_element(array->type(), [&](auto element) {
    using Storage = typename decltype(element)::Storage;
    const auto value = element_from_bits<Storage>(bits);
    for (size_t i = 0; i < count; ++i) store_as(place + i * sizeof(Storage), value);
  });
  return Value::cell(array);
}

// 23.2.3.25
Value typed_array_reverse(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array = this_typed_array(isolate, arguments, "reverse");
  const size_t length = array->length();
  with_element(array->type(), [&](auto element) {
    using Storage = typename decltype(element)::Storage;
    auto* elements = reinterpret_cast<Storage*>(array->elements);
    std::reverse(elements, elements + length);
  });
  return Value::cell(array);
}

// 23.2.3.32
Value typed_array_to_reversed(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array =
      this_typed_array(isolate, arguments, "toReversed", NotTypedArray::NamesMethod);
  const size_t length = array->length();
  TypedArray* result = create_same_type(isolate, array, length);
  with_element(array->type(), [&](auto element) {
    using Storage = typename decltype(element)::Storage;
    const auto* elements = reinterpret_cast<const Storage*>(array->elements);
    std::reverse_copy(elements, elements + length, reinterpret_cast<Storage*>(result->elements));
  });
  return Value::cell(result);
}

// 23.2.3.36
Value typed_array_with(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array = this_typed_array(isolate, arguments, "with");
  const size_t length = array->length();
  const ElementType type = array->type();
  const double relative = to_integer_or_infinity(isolate, arguments[0]);
  const double index = relative < 0 ? relative + static_cast<double>(length) : relative;
  const uint64_t bits = element_bits(isolate, type, arguments[1]);
  if (!is_valid_index(array, index)) throw_range_error(isolate, "Invalid typed array index");
  TypedArray* result = create_same_type(isolate, array, length);
  const size_t there = std::min(length, array->length());
  convert_elements(result->elements, type, array->elements, type, there);
  // What the value's conversion has cut off reads as undefined.
  for (size_t i = there; i < length; ++i) {
    set_typed_element(isolate, result, static_cast<double>(i), Value::undefined());
  }
  store_element(result->place(static_cast<size_t>(index)), type, bits);
  return Value::cell(result);
}

// --- set ---

[[noreturn]] static void throw_offset_out_of_bounds(Isolate& isolate) {
  throw_range_error(isolate, "offset is out of bounds");
}

// 23.2.3.26.1
static void set_from_typed_array(Isolate& isolate, TypedArray* target, double offset,
                                 TypedArray* source) {
  validate_typed_array(isolate, Value::cell(source), "%TypedArray%.prototype.set");
  if (holds_bigints(target->type()) != holds_bigints(source->type())) {
    throw_mixed_content(isolate);
  }
  const size_t count = source->length();
  if (static_cast<double>(count) + offset > static_cast<double>(target->length())) {
    throw_offset_out_of_bounds(isolate);
  }
  convert_elements(target->place(static_cast<size_t>(offset)), target->type(), source->elements,
                   source->type(), count);
}

// 23.2.3.26.2
static void set_from_array_like(Isolate& isolate, TypedArray* target, double offset, Value items) {
  const auto target_length = static_cast<double>(target->length());
  Object* source = to_object(isolate, items);
  const double count = length_of_array_like(isolate, source);
  if (count + offset > target_length) throw_offset_out_of_bounds(isolate);
  if (const auto* array = Value::cell(source).try_as<Array>();
      array != nullptr && array->elements_kind() == ElementsKind::PackedDouble &&
      !holds_bigints(target->type())) {
    convert_elements(target->place(static_cast<size_t>(offset)), target->type(),
                     reinterpret_cast<const uint8_t*>(array->elements()->doubles()),
                     ElementType::Float64, static_cast<size_t>(count));
    return;
  }
  for (double i = 0; i < count; ++i) {
    set_typed_element(isolate, target, offset + i, element_at(isolate, source, i));
  }
}

// 23.2.3.26
Value typed_array_set(Isolate& isolate, const Arguments& arguments) {
  TypedArray* target = try_typed_array(arguments.receiver());
  if (target == nullptr) throw_type_error(isolate, "this is not a typed array.");
  const double offset = to_integer_or_infinity(isolate, arguments[1]);
  if (offset < 0) throw_offset_out_of_bounds(isolate);
  this_typed_array(isolate, arguments, "set");
  if (TypedArray* source = try_typed_array(arguments[0])) {
    set_from_typed_array(isolate, target, offset, source);
  } else {
    set_from_array_like(isolate, target, offset, arguments[0]);
  }
  return Value::undefined();
}

// --- slice and subarray ---

// 23.2.3.27
Value typed_array_slice(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array = this_typed_array(isolate, arguments, "slice", NotTypedArray::NamesMethod);
  const auto length = static_cast<double>(array->length());
  const double from = relative_index(isolate, arguments[0], length, 0);
  const double end = relative_index(isolate, arguments[1], length, length);
  double count = std::max(end - from, 0.0);
  TypedArray* result = species_create(isolate, array, count, "%TypedArray%.prototype.slice");
  if (count == 0) return Value::cell(result);
  this_typed_array(isolate, arguments, "slice");
  count = std::min(end, static_cast<double>(array->length())) - from;
  if (count <= 0) return Value::cell(result);
  const auto first = static_cast<size_t>(from);
  if (result->type() != array->type()) {
    for (size_t i = 0; i < static_cast<size_t>(count); ++i) {
      set_typed_element(isolate, result, static_cast<double>(i),
                        element_or_undefined(isolate, array, first + i));
    }
    return Value::cell(result);
  }
  // Byte by byte, upwards: the result may be a view of the same memory.
  const size_t bytes =
      std::min(static_cast<size_t>(count) << element_shift(array->type()), result->byte_length());
  const uint8_t* source = array->place(first);
  if (result->buffer_cell != array->buffer_cell) {
    if (bytes != 0) std::memcpy(result->elements, source, bytes);
  } else {
    for (size_t i = 0; i < bytes; ++i) result->elements[i] = source[i];
  }
  return Value::cell(result);
}

// 23.2.3.30
Value typed_array_subarray(Isolate& isolate, const Arguments& arguments) {
  constexpr const char* kMethod = "%TypedArray%.prototype.subarray";
  TypedArray* array = try_typed_array(arguments.receiver());
  if (array == nullptr) {
    throw_type_error(isolate, std::string("Method ") + kMethod +
                                  " called on incompatible receiver " +
                                  describe_plain(isolate, arguments.receiver()));
  }
  const auto length = static_cast<double>(array->length());
  const double from = relative_index(isolate, arguments[0], length, 0);
  std::optional<double> count;
  if (!array->is_length_tracking() || !arguments[1].is_undefined()) {
    count = std::max(relative_index(isolate, arguments[1], length, length) - from, 0.0);
  }
  const double byte_offset = static_cast<double>(array->own_byte_offset) +
                             from * static_cast<double>(element_size(array->type()));
  return Value::cell(species_create_view(isolate, array, byte_offset, count, kMethod));
}

}  // namespace perry::runtime::builtins
