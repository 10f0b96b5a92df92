#include <algorithm>

#include "runtime/builtins/array/array.h"
#include "runtime/builtins/array/elements.h"

// The methods that call back for each element, and those that search (23.1.3).
namespace perry::runtime::builtins {

namespace {

// Calls visit(value, index) for every element that exists; false ends the walk.
template <typename Visit>
void for_each_present(Isolate& isolate, Object* object, double length, Visit&& visit) {
  for (double i = 0; i < length; ++i) {
    const Value value = element_if_present(isolate, object, i);
    if (!value.is_empty() && !visit(value, i)) return;
  }
}

struct CallbackLoop {
  CallbackLoop(Isolate& isolate, const Arguments& arguments, const char* method)
      : object(this_object(isolate, arguments, method)),
        length(length_of_array_like(isolate, object)),
        callback(callback_argument(isolate, arguments)),
        receiver(arguments[1]) {}

  Value run(Isolate& isolate, Value value, double index) const {
    return call(isolate, callback, receiver, {value, Value::number(index), Value::cell(object)});
  }

  Object* object;
  double length;
  Value callback;
  Value receiver;
};

struct Found {
  Value value = Value::undefined();
  double index = -1;
};

// FindViaPredicate.
Found find_via_predicate(Isolate& isolate, const Arguments& arguments, const char* method,
                         bool from_end) {
  const CallbackLoop loop(isolate, arguments, method);
  for (double n = 0; n < loop.length; ++n) {
    const double i = from_end ? loop.length - 1 - n : n;
    const Value value = element_at(isolate, loop.object, i);
    if (to_boolean(loop.run(isolate, value, i))) return {value, i};
  }
  return {};
}

Value reduce(Isolate& isolate, const Arguments& arguments, const char* method, bool from_end) {
  const CallbackLoop loop(isolate, arguments, method);
  Value accumulator = arguments.count() > 1 ? arguments[1] : Value();
  for (double n = 0; n < loop.length; ++n) {
    const double i = from_end ? loop.length - 1 - n : n;
    const Value value = element_if_present(isolate, loop.object, i);
    if (value.is_empty()) continue;
    accumulator = accumulator.is_empty()
                      ? value
                      : call(isolate, loop.callback, Value::undefined(),
                             {accumulator, value, Value::number(i), Value::cell(loop.object)});
  }
  if (accumulator.is_empty()) {
    throw_type_error(isolate, "Reduce of empty array with no initial value");
  }
  return accumulator;
}

}  // namespace

// 23.1.3.6
Value array_every(Isolate& isolate, const Arguments& arguments) {
  const CallbackLoop loop(isolate, arguments, "Array.prototype.every");
  bool result = true;
  for_each_present(isolate, loop.object, loop.length, [&](Value value, double i) {
    return result = to_boolean(loop.run(isolate, value, i));
  });
  return Value::boolean(result);
}

// 23.1.3.29
Value array_some(Isolate& isolate, const Arguments& arguments) {
  const CallbackLoop loop(isolate, arguments, "Array.prototype.some");
  bool result = false;
  for_each_present(isolate, loop.object, loop.length, [&](Value value, double i) {
    return !(result = to_boolean(loop.run(isolate, value, i)));
  });
  return Value::boolean(result);
}

// 23.1.3.15
Value array_for_each(Isolate& isolate, const Arguments& arguments) {
  const CallbackLoop loop(isolate, arguments, "Array.prototype.forEach");
  for_each_present(isolate, loop.object, loop.length, [&](Value value, double i) {
    loop.run(isolate, value, i);
    return true;
  });
  return Value::undefined();
}

// 23.1.3.21
Value array_map(Isolate& isolate, const Arguments& arguments) {
  const CallbackLoop loop(isolate, arguments, "Array.prototype.map");
  const SpeciesResult result = array_species_create(isolate, loop.object, loop.length);
  for_each_present(isolate, loop.object, loop.length, [&](Value value, double i) {
    create_element(isolate, result.object, i, loop.run(isolate, value, i));
    return true;
  });
  finish_length(isolate, result, loop.length);
  return Value::cell(result.object);
}

// 23.1.3.8
Value array_filter(Isolate& isolate, const Arguments& arguments) {
  const CallbackLoop loop(isolate, arguments, "Array.prototype.filter");
  Object* result = array_species_create(isolate, loop.object, 0).object;
  double to = 0;
  for_each_present(isolate, loop.object, loop.length, [&](Value value, double i) {
    if (to_boolean(loop.run(isolate, value, i))) create_element(isolate, result, to++, value);
    return true;
  });
  return Value::cell(result);
}

// 23.1.3.9 to 23.1.3.12
Value array_find(Isolate& isolate, const Arguments& arguments) {
  return find_via_predicate(isolate, arguments, "Array.prototype.find", false).value;
}
Value array_find_index(Isolate& isolate, const Arguments& arguments) {
  return Value::number(
      find_via_predicate(isolate, arguments, "Array.prototype.findIndex", false).index);
}
Value array_find_last(Isolate& isolate, const Arguments& arguments) {
  return find_via_predicate(isolate, arguments, "Array.prototype.findLast", true).value;
}
Value array_find_last_index(Isolate& isolate, const Arguments& arguments) {
  return Value::number(
      find_via_predicate(isolate, arguments, "Array.prototype.findLastIndex", true).index);
}

// 23.1.3.24, 23.1.3.25
Value array_reduce(Isolate& isolate, const Arguments& arguments) {
  return reduce(isolate, arguments, "Array.prototype.reduce", false);
}
Value array_reduce_right(Isolate& isolate, const Arguments& arguments) {
  return reduce(isolate, arguments, "Array.prototype.reduceRight", true);
}

// --- Searching ---

// 23.1.3.16
Value array_includes(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  if (length == 0) return Value::boolean(false);
  const double from = relative_index(isolate, arguments[1], length, 0);
  for (double i = from; i < length; ++i) {
    if (same_value_zero(element_at(isolate, object, i), arguments[0])) {
      return Value::boolean(true);
    }
  }
  return Value::boolean(false);
}

// 23.1.3.17
Value array_index_of(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments, "Array.prototype.indexOf");
  const double length = length_of_array_like(isolate, object);
  if (length == 0) return Value::number(-1);
  const double from = relative_index(isolate, arguments[1], length, 0);
  for (double i = from; i < length; ++i) {
    const Value value = element_if_present(isolate, object, i);
    if (!value.is_empty() && is_strictly_equal(value, arguments[0])) return Value::number(i);
  }
  return Value::number(-1);
}

