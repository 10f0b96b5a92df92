#include "runtime/builtins/set/set.h"

// Set (24.2).
namespace perry::runtime::builtins {
namespace {

void trace_set(Object* object, Tracer& tracer) {
  tracer.visit(static_cast<Collection*>(object)->table_cell);
}

void preview_set(Isolate& isolate, Object* object, ValueList& values) {
  TableCursor cursor{static_cast<Collection*>(object)->table_cell};
  while (const Value* words = cursor.next(isolate, nullptr)) values.push(words[0]);
}

// 24.2.2.1
Value construct_set(Isolate& isolate, const Arguments& arguments) {
  require_new(isolate, arguments, "Set");
  auto* set =
      create_from_constructor<SetObject>(isolate, arguments.new_target(), Intrinsic::SetPrototype);
  set->set_table(isolate, OrderedTable::make(isolate, OrderedTable::Stride::Set));
  if (arguments[0].is_nullish()) return Value::cell(set);
  const Value adder = adder_of(isolate, set, names::add);
  check_iterable(isolate, arguments[0]);
  for_each_value(isolate, arguments[0],
                 [&](Value value) { call(isolate, adder, Value::cell(set), {value}); });
  return Value::cell(set);
}

Value species(Isolate&, const Arguments& arguments) { return arguments.receiver(); }

// 24.2.4.7
Value set_has(Isolate& isolate, const Arguments& arguments) {
  SetObject* set = this_set(isolate, arguments, "Set.prototype.has");
  return Value::boolean(set->table()->find(arguments[0]) != nullptr);
}
// 24.2.4.1
Value set_add(Isolate& isolate, const Arguments& arguments) {
  SetObject* set = this_set(isolate, arguments, "Set.prototype.add");
  set->insert(isolate, arguments[0], Value());
  return Value::cell(set);
}
// 24.2.4.4
Value set_delete(Isolate& isolate, const Arguments& arguments) {
  SetObject* set = this_set(isolate, arguments, "Set.prototype.delete");
  return Value::boolean(set->table()->remove(arguments[0]));
}
// 24.2.4.2
Value set_clear(Isolate& isolate, const Arguments& arguments) {
  SetObject* set = this_set(isolate, arguments, "Set.prototype.clear");
  set->set_table(isolate, set->table()->clear(isolate));
  return Value::undefined();
}
// 24.2.4.14
Value set_size(Isolate& isolate, const Arguments& arguments) {
  return Value::number(this_set(isolate, arguments, "get Set.prototype.size")->table()->size());
}
// 24.2.4.6
Value set_for_each(Isolate& isolate, const Arguments& arguments) {
  SetObject* set = this_set(isolate, arguments, "Set.prototype.forEach");
  const Value callback = callback_of(isolate, arguments[0]);
  TableCursor cursor{set->table_cell};
  while (const Value* words = cursor.next(isolate, nullptr)) {
    const Value value = *words;
    call(isolate, callback, arguments[1], {value, value, Value::cell(set)});
  }
  return Value::undefined();
}

Value set_entries(Isolate& isolate, const Arguments& arguments) {
  SetObject* set = this_set(isolate, arguments, "Set.prototype.entries");
  return new_set_iterator(isolate, set, SetIterationKind::Entries);
}
Value set_values(Isolate& isolate, const Arguments& arguments) {
  SetObject* set = this_set(isolate, arguments, "Set.prototype.values");
  return new_set_iterator(isolate, set, SetIterationKind::Values);
}
Value values_function(Isolate& isolate) {
  return get(isolate, intrinsic(isolate, Intrinsic::SetPrototype).as<Object>(), names::values);
}

constexpr NativeInfo kConstructor = builtin::constructor(names::Set, 0, construct_set);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/set/set.def"
};
constexpr BuiltinRow kPrototypeRows[] = {
#include "runtime/builtins/set/set_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

const ObjectClass SetObject::kClass = {.name = "Set", .trace = trace_set, .preview = preview_set};

SetObject* new_set(Isolate& isolate, OrderedTable* entries) {
  auto* set = new_exotic<SetObject>(isolate, intrinsic(isolate, Intrinsic::SetPrototype));
  set->set_table(isolate, OrderedTable::make(isolate, OrderedTable::Stride::Set));
  if (entries == nullptr) return set;
  TableCursor cursor{Value::cell(entries)};
  while (const Value* words = cursor.next(isolate, nullptr)) set->insert(isolate, *words, Value());
  return set;
}

extern const BuiltinTable kSet;
constexpr BuiltinTable kSet = builtin::function_object(kConstructor, kRows);
extern const BuiltinTable kSetPrototype;
constexpr BuiltinTable kSetPrototype = builtin::object(kPrototypeRows);

}  // namespace perry::runtime::builtins
