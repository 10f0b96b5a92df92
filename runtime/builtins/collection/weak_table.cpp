#include "runtime/builtins/collection/weak_table.h"

#include <algorithm>
#include <bit>

#include "runtime/builtins/collection/hash.h"

namespace perry::runtime::builtins {

const WeakMethods WeakTable::kMethods = {trace, trace_ephemerons, clear_weak};

void WeakTable::trace(WeakCell* cell, Tracer& tracer) {
  tracer.defer_ephemerons(cell);
  tracer.defer_weak(cell);
}

void WeakTable::trace_ephemerons(WeakCell* cell, Tracer& tracer) {
  static_cast<WeakTable*>(cell)->for_each(
      [&](const Entry& entry) { tracer.visit_ephemeron(entry.key.as_cell(), entry.value); });
}

void WeakTable::clear_weak(WeakCell* cell, const Liveness& liveness) {
  auto* table = static_cast<WeakTable*>(cell);
  table->for_each([&](Entry& entry) {
    if (liveness.is_live(entry.key)) return;
    entry = {Value::null(), Value()};
    --table->live_;
  });
}

WeakTable* WeakTable::make(Isolate& isolate, uint32_t capacity) {
  auto* table = static_cast<WeakTable*>(
      isolate.heap().allocate(CellKind::Internal, static_cast<uint32_t>(InternalType::Weak),
                              sizeof(WeakTable) + size_t{capacity} * sizeof(Entry)));
  table->methods = &kMethods;
  table->capacity_ = capacity;
  return table;
}

WeakTable::Entry* WeakTable::find(Value key) {
  for (uint32_t i = hash_of(key) & (capacity_ - 1);; i = (i + 1) & (capacity_ - 1)) {
    Entry* entry = entries() + i;
    if (entry->key == key) return entry;
    if (entry->key.is_empty()) return nullptr;
  }
}

void WeakTable::append(Isolate& isolate, Value key, Value value) {
  uint32_t i = hash_of(key) & (capacity_ - 1);
  while (!entries()[i].key.is_empty()) i = (i + 1) & (capacity_ - 1);
  Entry* entry = entries() + i;
  store(isolate.heap(), this, &entry->key, key);
  store(isolate.heap(), this, &entry->value, value);
  ++used_;
  ++live_;
}

WeakTable* WeakTable::rehashed(Isolate& isolate) {
  WeakTable* table = make(isolate, std::bit_ceil(std::max(live_ * 2, 4u)));
  for_each([&](const Entry& entry) { table->append(isolate, entry.key, entry.value); });
  return table;
}

WeakTable* WeakTable::insert(Isolate& isolate, Value key, Value value) {
  if (Entry* entry = find(key)) {
    store(isolate.heap(), this, &entry->value, value);
    return this;
  }
  // One entry stays free, where searches end.
  WeakTable* table = used_ + 1 > capacity_ / 4 * 3 ? rehashed(isolate) : this;
  table->append(isolate, key, value);
  return table;
}

bool WeakTable::remove(Value key) {
  Entry* entry = find(key);
  if (entry == nullptr) return false;
  *entry = {Value::null(), Value()};
  --live_;
  return true;
}

}  // namespace perry::runtime::builtins
