#include "runtime/builtins/collection/ordered_table.h"

#include <algorithm>
#include <bit>

#include "runtime/builtins/collection/hash.h"
#include "runtime/object/convert.h"

namespace perry::runtime::builtins {

void OrderedTable::trace_fields(NativeCell* cell, Tracer& tracer) {
  tracer.visit(&static_cast<OrderedTable*>(cell)->entries_, 3);
}

OrderedTable* OrderedTable::make(Isolate& isolate, Stride stride, uint32_t capacity) {
  const auto words = static_cast<uint32_t>(stride);
  const uint32_t index_size = std::bit_ceil(std::max(capacity, 4u) * 2);
  auto* table = static_cast<OrderedTable*>(isolate.heap().allocate(
      CellKind::Internal, static_cast<uint32_t>(InternalType::Native), sizeof(OrderedTable)));
  table->trace = trace_fields;
  table->stride_ = words;
  table->capacity_ = capacity;
  table->index_mask_ = index_size - 1;
  store(isolate.heap(), table, &table->entries_,
        Value::cell(new_slots(isolate, size_t{capacity} * words)));
  // Raw words: the kind that the collector doesn't look into.
  const Value index = Value::cell(isolate.heap().allocate(CellKind::Doubles, abi::kNoShape,
                                                          sizeof(Cell) + size_t{index_size} * 4));
  store(isolate.heap(), table, &table->index_, index);
  return table;
}

uint32_t OrderedTable::find_entry(Value key) {
  key = normalize(key);
  const uint32_t* slots = index();
  for (uint32_t i = hash_of(key) & index_mask_; slots[i] != 0; i = (i + 1) & index_mask_) {
    const Value candidate = *entry(slots[i] - 1);
    if (candidate == key) return slots[i] - 1;
    if (candidate.is_cell() && key.is_cell() && is_strictly_equal(candidate, key)) {
      return slots[i] - 1;
    }
  }
  return kNoEntry;
}

Value* OrderedTable::find(Value key) {
  const uint32_t found = find_entry(key);
  return found == kNoEntry ? nullptr : entry(found);
}

void OrderedTable::append(Isolate& isolate, Value key, Value value) {
  Cell* holder = entries_.as_cell();
  Value* words = entry(used_);
  store(isolate.heap(), holder, words, key);
  if (stride_ == 2) store(isolate.heap(), holder, words + 1, value);
  uint32_t* slots = index();
  uint32_t i = hash_of(key) & index_mask_;
  while (slots[i] != 0) i = (i + 1) & index_mask_;
  slots[i] = ++used_;
  ++live_;
}

OrderedTable* OrderedTable::rehashed(Isolate& isolate) {
  const uint32_t capacity = live_ > capacity_ / 2 ? capacity_ * 2 : std::max(capacity_, 4u);
  OrderedTable* table = make(isolate, static_cast<Stride>(stride_), capacity);
  for (uint32_t i = first_; i < used_; ++i) {
    const Value* words = entry(i);
    if (!words->is_empty()) table->append(isolate, words[0], stride_ == 2 ? words[1] : Value());
  }
  store(isolate.heap(), this, &next_, Value::cell(table));
  return table;
}

OrderedTable* OrderedTable::insert(Isolate& isolate, Value key, Value value) {
  key = normalize(key);
  if (Value* words = find(key)) {
    if (stride_ == 2) store(isolate.heap(), entries_.as_cell(), words + 1, value);
    return this;
  }
  OrderedTable* table = used_ == capacity_ ? rehashed(isolate) : this;
  table->append(isolate, key, value);
  return table;
}

bool OrderedTable::remove(Value key) {
  const uint32_t found = find_entry(key);
  if (found == kNoEntry) return false;
  // The index keeps its word, which finds a gap now.
  Value* words = entry(found);
  words[0] = Value();
  if (stride_ == 2) words[1] = Value();
  --live_;
  while (first_ < used_ && entry(first_)->is_empty()) ++first_;
  return true;
}

OrderedTable* OrderedTable::clear(Isolate& isolate) {
  OrderedTable* table = make(isolate, static_cast<Stride>(stride_));
  was_cleared_ = 1;
  store(isolate.heap(), this, &next_, Value::cell(table));
  return table;
}

Value* TableCursor::next(Isolate& isolate, Cell* holder) {
  if (table.is_empty()) return nullptr;
  auto* current = static_cast<OrderedTable*>(table.as_cell());
  while (!current->next_.is_empty()) {
    uint32_t kept = 0;
    if (current->was_cleared_ == 0) {
      for (uint32_t i = current->first_; i < position; ++i)
        kept += current->entry(i)->is_empty() ? 0 : 1;
    }
    position = kept;
    current = static_cast<OrderedTable*>(current->next_.as_cell());
    table = Value::cell(current);
    if (holder != nullptr) isolate.heap().write_barrier(holder, &table);
  }
  position = std::max(position, current->first_);
  while (position < current->used_) {
    Value* words = current->entry(position++);
    if (!words->is_empty()) return words;
  }
  table = Value();
  return nullptr;
}

}  // namespace perry::runtime::builtins
