#include <algorithm>
#include <bit>
#include <vector>

#include "runtime/builtins/typed_array/typed_arrays.h"

// %TypedArray%.prototype.sort and toSorted (23.2.3.29, 23.2.3.33).
namespace perry::runtime::builtins {

namespace {

Value check_comparator(Isolate& isolate, Value comparator) {
  if (comparator.is_undefined() || is_callable(comparator)) return comparator;
  throw_type_error(isolate, "The comparison function must be either a function or undefined: " +
                                describe_plain(isolate, comparator));
}

// Floats are sorted as integers that order like them: -0 before 0, all NaNs behind.
template <typename Bits>
Bits sortable(Bits bits, Bits infinity) {
  constexpr Bits kSign = static_cast<Bits>(Bits{1} << (8 * sizeof(Bits) - 1));
  if (static_cast<Bits>(bits & ~kSign) > infinity) return static_cast<Bits>(~Bits{0});
  return static_cast<Bits>((bits & kSign) != 0 ? ~bits : bits | kSign);
}
template <typename Bits>
Bits unsortable(Bits key, Bits nan) {
  constexpr Bits kSign = static_cast<Bits>(Bits{1} << (8 * sizeof(Bits) - 1));
  if (key == static_cast<Bits>(~Bits{0})) return nan;
  return static_cast<Bits>((key & kSign) != 0 ? key & ~kSign : ~key);
}

template <typename Bits>
void sort_floats(Bits* elements, size_t count, Bits infinity, Bits nan) {
  for (size_t i = 0; i < count; ++i) elements[i] = sortable(elements[i], infinity);
  std::sort(elements, elements + count);
  for (size_t i = 0; i < count; ++i) elements[i] = unsortable(elements[i], nan);
}

// Each value is counted.
template <typename Storage>
void sort_bytes(Storage* elements, size_t count) {
  size_t counts[256] = {};
  constexpr int kLeast = std::is_signed_v<Storage> ? -128 : 0;
  for (size_t i = 0; i < count; ++i) ++counts[elements[i] - kLeast];
  for (int value = 0; value < 256; ++value) {
    elements = std::fill_n(elements, counts[value], static_cast<Storage>(value + kLeast));
  }
}

void sort_numbers(TypedArray* array) {
  const size_t count = array->length();
  uint8_t* data = array->elements;
  switch (array->type()) {
    case ElementType::Float64:
      sort_floats(reinterpret_cast<uint64_t*>(data), count, uint64_t{0x7ff0} << 48,
                  uint64_t{0x7ff8} << 48);
      return;
    case ElementType::Float32:
      sort_floats(reinterpret_cast<uint32_t*>(data), count, uint32_t{0x7f80} << 16,
                  uint32_t{0x7fc0} << 16);
      return;
    case ElementType::Float16:
      sort_floats(reinterpret_cast<uint16_t*>(data), count, uint16_t{0x7c00}, uint16_t{0x7e00});
      return;
    default:
      break;
  }
  with_element(array->type(), [&](auto element) {
    using Storage = typename decltype(element)::Storage;
    auto* elements = reinterpret_cast<Storage*>(data);
    if constexpr (sizeof(Storage) == 1) {
      sort_bytes(elements, count);
    } else if constexpr (!decltype(element)::kIsFloat) {
      std::sort(elements, elements + count);
    }
  });
}

// The sorted elements of `array`, called on by a comparator, into `result`.
void sort_by(Isolate& isolate, TypedArray* array, TypedArray* result, Value comparator) {
  const size_t length = array->length();
  ValueList values(isolate);
  values.reserve(length);
  for (size_t i = 0; i < length; ++i) values.push(typed_element(isolate, array, i));
  sort_values(isolate, values, comparator);
  for (size_t i = 0; i < length; ++i) {
    set_typed_element(isolate, result, static_cast<double>(i), values[i]);
  }
}

}  // namespace

Value typed_array_sort(Isolate& isolate, const Arguments& arguments) {
  const Value comparator = check_comparator(isolate, arguments[0]);
  TypedArray* array = this_typed_array(isolate, arguments, "sort", NotTypedArray::NamesMethod);
  if (comparator.is_undefined()) {
    sort_numbers(array);
  } else {
    sort_by(isolate, array, array, comparator);
  }
  return Value::cell(array);
}

Value typed_array_to_sorted(Isolate& isolate, const Arguments& arguments) {
  const Value comparator = check_comparator(isolate, arguments[0]);
  TypedArray* array = this_typed_array(isolate, arguments, "toSorted", NotTypedArray::NamesMethod);
  const size_t length = array->length();
  TypedArray* result = create_same_type(isolate, array, length);
  if (comparator.is_undefined()) {
    convert_elements(result->elements, result->type(), array->elements, array->type(), length);
    sort_numbers(result);
  } else {
    sort_by(isolate, array, result, comparator);
  }
  return Value::cell(result);
}

}  // namespace perry::runtime::builtins
