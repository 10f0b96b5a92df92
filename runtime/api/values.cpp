#include <cstdlib>

#include "runtime/api/runtime.h"
#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/object/function.h"
#include "runtime/object/objects.h"
#include "runtime/object/property.h"

using namespace perry::runtime;  // NOLINT(google-build-using-namespace): entry points are global

extern "C" {

perry_value perry_undefined(void) { return to_host(Value::undefined()); }
perry_value perry_null(void) { return to_host(Value::null()); }
perry_value perry_boolean(int value) { return to_host(Value::boolean(value != 0)); }
perry_value perry_number(double number) { return to_host(Value::number_from_outside(number)); }

perry_status perry_string(perry_runtime* runtime, const char* text, size_t length,
                          perry_value* value) {
  if (text == nullptr && length != 0) return PERRY_INVALID;
  return enter(runtime, [&](Isolate& isolate) {
    if (length > perry::abi::kLongestString) throw_string_too_long(isolate);
    return give(value, to_host(string_value(isolate, {text, length})));
  });
}

perry_status perry_object(perry_runtime* runtime, perry_value* object) {
  return enter(runtime, [&](Isolate& isolate) {
    return give(object, to_host(Value::cell(new_object(isolate))));
  });
}

perry_status perry_array(perry_runtime* runtime, size_t count, const perry_value* values,
                         perry_value* array) {
  if (count > UINT32_MAX || (values == nullptr && count != 0)) return PERRY_INVALID;
  return enter(runtime, [&](Isolate& isolate) {
    Array* const made = new_array(isolate);
    const Value result = Value::cell(made);
    for (size_t i = 0; i < count; ++i) append_element(isolate, made, value_of(values[i]));
    return give(array, to_host(result));
  });
}

perry_kind perry_kind_of(perry_value given) {
  const Value value = value_of(given);
  if (value.is_undefined()) return PERRY_UNDEFINED;
  if (value.is_null()) return PERRY_NULL;
  if (value.is_boolean()) return PERRY_BOOLEAN;
  if (value.is_number()) return PERRY_NUMBER;
  if (value.is_string()) return PERRY_STRING;
  if (value.is_symbol()) return PERRY_SYMBOL;
  if (value.is_bigint()) return PERRY_BIGINT;
  return is_callable(value) ? PERRY_FUNCTION : PERRY_OBJECT;
}

perry_status perry_is_array(perry_runtime* runtime, perry_value value, int* result) {
  return enter(runtime, [&](Isolate& isolate) {
    return give(result, is_array(isolate, value_of(value)) ? 1 : 0);
  });
}

int perry_is_same(perry_value a, perry_value b) {
  return is_strictly_equal(value_of(a), value_of(b)) ? 1 : 0;
}

int perry_to_boolean(perry_value value) { return to_boolean(value_of(value)) ? 1 : 0; }

perry_status perry_to_number(perry_runtime* runtime, perry_value value, double* number) {
  return enter(runtime,
               [&](Isolate& isolate) { return give(number, to_number(isolate, value_of(value))); });
}

perry_status perry_to_text(perry_runtime* runtime, perry_value value, char** text, size_t* length) {
  return enter(runtime, [&](Isolate& isolate) {
    return give_text(to_utf8(to_string(isolate, value_of(value))), text, length);
  });
}

void perry_free(char* text) { std::free(text); }

}  // extern "C"
