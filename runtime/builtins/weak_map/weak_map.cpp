#include "runtime/builtins/collection/collection.h"
#include "runtime/builtins/collection/weak_table.h"

// WeakMap (24.3).
namespace perry::runtime::builtins {
namespace {

// 24.3.1.1
Value construct_weak_map(Isolate& isolate, const Arguments& arguments) {
  require_new(isolate, arguments, "WeakMap");
  auto* map = create_from_constructor<WeakMapObject>(isolate, arguments.new_target(),
                                                     Intrinsic::WeakMapPrototype);
  map->set_table(isolate, WeakTable::make(isolate));
  if (arguments[0].is_nullish()) return Value::cell(map);
  const Value adder = adder_of(isolate, map, names::set);
  add_entries(isolate, map, arguments[0], adder);
  return Value::cell(map);
}

WeakMapObject* this_map(Isolate& isolate, const Arguments& arguments, const char* method) {
  return this_instance<WeakMapObject>(isolate, arguments, method);
}

// Null, too, for what can't be a key.
WeakTable::Entry* find(WeakMapObject* map, Value key) {
  return can_be_held_weakly(key) ? map->table()->find(key) : nullptr;
}

Value require_key(Isolate& isolate, Value key) {
  if (can_be_held_weakly(key)) return key;
  throw_type_error(isolate, "Invalid value used as weak map key");
}

// 24.3.3.3
Value weak_map_get(Isolate& isolate, const Arguments& arguments) {
  const auto* entry = find(this_map(isolate, arguments, "WeakMap.prototype.get"), arguments[0]);
  return entry == nullptr ? Value::undefined() : entry->value;
}
// 24.3.3.7
Value weak_map_set(Isolate& isolate, const Arguments& arguments) {
  WeakMapObject* map = this_map(isolate, arguments, "WeakMap.prototype.set");
  map->insert(isolate, require_key(isolate, arguments[0]), arguments[1]);
  return Value::cell(map);
}
// 24.3.3.6
Value weak_map_has(Isolate& isolate, const Arguments& arguments) {
  WeakMapObject* map = this_map(isolate, arguments, "WeakMap.prototype.has");
  return Value::boolean(find(map, arguments[0]) != nullptr);
}
// 24.3.3.2
Value weak_map_delete(Isolate& isolate, const Arguments& arguments) {
  WeakMapObject* map = this_map(isolate, arguments, "WeakMap.prototype.delete");
  return Value::boolean(can_be_held_weakly(arguments[0]) && map->table()->remove(arguments[0]));
}
// 24.3.3.4
Value get_or_insert(Isolate& isolate, const Arguments& arguments) {
  WeakMapObject* map = this_map(isolate, arguments, "WeakMap.prototype.getOrInsert");
  const Value key = require_key(isolate, arguments[0]);
  if (const auto* entry = map->table()->find(key)) return entry->value;
  map->insert(isolate, key, arguments[1]);
  return arguments[1];
}
// 24.3.3.5
Value get_or_insert_computed(Isolate& isolate, const Arguments& arguments) {
  WeakMapObject* map = this_map(isolate, arguments, "WeakMap.prototype.getOrInsertComputed");
  const Value key = require_key(isolate, arguments[0]);
  const Value callback = callback_of(isolate, arguments[1]);
  if (const auto* entry = map->table()->find(key)) return entry->value;
  const Value value = call(isolate, callback, Value::undefined(), {key});
  map->insert(isolate, key, value);
  return value;
}

constexpr NativeInfo kConstructor = builtin::constructor(names::WeakMap, 0, construct_weak_map);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {OBJECT(prototype, WeakMapPrototype, kNoAttributes)};
constexpr BuiltinRow kPrototypeRows[] = {
#include "runtime/builtins/weak_map/weak_map.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

const ObjectClass WeakMapObject::kClass = {.name = "WeakMap", .trace = WeakCollection::trace};

extern const BuiltinTable kWeakMap;
constexpr BuiltinTable kWeakMap = builtin::function_object(kConstructor, kRows);
extern const BuiltinTable kWeakMapPrototype;
constexpr BuiltinTable kWeakMapPrototype = builtin::object(kPrototypeRows);

}  // namespace perry::runtime::builtins
