#pragma once

#include <string>

#include "runtime/builtins/collection/ordered_table.h"
#include "runtime/exec/iteration.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

// What Map, Set and the weak collections share.
namespace perry::runtime::builtins {

// Map and Set objects: a table that is replaced as it grows.
class Collection : public Object {
 public:
  Value table_cell;

  OrderedTable* table() { return static_cast<OrderedTable*>(table_cell.as_cell()); }
  void set_table(Isolate& isolate, OrderedTable* table) {
    if (table_cell == Value::cell(table)) return;
    store(isolate.heap(), this, &table_cell, Value::cell(table));
  }
  void insert(Isolate& isolate, Value key, Value value) {
    set_table(isolate, table()->insert(isolate, key, value));
  }
};
class MapObject : public Collection {
 public:
  static const ObjectClass kClass;
};
class SetObject : public Collection {
 public:
  static const ObjectClass kClass;
};

// `this` as a T, or the TypeError that names the method.
template <typename T>
T* this_instance(Isolate& isolate, const Arguments& arguments, const char* method) {
  T* object = try_object<T>(arguments.receiver());
  if (object == nullptr) {
    throw_type_error(isolate, std::string("Method ") + method +
                                  " called on incompatible receiver " +
                                  describe_plain(isolate, arguments.receiver()));
  }
  return object;
}

inline void require_new(Isolate& isolate, const Arguments& arguments, const char* name) {
  if (!arguments.is_construct()) {
    throw_type_error(isolate, std::string("Constructor ") + name + " requires 'new'");
  }
}

inline Value callback_of(Isolate& isolate, Value callback) {
  if (is_callable(callback)) return callback;
  throw_type_error(isolate, describe_plain(isolate, callback) + " is not a function");
}

// The method that a constructor adds its iterable's values with.
inline Value adder_of(Isolate& isolate, Object* target, const Name& name) {
  const Value adder = get(isolate, target, name);
  if (is_callable(adder)) return adder;
  throw_type_error(isolate, "'" + describe_plain(isolate, adder) + "' returned for property '" +
                                to_utf8(name.get()) + "' of object '" +
                                describe(isolate, Value::cell(target)) + "' is not a function");
}

inline void check_iterable(Isolate& isolate, Value value) {
  if (value.is_object() || value.is_string()) return;
  throw_type_error(isolate, to_utf8(typeof_text(value)) + " " + describe_plain(isolate, value) +
                                " is not iterable (cannot read property "
                                "Symbol(Symbol.iterator))");
}

// AddEntriesFromIterable.
inline void add_entries(Isolate& isolate, Object* target, Value iterable, Value adder) {
  check_iterable(isolate, iterable);
  for_each_value(isolate, iterable, [&](Value item) {
    if (!item.is_object()) {
      throw_type_error(
          isolate, "Iterator value " + describe_plain(isolate, item) + " is not an entry object");
    }
    const Value key = get(isolate, item.as<Object>(), PropertyKey::from_index(0));
    const Value value = get(isolate, item.as<Object>(), PropertyKey::from_index(1));
    call(isolate, adder, Value::cell(target), {key, value});
  });
}

// CanBeHeldWeakly.
inline bool can_be_held_weakly(Value value) {
  return value.is_object() || (value.is_symbol() && !value.as<Symbol>()->is_registered());
}

}  // namespace perry::runtime::builtins
