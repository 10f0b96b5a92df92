#pragma once

#include <cstdint>
#include <vector>

#include "runtime/object/object.h"

namespace perry::runtime {

// The indexed properties of sparse arrays and of objects that are no arrays: a hash table in a
// cell, of index, value and attributes.
class IndexStore : public Internal {
 public:
  struct Entry {
    Value index;  // a number; empty: free; null: removed
    Value value;
    Value attributes;

    uint8_t attribute_bits() const { return static_cast<uint8_t>(attributes.as_number()); }
  };

  Value table;  // Slots, three values an entry
  uint32_t count;
  uint32_t used;    // entries taken, removed ones too
  uint32_t length;  // of the array
  uint32_t reserved;

  Entry* find(uint32_t index);
  void set(Isolate& isolate, uint32_t index, Value value, uint8_t attributes);
  void remove(Entry* entry);
  std::vector<uint32_t> sorted_indices();
  // Entries in no order: visitor(entry).
  template <typename Visitor>
  void for_each(Visitor&& visitor) {
    if (table.is_empty()) return;
    Entry* entries = begin();
    for (uint32_t i = 0; i < capacity(); ++i) {
      if (entries[i].index.is_number()) visitor(entries[i]);
    }
  }

 private:
  Entry* begin() { return reinterpret_cast<Entry*>(table.as<Slots>()->values()); }
  uint32_t capacity() { return table.is_empty() ? 0 : capacity_; }
  void grow(Isolate& isolate);
  Entry* place(uint32_t index);

  uint32_t capacity_;
};

IndexStore* new_index_store(Isolate& isolate);

inline IndexStore* Array::sparse() const {
  return static_cast<IndexStore*>(elements_cell.as_cell());
}
inline uint32_t Array::length() const { return is_sparse() ? sparse()->length : dense_length; }

}  // namespace perry::runtime
