#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/value/value.h"

namespace perry::runtime {

class Marker;

// What a trace function is given: it visits every value of its cell.
class Tracer {
 public:
  inline void visit(Value value);
  inline void visit(const Cell* cell);
  inline void visit(const Value* values, size_t count);

  // The cell has weak keys with values behind them: its kind's trace_ephemerons is called once,
  // when everything else is marked, and names every entry with visit_ephemeron.
  void defer_ephemerons(Cell* cell);
  // Keeps `value` alive if `key` turns out to be live for another reason, now or later.
  void visit_ephemeron(const Cell* key, Value value);
  // The cell has weak references: its kind's clear_weak drops the dead ones.
  void defer_weak(Cell* cell);

 private:
  friend class Marker;
  explicit Tracer(Marker& marker) : marker_(marker) {}

  inline void push(uint64_t word);
  void grow();

  Marker& marker_;
  // The mark stack: words that may be values, not yet looked at.
  uint64_t* bottom_ = nullptr;
  uint64_t* top_ = nullptr;
  uint64_t* end_ = nullptr;
};

// What is live, once marking has ended.
class Liveness {
 public:
  bool is_live(const Cell* cell) const { return (cell->header().gc & live_bits_) != 0; }
  bool is_live(Value value) const { return !value.is_cell() || is_live(value.as_cell()); }
  // False in a collection of the nursery: then every cell that survived one before is live.
  bool is_full() const { return is_full_; }

 private:
  friend class Marker;
  Liveness(uint8_t live_bits, bool is_full) : live_bits_(live_bits), is_full_(is_full) {}

  uint8_t live_bits_;
  bool is_full_;
};

inline void Tracer::push(uint64_t word) {
  if (top_ == end_) [[unlikely]]
    grow();
  *top_++ = word;
}

inline void Tracer::visit(Value value) {
  if (value.is_cell()) push(value.bits());
}

inline void Tracer::visit(const Cell* cell) {
  if (cell != nullptr) push(reinterpret_cast<uint64_t>(cell));
}

inline void Tracer::visit(const Value* values, size_t count) {
  for (size_t i = 0; i < count; ++i) visit(values[i]);
}

}  // namespace perry::runtime
