#include "runtime/object/error.h"

#include "runtime/exec/iteration.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/property.h"

// Error and its subclasses (20.5).
namespace perry::runtime::builtins {
namespace {

Object* make_error(Isolate& isolate, const Arguments& arguments, Intrinsic prototype) {
  const Value new_target =
      arguments.is_construct() ? arguments.new_target() : Value::cell(arguments.callee());
  Shape* shape = root_shape(isolate, get_prototype_from_constructor(isolate, new_target, prototype),
                            &kErrorClass, CellKind::Object, 4);
  return new_object_with_shape(isolate, shape);
}

// What is constructed, if it is a class of the program's.
Value derived_constructor(const Arguments& arguments) {
  const Value target = arguments.new_target();
  return target == Value::cell(arguments.callee()) ? Value::undefined() : target;
}

// The properties that all of them get; message and options are at `first` of the arguments.
void initialize(Isolate& isolate, Object* error, const Arguments& arguments, size_t first) {
  // What constructs it is no part of the trace.
  add_stack(isolate, error, true, derived_constructor(arguments));
  if (!arguments[first].is_undefined()) {
    const Value message = Value::cell(to_string(isolate, arguments[first]));
    add_property(isolate, error, names::message, message, kHidden);
  }
  const Value options = arguments[first + 1];
  if (options.is_object() && has_property(isolate, options.as<Object>(), names::cause)) {
    const Value cause = get(isolate, options.as<Object>(), names::cause);
    add_property(isolate, error, names::cause, cause, kHidden);
  }
}

template <Intrinsic prototype>
Value construct_error(Isolate& isolate, const Arguments& arguments) {
  Object* error = make_error(isolate, arguments, prototype);
  initialize(isolate, error, arguments, 0);
  return Value::cell(error);
}

Value construct_aggregate(Isolate& isolate, const Arguments& arguments) {
  Object* error = make_error(isolate, arguments, Intrinsic::AggregateErrorPrototype);
  initialize(isolate, error, arguments, 1);
  ValueList errors(isolate);
  for_each_value(isolate, arguments[0], [&](Value value) { errors.push(value); });
  add_property(isolate, error, names::errors, Value::cell(new_array(isolate, errors)), kHidden);
  return Value::cell(error);
}

Value construct_suppressed(Isolate& isolate, const Arguments& arguments) {
  Object* error = make_error(isolate, arguments, Intrinsic::SuppressedErrorPrototype);
  add_stack(isolate, error, true, derived_constructor(arguments));
  if (!arguments[2].is_undefined()) {
    const Value message = Value::cell(to_string(isolate, arguments[2]));
    add_property(isolate, error, names::message, message, kHidden);
  }
  add_property(isolate, error, names::error, arguments[0], kHidden);
  add_property(isolate, error, names::suppressed, arguments[1], kHidden);
  return Value::cell(error);
}

// 20.5.3.4
Value error_to_string(Isolate& isolate, const Arguments& arguments) {
  if (!arguments.receiver().is_object()) {
    throw_type_error(isolate, "Error.prototype.toString requires that 'this' be a JSReceiver");
  }
  auto* error = arguments.receiver().as<Object>();
  const auto text_of = [&](PropertyKey key, const char* missing) {
    const Value value = get(isolate, error, key);
    return value.is_undefined() ? new_string_utf8(isolate, missing) : to_string(isolate, value);
  };
  String* name = text_of(names::name, "Error");
  String* message = text_of(names::message, "");
  if (name->length() == 0) return Value::cell(message);
  if (message->length() == 0) return Value::cell(name);
  name = concat_or_throw(isolate, name, new_string_utf8(isolate, ": "));
  return Value::cell(concat_or_throw(isolate, name, message));
}

Value is_error_value(Isolate&, const Arguments& arguments) {
  return Value::boolean(is_error(arguments[0]));
}

Value capture_stack_trace(Isolate& isolate, const Arguments& arguments) {
  if (!arguments[0].is_object())
    throw_type_error(isolate, "Invalid argument: " + describe(isolate, arguments[0]));
  capture_stack(isolate, arguments[0].as<Object>(), arguments[1]);
  return Value::undefined();
}

#include "runtime/object/builtin_rows.inc.h"

Value name_of_error(Isolate&) { return Value::cell(names::Error.get()); }
Value empty_text(Isolate&) { return Value::cell(empty_string()); }

constexpr BuiltinRow kErrorRows[] = {
#include "runtime/builtins/error/error.def"
};
constexpr BuiltinRow kErrorPrototypeRows[] = {
#include "runtime/builtins/error/error_prototype.def"
};

// A constructor and a prototype object that differ from their siblings in name only.
#define ERROR_CLASS(Type, length, entry)                                                      \
  Value name_of_##Type(Isolate&) { return Value::cell(names::Type.get()); }                   \
  constexpr NativeInfo k##Type##Info = builtin::constructor(names::Type, length, entry);      \
  constexpr BuiltinRow k##Type##Rows[] = {OBJECT(prototype, Type##Prototype, kNoAttributes)}; \
  constexpr BuiltinRow k##Type##PrototypeRows[] = {OBJECT(constructor, Type, kHidden) LAZY(   \
      name, name_of_##Type, kHidden) LAZY(message, empty_text, kHidden)};                     \
  }                                                                                           \
  extern const BuiltinTable k##Type;                                                          \
  constexpr BuiltinTable k##Type =                                                            \
      builtin::function_object(k##Type##Info, k##Type##Rows, Intrinsic::Error);               \
  extern const BuiltinTable k##Type##Prototype;                                               \
  constexpr BuiltinTable k##Type##Prototype =                                                 \
      builtin::object(k##Type##PrototypeRows, Intrinsic::ErrorPrototype);                     \
  namespace {

ERROR_CLASS(EvalError, 1, construct_error<Intrinsic::EvalErrorPrototype>)
ERROR_CLASS(RangeError, 1, construct_error<Intrinsic::RangeErrorPrototype>)
ERROR_CLASS(ReferenceError, 1, construct_error<Intrinsic::ReferenceErrorPrototype>)
ERROR_CLASS(SyntaxError, 1, construct_error<Intrinsic::SyntaxErrorPrototype>)
ERROR_CLASS(TypeError, 1, construct_error<Intrinsic::TypeErrorPrototype>)
ERROR_CLASS(URIError, 1, construct_error<Intrinsic::URIErrorPrototype>)
ERROR_CLASS(AggregateError, 2, construct_aggregate)
ERROR_CLASS(SuppressedError, 3, construct_suppressed)
#undef ERROR_CLASS

constexpr NativeInfo kErrorInfo =
    builtin::constructor(names::Error, 1, construct_error<Intrinsic::ErrorPrototype>);

#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kError;
constexpr BuiltinTable kError = builtin::function_object(kErrorInfo, kErrorRows);
extern const BuiltinTable kErrorPrototype;
constexpr BuiltinTable kErrorPrototype = builtin::object(kErrorPrototypeRows);

}  // namespace perry::runtime::builtins
