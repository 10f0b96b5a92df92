#include "runtime/builtins/typed_array/typed_arrays.h"

// The methods that call back for each element (23.2.3).
namespace perry::runtime::builtins {

namespace {

struct CallbackLoop {
  CallbackLoop(Isolate& given, const Arguments& arguments, const char* method)
      : isolate(given),
        array(this_typed_array(given, arguments, method)),
        length(array->length()),
        callback(callback_argument(given, arguments)),
        receiver(arguments[1]) {}

  Value element(size_t index) const { return element_or_undefined(isolate, array, index); }
  Value run(Value value, size_t index) const {
    return call(isolate, callback, receiver,
                {value, Value::number(static_cast<double>(index)), Value::cell(array)});
  }
  bool test(Value value, size_t index) const { return to_boolean(run(value, index)); }

  Isolate& isolate;
  TypedArray* array;
  size_t length;
  Value callback;
  Value receiver;
};

enum class Direction : uint8_t { Up, Down };

struct Found {
  Value value = Value::undefined();
  double index = -1;
};

Found find_via_predicate(Isolate& isolate, const Arguments& arguments, const char* method,
                         Direction direction) {
  const CallbackLoop loop(isolate, arguments, method);
  for (size_t n = 0; n < loop.length; ++n) {
    const size_t i = direction == Direction::Up ? n : loop.length - 1 - n;
    const Value value = loop.element(i);
    if (loop.test(value, i)) return {value, static_cast<double>(i)};
  }
  return {};
}

Value reduce(Isolate& isolate, const Arguments& arguments, const char* method,
             Direction direction) {
  const CallbackLoop loop(isolate, arguments, method);
  const auto at = [&](size_t n) { return direction == Direction::Up ? n : loop.length - 1 - n; };
  size_t n = 0;
  Value accumulator = arguments[1];
  if (arguments.count() < 2) {
    if (loop.length == 0) {
      throw_type_error(isolate, "Reduce of empty array with no initial value");
    }
    accumulator = loop.element(at(n++));
  }
  for (; n < loop.length; ++n) {
    const size_t i = at(n);
    accumulator = call(isolate, loop.callback, Value::undefined(),
                       {accumulator, loop.element(i), Value::number(static_cast<double>(i)),
                        Value::cell(loop.array)});
  }
  return accumulator;
}

}  // namespace

// 23.2.3.8
Value typed_array_every(Isolate& isolate, const Arguments& arguments) {
  const CallbackLoop loop(isolate, arguments, "every");
  for (size_t i = 0; i < loop.length; ++i) {
    if (!loop.test(loop.element(i), i)) return Value::boolean(false);
  }
  return Value::boolean(true);
}

// 23.2.3.28
Value typed_array_some(Isolate& isolate, const Arguments& arguments) {
  const CallbackLoop loop(isolate, arguments, "some");
  for (size_t i = 0; i < loop.length; ++i) {
    if (loop.test(loop.element(i), i)) return Value::boolean(true);
  }
  return Value::boolean(false);
}

// 23.2.3.15
Value typed_array_for_each(Isolate& isolate, const Arguments& arguments) {
  const CallbackLoop loop(isolate, arguments, "forEach");
  for (size_t i = 0; i < loop.length; ++i) loop.run(loop.element(i), i);
  return Value::undefined();
}

// 23.2.3.22
Value typed_array_map(Isolate& isolate, const Arguments& arguments) {
  const CallbackLoop loop(isolate, arguments, "map");
  TypedArray* result = species_create(isolate, loop.array, static_cast<double>(loop.length),
                                      "%TypedArray%.prototype.map");
  for (size_t i = 0; i < loop.length; ++i) {
    const Value value = loop.run(loop.element(i), i);
    set_typed_element(isolate, result, static_cast<double>(i), value);
  }
  return Value::cell(result);
}

// 23.2.3.10
Value typed_array_filter(Isolate& isolate, const Arguments& arguments) {
  const CallbackLoop loop(isolate, arguments, "filter");
  ValueList kept(isolate);
  for (size_t i = 0; i < loop.length; ++i) {
    const Value value = loop.element(i);
    if (loop.test(value, i)) kept.push(value);
  }
  TypedArray* result = species_create(isolate, loop.array, static_cast<double>(kept.size()),
                                      "%TypedArray%.prototype.filter");
  for (size_t i = 0; i < kept.size(); ++i) {
    set_typed_element(isolate, result, static_cast<double>(i), kept[i]);
  }
  return Value::cell(result);
}

// 23.2.3.11 to 23.2.3.14
Value typed_array_find(Isolate& isolate, const Arguments& arguments) {
  return find_via_predicate(isolate, arguments, "find", Direction::Up).value;
}
Value typed_array_find_index(Isolate& isolate, const Arguments& arguments) {
  return Value::number(find_via_predicate(isolate, arguments, "findIndex", Direction::Up).index);
}
Value typed_array_find_last(Isolate& isolate, const Arguments& arguments) {
  return find_via_predicate(isolate, arguments, "findLast", Direction::Down).value;
}
Value typed_array_find_last_index(Isolate& isolate, const Arguments& arguments) {
  // V8 spells it this way.
  return Value::number(
      find_via_predicate(isolate, arguments, "findIndexLast", Direction::Down).index);
}

// 23.2.3.23, 23.2.3.24
Value typed_array_reduce(Isolate& isolate, const Arguments& arguments) {
  return reduce(isolate, arguments, "reduce", Direction::Up);
}
Value typed_array_reduce_right(Isolate& isolate, const Arguments& arguments) {
  return reduce(isolate, arguments, "reduceRight", Direction::Down);
}

}  // namespace perry::runtime::builtins
