#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "runtime/builtins/typed_array/typed_arrays.h"

// Making typed arrays: the constructors (23.2.5, 23.2.4), `from` and `of` (23.2.2).
namespace perry::runtime::builtins {

void throw_mixed_content(Isolate& isolate) {
  throw_type_error(isolate, "Cannot mix BigInt and other types, use explicit conversions");
}

[[noreturn]] static void throw_invalid_length(Isolate& isolate, Value length) {
  throw_range_error(isolate, "Invalid typed array length: " + describe_plain(isolate, length));
}
[[noreturn]] static void throw_detached_argument(Isolate& isolate) {
  throw_type_error(isolate, "Cannot perform Construct on a detached ArrayBuffer");
}

// --- Copying between types ---

namespace {

constexpr bool has_same_bits(ElementType a, ElementType b) {
  if (a == b) return true;
  if (element_shift(a) != element_shift(b) || holds_floats(a) || holds_floats(b)) return false;
  // Clamping: what is written as Uint8 may have been negative.
  return b != ElementType::Uint8Clamped || a == ElementType::Uint8;
}

// By way of a few doubles, which hold the numbers of all types: one loop for each type and
// direction instead of one for each pair.
void convert_numbers(uint8_t* to, ElementType to_type, const uint8_t* from, ElementType from_type,
                     size_t count) {
  std::array<double, 256> numbers;
  for (size_t done = 0; done < count; done += numbers.size()) {
    const size_t n = std::min(numbers.size(), count - done);
    with_element(from_type, [&](auto element) {
      using Storage = typename decltype(element)::Storage;
      const uint8_t* place = from + done * sizeof(Storage);
      for (size_t i = 0; i < n; ++i) {
        numbers[i] = element.to_number(load_as<Storage>(place + i * sizeof(Storage)));
      }
    });
    with_element(to_type, [&](auto element) {
      using Storage = typename decltype(element)::Storage;
      uint8_t* place = to + done * sizeof(Storage);
      for (size_t i = 0; i < n; ++i) {
        store_as(place + i * sizeof(Storage), element.from_number(numbers[i]));
      }
    });
  }
}

}  // namespace

void convert_elements(uint8_t* to, ElementType to_type, const uint8_t* from, ElementType from_type,
                      size_t count) {
  const size_t from_bytes = count << element_shift(from_type);
  const size_t to_bytes = count << element_shift(to_type);
  if (count == 0) return;
  if (has_same_bits(from_type, to_type)) {
    std::memmove(to, from, from_bytes);
    return;
  }
  if (to + to_bytes <= from || from + from_bytes <= to) {
    convert_numbers(to, to_type, from, from_type, count);
    return;
  }
  const std::vector<uint8_t> copy(from, from + from_bytes);
  convert_numbers(to, to_type, copy.data(), from_type, count);
}

// --- Creating ---

TypedArray* allocate_typed_array(Isolate& isolate, ElementType type, Value prototype,
                                 double length) {
  const double bytes = length * static_cast<double>(element_size(type));
  if (bytes > kMaxSafeInteger) throw_range_error(isolate, "Array buffer allocation failed");
  ArrayBuffer* buffer = new_array_buffer(
      isolate, intrinsic(isolate, Intrinsic::ArrayBufferPrototype), {.byte_length = bytes});
  return new_typed_array(isolate, type, prototype, buffer, 0, static_cast<size_t>(length));
}

TypedArray* create_same_type(Isolate& isolate, const TypedArray* exemplar, size_t length) {
  return new_typed_array(isolate, exemplar->type(), static_cast<double>(length));
}

// 23.2.4.2 behind its [[Construct]]
static TypedArray* check_created(Isolate& isolate, Value made, const char* method) {
  return validate_typed_array(isolate, made, method, NotTypedArray::NamesMethod);
}

TypedArray* create_by_constructor(Isolate& isolate, Value constructor, double length,
                                  const char* method) {
  const Value made = runtime::construct(isolate, constructor, {Value::number(length)});
  TypedArray* result = check_created(isolate, made, method);
  if (static_cast<double>(result->length()) < length) {
    throw_type_error(isolate,
                     "Derived TypedArray constructor created an array which was too small");
  }
  return result;
}

static void check_content(Isolate& isolate, const TypedArray* exemplar, const TypedArray* result) {
  if (holds_bigints(exemplar->type()) != holds_bigints(result->type())) {
    throw_type_error(isolate, "Content type mismatch: cannot mix BigInt and other types");
  }
}

// 23.2.4.1
TypedArray* species_create(Isolate& isolate, TypedArray* exemplar, double length,
                           const char* method) {
  const Value fallback = intrinsic(isolate, typed_array_constructor(exemplar->type()));
  const Value constructor = species_constructor(isolate, exemplar, fallback);
  if (constructor == fallback) {
    return create_same_type(isolate, exemplar, static_cast<size_t>(length));
  }
  TypedArray* result = create_by_constructor(isolate, constructor, length, method);
  check_content(isolate, exemplar, result);
  return result;
}

// --- Views of buffers (23.2.5.1.3) ---

static TypedArray* view_of_buffer(Isolate& isolate, ElementType type, Value prototype,
                                  ArrayBuffer* buffer, Value offset_value, Value length_value) {
  const auto size = static_cast<double>(element_size(type));
  const std::string name(typed_array_name(type));
  const double offset = to_integer_or_infinity(isolate, offset_value);
  const auto out_of_buffer = [&] [[noreturn]] {
    throw_range_error(isolate, "Start offset " + describe_plain(isolate, Value::number(offset)) +
                                   " is outside the bounds of the buffer");
  };
  if (!(offset >= 0 && offset <= kMaxSafeInteger)) out_of_buffer();
  if (std::fmod(offset, size) != 0) {
    throw_range_error(isolate, "start offset of " + name + " should be a multiple of " +
                                   std::to_string(element_size(type)));
  }
  double length = 0;
  const bool has_length = !length_value.is_undefined();
  if (has_length) {
    length = to_integer_or_infinity(isolate, length_value);
    if (!(length >= 0 && length <= kMaxSafeInteger)) throw_invalid_length(isolate, length_value);
  }
  if (buffer->is_detached()) throw_detached_argument(isolate);
  const auto available = static_cast<double>(buffer->byte_length());
  std::optional<size_t> own_length;
  if (has_length) {
    if (offset + length * size > available) throw_invalid_length(isolate, Value::number(length));
    own_length = static_cast<size_t>(length);
  } else if (buffer->is_resizable()) {
    if (offset > available) out_of_buffer();
  } else {
    if (std::fmod(available, size) != 0) {
      throw_range_error(isolate, "byte length of " + name + " should be a multiple of " +
                                     std::to_string(element_size(type)));
    }
    if (offset > available) out_of_buffer();
    own_length = static_cast<size_t>((available - offset) / size);
  }
  return new_typed_array(isolate, type, prototype, buffer, static_cast<size_t>(offset), own_length);
}

TypedArray* species_create_view(Isolate& isolate, TypedArray* exemplar, double byte_offset,
                                std::optional<double> length, const char* method) {
  const ElementType type = exemplar->type();
  const Value fallback = intrinsic(isolate, typed_array_constructor(type));
  const Value constructor = species_constructor(isolate, exemplar, fallback);
  const Value arguments[] = {exemplar->buffer_cell, Value::number(byte_offset),
                             length ? Value::number(*length) : Value::undefined()};
  if (constructor == fallback) {
    return view_of_buffer(isolate, type, intrinsic(isolate, typed_array_prototype(type)),
                          exemplar->buffer(), arguments[1], arguments[2]);
  }
  const Value made =
      runtime::construct(isolate, constructor, arguments, length ? 3 : 2, constructor);
  TypedArray* result = check_created(isolate, made, method);
  check_content(isolate, exemplar, result);
  return result;
}

// --- Constructors (23.2.5.1) ---

namespace {

// 23.2.5.1.2
TypedArray* copy_of(Isolate& isolate, ElementType type, Value prototype, TypedArray* source) {
  if (source->is_out_of_bounds()) throw_detached_argument(isolate);
  const size_t length = source->length();
  TypedArray* result = allocate_typed_array(isolate, type, prototype, static_cast<double>(length));
  if (holds_bigints(type) != holds_bigints(source->type())) throw_mixed_content(isolate);
  convert_elements(result->elements, type, source->elements, source->type(), length);
  return result;
}

void store_values(Isolate& isolate, TypedArray* result, const ValueList& values) {
  for (size_t i = 0; i < values.size(); ++i) {
    set_typed_element(isolate, result, static_cast<double>(i), values[i]);
  }
}

// An array that is walked element by element, of numbers alone: no list of them is needed.
TypedArray* copy_of_numbers(Isolate& isolate, ElementType type, Value prototype, Array* array) {
  if (array->elements_kind() != ElementsKind::PackedDouble || holds_bigints(type)) return nullptr;
  const uint32_t length = array->dense_length;
  TypedArray* result = allocate_typed_array(isolate, type, prototype, length);
  convert_elements(result->elements, type,
                   reinterpret_cast<const uint8_t*>(array->elements()->doubles()),
                   ElementType::Float64, length);
  return result;
}

// 23.2.5.1.4 and 23.2.5.1.5
TypedArray* from_object(Isolate& isolate, ElementType type, Value prototype, Value items) {
  ValueList values(isolate);
  if (has_plain_iteration(isolate, items)) {
    if (auto* array = items.try_as<Array>()) {
      if (TypedArray* copy = copy_of_numbers(isolate, type, prototype, array)) return copy;
    }
    for_each_value(isolate, items, [&](Value value) { values.push(value); });
  } else {
    const Value method = get_method(isolate, items, well_known(isolate, WellKnown::Iterator));
    if (method.is_undefined()) {
      auto* object = items.as<Object>();
      const double length = length_of_array_like(isolate, object);
      TypedArray* result = allocate_typed_array(isolate, type, prototype, length);
      for (double i = 0; i < length; ++i) {
        set_typed_element(isolate, result, i, element_at(isolate, object, i));
      }
      return result;
    }
    IteratorRecord* record = get_iterator_from_method(isolate, items, method);
    for (Value value = iterator_step(isolate, record); !value.is_empty();
         value = iterator_step(isolate, record)) {
      values.push(value);
    }
  }
  TypedArray* result =
      allocate_typed_array(isolate, type, prototype, static_cast<double>(values.size()));
  store_values(isolate, result, values);
  return result;
}

}  // namespace

Value construct_typed_array(Isolate& isolate, const Arguments& arguments, ElementType type) {
  if (!arguments.is_construct()) {
    throw_type_error(isolate,
                     "Constructor " + std::string(typed_array_name(type)) + " requires 'new'");
  }
  const Value first = arguments[0];
  double length = 0;
  if (!first.is_object()) {
    length = to_integer_or_infinity(isolate, first);
    if (!(length >= 0 && length <= kMaxSafeInteger)) throw_invalid_length(isolate, first);
  }
  // The constructor's own `prototype` can't change.
  const Value prototype = arguments.new_target() == Value::cell(arguments.callee())
                              ? intrinsic(isolate, typed_array_prototype(type))
                              : get_prototype_from_constructor(isolate, arguments.new_target(),
                                                               typed_array_prototype(type));
  if (!first.is_object()) {
    return Value::cell(allocate_typed_array(isolate, type, prototype, length));
  }
  if (TypedArray* source = try_typed_array(first)) {
    return Value::cell(copy_of(isolate, type, prototype, source));
  }
  if (ArrayBuffer* buffer = try_any_buffer(first)) {
    return Value::cell(
        view_of_buffer(isolate, type, prototype, buffer, arguments[1], arguments[2]));
  }
  return Value::cell(from_object(isolate, type, prototype, first));
}

// --- %TypedArray%.from and of ---

static Value this_constructor(Isolate& isolate, const Arguments& arguments) {
  const Value constructor = arguments.receiver();
  if (is_constructor(constructor)) return constructor;
  throw_type_error(isolate, describe_plain(isolate, constructor) + " is not a constructor");
}

static Value iterator_method(Isolate& isolate, Value items) {
  if (items.is_nullish()) {
    throw_type_error(isolate, (items.is_null() ? std::string("object null") : "undefined") +
                                  " is not iterable (cannot read property "
                                  "Symbol(Symbol.iterator))");
  }
  const Value method = get_v(isolate, items, well_known(isolate, WellKnown::Iterator));
  if (method.is_nullish()) return Value::undefined();
  if (is_callable(method)) return method;
  throw_type_error(isolate,
                   "%TypedArray%.from requires that the property of the first argument, "
                   "items[Symbol.iterator], when exists, be a function");
}

// 23.2.2.1
Value typed_array_from(Isolate& isolate, const Arguments& arguments) {
  constexpr const char* kMethod = "%TypedArray%.from";
  const Value constructor = this_constructor(isolate, arguments);
  const Value mapper = arguments[1];
  if (!mapper.is_undefined() && !is_callable(mapper)) {
    throw_type_error(isolate, to_utf8(typeof_text(mapper)) + ' ' + describe_plain(isolate, mapper) +
                                  " is not a function");
  }
  const auto mapped = [&](Value value, double index) {
    if (mapper.is_undefined()) return value;
    return call(isolate, mapper, arguments[2], {value, Value::number(index)});
  };
  const Value items = arguments[0];
  ValueList values(isolate);
  if (has_plain_iteration(isolate, items)) {
    for_each_value(isolate, items, [&](Value value) { values.push(value); });
  } else {
    const Value method = iterator_method(isolate, items);
    if (method.is_undefined()) {
      Object* source = to_object(isolate, items);
      const double length = length_of_array_like(isolate, source);
      TypedArray* result = create_by_constructor(isolate, constructor, length, kMethod);
      for (double i = 0; i < length; ++i) {
        const Value value = mapped(element_at(isolate, source, i), i);
        set_typed_element(isolate, result, i, value);
      }
      return Value::cell(result);
    }
    IteratorRecord* record = get_iterator_from_method(isolate, items, method);
    for (Value value = iterator_step(isolate, record); !value.is_empty();
         value = iterator_step(isolate, record)) {
      values.push(value);
    }
  }
  TypedArray* result =
      create_by_constructor(isolate, constructor, static_cast<double>(values.size()), kMethod);
  for (size_t i = 0; i < values.size(); ++i) {
    const auto index = static_cast<double>(i);
    const Value value = mapped(values[i], index);
    set_typed_element(isolate, result, index, value);
  }
  return Value::cell(result);
}

// 23.2.2.2
Value typed_array_of(Isolate& isolate, const Arguments& arguments) {
  const auto count = static_cast<double>(arguments.count());
  const Value constructor = this_constructor(isolate, arguments);
  TypedArray* result = create_by_constructor(isolate, constructor, count, "%TypedArray%.of");
  for (size_t i = 0; i < arguments.count(); ++i) {
    set_typed_element(isolate, result, static_cast<double>(i), arguments[i]);
  }
  return Value::cell(result);
}

}  // namespace perry::runtime::builtins
