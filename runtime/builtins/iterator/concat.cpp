#include "runtime/builtins/iterator/helper.h"

// Iterator.concat (27.1.3.2.1). The source is a list of pairs, of an iterable and its method, and
// the helper's number is where the next pair is.
namespace perry::runtime::builtins {

Value iterator_concat(Isolate& isolate, const Arguments& arguments) {
  Slots* pairs = new_slots(isolate, arguments.count() * 2 + 1);
  for (size_t i = 0; i < arguments.count(); ++i) {
    const Value item = arguments[i];
    if (!item.is_object()) {
      throw_type_error(isolate, describe_plain(isolate, item) + " is not an object");
    }
    const Value method = get_method(isolate, item, well_known(isolate, WellKnown::Iterator));
    if (method.is_undefined()) {
      throw_type_error(isolate, describe_plain(isolate, item) + " is not iterable");
    }
    store(isolate.heap(), pairs, &pairs->values()[2 * i], item);
    store(isolate.heap(), pairs, &pairs->values()[2 * i + 1], method);
  }
  return Value::cell(
      new_helper(isolate, HelperKind::Concat, Value::cell(pairs), Value::undefined(), 0));
}

Value step_concat(Isolate& isolate, IteratorHelper* helper) {
  for (;;) {
    if (helper->inner_cell.is_empty()) {
      const Value* pair =
          helper->source.as<Slots>()->values() + static_cast<size_t>(helper->number) * 2;
      if (pair->is_empty()) return {};
      ++helper->number;
      const Value iterator = call(isolate, pair[1], pair[0]);
      if (!iterator.is_object()) {
        throw_type_error(isolate, describe_plain(isolate, iterator) + " is not an object");
      }
      IteratorRecord* record = get_iterator_direct(isolate, iterator);
      store(isolate.heap(), helper, &helper->inner_cell, Value::cell(record));
    }
    const Value value = iterator_step(isolate, helper->inner());
    if (!value.is_empty()) return value;
    helper->inner_cell = Value();
  }
}

void close_concat(Isolate& isolate, IteratorHelper* helper) {
  if (!helper->inner_cell.is_empty()) iterator_close(isolate, helper->inner());
}

}  // namespace perry::runtime::builtins
