#include <algorithm>
#include <cmath>

#include "runtime/builtins/array/array.h"
#include "runtime/builtins/array/elements.h"

// The methods that change the array they are called on (23.1.3).
namespace perry::runtime::builtins {

// 23.1.3.23
Value array_push(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  const size_t count = arguments.count();
  if (length + static_cast<double>(count) > kMaxSafeInteger) {
    throw_type_error(isolate, "Pushing " + std::to_string(count) +
                                  " elements on an array-like of length " +
                                  to_utf8(number_to_string(isolate, length)) +
                                  " is disallowed, as the total surpasses 2**53-1");
  }
  if (length + static_cast<double>(count) < 4294967295.0 && is_simple(isolate, object)) {
    auto* array = object->as<Array>();
    for (size_t i = 0; i < count; ++i) append_element(isolate, array, arguments[i]);
    return Value::number(array->length());
  }
  for (size_t i = 0; i < count; ++i) {
    set_element(isolate, object, length + static_cast<double>(i), arguments[i]);
  }
  const double new_length = length + static_cast<double>(count);
  set_length(isolate, object, new_length);
  return Value::number(new_length);
}

// 23.1.3.22
Value array_pop(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  if (length == 0) {
    set_length(isolate, object, 0);
    return Value::undefined();
  }
  if (is_simple(isolate, object)) {
    auto* array = object->as<Array>();
    const Value value = dense_element(array, array->dense_length - 1);
    set_array_length(isolate, array, array->dense_length - 1);
    return value.is_empty() ? Value::undefined() : value;
  }
  const Value value = element_at(isolate, object, length - 1);
  delete_element(isolate, object, length - 1);
  set_length(isolate, object, length - 1);
  return value;
}

// Set(to, Get(from)) where `from` has the element, else DeletePropertyOrThrow(to).
static void copy_or_delete(Isolate& isolate, Object* object, double from, double to) {
  const Value value = element_if_present(isolate, object, from);
  if (value.is_empty()) {
    delete_element(isolate, object, to);
  } else {
    set_element(isolate, object, to, value);
  }
}

// 23.1.3.27
Value array_shift(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  if (length == 0) {
    set_length(isolate, object, 0);
    return Value::undefined();
  }
  if (is_simple(isolate, object)) {
    auto* array = object->as<Array>();
    const Value first = dense_element(array, 0);
    move_elements(isolate, array, 1, 0, array->dense_length - 1);
    set_array_length(isolate, array, array->dense_length - 1);
    return first.is_empty() ? Value::undefined() : first;
  }
  const Value first = element_at(isolate, object, 0);
  for (double i = 1; i < length; ++i) copy_or_delete(isolate, object, i, i - 1);
  delete_element(isolate, object, length - 1);
  set_length(isolate, object, length - 1);
  return first;
}

// 23.1.3.34
Value array_unshift(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  const size_t count = arguments.count();
  const double new_length = length + static_cast<double>(count);
  if (count > 0) {
    if (new_length > kMaxSafeInteger) throw_type_error(isolate, "Invalid array length");
    // Appending first keeps the array packed.
    if (new_length < (1 << 25) && is_simple(isolate, object)) {
      auto* array = object->as<Array>();
      const uint32_t old = array->dense_length;
      for (size_t i = 0; i < count; ++i) append_element(isolate, array, arguments[i]);
      if (!array->is_sparse() && array->dense_length == old + count) {
        move_elements(isolate, array, 0, static_cast<uint32_t>(count), old);
        for (size_t i = 0; i < count; ++i) {
          put_element(isolate, array, static_cast<uint32_t>(i), arguments[i]);
        }
        return Value::number(new_length);
      }
    }
    for (double i = length; i > 0; --i) {
      copy_or_delete(isolate, object, i - 1, i - 1 + static_cast<double>(count));
    }
    for (size_t i = 0; i < count; ++i) {
      set_element(isolate, object, static_cast<double>(i), arguments[i]);
    }
  }
  set_length(isolate, object, new_length);
  return Value::number(new_length);
}

// 23.1.3.26
Value array_reverse(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  const double middle = std::floor(length / 2);
  for (double lower = 0; lower < middle; ++lower) {
    const double upper = length - 1 - lower;
    const Value low = element_if_present(isolate, object, lower);
    const Value high = element_if_present(isolate, object, upper);
    if (!high.is_empty()) {
      set_element(isolate, object, lower, high);
    } else if (!low.is_empty()) {
      delete_element(isolate, object, lower);
    }
    if (!low.is_empty()) {
      set_element(isolate, object, upper, low);
    } else if (!high.is_empty()) {
      delete_element(isolate, object, upper);
    }
  }
  return Value::cell(object);
}

// 23.1.3.7
Value array_fill(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  const double from = relative_index(isolate, arguments[1], length, 0);
  const double to = relative_index(isolate, arguments[2], length, length);
  for (double i = from; i < to; ++i) set_element(isolate, object, i, arguments[0]);
  return Value::cell(object);
}

// 23.1.3.4
Value array_copy_within(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  const double to = relative_index(isolate, arguments[0], length, 0);
  const double from = relative_index(isolate, arguments[1], length, 0);
  const double end = relative_index(isolate, arguments[2], length, length);
  const double count = std::min(end - from, length - to);
  if (from < to && to < from + count) {
    for (double i = count; i > 0; --i) copy_or_delete(isolate, object, from + i - 1, to + i - 1);
  } else {
    for (double i = 0; i < count; ++i) copy_or_delete(isolate, object, from + i, to + i);
  }
  return Value::cell(object);
}

namespace {

struct SpliceRange {
  double start;
  double delete_count;
  size_t insert_count;
};

SpliceRange splice_range(Isolate& isolate, const Arguments& arguments, double length) {
  const double start = relative_index(isolate, arguments[0], length, 0);
  double delete_count = 0;
  if (arguments.count() == 1) {
    delete_count = length - start;
  } else if (arguments.count() > 1) {
    delete_count = std::clamp(to_integer_or_infinity(isolate, arguments[1]), 0.0, length - start);
  }
  return {start, delete_count, arguments.count() > 2 ? arguments.count() - 2 : 0};
}

// The part of splice that moves elements; false: not this simple.
bool splice_simple(Isolate& isolate, Object* object, const Arguments& arguments,
                   const SpliceRange& range, double length) {
  const auto inserted = static_cast<double>(range.insert_count);
  const double new_length = length - range.delete_count + inserted;
  if (new_length >= (1 << 25) || !is_simple(isolate, object)) return false;
  auto* array = object->as<Array>();
  if (array->dense_length != length) return false;
  const auto start = static_cast<uint32_t>(range.start);
  const auto deleted = static_cast<uint32_t>(range.delete_count);
  const auto tail = array->dense_length - start - deleted;
  for (size_t i = deleted; i < range.insert_count; ++i) {
    append_element(isolate, array, arguments[2 + i]);
  }
  move_elements(isolate, array, start + deleted, start + static_cast<uint32_t>(range.insert_count),
                tail);
  for (size_t i = 0; i < range.insert_count; ++i) {
    put_element(isolate, array, start + static_cast<uint32_t>(i), arguments[2 + i]);
  }
  set_array_length(isolate, array, static_cast<uint32_t>(new_length));
  return true;
}

}  // namespace

// 23.1.3.31
Value array_splice(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  const SpliceRange range = splice_range(isolate, arguments, length);
  const auto inserted = static_cast<double>(range.insert_count);
  if (length + inserted - range.delete_count > kMaxSafeInteger) {
    throw_type_error(isolate, "Invalid array length");
  }
  Object* removed = array_species_create(isolate, object, range.delete_count).object;
  for (double i = 0; i < range.delete_count; ++i) {
    const Value value = element_if_present(isolate, object, range.start + i);
    if (!value.is_empty()) create_element(isolate, removed, i, value);
  }
  set_length(isolate, removed, range.delete_count);
  if (splice_simple(isolate, object, arguments, range, length)) return Value::cell(removed);
  const double end = length - range.delete_count;
  if (inserted < range.delete_count) {
    for (double i = range.start; i < end; ++i) {
      copy_or_delete(isolate, object, i + range.delete_count, i + inserted);
    }
    for (double i = length; i > end + inserted; --i) delete_element(isolate, object, i - 1);
  } else if (inserted > range.delete_count) {
    for (double i = end; i > range.start; --i) {
      copy_or_delete(isolate, object, i + range.delete_count - 1, i + inserted - 1);
    }
  }
  for (size_t i = 0; i < range.insert_count; ++i) {
    set_element(isolate, object, range.start + static_cast<double>(i), arguments[2 + i]);
  }
  set_length(isolate, object, end + inserted);
  return Value::cell(removed);
}

// 23.1.3.35
Value array_to_spliced(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  const SpliceRange range = splice_range(isolate, arguments, length);
  const double new_length = length + static_cast<double>(range.insert_count) - range.delete_count;
  if (new_length > kMaxSafeInteger) throw_type_error(isolate, "Invalid array length");
  if (new_length > 4294967295.0) throw_range_error(isolate, "Invalid array length");
  Array* result = new_array(isolate);
  for (double i = 0; i < range.start; ++i) {
    append_element(isolate, result, element_at(isolate, object, i));
  }
  for (size_t i = 0; i < range.insert_count; ++i) {
    append_element(isolate, result, arguments[2 + i]);
  }
  for (double i = range.start + range.delete_count; i < length; ++i) {
    append_element(isolate, result, element_at(isolate, object, i));
  }
  return Value::cell(result);
}

}  // namespace perry::runtime::builtins
