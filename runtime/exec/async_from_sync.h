#pragma once

#include "runtime/object/function.h"
#include "runtime/value/value.h"

namespace perry::runtime {

class IteratorRecord;

// CreateAsyncFromSyncIterator: the iterator object.
Value new_async_from_sync(Isolate& isolate, IteratorRecord* sync);
// The methods of %AsyncFromSyncIteratorPrototype% (27.1.6.2).
Value async_from_sync_next(Isolate& isolate, const Arguments& arguments);
Value async_from_sync_return(Isolate& isolate, const Arguments& arguments);
Value async_from_sync_throw(Isolate& isolate, const Arguments& arguments);

}  // namespace perry::runtime
