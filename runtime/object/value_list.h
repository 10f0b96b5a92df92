#pragma once

#include <cstddef>

#include "runtime/gc/isolate.h"
#include "runtime/value/value.h"

namespace perry::runtime {

// A growing list of values for use on the stack, where the collector finds it. Short ones live in
// the list itself, longer ones in a cell.
class ValueList {
 public:
  explicit ValueList(Isolate& isolate) : isolate_(isolate) {}
  ValueList(const ValueList&) = delete;
  ValueList& operator=(const ValueList&) = delete;

  void push(Value value);
  void reserve(size_t count);
  Value operator[](size_t i) const { return begin_[i]; }
  void set(size_t i, Value value);
  Value* begin() { return begin_; }
  Value* end() { return begin_ + count_; }
  const Value* data() const { return begin_; }
  size_t size() const { return count_; }
  bool empty() const { return count_ == 0; }
  void resize(size_t count);

 private:
  static constexpr size_t kInside = 16;

  Isolate& isolate_;
  Value* begin_ = inside_;
  size_t count_ = 0;
  size_t capacity_ = kInside;
  Cell* cell_ = nullptr;
  Value inside_[kInside];
};

}  // namespace perry::runtime
