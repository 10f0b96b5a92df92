#pragma once

#include <cstdint>
#include <string_view>

#include "runtime/object/array.h"
#include "runtime/object/error.h"
#include "runtime/object/function.h"
#include "runtime/object/object.h"
#include "runtime/object/property.h"
#include "runtime/object/typed_array.h"

// Iterators (7.4). All of this may run any JavaScript.
namespace perry::runtime {

enum class IteratorHint : uint8_t { Sync, Async };

// An iterator, its `next`, and whether it is done. An array whose iteration nobody has changed is
// walked without an iterator; `object()` makes one when somebody asks for it.
class IteratorRecord : public NativeCell {
 public:
  Value iterator;
  Value next;
  Value array;  // walked directly; empty: not
  double index;
  bool done;
};

IteratorRecord* get_iterator(Isolate& isolate, Value value, IteratorHint hint = IteratorHint::Sync);
// The same for the program itself: a message names the value as the source does.
IteratorRecord* get_iterator_of_source(Isolate& isolate, Value value,
                                       IteratorHint hint = IteratorHint::Sync);
// GetIteratorDirect.
IteratorRecord* get_iterator_direct(Isolate& isolate, Value iterator);
// GetIteratorFromMethod.
IteratorRecord* get_iterator_from_method(Isolate& isolate, Value value, Value method);
// IteratorStepValue: empty at the end.
Value iterator_step(Isolate& isolate, IteratorRecord* record);
// The same without reading the value: whether there was one.
bool iterator_advance(Isolate& isolate, IteratorRecord* record);
// IteratorClose for a normal completion.
void iterator_close(Isolate& isolate, IteratorRecord* record);
// The same for a throw: what `return` throws is dropped.
void iterator_close_silent(Isolate& isolate, IteratorRecord* record);
// The iterator object.
Value iterator_object(Isolate& isolate, IteratorRecord* record);
// CreateIterResultObject.
Value new_iterator_result(Isolate& isolate, Value value, bool done);
// Of what IteratorSteps::step gave.
Value iterator_result_of_step(Isolate& isolate, Value step);

// Runs `visit(value)` for each value that `iterable` gives, and closes it when that throws.
template <typename Visit>
void for_each_value(Isolate& isolate, Value iterable, Visit&& visit) {
  IteratorRecord* record = get_iterator(isolate, iterable);
  for (Value value = iterator_step(isolate, record); !value.is_empty();
       value = iterator_step(isolate, record)) {
    Value error;
    try {
      visit(value);
      continue;
    } catch (const JsException& thrown) {
      error = thrown.value;
    }
    iterator_close_silent(isolate, record);
    throw_value(error);
  }
}

// --- array iterators (23.1.5) ---

enum class ArrayIterationKind : uint32_t { Keys, Values, Entries };
Value new_array_iterator(Isolate& isolate, Value array, ArrayIterationKind kind);
// %Array.prototype.values% and %ArrayIteratorPrototype%.next; iteration knows them.
Value array_values(Isolate& isolate, const Arguments& arguments);
// %TypedArray%.prototype.values, and what it has in common with `keys` and `entries`.
Value typed_array_values(Isolate& isolate, const Arguments& arguments);
Value new_typed_array_iterator(Isolate& isolate, const Arguments& arguments,
                               ArrayIterationKind kind, std::string_view method);
// The typed array, or the TypeErrors of ValidateTypedArray. V8 has two for what is none.
enum class NotTypedArray : uint8_t { Plain, NamesMethod };
TypedArray* validate_typed_array(Isolate& isolate, Value value, std::string_view method,
                                 NotTypedArray message = NotTypedArray::Plain);
Value array_iterator_next(Isolate& isolate, const Arguments& arguments);
bool is_native(Value function, NativeFunction native);
// Whether for-of over this array, or typed array, takes its elements one by one, as nobody has
// changed that.
bool has_plain_iteration(Isolate& isolate, Value value);

}  // namespace perry::runtime
