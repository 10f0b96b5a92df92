#include "runtime/builtins/collection/collection.h"
#include "runtime/builtins/collection/weak_table.h"

// WeakSet (24.4).
namespace perry::runtime::builtins {
namespace {

// 24.4.1.1
Value construct_weak_set(Isolate& isolate, const Arguments& arguments) {
  require_new(isolate, arguments, "WeakSet");
  auto* set = create_from_constructor<WeakSetObject>(isolate, arguments.new_target(),
                                                     Intrinsic::WeakSetPrototype);
  set->set_table(isolate, WeakTable::make(isolate));
  if (arguments[0].is_nullish()) return Value::cell(set);
  const Value adder = adder_of(isolate, set, names::add);
  check_iterable(isolate, arguments[0]);
  for_each_value(isolate, arguments[0],
                 [&](Value item) { call(isolate, adder, Value::cell(set), {item}); });
  return Value::cell(set);
}

WeakSetObject* this_set(Isolate& isolate, const Arguments& arguments, const char* method) {
  return this_instance<WeakSetObject>(isolate, arguments, method);
}

// 24.4.3.1
Value weak_set_add(Isolate& isolate, const Arguments& arguments) {
  WeakSetObject* set = this_set(isolate, arguments, "WeakSet.prototype.add");
  if (!can_be_held_weakly(arguments[0])) {
    throw_type_error(isolate, "Invalid value used in weak set");
  }
  set->insert(isolate, arguments[0], Value());
  return Value::cell(set);
}
// 24.4.3.4
Value weak_set_has(Isolate& isolate, const Arguments& arguments) {
  WeakSetObject* set = this_set(isolate, arguments, "WeakSet.prototype.has");
  return Value::boolean(can_be_held_weakly(arguments[0]) &&
                        set->table()->find(arguments[0]) != nullptr);
}
// 24.4.3.3
Value weak_set_delete(Isolate& isolate, const Arguments& arguments) {
  WeakSetObject* set = this_set(isolate, arguments, "WeakSet.prototype.delete");
  return Value::boolean(can_be_held_weakly(arguments[0]) && set->table()->remove(arguments[0]));
}

constexpr NativeInfo kConstructor = builtin::constructor(names::WeakSet, 0, construct_weak_set);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {OBJECT(prototype, WeakSetPrototype, kNoAttributes)};
constexpr BuiltinRow kPrototypeRows[] = {
#include "runtime/builtins/weak_set/weak_set.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

const ObjectClass WeakSetObject::kClass = {.name = "WeakSet", .trace = WeakCollection::trace};

extern const BuiltinTable kWeakSet;
constexpr BuiltinTable kWeakSet = builtin::function_object(kConstructor, kRows);
extern const BuiltinTable kWeakSetPrototype;
constexpr BuiltinTable kWeakSetPrototype = builtin::object(kPrototypeRows);

}  // namespace perry::runtime::builtins
