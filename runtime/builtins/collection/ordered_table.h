#pragma once

#include <cstdint>

#include "runtime/object/object.h"

// The table behind Map and Set: entries in the order of their insertion, found by a hash index,
// with cursors that stay right while entries come and go.
//
// Entries are appended to a list; removing one leaves a gap. When the list is full, what is left is
// copied into a new table, which the old one refers to: a cursor that stands on an old table
// follows it, less the gaps that it had passed. Lookup is expected O(1), all else amortised O(1).
namespace perry::runtime::builtins {

class OrderedTable : public NativeCell {
 public:
  // Words of an entry: the key, and a Map's value.
  enum class Stride : uint32_t { Set = 1, Map = 2 };

  static OrderedTable* make(Isolate& isolate, Stride stride, uint32_t capacity = 4);

  uint32_t size() const { return live_; }
  // The entry's words, or null. `key` need not be normalised.
  Value* find(Value key);
  // Puts the key behind all others unless it is there. The table that replaces this one when it is
  // full, else this one.
  OrderedTable* insert(Isolate& isolate, Value key, Value value);
  bool remove(Value key);
  // An empty table that replaces this one.
  OrderedTable* clear(Isolate& isolate);

  // -0 becomes 0.
  static Value normalize(Value key) {
    return key.is_number() && key.as_number() == 0 ? Value::number(0) : key;
  }

 private:
  friend struct TableCursor;
  static constexpr uint32_t kNoEntry = 0xffff'ffff;

  static void trace_fields(NativeCell* cell, Tracer& tracer);
  uint32_t stride() const { return stride_; }
  Value* entry(uint32_t i) { return entries_.as<Slots>()->values() + size_t{i} * stride_; }
  uint32_t* index() { return reinterpret_cast<uint32_t*>(index_.as_cell() + 1); }
  uint32_t find_entry(Value key);
  void append(Isolate& isolate, Value key, Value value);
  OrderedTable* rehashed(Isolate& isolate);

  Value entries_;  // Slots; an empty key is a gap
  Value index_;    // a cell of 32-bit words: 1 + number of an entry, 0: free
  Value next_;     // what replaced this table
  uint32_t stride_;
  uint32_t capacity_;
  uint32_t used_;  // entries taken, gaps too
  uint32_t live_;
  uint32_t first_;  // all entries before it are gaps: who takes from the front finds the next one
                    // at once
  uint32_t index_mask_;
  uint32_t was_cleared_;
};

// Where an iteration stands. Lives on the stack or in a traced cell.
struct TableCursor {
  Value table;  // empty at the end
  uint32_t position = 0;

  // The next entry's words, or null at the end; `holder` is the cell that this lies in, or null.
  Value* next(Isolate& isolate, Cell* holder);
};

}  // namespace perry::runtime::builtins
