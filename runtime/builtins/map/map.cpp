#include "runtime/builtins/collection/collection.h"
#include "runtime/builtins/map/map_iterator.h"

// Map (24.1).
namespace perry::runtime::builtins {
namespace {

void trace_map(Object* object, Tracer& tracer) {
  tracer.visit(static_cast<Collection*>(object)->table_cell);
}

void preview_map(Isolate& isolate, Object* object, ValueList& values) {
  TableCursor cursor{static_cast<Collection*>(object)->table_cell};
  while (const Value* words = cursor.next(isolate, nullptr)) {
    values.push(words[0]);
    values.push(words[1]);
  }
}

MapObject* fill_new(Isolate& isolate, MapObject* map) {
  map->set_table(isolate, OrderedTable::make(isolate, OrderedTable::Stride::Map));
  return map;
}

// 24.1.1.1
Value construct_map(Isolate& isolate, const Arguments& arguments) {
  require_new(isolate, arguments, "Map");
  auto* map = fill_new(isolate, create_from_constructor<MapObject>(isolate, arguments.new_target(),
                                                                   Intrinsic::MapPrototype));
  if (arguments[0].is_nullish()) return Value::cell(map);
  const Value adder = adder_of(isolate, map, names::set);
  add_entries(isolate, map, arguments[0], adder);
  return Value::cell(map);
}

Value species(Isolate&, const Arguments& arguments) { return arguments.receiver(); }

MapObject* this_map(Isolate& isolate, const Arguments& arguments, const char* method) {
  return this_instance<MapObject>(isolate, arguments, method);
}

// 24.1.2.1
Value group_by(Isolate& isolate, const Arguments& arguments) {
  require_object_coercible(isolate, arguments[0], "Map.groupBy");
  const Value callback = callback_of(isolate, arguments[1]);
  auto* map = fill_new(isolate,
                       new_exotic<MapObject>(isolate, intrinsic(isolate, Intrinsic::MapPrototype)));
  double index = 0;
  check_iterable(isolate, arguments[0]);
  for_each_value(isolate, arguments[0], [&](Value item) {
    const Value key = call(isolate, callback, Value::undefined(), {item, Value::number(index++)});
    if (const Value* words = map->table()->find(key)) {
      append_element(isolate, words[1].as<Array>(), item);
    } else {
      map->insert(isolate, key, Value::cell(new_array(isolate, &item, 1)));
    }
  });
  return Value::cell(map);
}

// 24.1.3.6
Value map_get(Isolate& isolate, const Arguments& arguments) {
  const Value* words =
      this_map(isolate, arguments, "Map.prototype.get")->table()->find(arguments[0]);
  return words == nullptr ? Value::undefined() : words[1];
}
// 24.1.3.9
Value map_set(Isolate& isolate, const Arguments& arguments) {
  MapObject* map = this_map(isolate, arguments, "Map.prototype.set");
  map->insert(isolate, arguments[0], arguments[1]);
  return Value::cell(map);
}
// 24.1.3.7
Value map_has(Isolate& isolate, const Arguments& arguments) {
  MapObject* map = this_map(isolate, arguments, "Map.prototype.has");
  return Value::boolean(map->table()->find(arguments[0]) != nullptr);
}
// 24.1.3.3
Value map_delete(Isolate& isolate, const Arguments& arguments) {
  MapObject* map = this_map(isolate, arguments, "Map.prototype.delete");
  return Value::boolean(map->table()->remove(arguments[0]));
}
// 24.1.3.1
Value map_clear(Isolate& isolate, const Arguments& arguments) {
  MapObject* map = this_map(isolate, arguments, "Map.prototype.clear");
  map->set_table(isolate, map->table()->clear(isolate));
  return Value::undefined();
}
// 24.1.3.10
Value map_size(Isolate& isolate, const Arguments& arguments) {
  return Value::number(this_map(isolate, arguments, "get Map.prototype.size")->table()->size());
}
// 24.1.3.5
Value map_for_each(Isolate& isolate, const Arguments& arguments) {
  MapObject* map = this_map(isolate, arguments, "Map.prototype.forEach");
  const Value callback = callback_of(isolate, arguments[0]);
  TableCursor cursor{map->table_cell};
  while (const Value* words = cursor.next(isolate, nullptr)) {
    call(isolate, callback, arguments[1], {words[1], words[0], Value::cell(map)});
  }
  return Value::undefined();
}

// Map.prototype.getOrInsert (ES2026).
Value get_or_insert(Isolate& isolate, const Arguments& arguments) {
  MapObject* map = this_map(isolate, arguments, "Map.prototype.getOrInsert");
  if (const Value* words = map->table()->find(arguments[0])) return words[1];
  map->insert(isolate, arguments[0], arguments[1]);
  return arguments[1];
}
Value get_or_insert_computed(Isolate& isolate, const Arguments& arguments) {
  MapObject* map = this_map(isolate, arguments, "Map.prototype.getOrInsertComputed");
  const Value callback = callback_of(isolate, arguments[1]);
  const Value key = OrderedTable::normalize(arguments[0]);
  if (const Value* words = map->table()->find(key)) return words[1];
  const Value value = call(isolate, callback, Value::undefined(), {key});
  map->insert(isolate, key, value);
  return value;
}

Value map_entries(Isolate& isolate, const Arguments& arguments) {
  MapObject* map = this_map(isolate, arguments, "Map.prototype.entries");
  return new_map_iterator(isolate, map, MapIterationKind::Entries);
}
Value map_keys(Isolate& isolate, const Arguments& arguments) {
  MapObject* map = this_map(isolate, arguments, "Map.prototype.keys");
  return new_map_iterator(isolate, map, MapIterationKind::Keys);
}
Value map_values(Isolate& isolate, const Arguments& arguments) {
  MapObject* map = this_map(isolate, arguments, "Map.prototype.values");
  return new_map_iterator(isolate, map, MapIterationKind::Values);
}

Value entries_function(Isolate& isolate) {
  return get(isolate, intrinsic(isolate, Intrinsic::MapPrototype).as<Object>(), names::entries);
}

constexpr NativeInfo kConstructor = builtin::constructor(names::Map, 0, construct_map);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/map/map.def"
};
constexpr BuiltinRow kPrototypeRows[] = {
#include "runtime/builtins/map/map_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

const ObjectClass MapObject::kClass = {.name = "Map", .trace = trace_map, .preview = preview_map};

extern const BuiltinTable kMap;
constexpr BuiltinTable kMap = builtin::function_object(kConstructor, kRows);
extern const BuiltinTable kMapPrototype;
constexpr BuiltinTable kMapPrototype = builtin::object(kPrototypeRows);

}  // namespace perry::runtime::builtins
