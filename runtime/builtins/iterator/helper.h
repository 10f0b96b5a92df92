#pragma once

#include "runtime/exec/iteration.h"

// The lazy methods of %Iterator.prototype% (27.1.4), and what they make.
namespace perry::runtime::builtins {

Value iterator_map(Isolate& isolate, const Arguments& arguments);
Value iterator_filter(Isolate& isolate, const Arguments& arguments);
Value iterator_take(Isolate& isolate, const Arguments& arguments);
Value iterator_drop(Isolate& isolate, const Arguments& arguments);
Value iterator_flat_map(Isolate& isolate, const Arguments& arguments);
Value iterator_chunks(Isolate& isolate, const Arguments& arguments);
Value iterator_windows(Isolate& isolate, const Arguments& arguments);

// Iterator.concat, Iterator.zip and Iterator.zipKeyed.
Value iterator_concat(Isolate& isolate, const Arguments& arguments);
Value iterator_zip(Isolate& isolate, const Arguments& arguments);
Value iterator_zip_keyed(Isolate& isolate, const Arguments& arguments);

// Iterator.prototype.reduce and the other methods that run to the end.
Value iterator_reduce(Isolate& isolate, const Arguments& arguments);
Value iterator_to_array(Isolate& isolate, const Arguments& arguments);
Value iterator_for_each(Isolate& isolate, const Arguments& arguments);
Value iterator_some(Isolate& isolate, const Arguments& arguments);
Value iterator_every(Isolate& isolate, const Arguments& arguments);
Value iterator_find(Isolate& isolate, const Arguments& arguments);
Value iterator_includes(Isolate& isolate, const Arguments& arguments);
Value iterator_join(Isolate& isolate, const Arguments& arguments);

enum class HelperKind : uint64_t { Map, Filter, Take, Drop, FlatMap, Chunks, Windows, Concat, Zip };
enum class HelperState : uint64_t { Start, Suspended, Running, Done };

// An iterator helper object (27.1.2.1). Each kind of them is a state machine over the iterators
// that it was made for, instead of the generator that the specification writes.
class IteratorHelper : public Object {
 public:
  static const ObjectClass kClass;
  Value source;      // an IteratorRecord; what concat and zip keep of their iterables
  Value callback;    // of windows: whether a last one may be short
  Value inner_cell;  // of flatMap and concat, while it runs; the values of chunks and windows
  double number;     // values seen, or what is left to take or drop, or the length of a chunk
  HelperKind kind;
  HelperState state;

  IteratorRecord* record() { return static_cast<IteratorRecord*>(source.as_cell()); }
  IteratorRecord* inner() { return static_cast<IteratorRecord*>(inner_cell.as_cell()); }
};
IteratorHelper* new_helper(Isolate& isolate, HelperKind kind, Value source, Value callback,
                           double number);

// What next() gives, or empty at the end; what return() closes.
Value step_chunks(Isolate& isolate, IteratorHelper* helper);
Value step_windows(Isolate& isolate, IteratorHelper* helper);
Value step_concat(Isolate& isolate, IteratorHelper* helper);
void close_concat(Isolate& isolate, IteratorHelper* helper);
Value step_zip(Isolate& isolate, IteratorHelper* helper);
void close_zip(Isolate& isolate, IteratorHelper* helper);

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
