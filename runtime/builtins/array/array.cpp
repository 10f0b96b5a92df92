#include "runtime/object/array.h"

#include <algorithm>
#include <vector>

#include "runtime/exec/iteration.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"
#include "runtime/string/builder.h"

// Array (23.1).
namespace perry::runtime::builtins {
namespace {

// 23.1.1.1
Value construct_array(Isolate& isolate, const Arguments& arguments) {
  Array* array = nullptr;
  if (arguments.count() == 1) {
    if (arguments[0].is_number()) {
      const double length = arguments[0].as_number();
      if (to_uint32(length) != length) throw_range_error(isolate, "Invalid array length");
      array = new_array(isolate, static_cast<uint32_t>(length));
    } else {
      array = new_array(isolate, arguments.data(), 1);
    }
  } else {
    array = new_array(isolate, arguments.data(), arguments.count());
  }
  if (arguments.is_construct() && arguments.new_target() != Value::cell(arguments.callee())) {
    const Value prototype =
        get_prototype_from_constructor(isolate, arguments.new_target(), Intrinsic::ArrayPrototype);
    ordinary_set_prototype_of(isolate, array, prototype);
  }
  return Value::cell(array);
}

Value is_array_value(Isolate& isolate, const Arguments& arguments) {
  return Value::boolean(is_array(isolate, arguments[0]));
}
Value species(Isolate&, const Arguments& arguments) { return arguments.receiver(); }

Value push(Isolate& isolate, const Arguments& arguments) {
  Object* object = to_object(isolate, arguments.receiver());
  if (object->kind() == CellKind::Array) {
    auto* array = object->as<Array>();
    if (!array->is_sparse() && holes_are_undefined(isolate, array)) {
      for (size_t i = 0; i < arguments.count(); ++i) append_element(isolate, array, arguments[i]);
      return Value::number(array->length());
    }
  }
  double length = length_of_array_like(isolate, object);
  if (length + static_cast<double>(arguments.count()) > 9007199254740991.0) {
    throw_type_error(isolate, "Pushing " + std::to_string(arguments.count()) +
                                  " elements on an array-like of length " +
                                  std::to_string(static_cast<uint64_t>(length)) +
                                  " is disallowed by ECMA-262");
  }
  for (size_t i = 0; i < arguments.count(); ++i) {
    set_or_throw(isolate, object, key_from_index(isolate, length++), arguments[i]);
  }
  set_or_throw(isolate, object, names::length, Value::number(length));
  return Value::number(length);
}

// What is being joined: a cycle joins as an empty string.
std::vector<const Object*>& joining() {
  static thread_local std::vector<const Object*> stack;
  return stack;
}
struct Joining {
  explicit Joining(const Object* object) { joining().push_back(object); }
  ~Joining() { joining().pop_back(); }
  Joining(const Joining&) = delete;
  Joining& operator=(const Joining&) = delete;
};

Value join(Isolate& isolate, const Arguments& arguments) {
  Object* object = to_object(isolate, arguments.receiver());
  const double length = length_of_array_like(isolate, object);
  String* separator =
      arguments[0].is_undefined() ? intern(isolate, ",") : to_string(isolate, arguments[0]);
  if (std::ranges::find(joining(), object) != joining().end()) {
    return Value::cell(empty_string());
  }
  const Joining mark(object);
  StringBuilder builder;
  for (double i = 0; i < length; ++i) {
    if (i != 0) builder.append(separator);
    const Value value = get(isolate, object, key_from_index(isolate, i));
    if (!value.is_nullish()) builder.append(to_string(isolate, value));
    if (builder.is_too_long()) throw_string_too_long(isolate);
  }
  return Value::cell(builder.finish(isolate));
}

Value array_to_string(Isolate& isolate, const Arguments& arguments) {
  Object* object = to_object(isolate, arguments.receiver());
  const Value method = get(isolate, object, names::join);
  if (is_callable(method)) return call(isolate, method, Value::cell(object));
  return invoke(isolate, Value::cell(object), names::toString);
}

Value entries(Isolate& isolate, const Arguments& arguments) {
  return new_array_iterator(isolate, Value::cell(to_object(isolate, arguments.receiver())),
                            ArrayIterationKind::Entries);
}
Value keys(Isolate& isolate, const Arguments& arguments) {
  return new_array_iterator(isolate, Value::cell(to_object(isolate, arguments.receiver())),
                            ArrayIterationKind::Keys);
}
Value values_function(Isolate& isolate) {
  return get(isolate, intrinsic(isolate, Intrinsic::ArrayPrototype).as<Object>(), names::values);
}

constexpr NativeInfo kConstructor = builtin::constructor(names::Array, 1, construct_array);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/array/array.def"
};
constexpr BuiltinRow kPrototypeRows[] = {
#include "runtime/builtins/array/array_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kArray;
constexpr BuiltinTable kArray = builtin::function_object(kConstructor, kRows);
extern const BuiltinTable kArrayPrototype;
constexpr BuiltinTable kArrayPrototype = [] {
  BuiltinTable table = builtin::object(kPrototypeRows);
  table.kind = CellKind::Array;
  table.object_class = &kArrayClass;
  return table;
}();

}  // namespace perry::runtime::builtins
