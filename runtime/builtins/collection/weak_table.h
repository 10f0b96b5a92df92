#pragma once

#include <cstdint>

#include "runtime/object/object.h"

// The table behind WeakMap and WeakSet: keys are cells that it does not keep alive, and a value
// lives while its key does (an ephemeron).
//
// Open addressing by the key's address, which never changes. An entry that was removed, or whose
// key died, leaves a tombstone; a table that is three quarters full is copied into a new one. All
// operations are expected O(1), amortised. A collection that looks at the table costs its size.
namespace perry::runtime::builtins {

class WeakTable : public WeakCell {
 public:
  struct Entry {
    Value key;  // empty: free, null: a tombstone
    Value value;
  };

  static WeakTable* make(Isolate& isolate, uint32_t capacity = 4);

  uint32_t size() const { return live_; }
  // Null when it isn't there.
  Entry* find(Value key);
  // Adds the key or changes its value. The table that replaces this one when it is full, else this
  // one.
  WeakTable* insert(Isolate& isolate, Value key, Value value);
  bool remove(Value key);
  // Entries that are there, in no order that means anything.
  template <typename Visit>
  void for_each(Visit&& visit) {
    for (Entry* entry = entries(); entry != entries() + capacity_; ++entry) {
      if (entry->key.is_cell()) visit(*entry);
    }
  }

 private:
  static const WeakMethods kMethods;
  static void trace(WeakCell* cell, Tracer& tracer);
  static void trace_ephemerons(WeakCell* cell, Tracer& tracer);
  static void clear_weak(WeakCell* cell, const Liveness& liveness);

  Entry* entries() { return reinterpret_cast<Entry*>(this + 1); }
  void append(Isolate& isolate, Value key, Value value);
  WeakTable* rehashed(Isolate& isolate);

  uint32_t capacity_;  // a power of two
  uint32_t used_;      // entries taken, tombstones too
  uint32_t live_;
};

// WeakMap and WeakSet objects: a table that is replaced as it grows.
class WeakCollection : public Object {
 public:
  Value table_cell;

  WeakTable* table() { return static_cast<WeakTable*>(table_cell.as_cell()); }
  void set_table(Isolate& isolate, WeakTable* table) {
    if (table_cell == Value::cell(table)) return;
    store(isolate.heap(), this, &table_cell, Value::cell(table));
  }
  void insert(Isolate& isolate, Value key, Value value) {
    set_table(isolate, table()->insert(isolate, key, value));
  }
  static void trace(Object* object, Tracer& tracer) {
    tracer.visit(static_cast<WeakCollection*>(object)->table_cell);
  }
};
class WeakMapObject : public WeakCollection {
 public:
  static const ObjectClass kClass;
};
class WeakSetObject : public WeakCollection {
 public:
  static const ObjectClass kClass;
};

}  // namespace perry::runtime::builtins
