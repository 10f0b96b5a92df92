#include "runtime/exec/dispose.h"

#include <string>

#include "runtime/object/error.h"
#include "runtime/object/function.h"
#include "runtime/object/property.h"

namespace perry::runtime {

namespace {

// A stack of them.
class Resource : public NativeCell {
 public:
  Value next;
  Value value;
  Value method;  // undefined: there is nothing to call, only to wait
  bool awaits;
  bool is_sync_method;  // of an `await using`: what it returns is not waited for
};

class DisposeList : public NativeCell {
 public:
  Value top;
  bool last_awaits;
  bool needs_await;  // an `await using` of null or undefined was met
  bool has_awaited;
};

void trace_resource(NativeCell* cell, Tracer& tracer) {
  tracer.visit(&static_cast<Resource*>(cell)->next, 3);
}
void trace_list(NativeCell* cell, Tracer& tracer) {
  tracer.visit(static_cast<DisposeList*>(cell)->top);
}

template <typename T>
T* new_native_cell(Isolate& isolate, void (*trace)(NativeCell*, Tracer&)) {
  auto* cell = static_cast<T*>(isolate.heap().allocate(
      CellKind::Internal, static_cast<uint32_t>(InternalType::Native), sizeof(T)));
  cell->trace = trace;
  return cell;
}

// Undefined where there is none.
Value method_of(Isolate& isolate, Value value, WellKnown symbol, const char* name) {
  const Value method = get_v(isolate, value, well_known(isolate, symbol));
  if (method.is_nullish()) return Value::undefined();
  if (!is_callable(method)) throw_type_error(isolate, std::string(name) + " is not a function");
  return method;
}

constexpr const char* kDisposeName = "Symbol(Symbol.dispose)";
constexpr const char* kAsyncDisposeName = "Symbol(Symbol.asyncDispose)";

void push(Isolate& isolate, NativeCell* cell, Value value, Value method, bool awaits,
          bool is_sync_method) {
  auto* list = static_cast<DisposeList*>(cell);
  auto* resource = new_native_cell<Resource>(isolate, trace_resource);
  resource->next = list->top;
  resource->value = value;
  resource->method = method;
  resource->awaits = awaits;
  resource->is_sync_method = is_sync_method;
  store(isolate.heap(), list, &list->top, Value::cell(resource));
}

}  // namespace

NativeCell* open_dispose_list(Isolate& isolate) {
  return new_native_cell<DisposeList>(isolate, trace_list);
}

void add_disposable(Isolate& isolate, NativeCell* list, Value value, DisposeHint hint) {
  const bool async = hint == DisposeHint::Async;
  if (value.is_nullish()) {
    if (async) push(isolate, list, value, Value::undefined(), true, false);
    return;
  }
  if (!value.is_object()) {
    throw_type_error(isolate, "An object is expected with `using` declarations");
  }
  Value method = Value::undefined();
  if (async) method = method_of(isolate, value, WellKnown::AsyncDispose, kAsyncDisposeName);
  const bool is_sync_method = async && method.is_undefined();
  if (method.is_undefined()) method = method_of(isolate, value, WellKnown::Dispose, kDisposeName);
  if (method.is_undefined()) {
    throw_type_error(isolate, std::string(kDisposeName) + " is not a function");
  }
  push(isolate, list, value, method, async, is_sync_method);
}

void add_disposal(Isolate& isolate, NativeCell* list, Value method, DisposeHint hint) {
  push(isolate, list, Value::undefined(), method, hint == DisposeHint::Async, false);
}

Value dispose_last(Isolate& isolate, NativeCell* cell) {
  auto* list = static_cast<DisposeList*>(cell);
  list->last_awaits = false;
  Resource* resource = nullptr;
  for (;;) {
    resource = list->top.is_empty() ? nullptr : static_cast<Resource*>(list->top.as_cell());
    const bool is_sync = resource == nullptr || !resource->awaits;
    if (is_sync && list->needs_await && !list->has_awaited) {
      list->needs_await = false;
      list->last_awaits = true;
      return Value::undefined();
    }
    if (resource == nullptr) return {};
    store(isolate.heap(), list, &list->top, resource->next);
    if (!resource->method.is_undefined()) break;
    list->needs_await = true;
  }
  const Value result = call(isolate, resource->method, resource->value);
  list->last_awaits = resource->awaits;
  list->has_awaited = list->has_awaited || resource->awaits;
  return resource->awaits && !resource->is_sync_method ? result : Value::undefined();
}

bool last_disposal_awaits(NativeCell* list) { return static_cast<DisposeList*>(list)->last_awaits; }

Value new_suppressed_error(Isolate& isolate, Value error, Value earlier) {
  Object* object = new_error(isolate, ErrorType::Error, "An error was suppressed during disposal");
  ordinary_set_prototype_of(isolate, object,
                            intrinsic(isolate, Intrinsic::SuppressedErrorPrototype));
  add_property(isolate, object, names::error, error, kHidden);
  add_property(isolate, object, names::suppressed, earlier, kHidden);
  return Value::cell(object);
}

}  // namespace perry::runtime
