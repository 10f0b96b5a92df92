#include "runtime/builtins/shared/wrapper.h"
#include "runtime/object/convert.h"
#include "runtime/object/property.h"

// Boolean (20.3).
namespace perry::runtime::builtins {
namespace {

// 20.3.1.1
Value construct_boolean(Isolate& isolate, const Arguments& arguments) {
  const Value value = Value::boolean(to_boolean(arguments[0]));
  if (!arguments.is_construct()) return value;
  const Value prototype =
      get_prototype_from_constructor(isolate, arguments.new_target(), Intrinsic::BooleanPrototype);
  return Value::cell(new_primitive_object(isolate, value, prototype));
}

Value this_boolean(Isolate& isolate, const Arguments& arguments, const char* method) {
  return this_primitive(isolate, arguments, method, "Boolean",
                        [](Value value) { return value.is_boolean(); });
}

// 20.3.3.2
Value to_string_method(Isolate& isolate, const Arguments& arguments) {
  return Value::cell(
      to_string(isolate, this_boolean(isolate, arguments, "Boolean.prototype.toString")));
}
// 20.3.3.3
Value value_of(Isolate& isolate, const Arguments& arguments) {
  return this_boolean(isolate, arguments, "Boolean.prototype.valueOf");
}

constexpr NativeInfo kConstructor = builtin::constructor(names::Boolean, 1, construct_boolean);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {OBJECT(prototype, BooleanPrototype, kNoAttributes)};
constexpr BuiltinRow kPrototypeRows[] = {
#include "runtime/builtins/boolean/boolean_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kBoolean;
constexpr BuiltinTable kBoolean = builtin::function_object(kConstructor, kRows);
extern const BuiltinTable kBooleanPrototype;
constexpr BuiltinTable kBooleanPrototype =
    wrapper_prototype(kPrototypeRows, kBooleanObjectClass, [] { return Value::boolean(false); });

}  // namespace perry::runtime::builtins
