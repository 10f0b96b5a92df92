#pragma once

#include "runtime/object/object.h"

// The resources of `using` and `await using` (explicit resource management).
namespace perry::runtime {

enum class DisposeHint : uint8_t { Sync, Async };

NativeCell* open_dispose_list(Isolate& isolate);
// AddDisposableResource.
void add_disposable(Isolate& isolate, NativeCell* list, Value value, DisposeHint hint);
// The same for a method that is called without a resource.
void add_disposal(Isolate& isolate, NativeCell* list, Value method, DisposeHint hint);
// Takes the last one away and calls its method: what to wait for, or empty when none is left.
Value dispose_last(Isolate& isolate, NativeCell* cell);
// Whether the last step wants an await.
bool last_disposal_awaits(NativeCell* list);
Value new_suppressed_error(Isolate& isolate, Value error, Value earlier);

}  // namespace perry::runtime
