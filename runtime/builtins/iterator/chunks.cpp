#include <cmath>

#include "runtime/builtins/iterator/helper.h"
#include "runtime/object/array.h"

// Iterator.prototype.chunks and windows (proposal "Iterator chunking").
namespace perry::runtime::builtins {
namespace {

// The length of a chunk, else the iterator is closed.
double length_argument(Isolate& isolate, Object* iterator, Value length) {
  if (!length.is_number() || std::trunc(length.as_number()) != length.as_number() ||
      std::isinf(length.as_number())) {
    close_early(isolate, iterator);
    throw_type_error(isolate, describe_plain(isolate, length) + " is not an integral number");
  }
  if (length.as_number() < 1 || length.as_number() > 4294967295.0) {
    close_early(isolate, iterator);
    throw_range_error(isolate, describe_plain(isolate, length) + " is out of range");
  }
  return length.as_number();
}

Array* values_of(IteratorHelper* helper) { return helper->inner_cell.as<Array>(); }

void set_values(Isolate& isolate, IteratorHelper* helper, Array* values) {
  store(isolate.heap(), helper, &helper->inner_cell, Value::cell(values));
}

// Elements from `first` on.
Array* copy_from(Isolate& isolate, Array* array, uint32_t first) {
  Array* copy = new_array(isolate);
  for (uint32_t i = first; i < array->length(); ++i) {
    append_element(isolate, copy, dense_element(array, i));
  }
  return copy;
}

Value make(Isolate& isolate, Object* iterator, HelperKind kind, double length, Value partial) {
  IteratorRecord* record = get_iterator_direct(isolate, Value::cell(iterator));
  IteratorHelper* helper = new_helper(isolate, kind, Value::cell(record), partial, length);
  set_values(isolate, helper, new_array(isolate));
  return Value::cell(helper);
}

}  // namespace

Value iterator_chunks(Isolate& isolate, const Arguments& arguments) {
  Object* iterator = this_iterator(isolate, arguments, "chunks");
  const double length = length_argument(isolate, iterator, arguments[0]);
  return make(isolate, iterator, HelperKind::Chunks, length, Value::boolean(true));
}

Value iterator_windows(Isolate& isolate, const Arguments& arguments) {
  Object* iterator = this_iterator(isolate, arguments, "windows");
  const double length = length_argument(isolate, iterator, arguments[0]);
  const Value undersized = arguments[1];
  const std::string choice = undersized.is_string() ? to_utf8(undersized.as<String>()) : "";
  if (!undersized.is_undefined() && choice != "only-full" && choice != "allow-partial") {
    close_early(isolate, iterator);
    throw_type_error(isolate, describe_plain(isolate, undersized) +
                                  " is neither \"only-full\" nor \"allow-partial\"");
  }
  const Value partial = Value::boolean(choice == "allow-partial");
  return make(isolate, iterator, HelperKind::Windows, length, partial);
}

Value step_chunks(Isolate& isolate, IteratorHelper* helper) {
  for (;;) {
    const Value value = iterator_step(isolate, helper->record());
    Array* values = values_of(helper);
    if (value.is_empty()) {
      if (values->length() == 0) return {};
    } else {
      append_element(isolate, values, value);
      if (values->length() < helper->number) continue;
    }
    set_values(isolate, helper, new_array(isolate));
    return Value::cell(values);
  }
}

Value step_windows(Isolate& isolate, IteratorHelper* helper) {
  for (;;) {
    const Value value = iterator_step(isolate, helper->record());
    Array* values = values_of(helper);
    if (value.is_empty()) {
      // A short one comes only when there was no full one.
      const uint32_t length = values->length();
      const bool gives = helper->callback.is_true() && length > 0 && length < helper->number;
      if (!gives) return {};
      set_values(isolate, helper, new_array(isolate));
      return Value::cell(values);
    }
    if (values->length() == helper->number) {
      values = copy_from(isolate, values, 1);
      set_values(isolate, helper, values);
    }
    append_element(isolate, values, value);
    if (values->length() == helper->number) return Value::cell(copy_from(isolate, values, 0));
  }
}

}  // namespace perry::runtime::builtins
