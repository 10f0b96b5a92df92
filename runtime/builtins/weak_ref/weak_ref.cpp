#include "runtime/builtins/collection/collection.h"
#include "runtime/jobs/jobs.h"

// WeakRef (26.1).
namespace perry::runtime::builtins {
namespace {

// The reference itself.
class WeakTarget : public WeakCell {
 public:
  static const WeakMethods kMethods;
  Value target;  // empty: dead
};
const WeakMethods WeakTarget::kMethods = {
    .trace = [](WeakCell* cell, Tracer& tracer) { tracer.defer_weak(cell); },
    .clear_weak =
        [](WeakCell* cell, const Liveness& liveness) {
          auto* reference = static_cast<WeakTarget*>(cell);
          if (!liveness.is_live(reference->target)) reference->target = Value();
        }};

class WeakRefObject : public Object {
 public:
  static const ObjectClass kClass;
  Value reference;
};
void trace(Object* object, Tracer& tracer) {
  tracer.visit(static_cast<WeakRefObject*>(object)->reference);
}
const ObjectClass WeakRefObject::kClass = {.name = "WeakRef", .trace = trace};

// 26.1.1.1
Value construct_weak_ref(Isolate& isolate, const Arguments& arguments) {
  require_new(isolate, arguments, "WeakRef");
  if (!can_be_held_weakly(arguments[0])) throw_type_error(isolate, "WeakRef: invalid target");
  auto* object = create_from_constructor<WeakRefObject>(isolate, arguments.new_target(),
                                                        Intrinsic::WeakRefPrototype);
  isolate.part<Jobs>().keep(arguments[0]);
  auto* reference = static_cast<WeakTarget*>(isolate.heap().allocate(
      CellKind::Internal, static_cast<uint32_t>(InternalType::Weak), sizeof(WeakTarget)));
  reference->methods = &WeakTarget::kMethods;
  reference->target = arguments[0];
  store(isolate.heap(), object, &object->reference, Value::cell(reference));
  return Value::cell(object);
}

// 26.1.3.2
Value deref(Isolate& isolate, const Arguments& arguments) {
  auto* object = this_instance<WeakRefObject>(isolate, arguments, "WeakRef.prototype.deref");
  const Value target = static_cast<WeakTarget*>(object->reference.as_cell())->target;
  if (target.is_empty()) return Value::undefined();
  isolate.part<Jobs>().keep(target);
  return target;
}

constexpr NativeInfo kConstructor = builtin::constructor(names::WeakRef, 1, construct_weak_ref);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {OBJECT(prototype, WeakRefPrototype, kNoAttributes)};
constexpr BuiltinRow kPrototypeRows[] = {
    OBJECT(constructor, WeakRef, kHidden) FUNCTION(deref, 0, deref, Boxed, Reads) TAG("WeakRef")};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kWeakRef;
constexpr BuiltinTable kWeakRef = builtin::function_object(kConstructor, kRows);
extern const BuiltinTable kWeakRefPrototype;
constexpr BuiltinTable kWeakRefPrototype = builtin::object(kPrototypeRows);

}  // namespace perry::runtime::builtins
