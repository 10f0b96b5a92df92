#include <cmath>

#include "runtime/builtins/iterator/helper.h"
#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/string/builder.h"

// The methods of iterators that run to an end (27.1.4.4 and others), and what all methods check.
namespace perry::runtime::builtins {

Object* this_iterator(Isolate& isolate, const Arguments& arguments, const char* method) {
  if (!arguments.receiver().is_object()) {
    throw_type_error(isolate,
                     "Iterator.prototype." + std::string(method) + " called on non-object");
  }
  return arguments.receiver().as<Object>();
}

void close_early(Isolate& isolate, Object* iterator) {
  try {
    const Value method = get_method(isolate, Value::cell(iterator), names::return_);
    if (!method.is_undefined()) call(isolate, method, Value::cell(iterator));
  } catch (const JsException&) {
    // The error that led here is the one that counts.
    return;
  }
}

void require_callback(Isolate& isolate, Object* iterator, Value callback) {
  if (is_callable(callback)) return;
  close_early(isolate, iterator);
  throw_type_error(isolate, describe_plain(isolate, callback) + " is not a function");
}

namespace {

// Calls visit(value, index) for each value; false closes the iterator and ends.
template <typename Visit>
void consume(Isolate& isolate, const Arguments& arguments, const char* method, Visit&& visit) {
  Object* iterator = this_iterator(isolate, arguments, method);
  require_callback(isolate, iterator, arguments[0]);
  IteratorRecord* record = get_iterator_direct(isolate, Value::cell(iterator));
  double index = 0;
  for (Value value = iterator_step(isolate, record); !value.is_empty();
       value = iterator_step(isolate, record)) {
    const bool more = or_close(isolate, record, [&] { return visit(value, index); });
    if (!more) {
      iterator_close(isolate, record);
      return;
    }
    ++index;
  }
}

bool test(Isolate& isolate, const Arguments& arguments, Value value, double index) {
  return to_boolean(call(isolate, arguments[0], Value::undefined(), {value, Value::number(index)}));
}

}  // namespace

Value iterator_reduce(Isolate& isolate, const Arguments& arguments) {
  Value accumulator = arguments.count() > 1 ? arguments[1] : Value();
  consume(isolate, arguments, "reduce", [&](Value value, double index) {
    accumulator = accumulator.is_empty() ? value
                                         : call(isolate, arguments[0], Value::undefined(),
                                                {accumulator, value, Value::number(index)});
    return true;
  });
  if (accumulator.is_empty()) {
    throw_type_error(isolate, "Reduce of a done iterator with no initial value");
  }
  return accumulator;
}

Value iterator_to_array(Isolate& isolate, const Arguments& arguments) {
  Object* iterator = this_iterator(isolate, arguments, "toArray");
  IteratorRecord* record = get_iterator_direct(isolate, Value::cell(iterator));
  Array* result = new_array(isolate);
  for (Value value = iterator_step(isolate, record); !value.is_empty();
       value = iterator_step(isolate, record)) {
    append_element(isolate, result, value);
  }
  return Value::cell(result);
}

Value iterator_for_each(Isolate& isolate, const Arguments& arguments) {
  consume(isolate, arguments, "forEach", [&](Value value, double index) {
    call(isolate, arguments[0], Value::undefined(), {value, Value::number(index)});
    return true;
  });
  return Value::undefined();
}

Value iterator_some(Isolate& isolate, const Arguments& arguments) {
  bool result = false;
  consume(isolate, arguments, "some", [&](Value value, double index) {
    return !(result = test(isolate, arguments, value, index));
  });
  return Value::boolean(result);
}

Value iterator_every(Isolate& isolate, const Arguments& arguments) {
  bool result = true;
  consume(isolate, arguments, "every", [&](Value value, double index) {
    return result = test(isolate, arguments, value, index);
  });
  return Value::boolean(result);
}

Value iterator_find(Isolate& isolate, const Arguments& arguments) {
  Value result = Value::undefined();
  consume(isolate, arguments, "find", [&](Value value, double index) {
    if (!test(isolate, arguments, value, index)) return true;
    result = value;
    return false;
  });
  return result;
}

// 27.1.4.9 of the proposal "Iterator.prototype.includes".
Value iterator_includes(Isolate& isolate, const Arguments& arguments) {
  Object* iterator = this_iterator(isolate, arguments, "includes");
  double skipped = 0;
  if (!arguments[1].is_undefined()) {
    const Value count = arguments[1];
    if (!count.is_number() || std::trunc(count.as_number()) != count.as_number()) {
      close_early(isolate, iterator);
      throw_type_error(isolate, describe_plain(isolate, count) + " is not an integral number");
    }
    skipped = count.as_number();
    if (skipped < 0 || (std::isfinite(skipped) && skipped > 9007199254740991.0)) {
      close_early(isolate, iterator);
      throw_range_error(isolate, describe_plain(isolate, count) + " is out of range");
    }
  }
  IteratorRecord* record = get_iterator_direct(isolate, Value::cell(iterator));
  for (Value value = iterator_step(isolate, record); !value.is_empty();
       value = iterator_step(isolate, record)) {
    if (skipped > 0) {
      --skipped;
    } else if (same_value_zero(value, arguments[0])) {
      iterator_close(isolate, record);
      return Value::boolean(true);
    }
  }
  return Value::boolean(false);
}

// The proposal "Iterator.prototype.join".
Value iterator_join(Isolate& isolate, const Arguments& arguments) {
  Object* iterator = this_iterator(isolate, arguments, "join");
  String* separator = new_string_utf8(isolate, ",");
  if (!arguments[0].is_undefined()) {
    Value error;
    try {
      separator = to_string(isolate, arguments[0]);
    } catch (const JsException& thrown) {
      error = thrown.value;
    }
    if (!error.is_empty()) {
      close_early(isolate, iterator);
      throw_value(error);
    }
  }
  IteratorRecord* record = get_iterator_direct(isolate, Value::cell(iterator));
  StringBuilder text;
  bool is_first = true;
  for (Value value = iterator_step(isolate, record); !value.is_empty();
       value = iterator_step(isolate, record)) {
    or_close(isolate, record, [&] {
      if (!is_first) text.append(separator->flatten(isolate));
      if (!value.is_nullish()) text.append(to_string(isolate, value)->flatten(isolate));
      if (text.is_too_long()) throw_string_too_long(isolate);
    });
    is_first = false;
  }
  return Value::cell(text.finish(isolate));
}

}  // namespace perry::runtime::builtins
