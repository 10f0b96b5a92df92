#include "runtime/builtins/collection/collection.h"
#include "runtime/builtins/finalization_registry/registrations.h"
#include "runtime/jobs/tasks.h"

// FinalizationRegistry (26.2).
namespace perry::runtime::builtins {
namespace {

class RegistryObject : public Object {
 public:
  static const ObjectClass kClass;
  Value callback;
  Value list_cell;

  Registrations* list() { return static_cast<Registrations*>(list_cell.as_cell()); }
};
void trace(Object* object, Tracer& tracer) {
  tracer.visit(&static_cast<RegistryObject*>(object)->callback, 2);
}
const ObjectClass RegistryObject::kClass = {.name = "FinalizationRegistry", .trace = trace};

// 26.2.1.1
Value construct_registry(Isolate& isolate, const Arguments& arguments) {
  require_new(isolate, arguments, "FinalizationRegistry");
  if (!is_callable(arguments[0])) {
    throw_type_error(isolate, "FinalizationRegistry: cleanup must be callable");
  }
  auto* registry = create_from_constructor<RegistryObject>(
      isolate, arguments.new_target(), Intrinsic::FinalizationRegistryPrototype);
  registry->callback = arguments[0];
  Registrations* list = Registrations::make(isolate, registry);
  store(isolate.heap(), registry, &registry->list_cell, Value::cell(list));
  // The collector, which adds tasks to the queue, can't make it.
  isolate.part<Tasks>();
  return Value::cell(registry);
}

RegistryObject* this_registry(Isolate& isolate, const Arguments& arguments, const char* method) {
  return this_instance<RegistryObject>(isolate, arguments, method);
}

// 26.2.3.2
Value register_target(Isolate& isolate, const Arguments& arguments) {
  RegistryObject* registry =
      this_registry(isolate, arguments, "FinalizationRegistry.prototype.register");
  const Value target = arguments[0];
  if (!can_be_held_weakly(target)) {
    throw_type_error(isolate, "FinalizationRegistry.prototype.register: invalid target");
  }
  if (same_value(target, arguments[1])) {
    throw_type_error(isolate,
                     "FinalizationRegistry.prototype.register: target and holdings must not be "
                     "same");
  }
  const Value token = arguments[2];
  if (!can_be_held_weakly(token) && !token.is_undefined()) {
    throw_type_error(isolate, "Invalid unregisterToken ('" + describe_plain(isolate, token) + "')");
  }
  Registrations* list =
      registry->list()->add(isolate, target, arguments[1], token.is_undefined() ? Value() : token);
  store(isolate.heap(), registry, &registry->list_cell, Value::cell(list));
  return Value::undefined();
}

// 26.2.3.3
Value unregister_token(Isolate& isolate, const Arguments& arguments) {
  RegistryObject* registry =
      this_registry(isolate, arguments, "FinalizationRegistry.prototype.unregister");
  if (!can_be_held_weakly(arguments[0])) {
    throw_type_error(isolate,
                     "Invalid unregisterToken ('" + describe_plain(isolate, arguments[0]) + "')");
  }
  return Value::boolean(registry->list()->remove_all(arguments[0]));
}

constexpr NativeInfo kConstructor =
    builtin::constructor(names::FinalizationRegistry, 1, construct_registry);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {OBJECT(prototype, FinalizationRegistryPrototype, kNoAttributes)};
constexpr BuiltinRow kPrototypeRows[] = {
#include "runtime/builtins/finalization_registry/finalization_registry.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

// 9.12. When the callback throws, the rest is left to a task of its own, as V8 does.
void run_cleanup(Isolate& isolate, Value cell) {
  auto* registry = static_cast<RegistryObject*>(cell.as_cell());
  registry->list()->is_announced = false;
  Value error;
  try {
    for (Value held = registry->list()->take_ready(); !held.is_empty();
         held = registry->list()->take_ready()) {
      call(isolate, registry->callback, Value::undefined(), {held});
    }
    return;
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  if (registry->list()->has_ready() && !registry->list()->is_announced) {
    registry->list()->is_announced = true;
    isolate.part<Tasks>().post(run_cleanup, cell);
  }
  throw_value(error);
}

extern const BuiltinTable kFinalizationRegistry;
constexpr BuiltinTable kFinalizationRegistry = builtin::function_object(kConstructor, kRows);
extern const BuiltinTable kFinalizationRegistryPrototype;
constexpr BuiltinTable kFinalizationRegistryPrototype = builtin::object(kPrototypeRows);

}  // namespace perry::runtime::builtins
