#include "runtime/exec/dispose.h"
#include "runtime/exec/entry.h"
#include "runtime/exec/for_in.h"
#include "runtime/exec/generator.h"
#include "runtime/exec/iteration.h"
#include "runtime/object/convert.h"

// Iteration, `using`, suspended functions.
using namespace perry::runtime;  // NOLINT(google-build-using-namespace): entry points are global

namespace {

IteratorRecord* record_of(uint64_t cell) { return cell_of<IteratorRecord>(cell); }

}  // namespace

extern "C" {

uint64_t perry_rt_iterator_open(uint64_t value, uint32_t kind) {
  return word_of(get_iterator_of_source(Isolate::current(), value_of(value),
                                        kind == 0 ? IteratorHint::Sync : IteratorHint::Async));
}

uint64_t perry_rt_iterator_step(uint64_t record) {
  return iterator_step(Isolate::current(), record_of(record)).bits();
}

uint64_t perry_rt_iterator_rest(uint64_t record) {
  Isolate& isolate = Isolate::current();
  Array* array = new_array(isolate);
  for (Value value = iterator_step(isolate, record_of(record)); !value.is_empty();
       value = iterator_step(isolate, record_of(record))) {
    append_element(isolate, array, value);
  }
  return word_of(array);
}

void perry_rt_iterator_close(uint64_t record) {
  iterator_close(Isolate::current(), record_of(record));
}
void perry_rt_iterator_close_silent(uint64_t record) {
  iterator_close_silent(Isolate::current(), record_of(record));
}

uint64_t perry_rt_iterator_next(uint64_t cell, uint64_t value) {
  Isolate& isolate = Isolate::current();
  IteratorRecord* record = record_of(cell);
  const Value iterator = iterator_object(isolate, record);
  record->done = true;
  const Value sent = value_of(value);
  const Value result = sent.is_empty() ? call(isolate, record->next, iterator)
                                       : call(isolate, record->next, iterator, {sent});
  record->done = false;
  return result.bits();
}

uint64_t perry_rt_iterator_result(uint64_t cell, uint64_t result) {
  Isolate& isolate = Isolate::current();
  IteratorRecord* record = record_of(cell);
  const Value object = value_of(result);
  record->done = true;
  if (!object.is_object()) {
    throw_type_error(isolate, "Iterator result " + describe(isolate, object) + " is not an object");
  }
  if (to_boolean(get(isolate, object.as<Object>(), names::done))) return Value::empty().bits();
  const Value value = get(isolate, object.as<Object>(), names::value);
  record->done = false;
  return value.bits();
}

uint64_t perry_rt_iterator_return(uint64_t cell) {
  Isolate& isolate = Isolate::current();
  IteratorRecord* record = record_of(cell);
  const Value iterator = iterator_object(isolate, record);
  record->done = true;
  const Value method = get_method(isolate, iterator, names::return_);
  if (method.is_undefined()) return Value::empty().bits();
  return call(isolate, method, iterator).bits();
}

uint64_t perry_rt_iterator_object(uint64_t record) {
  return iterator_object(Isolate::current(), record_of(record)).bits();
}

uint64_t perry_rt_for_in_open(uint64_t value) {
  return word_of(open_for_in(Isolate::current(), value_of(value)));
}
uint64_t perry_rt_for_in_step(uint64_t cell) {
  return step_for_in(Isolate::current(), cell_of<NativeCell>(cell)).bits();
}

uint64_t perry_rt_dispose_open() { return word_of(open_dispose_list(Isolate::current())); }
void perry_rt_dispose_add(uint64_t list, uint64_t value, uint32_t kind) {
  add_disposable(Isolate::current(), cell_of<NativeCell>(list), value_of(value),
                 kind == 0 ? DisposeHint::Sync : DisposeHint::Async);
}
uint64_t perry_rt_dispose_step(uint64_t list) {
  return dispose_last(Isolate::current(), cell_of<NativeCell>(list)).bits();
}
bool perry_rt_dispose_awaits(uint64_t list) {
  return last_disposal_awaits(cell_of<NativeCell>(list));
}
uint64_t perry_rt_suppressed_error(uint64_t error, uint64_t earlier) {
  return new_suppressed_error(Isolate::current(), value_of(error), value_of(earlier)).bits();
}

uint64_t perry_rt_new_generator(uint64_t callee, uint64_t frame) {
  return new_generator(Isolate::current(), value_of(callee), value_of(frame)).bits();
}
uint64_t perry_rt_new_async_generator(uint64_t callee, uint64_t frame) {
  return new_async_generator(Isolate::current(), value_of(callee), value_of(frame)).bits();
}
uint64_t perry_rt_start_async(uint64_t frame) {
  return start_async(Isolate::current(), value_of(frame)).bits();
}

}  // extern "C"
