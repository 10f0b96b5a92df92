#pragma once

#include "runtime/builtins/collection/collection.h"
#include "runtime/exec/dispose.h"

// What DisposableStack and AsyncDisposableStack share.
namespace perry::runtime::builtins {

class StackObject : public Object {
 public:
  Value list_cell;  // empty: disposed

  bool is_disposed() const { return list_cell.is_empty(); }
  NativeCell* list() { return static_cast<NativeCell*>(list_cell.as_cell()); }
  // Takes the resources away and leaves the stack disposed.
  NativeCell* release() {
    NativeCell* released = list();
    list_cell = Value();
    return released;
  }
  void open(Isolate& isolate, NativeCell* resources) {
    store(isolate.heap(), this, &list_cell, Value::cell(resources));
  }
  static void trace(Object* object, Tracer& tracer) {
    tracer.visit(static_cast<StackObject*>(object)->list_cell);
  }
};

// Calls a function with a value: what adopt() puts onto the stack. Captures both.
Value dispose_adopted(Isolate& isolate, const Arguments& arguments);
inline constexpr NativeInfo kDisposeAdopted = builtin::native(nullptr, -1, 0, 0, dispose_adopted);

// The methods of both classes; `Stack` has kName, kHint and kPrototype.
template <typename Stack>
struct StackMethods {
  static std::string named(const char* method) {
    return std::string(Stack::kName) + ".prototype." + method;
  }

  static Value construct(Isolate& isolate, const Arguments& arguments) {
    require_new(isolate, arguments, Stack::kName);
    auto* stack =
        create_from_constructor<Stack>(isolate, arguments.new_target(), Stack::kPrototype);
    stack->open(isolate, open_dispose_list(isolate));
    return Value::cell(stack);
  }

  static Stack* open_stack(Isolate& isolate, const Arguments& arguments, const char* method) {
    auto* stack = this_instance<Stack>(isolate, arguments, named(method).c_str());
    if (stack->is_disposed()) {
      throw_reference_error(
          isolate, "Cannot call " + named(method) + " on an already-disposed DisposableStack");
    }
    return stack;
  }

  static Value use(Isolate& isolate, const Arguments& arguments) {
    Stack* stack = open_stack(isolate, arguments, "use");
    NativeCell* list = stack->list();
    add_disposable(isolate, list, arguments[0], Stack::kHint);
    return arguments[0];
  }

  static Value adopt(Isolate& isolate, const Arguments& arguments) {
    Stack* stack = open_stack(isolate, arguments, "adopt");
    const Value dispose = callback_of(isolate, arguments[1]);
    const Value closure =
        Value::cell(new_native_function(isolate, &kDisposeAdopted, {dispose, arguments[0]}));
    add_disposal(isolate, stack->list(), closure, Stack::kHint);
    return arguments[0];
  }

  static Value defer(Isolate& isolate, const Arguments& arguments) {
    Stack* stack = open_stack(isolate, arguments, "defer");
    add_disposal(isolate, stack->list(), callback_of(isolate, arguments[0]), Stack::kHint);
    return Value::undefined();
  }

  static Value move(Isolate& isolate, const Arguments& arguments) {
    Stack* stack = open_stack(isolate, arguments, "move");
    auto* moved = new_exotic<Stack>(isolate, runtime::intrinsic(isolate, Stack::kPrototype));
    moved->open(isolate, stack->release());
    return Value::cell(moved);
  }

  static Value disposed(Isolate& isolate, const Arguments& arguments) {
    const std::string method = "get " + named("disposed");
    return Value::boolean(this_instance<Stack>(isolate, arguments, method.c_str())->is_disposed());
  }
};

}  // namespace perry::runtime::builtins
