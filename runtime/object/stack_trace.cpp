#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/function.h"
#include "runtime/object/property.h"

// An error's `stack`.
namespace perry::runtime {

// A data property along the prototypes, or empty; runs nothing.
static Value inherited_data(Isolate& isolate, Object* object, PropertyKey key) {
  for (Value o = Value::cell(object); o.is_object(); o = shape_of(o.as_cell())->prototype) {
    OwnProperty found;
    if (class_of(o.as_cell())->methods != nullptr) return Value();
    if (!find_own(isolate, o.as<Object>(), key, found)) continue;
    return (found.attributes & kAccessor) != 0 ? Value() : found.value;
  }
  return Value();
}

static std::string error_header(Isolate& isolate, Object* error) {
  const Value name = inherited_data(isolate, error, names::name);
  const Value message = inherited_data(isolate, error, names::message);
  std::string text = name.is_string() ? to_utf8(name.as<String>()) : "Error";
  if (message.is_string() && message.as<String>()->length() != 0) {
    if (!text.empty()) text += ": ";
    text += to_utf8(message.as<String>());
  }
  return text;
}

void capture_stack(Isolate& isolate, Object* error) {
  const Value text = string_value(isolate, error_header(isolate, error) + "\n    at <anonymous>");
  define_own_property(isolate, error, names::stack, PropertyDescriptor::data(text, kHidden));
}

}  // namespace perry::runtime
