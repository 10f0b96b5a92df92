#include "runtime/object/index_store.h"

#include <algorithm>

namespace perry::runtime {

namespace {

uint32_t scramble(uint32_t index) { return (index * 0x9e37'79b1u) ^ (index >> 15); }

}  // namespace

IndexStore* new_index_store(Isolate& isolate) {
  return isolate.heap().allocate<IndexStore>(
      CellKind::Internal, static_cast<uint32_t>(InternalType::IndexStore), sizeof(IndexStore));
}

IndexStore::Entry* IndexStore::find(uint32_t index) {
  if (table.is_empty()) return nullptr;
  Entry* entries = begin();
  const Value key = Value::number(index);
  for (uint32_t i = scramble(index) & (capacity_ - 1);; i = (i + 1) & (capacity_ - 1)) {
    if (entries[i].index == key) return &entries[i];
    if (entries[i].index.is_empty()) return nullptr;
  }
}

IndexStore::Entry* IndexStore::place(uint32_t index) {
  Entry* entries = begin();
  uint32_t i = scramble(index) & (capacity_ - 1);
  while (!entries[i].index.is_empty()) i = (i + 1) & (capacity_ - 1);
  return &entries[i];
}

void IndexStore::grow(Isolate& isolate) {
  uint32_t capacity = 8;
  while (capacity < count * 4) capacity *= 2;
  Slots* fresh = new_slots(isolate, size_t{capacity} * 3);
  const Value old = table;
  const uint32_t old_capacity = capacity_;
  store(isolate.heap(), this, &table, Value::cell(fresh));
  capacity_ = capacity;
  used = count;
  if (old.is_empty()) return;
  auto* entries = reinterpret_cast<Entry*>(old.as<Slots>()->values());
  for (uint32_t i = 0; i < old_capacity; ++i) {
    if (entries[i].index.is_number()) {
      *place(static_cast<uint32_t>(entries[i].index.as_number())) = entries[i];
    }
  }
  isolate.heap().write_barrier(fresh, fresh);
}

void IndexStore::set(Isolate& isolate, uint32_t index, Value value, uint8_t attributes) {
  Entry* entry = find(index);
  if (entry == nullptr) {
    if (table.is_empty() || (used + 1) * 2 > capacity_) grow(isolate);
    entry = place(index);
    entry->index = Value::number(index);
    ++count;
    ++used;
  }
  entry->attributes = Value::number(static_cast<uint32_t>(attributes));
  store(isolate.heap(), table.as_cell(), &entry->value, value);
}

void IndexStore::remove(Entry* entry) {
  *entry = {Value::null(), Value(), Value()};
  --count;
}

std::vector<uint32_t> IndexStore::sorted_indices() {
  std::vector<uint32_t> result;
  result.reserve(count);
  for_each([&](const Entry& entry) {
    result.push_back(static_cast<uint32_t>(entry.index.as_number()));
  });
  std::ranges::sort(result);
  return result;
}

}  // namespace perry::runtime
