#include "runtime/builtins/iterator/helper.h"

#include <cmath>
#include <limits>

#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"

// The prototype of iterator helper objects (27.1.2.1), and the lazy methods of 27.1.4.
namespace perry::runtime::builtins {

IteratorRecord* get_iterator_flattenable(Isolate& isolate, Value value, StringHandling strings) {
  if (!value.is_object() && !(value.is_string() && strings == StringHandling::Iterate)) {
    throw_type_error(isolate, describe_plain(isolate, value) + " is not an object");
  }
  const Value method = get_method(isolate, value, well_known(isolate, WellKnown::Iterator));
  const Value iterator = method.is_undefined() ? value : call(isolate, method, value);
  if (!iterator.is_object()) {
    throw_type_error(isolate, describe_plain(isolate, iterator) + " is not an object");
  }
  return get_iterator_direct(isolate, iterator);
}

namespace {

void trace(Object* object, Tracer& tracer) {
  tracer.visit(&static_cast<IteratorHelper*>(object)->source, 3);
}

Value helper_of(Isolate& isolate, Object* iterator, HelperKind kind, Value callback,
                double number = 0) {
  IteratorRecord* record = get_iterator_direct(isolate, Value::cell(iterator));
  return Value::cell(new_helper(isolate, kind, Value::cell(record), callback, number));
}

Value call_with_index(Isolate& isolate, IteratorHelper* helper, Value value) {
  return or_close(isolate, helper->record(), [&] {
    return call(isolate, helper->callback, Value::undefined(),
                {value, Value::number(helper->number++)});
  });
}

Value step_flat_map(Isolate& isolate, IteratorHelper* helper) {
  for (;;) {
    if (!helper->inner_cell.is_empty()) {
      const Value value = or_close(isolate, helper->record(),
                                   [&] { return iterator_step(isolate, helper->inner()); });
      if (!value.is_empty()) return value;
      helper->inner_cell = Value();
    }
    const Value outer = iterator_step(isolate, helper->record());
    if (outer.is_empty()) return {};
    const Value mapped = call_with_index(isolate, helper, outer);
    IteratorRecord* inner = or_close(isolate, helper->record(), [&] {
      return get_iterator_flattenable(isolate, mapped, StringHandling::Reject);
    });
    store(isolate.heap(), helper, &helper->inner_cell, Value::cell(inner));
  }
}

Value step_map(Isolate& isolate, IteratorHelper* helper) {
  const Value value = iterator_step(isolate, helper->record());
  return value.is_empty() ? value : call_with_index(isolate, helper, value);
}

Value step_filter(Isolate& isolate, IteratorHelper* helper) {
  for (;;) {
    const Value value = iterator_step(isolate, helper->record());
    if (value.is_empty() || to_boolean(call_with_index(isolate, helper, value))) return value;
  }
}

Value step_take(Isolate& isolate, IteratorHelper* helper) {
  if (helper->number == 0) {
    iterator_close(isolate, helper->record());
    return {};
  }
  --helper->number;
  return iterator_step(isolate, helper->record());
}

Value step_drop(Isolate& isolate, IteratorHelper* helper) {
  for (; helper->number > 0; --helper->number) {
    if (iterator_step(isolate, helper->record()).is_empty()) return {};
  }
  return iterator_step(isolate, helper->record());
}

// The next value, or empty.
Value step(Isolate& isolate, IteratorHelper* helper) {
  switch (helper->kind) {
    case HelperKind::Map:
      return step_map(isolate, helper);
    case HelperKind::Filter:
      return step_filter(isolate, helper);
    case HelperKind::Take:
      return step_take(isolate, helper);
    case HelperKind::Drop:
      return step_drop(isolate, helper);
    case HelperKind::Chunks:
      return step_chunks(isolate, helper);
    case HelperKind::Windows:
      return step_windows(isolate, helper);
    case HelperKind::Concat:
      return step_concat(isolate, helper);
    case HelperKind::Zip:
      return step_zip(isolate, helper);
    case HelperKind::FlatMap:
      return step_flat_map(isolate, helper);
  }
  return {};
}

IteratorHelper* this_helper(Isolate& isolate, const Arguments& arguments, const char* method) {
  auto* helper = try_object<IteratorHelper>(arguments.receiver());
  if (helper == nullptr) {
    throw_type_error(isolate, std::string("Method Iterator Helper.prototype.") + method +
                                  " called on incompatible receiver " +
                                  describe_plain(isolate, arguments.receiver()));
  }
  if (helper->state == HelperState::Running) {
    throw_type_error(isolate, "Generator is already running");
  }
  return helper;
}

// 27.1.2.1.1
Value next(Isolate& isolate, const Arguments& arguments) {
  IteratorHelper* helper = this_helper(isolate, arguments, "next");
  if (helper->state == HelperState::Done) {
    return new_iterator_result(isolate, Value::undefined(), true);
  }
  helper->state = HelperState::Running;
  Value error;
  try {
    const Value value = step(isolate, helper);
    helper->state = value.is_empty() ? HelperState::Done : HelperState::Suspended;
    return new_iterator_result(isolate, value.is_empty() ? Value::undefined() : value,
                               value.is_empty());
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  helper->state = HelperState::Done;
  throw_value(error);
}

void close(Isolate& isolate, IteratorHelper* helper) {
  if (helper->kind == HelperKind::Zip) {
    close_zip(isolate, helper);
  } else if (helper->kind == HelperKind::Concat) {
    close_concat(isolate, helper);
  } else {
    if (helper->kind == HelperKind::FlatMap && !helper->inner_cell.is_empty()) {
      or_close(isolate, helper->record(), [&] { iterator_close(isolate, helper->inner()); });
    }
    iterator_close(isolate, helper->record());
  }
}

// 27.1.2.1.2
Value return_method(Isolate& isolate, const Arguments& arguments) {
  IteratorHelper* helper = this_helper(isolate, arguments, "return");
  if (helper->state == HelperState::Start) {
    helper->state = HelperState::Done;
    close(isolate, helper);
  } else if (helper->state == HelperState::Suspended) {
    helper->state = HelperState::Running;
    Value error;
    try {
      close(isolate, helper);
    } catch (const JsException& thrown) {
      error = thrown.value;
    }
    helper->state = HelperState::Done;
    if (!error.is_empty()) throw_value(error);
  }
  return new_iterator_result(isolate, Value::undefined(), true);
}

Value limited(Isolate& isolate, const Arguments& arguments, const char* method, HelperKind kind) {
  Object* iterator = this_iterator(isolate, arguments, method);
  double number = 0;
  Value error;
  try {
    number = to_number(isolate, arguments[0]);
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  if (!error.is_empty()) {
    close_early(isolate, iterator);
    throw_value(error);
  }
  const bool is_too_large = std::isfinite(number) && number > 9007199254740991.0;
  if (std::isnan(number) || is_too_large || to_integer_or_infinity(number) < 0) {
    close_early(isolate, iterator);
    throw_range_error(isolate, describe_plain(isolate, arguments[0]) + " must be positive");
  }
  return helper_of(isolate, iterator, kind, Value::undefined(), to_integer_or_infinity(number));
}

Value with_callback(Isolate& isolate, const Arguments& arguments, const char* method,
                    HelperKind kind) {
  Object* iterator = this_iterator(isolate, arguments, method);
  require_callback(isolate, iterator, arguments[0]);
  return helper_of(isolate, iterator, kind, arguments[0]);
}

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/iterator/helper.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

const ObjectClass IteratorHelper::kClass = {.name = "Iterator Helper", .trace = trace};

IteratorHelper* new_helper(Isolate& isolate, HelperKind kind, Value source, Value callback,
                           double number) {
  auto* helper =
      new_exotic<IteratorHelper>(isolate, intrinsic(isolate, Intrinsic::IteratorHelperPrototype));
  helper->source = source;
  helper->callback = callback;
  helper->number = number;
  helper->kind = kind;
  return helper;
}

Value iterator_map(Isolate& isolate, const Arguments& arguments) {
  return with_callback(isolate, arguments, "map", HelperKind::Map);
}
Value iterator_filter(Isolate& isolate, const Arguments& arguments) {
  return with_callback(isolate, arguments, "filter", HelperKind::Filter);
}
Value iterator_flat_map(Isolate& isolate, const Arguments& arguments) {
  return with_callback(isolate, arguments, "flatMap", HelperKind::FlatMap);
}
Value iterator_take(Isolate& isolate, const Arguments& arguments) {
  return limited(isolate, arguments, "take", HelperKind::Take);
}
Value iterator_drop(Isolate& isolate, const Arguments& arguments) {
  return limited(isolate, arguments, "drop", HelperKind::Drop);
}

extern const BuiltinTable kIteratorHelperPrototype;
constexpr BuiltinTable kIteratorHelperPrototype =
    builtin::object(kRows, Intrinsic::IteratorPrototype);

}  // namespace perry::runtime::builtins
