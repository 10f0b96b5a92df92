#include "runtime/object/describe.h"

#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/function.h"
#include "runtime/object/property.h"
#include "runtime/object/proxy.h"

namespace perry::runtime {
namespace {

std::string text_of_property(Isolate& isolate, Value object, PropertyKey key, const char* missing) {
  const PeekedProperty found = peek(isolate, object, key);
  if (found.holder.is_empty()) return missing;
  return found.value.is_string() ? to_utf8(found.value.as<String>()) : std::string();
}

std::string describe_error(Isolate& isolate, Value object) {
  const std::string name = text_of_property(isolate, object, names::name, "Error");
  const std::string message = text_of_property(isolate, object, names::message, "");
  if (name.empty() || message.empty()) return name + message;
  return name + ": " + message;
}

std::string describe_function(Isolate& isolate, Function* function) {
  constexpr size_t kLongestText = 128;
  constexpr size_t kHead = 111;
  constexpr size_t kTail = 2;
  String* text = function_text(isolate, function);
  const size_t length = text->length();
  if (length <= kLongestText) return to_utf8(text);
  return to_utf8(substring(isolate, text, 0, kHead)) + "...<omitted>..." +
         to_utf8(substring(isolate, text, length - kTail, length));
}

// The name of a constructor that the object has or inherits; empty if there is none.
std::string name_of_constructor(Isolate& isolate, Value object) {
  const Value constructor = peek(isolate, object, names::constructor).value;
  if (!is_callable(constructor) || is_proxy(constructor)) return {};
  auto* function = constructor.as<Function>();
  return to_utf8(bound_target(constructor).is_empty()
                     ? function_name_from_info(isolate, function->info)
                     : function_name(isolate, function));
}

std::string describe_object(Isolate& isolate, Value object) {
  while (is_proxy(object)) object = proxy_target(object);
  if (object.is_null()) return "null";  // of a revoked proxy
  if (is_callable(object)) return describe_function(isolate, object.as<Function>());
  const Value to_string = peek(isolate, object, names::toString).holder;
  if (is_error(object) || to_string == intrinsic(isolate, Intrinsic::ErrorPrototype)) {
    return describe_error(isolate, object);
  }
  if (to_string == intrinsic(isolate, Intrinsic::ObjectPrototype)) {
    const std::string name = name_of_constructor(isolate, object);
    if (!name.empty()) return "#<" + name + '>';
  }
  const Value tag = peek(isolate, object, well_known(isolate, WellKnown::ToStringTag)).value;
  return "[object " +
         (tag.is_string() ? to_utf8(tag.as<String>())
                          : std::string(class_of(object.as_cell())->name)) +
         ']';
}

}  // namespace

std::string constructor_name(Isolate& isolate, Value object) {
  std::string name = name_of_constructor(isolate, object);
  return name.empty() ? "Object" : name;
}

std::string describe(Isolate& isolate, Value value) {
  if (value.is_empty()) return "<empty>";
  if (value.is_string()) return '"' + to_utf8(value.as<String>()) + '"';
  if (value.is_symbol()) {
    const Value description = value.as<Symbol>()->description();
    return "Symbol(" +
           (description.is_undefined() ? std::string() : to_utf8(description.as<String>())) + ')';
  }
  if (value.is_object()) return describe_object(isolate, value);
  return to_utf8(to_string(isolate, value));
}

std::string describe_plain(Isolate& isolate, Value value) {
  return value.is_string() ? to_utf8(value.as<String>()) : describe(isolate, value);
}

std::string describe(PropertyKey key) {
  if (key.is_index()) return std::to_string(key.index());
  if (key.is_atom()) return to_utf8(key.atom());
  const Value description = key.symbol()->description();
  const std::string text =
      description.is_undefined() ? std::string() : to_utf8(description.as<String>());
  return key.is_private() ? text : "Symbol(" + text + ')';
}

}  // namespace perry::runtime
