#include <algorithm>
#include <optional>

#include "runtime/builtins/typed_array/typed_arrays.h"
#include "runtime/numeric/number_to_string.h"
#include "runtime/object/bigint.h"
#include "runtime/string/builder.h"

// The methods that look for a value, and those that make text (23.2.3).
namespace perry::runtime::builtins {

namespace {

constexpr size_t kNotFound = static_cast<size_t>(-1);
enum class Nans : uint8_t { Differ, AreSame };

// The first element in [from, end) that equals `wanted`; with from > end the last one in
// [end, from].
template <typename Element, typename Matches>
size_t search(const TypedArray* array, size_t from, size_t end, bool is_up,
              const Matches& matches) {
  using Storage = typename Element::Storage;
  const auto* elements = reinterpret_cast<const Storage*>(array->elements);
  if (is_up) {
    for (size_t i = from; i < end; ++i) {
      if (matches(elements[i])) return i;
    }
  } else {
    for (size_t i = from + 1; i-- > end;) {
      if (matches(elements[i])) return i;
    }
  }
  return kNotFound;
}

size_t find_value(const TypedArray* array, Value wanted, size_t from, size_t end, bool is_up,
                  Nans nans) {
  if (array->elements == nullptr || (is_up && from >= end)) return kNotFound;
  if (holds_bigints(array->type()) ? !wanted.is_bigint() : !wanted.is_number()) return kNotFound;
  return with_element(array->type(), [&](auto element) -> size_t {
    using Element = decltype(element);
    using Storage = typename Element::Storage;
    if constexpr (Element::kIsBigInt) {
      const auto bits = static_cast<Storage>(bigint_to_uint64(wanted));
      BigNumber same;
      if constexpr (Element::kType == ElementType::BigInt64) {
        same = BigNumber::from_int64(bits);
      } else {
        same = BigNumber::from_uint64(bits);
      }
      const BigNumber given(wanted);
      if (same.negative != given.negative || same.digits != given.digits) return kNotFound;
      return search<Element>(array, from, end, is_up, [&](Storage e) { return e == bits; });
    } else {
      const double number = wanted.as_number();
      if (number != number) {
        if (!Element::kIsFloat || nans == Nans::Differ) return kNotFound;
        return search<Element>(array, from, end, is_up, [&](Storage e) {
          const double d = Element::to_number(e);
          return d != d;
        });
      }
      // Numbers that the type can't hold are in no element.
      const Storage stored = Element::from_number(number);
      if (Element::to_number(stored) != number) return kNotFound;
      if constexpr (Element::kType == ElementType::Float16) {
        return search<Element>(array, from, end, is_up,
                               [&](Storage e) { return Element::to_number(e) == number; });
      } else {
        return search<Element>(array, from, end, is_up, [&](Storage e) { return e == stored; });
      }
    }
  });
}

// Where a search upwards begins; not less than the length: nowhere.
double first_index(Isolate& isolate, const Arguments& arguments, double length) {
  return relative_index(isolate, arguments[1], length, 0);
}

Value index_value(size_t index) {
  return index == kNotFound ? Value::number(-1) : Value::number(static_cast<double>(index));
}

}  // namespace

// 23.2.3.16
Value typed_array_includes(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array = this_typed_array(isolate, arguments, "includes");
  const size_t length = array->length();
  if (length == 0) return Value::boolean(false);
  const double from = first_index(isolate, arguments, static_cast<double>(length));
  if (from >= static_cast<double>(length)) return Value::boolean(false);
  // What the argument's conversion has cut off reads as undefined.
  const size_t now = std::min(length, array->length());
  if (arguments[0].is_undefined()) return Value::boolean(now < length);
  const size_t found =
      find_value(array, arguments[0], static_cast<size_t>(from), now, true, Nans::AreSame);
  return Value::boolean(found != kNotFound);
}

// 23.2.3.17
Value typed_array_index_of(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array = this_typed_array(isolate, arguments, "indexOf");
  const size_t length = array->length();
  if (length == 0) return Value::number(-1);
  const double from = first_index(isolate, arguments, static_cast<double>(length));
  if (from >= static_cast<double>(length)) return Value::number(-1);
  const size_t now = std::min(length, array->length());
  return index_value(
      find_value(array, arguments[0], static_cast<size_t>(from), now, true, Nans::Differ));
}

// 23.2.3.20
Value typed_array_last_index_of(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array = this_typed_array(isolate, arguments, "lastIndexOf");
  const auto length = static_cast<double>(array->length());
  if (length == 0) return Value::number(-1);
  double from = arguments.count() > 1 ? to_integer_or_infinity(isolate, arguments[1]) : length - 1;
  from = from < 0 ? from + length : std::min(from, length - 1);
  from = std::min(from, static_cast<double>(array->length()) - 1);
  if (from < 0) return Value::number(-1);
  return index_value(
      find_value(array, arguments[0], static_cast<size_t>(from), 0, false, Nans::Differ));
}

// --- Text ---

static Value finish(Isolate& isolate, StringBuilder& text) {
  String* result = text.finish(isolate);
  if (result == nullptr) throw_string_too_long(isolate);
  return Value::cell(result);
}

// 23.2.3.18
Value typed_array_join(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array = this_typed_array(isolate, arguments, "join", NotTypedArray::NamesMethod);
  const size_t length = array->length();
  String* separator = arguments[0].is_undefined() ? single_unit_string(isolate, ',')
                                                  : to_string(isolate, arguments[0]);
  StringBuilder text;
  for (size_t i = 0; i < length; ++i) {
    if (i > 0) text.append(separator);
    const Value value = element_or_undefined(isolate, array, i);
    if (value.is_number()) {
      text.append(NumberText(value.as_number()).view());
    } else if (!value.is_undefined()) {
      text.append(to_string(isolate, value));
    }
    if (text.is_too_long()) throw_string_too_long(isolate);
  }
  return finish(isolate, text);
}

// 23.2.3.31
Value typed_array_to_locale_string(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array =
      this_typed_array(isolate, arguments, "toLocaleString", NotTypedArray::NamesMethod);
  const size_t length = array->length();
  StringBuilder text;
  for (size_t i = 0; i < length; ++i) {
    if (i > 0) text.append(u',');
    const Value value = element_or_undefined(isolate, array, i);
    if (!value.is_undefined()) {
      text.append(to_string(isolate, invoke(isolate, value, names::toLocaleString)));
    }
    if (text.is_too_long()) throw_string_too_long(isolate);
  }
  return finish(isolate, text);
}

}  // namespace perry::runtime::builtins
