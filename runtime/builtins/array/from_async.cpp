#include "runtime/builtins/array/array.h"
#include "runtime/builtins/array/elements.h"
#include "runtime/exec/async_from_sync.h"
#include "runtime/exec/iteration.h"
#include "runtime/jobs/promise.h"

// Array.fromAsync (23.1.2.2): an async function without a frame of its own. Its state is a cell
// that each await hands to the step behind it.
namespace perry::runtime::builtins {

namespace {

enum class Step : uint64_t {
  Next,         // ask for the next element
  HaveResult,   // the iterator's result object
  HaveElement,  // of an array-like, or of a result
  HaveMapped,
};

class FromAsync : public NativeCell {
 public:
  Value promise;
  Value result;
  Value mapper;
  Value receiver;
  Value record;  // an IteratorRecord, or empty for an array-like
  Value source;  // the array-like
  Value error;   // what closing the iterator must not hide
  double length;
  double index;
  Step step;
};

void trace_state(NativeCell* cell, Tracer& tracer) {
  tracer.visit(&static_cast<FromAsync*>(cell)->promise, 7);
}

Promise* promise_of(const FromAsync* state) {
  return static_cast<Promise*>(state->promise.as_cell());
}
IteratorRecord* record_of(const FromAsync* state) {
  return static_cast<IteratorRecord*>(state->record.as_cell());
}

void resume(Isolate& isolate, Value context, bool rejected, Value value);

void await_step(Isolate& isolate, FromAsync* state, Value value, Step step) {
  state->step = step;
  await_value(isolate, value, resume, Value::cell(state));
}

void reject_with_error(Isolate& isolate, Value context, bool, Value) {
  auto* state = static_cast<FromAsync*>(context.as_cell());
  reject_promise(isolate, promise_of(state), state->error);
}

// AsyncIteratorClose with a throw completion.
void fail(Isolate& isolate, FromAsync* state, Value error, bool close) {
  if (close && !state->record.is_empty()) {
    store(isolate.heap(), state, &state->error, error);
    try {
      const Value iterator = record_of(state)->iterator;
      const Value method = get_method(isolate, iterator, names::return_);
      if (!method.is_undefined()) {
        const Value result = call(isolate, method, iterator);
        await_value(isolate, result, reject_with_error, Value::cell(state));
        return;
      }
    } catch (const JsException&) {
      // The first error is the one that counts.
      reject_promise(isolate, promise_of(state), error);
      return;
    }
  }
  reject_promise(isolate, promise_of(state), error);
}

// The steps up to the next await.
void advance(Isolate& isolate, FromAsync* state, Value value, bool& close) {
  auto* result = state->result.as<Object>();
  switch (state->step) {
    case Step::Next:
      close = false;
      if (!state->record.is_empty()) {
        const Value next = call(isolate, record_of(state)->next, record_of(state)->iterator);
        await_step(isolate, state, next, Step::HaveResult);
        return;
      }
      if (state->index >= state->length) {
        set_length(isolate, result, state->length);
        resolve_promise(isolate, promise_of(state), state->result);
        return;
      }
      await_step(isolate, state, element_at(isolate, state->source.as<Object>(), state->index),
                 Step::HaveElement);
      return;
    case Step::HaveResult: {
      close = false;
      if (!value.is_object()) {
        throw_type_error(isolate,
                         "Iterator result " + describe(isolate, value) + " is not an object");
      }
      if (to_boolean(get(isolate, value.as<Object>(), names::done))) {
        set_length(isolate, result, state->index);
        resolve_promise(isolate, promise_of(state), state->result);
        return;
      }
      value = get(isolate, value.as<Object>(), names::value);
      [[fallthrough]];
    }
    case Step::HaveElement:
      close = true;
      if (!state->mapper.is_undefined()) {
        const Value mapped =
            call(isolate, state->mapper, state->receiver, {value, Value::number(state->index)});
        await_step(isolate, state, mapped, Step::HaveMapped);
        return;
      }
      [[fallthrough]];
    case Step::HaveMapped:
      close = true;
      create_element(isolate, result, state->index, value);
      ++state->index;
      state->step = Step::Next;
      advance(isolate, state, Value::undefined(), close);
      return;
  }
}

void resume(Isolate& isolate, Value context, bool rejected, Value value) {
  auto* state = static_cast<FromAsync*>(context.as_cell());
  if (rejected) {
    fail(isolate, state, value, state->step == Step::HaveMapped);
    return;
  }
  bool close = true;
  Value error;
  try {
    advance(isolate, state, value, close);
    return;
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  fail(isolate, state, error, close);
}

void start(Isolate& isolate, FromAsync* state, const Arguments& arguments) {
  if (!state->mapper.is_undefined() && !is_callable(state->mapper)) {
    throw_type_error(isolate, describe_plain(isolate, state->mapper) + " is not a function");
  }
  const Value items = arguments[0];
  const Value constructor = arguments.receiver();
  const Value async = get_method(isolate, items, well_known(isolate, WellKnown::AsyncIterator));
  const Value sync = async.is_undefined()
                         ? get_method(isolate, items, well_known(isolate, WellKnown::Iterator))
                         : Value::undefined();
  const bool iterable = !async.is_undefined() || !sync.is_undefined();
  ValueList length(isolate);
  if (!iterable) {
    Object* source = to_object(isolate, items);
    state->length = length_of_array_like(isolate, source);
    store(isolate.heap(), state, &state->source, Value::cell(source));
    length.push(Value::number(state->length));
  }
  const Value result =
      is_constructor(constructor)
          ? construct(isolate, constructor, length.data(), length.size(), constructor)
          : Value::cell(array_create(isolate, state->length));
  store(isolate.heap(), state, &state->result, result);
  if (iterable) {
    IteratorRecord* record =
        async.is_undefined()
            ? get_iterator_direct(isolate, new_async_from_sync(isolate, get_iterator_from_method(
                                                                            isolate, items, sync)))
            : get_iterator_from_method(isolate, items, async);
    store(isolate.heap(), state, &state->record, Value::cell(record));
  }
  state->step = Step::Next;
  bool close = false;
  advance(isolate, state, Value::undefined(), close);
}

}  // namespace

Value array_from_async(Isolate& isolate, const Arguments& arguments) {
  auto* state = static_cast<FromAsync*>(isolate.heap().allocate(
      CellKind::Internal, static_cast<uint32_t>(InternalType::Native), sizeof(FromAsync)));
  state->trace = trace_state;
  store(isolate.heap(), state, &state->mapper, arguments[1]);
  store(isolate.heap(), state, &state->receiver, arguments[2]);
  const Value promise = Value::cell(new_promise(isolate));
  store(isolate.heap(), state, &state->promise, promise);
  Value error;
  try {
    start(isolate, state, arguments);
    return promise;
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  reject_promise(isolate, promise_of(state), error);
  return promise;
}

}  // namespace perry::runtime::builtins
