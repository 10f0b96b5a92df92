#include "runtime/exec/iteration.h"

#include "runtime/exec/async_from_sync.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/stack_trace.h"

namespace perry::runtime {

namespace {

void trace_record(NativeCell* cell, Tracer& tracer) {
  auto* record = static_cast<IteratorRecord*>(cell);
  tracer.visit(&record->iterator, 3);
}

IteratorRecord* new_record(Isolate& isolate) {
  auto* record = static_cast<IteratorRecord*>(isolate.heap().allocate(
      CellKind::Internal, static_cast<uint32_t>(InternalType::Native), sizeof(IteratorRecord)));
  record->trace = trace_record;
  return record;
}

// 23.1.5.1: its fields.
class ArrayIterator : public Object {
 public:
  static const ObjectClass kClass;
  Value array;  // undefined at the end
  double index;
  ArrayIterationKind kind;
};

void trace_iterator(Object* object, Tracer& tracer) {
  tracer.visit(static_cast<ArrayIterator*>(object)->array);
}
const ObjectClass ArrayIterator::kClass = {.name = "Array Iterator", .trace = trace_iterator};

bool own_value_is(Isolate& isolate, Value holder, PropertyKey key, NativeFunction native) {
  OwnProperty found;
  return find_own(isolate, holder.as<Object>(), key, found) && is_native(found.value, native);
}

std::string not_iterable(Isolate& isolate, Value value) {
  if (value.is_object()) {
    return to_utf8(typeof_text(value)) +
           " is not iterable (cannot read property Symbol(Symbol.iterator))";
  }
  return describe(isolate, value) + " is not iterable";
}

}  // namespace

bool is_native(Value function, NativeFunction native) {
  if (!is_callable(function)) return false;
  const auto* info = function.as<Function>()->info;
  return (info->flags & abi::kFunctionNative) != 0 &&
         reinterpret_cast<const NativeInfo*>(info)->function == native;
}

// That `holder` has no iteration of its own, and what it inherits from says `method`.
static bool inherits_iteration(Isolate& isolate, Value holder, Value prototype,
                               NativeFunction method) {
  const Shape* shape = shape_of(holder.as_cell());
  if (shape->prototype != prototype) return false;
  const PropertyKey key = well_known(isolate, WellKnown::Iterator);
  OwnProperty own;
  if (shape->property_count != 0 && find_own(isolate, holder.as<Object>(), key, own)) return false;
  return own_value_is(isolate, prototype, key, method);
}

bool has_plain_iteration(Isolate& isolate, Value value) {
  if (value.is_kind(CellKind::Array)) {
    if (!inherits_iteration(isolate, value, intrinsic(isolate, Intrinsic::ArrayPrototype),
                            array_values)) {
      return false;
    }
  } else if (const TypedArray* array = try_typed_array(value)) {
    const Value own = intrinsic(isolate, typed_array_prototype(array->type()));
    const Shape* shape = shape_of(array);
    OwnProperty found;
    if (shape->prototype != own || array->is_out_of_bounds() ||
        (shape->property_count != 0 &&
         find_own(isolate, value.as<Object>(), well_known(isolate, WellKnown::Iterator), found)) ||
        !inherits_iteration(isolate, own, intrinsic(isolate, Intrinsic::TypedArrayPrototype),
                            typed_array_values)) {
      return false;
    }
  } else {
    return false;
  }
  return own_value_is(isolate, intrinsic(isolate, Intrinsic::ArrayIteratorPrototype), names::next,
                      array_iterator_next);
}

// --- Opening ---

IteratorRecord* get_iterator_direct(Isolate& isolate, Value iterator) {
  const Value next = get_v(isolate, iterator, names::next);
  IteratorRecord* record = new_record(isolate);
  record->iterator = iterator;
  record->next = next;
  return record;
}

IteratorRecord* get_iterator_from_method(Isolate& isolate, Value value, Value method) {
  const Value iterator = call(isolate, method, value);
  if (!iterator.is_object()) {
    throw_type_error(isolate, "Result of the Symbol.iterator method is not an object");
  }
  return get_iterator_direct(isolate, iterator);
}

enum class Speaker : uint8_t { Runtime, Program };

[[noreturn]] static void throw_not_iterable(Isolate& isolate, Value value, IteratorHint hint,
                                            Speaker speaker) {
  std::string text;
  if (speaker == Speaker::Program)
    text = isolate.part<StackTraces>().text_here(abi::CallTextKind::Iterable);
  const bool is_async = hint == IteratorHint::Async;
  if (text.empty() && !is_async && !value.is_nullish())
    throw_type_error(isolate, not_iterable(isolate, value));
  if (text.empty()) text = describe(isolate, value);
  throw_type_error(isolate, text + (is_async ? " is not async iterable" : " is not iterable"));
}

static IteratorRecord* open_iterator(Isolate& isolate, Value value, IteratorHint hint,
                                     Speaker speaker) {
  if (hint == IteratorHint::Async) {
    const Value method =
        value.is_nullish()
            ? Value::undefined()
            : get_method(isolate, value, well_known(isolate, WellKnown::AsyncIterator));
    if (method.is_undefined()) {
      if (value.is_nullish()) throw_not_iterable(isolate, value, hint, speaker);
      const Value sync = get_method(isolate, value, well_known(isolate, WellKnown::Iterator));
      if (sync.is_undefined()) throw_not_iterable(isolate, value, hint, speaker);
      IteratorRecord* record = get_iterator_from_method(isolate, value, sync);
      return get_iterator_direct(isolate, new_async_from_sync(isolate, record));
    }
    const Value iterator = call(isolate, method, value);
    if (!iterator.is_object()) {
      throw_type_error(isolate, "Result of the Symbol.asyncIterator method is not an object");
    }
    return get_iterator_direct(isolate, iterator);
  }
  if (has_plain_iteration(isolate, value)) {
    IteratorRecord* record = new_record(isolate);
    record->array = value;
    return record;
  }
  if (value.is_nullish()) throw_not_iterable(isolate, value, hint, speaker);
  const Value method = get_v(isolate, value, well_known(isolate, WellKnown::Iterator));
  if (!is_callable(method)) throw_not_iterable(isolate, value, hint, speaker);
  return get_iterator_from_method(isolate, value, method);
}

IteratorRecord* get_iterator(Isolate& isolate, Value value, IteratorHint hint) {
  return open_iterator(isolate, value, hint, Speaker::Runtime);
}

IteratorRecord* get_iterator_of_source(Isolate& isolate, Value value, IteratorHint hint) {
  return open_iterator(isolate, value, hint, Speaker::Program);
}

// --- Stepping ---

// The typed array whose elements an iterator walks, which may be gone by now.
static TypedArray* check_bounds(Isolate& isolate, TypedArray* array) {
  if (!array->is_out_of_bounds()) return array;
  throw_type_error(isolate,
                   "Cannot perform Array Iterator.prototype.next on a detached ArrayBuffer");
}

static Value step_typed_array(Isolate& isolate, IteratorRecord* record) {
  // Done unless a value comes: throwing leaves it so.
  record->done = true;
  TypedArray* array = check_bounds(isolate, record->array.as<TypedArray>());
  const auto index = static_cast<size_t>(record->index);
  if (index >= array->length()) return {};
  record->done = false;
  ++record->index;
  return typed_element(isolate, array, index);
}

static Value step_array(Isolate& isolate, IteratorRecord* record) {
  if (record->array.is_kind(CellKind::TypedArray)) return step_typed_array(isolate, record);
  auto* array = record->array.as<Array>();
  if (record->index >= array->length()) {
    record->done = true;
    return {};
  }
  const double index = record->index++;
  if (!array->is_sparse()) {
    const Value value = dense_element(array, static_cast<uint32_t>(index));
    if (!value.is_empty()) return value;
  }
  return get(isolate, array, key_from_index(isolate, index));
}

// IteratorStep of an iterator that is an object: the result, or empty at the end. It counts as done
// until the caller knows better.
static Value step_object(Isolate& isolate, IteratorRecord* record) {
  record->done = true;
  const Value result = call(isolate, record->next, record->iterator);
  if (!result.is_object()) {
    throw_type_error(isolate, "Iterator result " + describe(isolate, result) + " is not an object");
  }
  return to_boolean(get(isolate, result.as<Object>(), names::done)) ? Value() : result;
}

// Of iterators whose `next` is the built-in one: nobody sees its results, so none are made.
static const IteratorSteps* steps_of(const IteratorRecord* record) {
  const IteratorSteps* steps = class_of(record->iterator.as_cell())->steps;
  return steps != nullptr && is_native(record->next, steps->next) ? steps : nullptr;
}

static Value step_inside(Isolate& isolate, IteratorRecord* record, const IteratorSteps* steps) {
  // As for step_object.
  record->done = true;
  const Value value = steps->step(isolate, record->iterator.as<Object>());
  record->done = value.is_empty();
  return value;
}

bool iterator_advance(Isolate& isolate, IteratorRecord* record) {
  if (record->done) return false;
  if (!record->array.is_empty()) return !step_array(isolate, record).is_empty();
  if (const IteratorSteps* steps = steps_of(record))
    return !step_inside(isolate, record, steps).is_empty();
  record->done = step_object(isolate, record).is_empty();
  return !record->done;
}

Value iterator_step(Isolate& isolate, IteratorRecord* record) {
  if (record->done) return {};
  if (!record->array.is_empty()) return step_array(isolate, record);
  if (const IteratorSteps* steps = steps_of(record)) return step_inside(isolate, record, steps);
  const Value result = step_object(isolate, record);
  if (result.is_empty()) return {};
  const Value value = get(isolate, result.as<Object>(), names::value);
  record->done = false;
  return value;
}

// --- Closing ---

void iterator_close(Isolate& isolate, IteratorRecord* record) {
  if (record->done) return;
  record->done = true;
  if (!record->array.is_empty()) {
    // The iterators of arrays have no `return`, unless somebody gave them one.
    const Value method =
        get_method(isolate, intrinsic(isolate, Intrinsic::ArrayIteratorPrototype), names::return_);
    if (method.is_undefined()) return;
    call(isolate, method, iterator_object(isolate, record));
    return;
  }
  const Value method = get_method(isolate, record->iterator, names::return_);
  if (method.is_undefined()) return;
  const Value result = call(isolate, method, record->iterator);
  if (!result.is_object()) {
    throw_type_error(isolate, describe(isolate, result) + " is not an object");
  }
}

void iterator_close_silent(Isolate& isolate, IteratorRecord* record) {
  try {
    iterator_close(isolate, record);
  } catch (const JsException&) {
    // The exception that led here is the one that counts.
    return;
  }
}

Value iterator_object(Isolate& isolate, IteratorRecord* record) {
  if (record->iterator.is_empty()) {
    const Value made = new_array_iterator(isolate, record->array, ArrayIterationKind::Values);
    static_cast<ArrayIterator*>(made.as_cell())->index = record->index;
    store(isolate.heap(), record, &record->iterator, made);
    const Value next = get(isolate, made.as<Object>(), names::next);
    store(isolate.heap(), record, &record->next, next);
    record->array = Value();
  }
  return record->iterator;
}

Value new_iterator_result(Isolate& isolate, Value value, bool done) {
  Object* object = new_object(isolate);
  add_property(isolate, object, names::value, value, kAllAttributes);
  add_property(isolate, object, names::done, Value::boolean(done), kAllAttributes);
  return Value::cell(object);
}

Value iterator_result_of_step(Isolate& isolate, Value step) {
  return step.is_empty() ? new_iterator_result(isolate, Value::undefined(), true)
                         : new_iterator_result(isolate, step, false);
}

// --- Array iterators ---

Value new_array_iterator(Isolate& isolate, Value array, ArrayIterationKind kind) {
  auto* iterator =
      new_exotic<ArrayIterator>(isolate, intrinsic(isolate, Intrinsic::ArrayIteratorPrototype));
  iterator->array = array;
  iterator->kind = kind;
  return Value::cell(iterator);
}

Value array_values(Isolate& isolate, const Arguments& arguments) {
  Object* object = to_object(isolate, arguments.receiver());
  return new_array_iterator(isolate, Value::cell(object), ArrayIterationKind::Values);
}

TypedArray* validate_typed_array(Isolate& isolate, Value value, std::string_view method,
                                 NotTypedArray message) {
  TypedArray* array = try_typed_array(value);
  if (array == nullptr && message == NotTypedArray::NamesMethod) {
    throw_type_error(isolate, "Method " + std::string(method) +
                                  " called on incompatible receiver " +
                                  describe_plain(isolate, value));
  }
  if (array == nullptr) throw_type_error(isolate, "this is not a typed array.");
  if (array->is_out_of_bounds()) {
    throw_type_error(isolate,
                     "Cannot perform " + std::string(method) + " on a detached ArrayBuffer");
  }
  return array;
}

Value new_typed_array_iterator(Isolate& isolate, const Arguments& arguments,
                               ArrayIterationKind kind, std::string_view method) {
  TypedArray* array = validate_typed_array(isolate, arguments.receiver(), method);
  return new_array_iterator(isolate, Value::cell(array), kind);
}

Value typed_array_values(Isolate& isolate, const Arguments& arguments) {
  return new_typed_array_iterator(isolate, arguments, ArrayIterationKind::Values,
                                  "%TypedArray%.prototype.values");
}

Value array_iterator_next(Isolate& isolate, const Arguments& arguments) {
  auto* iterator = try_object<ArrayIterator>(arguments.receiver());
  if (iterator == nullptr) {
    throw_type_error(isolate, "next method called on incompatible receiver " +
                                  describe(isolate, arguments.receiver()));
  }
  if (iterator->array.is_undefined()) {
    return new_iterator_result(isolate, Value::undefined(), true);
  }
  auto* array = iterator->array.as<Object>();
  const double index = iterator->index;
  TypedArray* typed = try_typed_array(iterator->array);
  const double length = typed != nullptr
                            ? static_cast<double>(check_bounds(isolate, typed)->length())
                            : length_of_array_like(isolate, array);
  if (index >= length) {
    iterator->array = Value::undefined();
    return new_iterator_result(isolate, Value::undefined(), true);
  }
  iterator->index = index + 1;
  if (iterator->kind == ArrayIterationKind::Keys) {
    return new_iterator_result(isolate, Value::number(index), false);
  }
  const Value value = get(isolate, array, key_from_index(isolate, index));
  if (iterator->kind == ArrayIterationKind::Values) {
    return new_iterator_result(isolate, value, false);
  }
  const Value entry[] = {Value::number(index), value};
  return new_iterator_result(isolate, Value::cell(new_array(isolate, entry, 2)), false);
}

}  // namespace perry::runtime