// 23.1.3.20
Value array_last_index_of(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  if (length == 0) return Value::number(-1);
  double from = length - 1;
  if (arguments.count() > 1) {
    const double index = to_integer_or_infinity(isolate, arguments[1]);
    from = index < 0 ? length + index : std::min(index, length - 1);
  }
  for (double i = from; i >= 0; --i) {
    const Value value = element_if_present(isolate, object, i);
    if (!value.is_empty() && is_strictly_equal(value, arguments[0])) return Value::number(i);
  }
  return Value::number(-1);
}

// --- Flattening ---

namespace {

struct Flattener {
  Isolate& isolate;
  Object* target;
  Value mapper;  // of the outermost level; empty: none
  Value receiver;
  double to = 0;

  // FlattenIntoArray.
  void run(Object* source, double length, double depth) {
    check_stack(isolate);
    const Value map = mapper;
    mapper = Value();
    for (double i = 0; i < length; ++i) {
      Value value = element_if_present(isolate, source, i);
      if (value.is_empty()) continue;
      if (!map.is_empty()) {
        value = call(isolate, map, receiver, {value, Value::number(i), Value::cell(source)});
      }
      if (depth > 0 && is_array(isolate, value)) {
        auto* inner = value.as<Object>();
        run(inner, length_of_array_like(isolate, inner), depth - 1);
        continue;
      }
      if (to >= kMaxSafeInteger) throw_type_error(isolate, "Invalid array length");
      create_element(isolate, target, to++, value);
    }
  }
};

}  // namespace

// 23.1.3.13
Value array_flat(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  double depth = 1;
  if (!arguments[0].is_undefined()) {
    depth = std::max(to_integer_or_infinity(isolate, arguments[0]), 0.0);
  }
  Flattener flattener{isolate, array_species_create(isolate, object, 0).object, Value(), Value()};
  flattener.run(object, length, depth);
  return Value::cell(flattener.target);
}

// 23.1.3.14
Value array_flat_map(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  if (!is_callable(arguments[0])) {
    throw_type_error(isolate, "flatMap mapper function is not callable");
  }
  Flattener flattener{isolate, array_species_create(isolate, object, 0).object, arguments[0],
                      arguments[1]};
  flattener.run(object, length, 1);
  return Value::cell(flattener.target);
}

}  // namespace perry::runtime::builtins
