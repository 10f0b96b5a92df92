#include "runtime/builtins/array/array.h"

#include "runtime/builtins/array/elements.h"
#include "runtime/exec/iteration.h"

// The Array constructor (23.1.1, 23.1.2).
namespace perry::runtime::builtins {

namespace {

// 23.1.1.1
Value constructor(Isolate& isolate, const Arguments& arguments) {
  Value prototype;
  if (arguments.is_construct() && arguments.new_target() != Value::cell(arguments.callee())) {
    prototype =
        get_prototype_from_constructor(isolate, arguments.new_target(), Intrinsic::ArrayPrototype);
  }
  Array* array = nullptr;
  if (arguments.count() != 1) {
    array = new_array(isolate, arguments.data(), arguments.count());
  } else if (!arguments[0].is_number()) {
    array = new_array(isolate, arguments.data(), 1);
  } else {
    const double length = arguments[0].as_number();
    if (!(length >= 0 && length <= 4294967295.0) || length != static_cast<uint32_t>(length)) {
      throw_range_error(isolate, "Invalid array length");
    }
    array = new_array(isolate, static_cast<uint32_t>(length));
  }
  if (!prototype.is_empty() && prototype != intrinsic(isolate, Intrinsic::ArrayPrototype)) {
    ordinary_set_prototype_of(isolate, array, prototype);
  }
  return Value::cell(array);
}

Value species(Isolate&, const Arguments& arguments) { return arguments.receiver(); }

Object* construct_or_array(Isolate& isolate, Value constructor, const Value* length) {
  if (is_constructor(constructor) && constructor != intrinsic(isolate, Intrinsic::Array)) {
    return construct(isolate, constructor, length, length == nullptr ? 0 : 1, constructor)
        .as<Object>();
  }
  return array_create(isolate, length == nullptr ? 0 : length->as_number());
}

Value map_value(Isolate& isolate, Value mapper, Value receiver, Value value, double index) {
  if (mapper.is_undefined()) return value;
  return call(isolate, mapper, receiver, {value, Value::number(index)});
}

Value from_iterable(Isolate& isolate, const Arguments& arguments) {
  Object* result = construct_or_array(isolate, arguments.receiver(), nullptr);
  double index = 0;
  for_each_value(isolate, arguments[0], [&](Value value) {
    const Value mapped = map_value(isolate, arguments[1], arguments[2], value, index);
    create_element(isolate, result, index, mapped);
    ++index;
  });
  set_length(isolate, result, index);
  return Value::cell(result);
}

}  // namespace

// 23.1.2.1
Value array_from(Isolate& isolate, const Arguments& arguments) {
  const Value mapper = arguments[1];
  if (!mapper.is_undefined() && !is_callable(mapper)) {
    throw_type_error(isolate, describe_plain(isolate, mapper) + " is not a function");
  }
  const Value items = arguments[0];
  if (items.is_nullish()) {
    throw_type_error(isolate, (items.is_null() ? std::string("object null") : "undefined") +
                                  " is not iterable (cannot read property "
                                  "Symbol(Symbol.iterator))");
  }
  if (has_plain_iteration(isolate, items)) return from_iterable(isolate, arguments);
  const Value method = get_v(isolate, items, well_known(isolate, WellKnown::Iterator));
  if (!method.is_nullish()) {
    if (!is_callable(method)) {
      throw_type_error(isolate,
                       "%Array%.from requires that the property of the first argument, "
                       "items[Symbol.iterator], when exists, be a function");
    }
    Object* result = construct_or_array(isolate, arguments.receiver(), nullptr);
    IteratorRecord* record = get_iterator_from_method(isolate, items, method);
    double index = 0;
    for (Value value = iterator_step(isolate, record); !value.is_empty();
         value = iterator_step(isolate, record)) {
      Value error;
      try {
        create_element(isolate, result, index,
                       map_value(isolate, mapper, arguments[2], value, index));
        ++index;
        continue;
      } catch (const JsException& thrown) {
        error = thrown.value;
      }
      iterator_close_silent(isolate, record);
      throw_value(error);
    }
    set_length(isolate, result, index);
    return Value::cell(result);
  }
  Object* source = to_object(isolate, items);
  const double length = length_of_array_like(isolate, source);
  const Value length_value = Value::number(length);
  Object* result = construct_or_array(isolate, arguments.receiver(), &length_value);
  for (double i = 0; i < length; ++i) {
    const Value value = element_at(isolate, source, i);
    create_element(isolate, result, i, map_value(isolate, mapper, arguments[2], value, i));
  }
  set_length(isolate, result, length);
  return Value::cell(result);
}

// 23.1.2.3
Value array_is_array(Isolate& isolate, const Arguments& arguments) {
  return Value::boolean(is_array(isolate, arguments[0]));
}

// 23.1.2.4
Value array_of(Isolate& isolate, const Arguments& arguments) {
  const auto count = static_cast<double>(arguments.count());
  const Value length = Value::number(count);
  Object* result = construct_or_array(isolate, arguments.receiver(), &length);
  for (size_t i = 0; i < arguments.count(); ++i) {
    create_element(isolate, result, static_cast<double>(i), arguments[i]);
  }
  set_length(isolate, result, count);
  return Value::cell(result);
}

static constexpr NativeInfo kConstructor = builtin::constructor(names::Array, 1, constructor);
#include "runtime/object/builtin_rows.inc.h"
static constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/array/array.def"
};
#include "runtime/object/builtin_rows_end.inc.h"
extern const BuiltinTable kArray;
const BuiltinTable kArray = builtin::function_object(kConstructor, kRows);

}  // namespace perry::runtime::builtins
