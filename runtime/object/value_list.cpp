#include "runtime/object/value_list.h"

#include <algorithm>
#include <cstring>

#include "runtime/object/object.h"

namespace perry::runtime {

void ValueList::reserve(size_t count) {
  if (count <= capacity_) return;
  const size_t capacity = std::max(count, capacity_ * 2);
  Slots* slots = new_slots(isolate_, capacity);
  std::memcpy(slots->values(), begin_, count_ * sizeof(Value));
  isolate_.heap().write_barrier(slots, slots);
  cell_ = slots;
  begin_ = slots->values();
  capacity_ = capacity;
}

void ValueList::push(Value value) {
  if (count_ == capacity_) reserve(count_ + 1);
  set(count_++, value);
}

void ValueList::set(size_t i, Value value) {
  if (cell_ == nullptr) {
    begin_[i] = value;
  } else {
    store(isolate_.heap(), cell_, begin_ + i, value);
  }
}

void ValueList::resize(size_t count) {
  reserve(count);
  for (size_t i = count_; i < count; ++i) begin_[i] = Value::undefined();
  count_ = count;
}

}  // namespace perry::runtime
