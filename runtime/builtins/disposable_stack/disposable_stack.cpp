#include "runtime/builtins/disposable_stack/stack.h"

// DisposableStack.
namespace perry::runtime::builtins {

Value dispose_adopted(Isolate& isolate, const Arguments& arguments) {
  return call(isolate, arguments.capture(0), Value::undefined(), {arguments.capture(1)});
}

namespace {

class DisposableStack : public StackObject {
 public:
  static const ObjectClass kClass;
  static constexpr const char* kName = "DisposableStack";
  static constexpr DisposeHint kHint = DisposeHint::Sync;
  static constexpr Intrinsic kPrototype = Intrinsic::DisposableStackPrototype;
};
const ObjectClass DisposableStack::kClass = {.name = "DisposableStack",
                                             .trace = StackObject::trace};

// DisposeResources: all of them, whatever they throw.
void dispose_all(Isolate& isolate, NativeCell* list) {
  Value error;
  for (bool more = true; more;) {
    try {
      more = !dispose_last(isolate, list).is_empty();
    } catch (const JsException& thrown) {
      const Value later = thrown.value;
      error = error.is_empty() ? later : new_suppressed_error(isolate, later, error);
    }
  }
  if (!error.is_empty()) throw_value(error);
}

Value dispose(Isolate& isolate, const Arguments& arguments) {
  auto* stack =
      this_instance<DisposableStack>(isolate, arguments, "DisposableStack.prototype.dispose");
  if (!stack->is_disposed()) dispose_all(isolate, stack->release());
  return Value::undefined();
}
Value dispose_function(Isolate& isolate) {
  return get(isolate, intrinsic(isolate, Intrinsic::DisposableStackPrototype).as<Object>(),
             names::dispose);
}

constexpr NativeInfo kConstructor =
    builtin::constructor(names::DisposableStack, 0, StackMethods<DisposableStack>::construct);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {OBJECT(prototype, DisposableStackPrototype, kNoAttributes)};
constexpr BuiltinRow kPrototypeRows[] = {
#include "runtime/builtins/disposable_stack/disposable_stack.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kDisposableStack;
constexpr BuiltinTable kDisposableStack = builtin::function_object(kConstructor, kRows);
extern const BuiltinTable kDisposableStackPrototype;
constexpr BuiltinTable kDisposableStackPrototype = builtin::object(kPrototypeRows);

}  // namespace perry::runtime::builtins
