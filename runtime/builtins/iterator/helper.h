#pragma once

#include "runtime/exec/iteration.h"

// The lazy methods of %Iterator.prototype% (27.1.4), and what they make.
namespace perry::runtime::builtins {

Value iterator_map(Isolate& isolate, const Arguments& arguments);
Value iterator_filter(Isolate& isolate, const Arguments& arguments);
Value iterator_take(Isolate& isolate, const Arguments& arguments);
Value iterator_drop(Isolate& isolate, const Arguments& arguments);
Value iterator_flat_map(Isolate& isolate, const Arguments& arguments);

// Iterator.prototype.reduce and the other methods that run to the end.
Value iterator_reduce(Isolate& isolate, const Arguments& arguments);
Value iterator_to_array(Isolate& isolate, const Arguments& arguments);
Value iterator_for_each(Isolate& isolate, const Arguments& arguments);
Value iterator_some(Isolate& isolate, const Arguments& arguments);
Value iterator_every(Isolate& isolate, const Arguments& arguments);
Value iterator_find(Isolate& isolate, const Arguments& arguments);

enum class StringHandling : uint8_t { Iterate, Reject };
// GetIteratorFlattenable.
IteratorRecord* get_iterator_flattenable(Isolate& isolate, Value value, StringHandling strings);

// `this`, which must be an object; the message names the method.
Object* this_iterator(Isolate& isolate, const Arguments& arguments, const char* method);
// A callback that is none closes the iterator before the TypeError.
void require_callback(Isolate& isolate, Object* iterator, Value callback);
// Closes an iterator whose `next` was not asked for yet, because of an error.
void close_early(Isolate& isolate, Object* iterator);

// Runs body(), and closes the iterator when that throws.
template <typename Body>
auto or_close(Isolate& isolate, IteratorRecord* record, Body&& body) {
  Value error;
  try {
    return body();
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  iterator_close_silent(isolate, record);
  throw_value(error);
}

}  // namespace perry::runtime::builtins
