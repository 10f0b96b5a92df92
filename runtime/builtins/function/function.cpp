#include "runtime/object/function.h"

#include <algorithm>
#include <cmath>

#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

// Function (20.2) and its siblings for async functions and generators. None of their constructors
// compiles source: there is no compiler in the program.
namespace perry::runtime {

namespace builtins {
namespace {

Value function_prototype(Isolate&, const Arguments&) { return Value::undefined(); }

Value apply(Isolate& isolate, const Arguments& arguments) {
  if (!is_callable(arguments.receiver())) {
    throw_type_error(isolate, "Function.prototype.apply was called on " +
                                  describe_plain(isolate, arguments.receiver()) + ", which is " +
                                  to_utf8(typeof_text(arguments.receiver())) +
                                  " and not a function");
  }
  if (arguments[1].is_nullish()) return call(isolate, arguments.receiver(), arguments[0]);
  ValueList list(isolate);
  list_from_array_like(isolate, arguments[1], list);
  return call(isolate, arguments.receiver(), arguments[0], list.data(), list.size());
}

Value call_method(Isolate& isolate, const Arguments& arguments) {
  if (!is_callable(arguments.receiver())) {
    throw_type_error(isolate, "Function.prototype.call was called on " +
                                  describe_plain(isolate, arguments.receiver()) +
                                  ", which is not a function");
  }
  const size_t count = arguments.count();
  return call(isolate, arguments.receiver(), arguments[0], arguments.data() + (count != 0),
              count == 0 ? 0 : count - 1);
}

// 20.2.3.2
Value bind(Isolate& isolate, const Arguments& arguments) {
  const Value target = arguments.receiver();
  if (!is_callable(target)) {
    throw_type_error(isolate, "Bind must be called on a function");
  }
  const size_t receiver = arguments.count() != 0;
  const size_t bound = arguments.count() - receiver;
  Function* function =
      new_bound_function(isolate, target, arguments[0], arguments.data() + receiver, bound);
  double length = 0;
  auto* object = target.as<Object>();
  if (has_own_property(isolate, object, names::length)) {
    const Value own = get(isolate, object, names::length);
    if (own.is_number()) {
      const double number = own.as_number();
      length = number != number ? 0 : std::trunc(number);
      length = std::max(0.0, length - static_cast<double>(bound));
    }
  }
  define_property_or_throw(isolate, function, names::length,
                           PropertyDescriptor::data(Value::number(length), kConfigurable));
  Value name = get(isolate, object, names::name);
  if (!name.is_string()) name = Value::cell(empty_string());
  name = Value::cell(concat_or_throw(isolate, intern(isolate, "bound "), name.as<String>()));
  define_property_or_throw(isolate, function, names::name,
                           PropertyDescriptor::data(name, kConfigurable));
  return Value::cell(function);
}

// 20.2.3.5
Value function_to_string(Isolate& isolate, const Arguments& arguments) {
  if (!is_callable(arguments.receiver())) {
    throw_type_error(isolate, "Function.prototype.toString requires that 'this' be a Function");
  }
  return Value::cell(function_text(isolate, arguments.receiver().as<Function>()));
}

Value has_instance(Isolate& isolate, const Arguments& arguments) {
  return Value::boolean(ordinary_has_instance(isolate, arguments.receiver(), arguments[0]));
}

Value construct_function(Isolate& isolate, const Arguments&) {
  throw_error(isolate, ErrorType::EvalError,
              "Code generation from strings disallowed for this context");
}

// 10.2.4: `caller` and `arguments`, whose getter and setter are one function.
Value restricted_property(Isolate& isolate) {
  const Value thrower = intrinsic(isolate, Intrinsic::ThrowTypeError);
  auto* pair = isolate.heap().allocate<AccessorPair>(
      CellKind::Internal, static_cast<uint32_t>(InternalType::AccessorPair), sizeof(AccessorPair));
  pair->getter = pair->setter = thrower;
  return Value::cell(pair);
}
constexpr uint8_t kRestricted = kConfigurable | kAccessor;

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kPrototypeRows[] = {
#include "runtime/builtins/function/function_prototype.def"
};
constexpr NativeInfo kPrototypeInfo = [] {
  NativeInfo info = builtin::native(nullptr, -1, 0, 0, function_prototype);
  return info;
}();

constexpr BuiltinRow kAsyncPrototypeRows[] = {OBJECT(constructor, AsyncFunction, kConfigurable)
                                                  TAG("AsyncFunction")};
constexpr BuiltinRow kGeneratorPrototypeRows[] = {
    OBJECT(constructor, GeneratorFunction, kConfigurable)
        OBJECT(prototype, GeneratorPrototype, kConfigurable) TAG("GeneratorFunction")};
constexpr BuiltinRow kAsyncGeneratorPrototypeRows[] = {
    OBJECT(constructor, AsyncGeneratorFunction, kConfigurable)
        OBJECT(prototype, AsyncGeneratorPrototype, kConfigurable) TAG("AsyncGeneratorFunction")};

constexpr BuiltinRow kFunctionRows[] = {OBJECT(prototype, FunctionPrototype, kNoAttributes)};
constexpr BuiltinRow kAsyncRows[] = {OBJECT(prototype, AsyncFunctionPrototype, kNoAttributes)};
constexpr BuiltinRow kGeneratorRows[] = {
    OBJECT(prototype, GeneratorFunctionPrototype, kNoAttributes)};
constexpr BuiltinRow kAsyncGeneratorRows[] = {
    OBJECT(prototype, AsyncGeneratorFunctionPrototype, kNoAttributes)};
#include "runtime/object/builtin_rows_end.inc.h"

constexpr NativeInfo kFunctionInfo = builtin::constructor(names::Function, 1, construct_function);
constexpr NativeInfo kAsyncInfo = builtin::constructor(names::AsyncFunction, 1, construct_function);
constexpr NativeInfo kGeneratorInfo =
    builtin::constructor(names::GeneratorFunction, 1, construct_function);
constexpr NativeInfo kAsyncGeneratorInfo =
    builtin::constructor(names::AsyncGeneratorFunction, 1, construct_function);

// %ThrowTypeError% (10.2.4.1)
Value throw_restricted(Isolate& isolate, const Arguments&) {
  throw_type_error(isolate,
                   "'caller', 'callee', and 'arguments' properties may not be accessed "
                   "on strict mode functions or the arguments objects for calls to them");
}
constexpr NativeInfo kThrowInfo = builtin::native(nullptr, -1, 0, 0, throw_restricted);

}  // namespace

extern const BuiltinTable kFunctionPrototype;
constexpr BuiltinTable kFunctionPrototype =
    builtin::function_object(kPrototypeInfo, kPrototypeRows, Intrinsic::ObjectPrototype);
extern const BuiltinTable kAsyncFunctionPrototype;
constexpr BuiltinTable kAsyncFunctionPrototype =
    builtin::object(kAsyncPrototypeRows, Intrinsic::FunctionPrototype);
extern const BuiltinTable kGeneratorFunctionPrototype;
constexpr BuiltinTable kGeneratorFunctionPrototype =
    builtin::object(kGeneratorPrototypeRows, Intrinsic::FunctionPrototype);
extern const BuiltinTable kAsyncGeneratorFunctionPrototype;
constexpr BuiltinTable kAsyncGeneratorFunctionPrototype =
    builtin::object(kAsyncGeneratorPrototypeRows, Intrinsic::FunctionPrototype);
extern const BuiltinTable kFunction;
constexpr BuiltinTable kFunction = builtin::function_object(kFunctionInfo, kFunctionRows);
extern const BuiltinTable kAsyncFunction;
constexpr BuiltinTable kAsyncFunction =
    builtin::function_object(kAsyncInfo, kAsyncRows, Intrinsic::Function);
extern const BuiltinTable kGeneratorFunction;
constexpr BuiltinTable kGeneratorFunction =
    builtin::function_object(kGeneratorInfo, kGeneratorRows, Intrinsic::Function);
extern const BuiltinTable kAsyncGeneratorFunction;
constexpr BuiltinTable kAsyncGeneratorFunction =
    builtin::function_object(kAsyncGeneratorInfo, kAsyncGeneratorRows, Intrinsic::Function);
extern const BuiltinTable kThrowTypeError;
constexpr BuiltinTable kThrowTypeError = [] {
  BuiltinTable table;
  table.kind = CellKind::Function;
  table.prototype = Intrinsic::FunctionPrototype;
  table.function = &kThrowInfo;
  table.object_class = &kFunctionClass;
  return table;
}();

}  // namespace builtins

bool is_default_has_instance(Value function) {
  if (!is_callable(function)) return false;
  const auto* info = function.as<Function>()->info;
  return (info->flags & abi::kFunctionNative) != 0 &&
         reinterpret_cast<const NativeInfo*>(info)->function == builtins::has_instance;
}

}  // namespace perry::runtime
