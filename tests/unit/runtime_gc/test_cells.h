#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "runtime/gc/heap.h"
#include "runtime/gc/isolate.h"
#include "runtime/gc/kind.h"
#include "runtime/value/value.h"

// Cells for tests of the collector, which has none of its own.
namespace perry::runtime::test {

// A cell of values and nothing else.
class Node : public Cell {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::Slots; }
  Value* slots() { return reinterpret_cast<Value*>(this + 1); }
  size_t count() const { return Heap::size_of(this) / sizeof(Value) - 1; }
  Value get(size_t i) { return slots()[i]; }
  void set(Heap& heap, size_t i, Value value) { store(heap, this, &slots()[i], value); }
};

inline Node* new_node(Heap& heap, size_t count) {
  return heap.allocate<Node>(CellKind::Slots, 0, sizeof(Cell) + count * sizeof(Value));
}

// Raw numbers.
class Numbers : public Cell {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::Doubles; }
  double* data() { return reinterpret_cast<double*>(this + 1); }
};

// A weak map: pairs of key and value, in place.
class Ephemerons : public Cell {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::Internal; }
  Value* entries() { return reinterpret_cast<Value*>(this + 1); }
  size_t count() const { return (Heap::size_of(this) - sizeof(Cell)) / (2 * sizeof(Value)); }
};

inline Ephemerons* new_ephemerons(Heap& heap, size_t count) {
  return heap.allocate<Ephemerons>(CellKind::Internal, 0, sizeof(Cell) + count * 2 * sizeof(Value));
}

// One weak reference.
class Weak : public Cell {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::Frame; }
  Value target;
};

// Owns native memory: counts its ends.
class Owner : public Cell {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::Exotic; }
  int* ended;
};

inline const KindTable kTestKinds = [] {
  KindTable kinds = basic_kinds();
  KindInfo& ephemerons = info_of(kinds, CellKind::Internal);
  ephemerons.trace = [](Cell* cell, Tracer& tracer) {
    tracer.defer_ephemerons(cell);
    tracer.defer_weak(cell);
  };
  ephemerons.trace_ephemerons = [](Cell* cell, Tracer& tracer) {
    auto* table = cell->as<Ephemerons>();
    for (size_t i = 0; i < table->count(); ++i) {
      const Value key = table->entries()[2 * i];
      if (key.is_cell()) tracer.visit_ephemeron(key.as_cell(), table->entries()[2 * i + 1]);
    }
  };
  ephemerons.clear_weak = [](Cell* cell, const Liveness& liveness) {
    auto* table = cell->as<Ephemerons>();
    for (size_t i = 0; i < table->count(); ++i) {
      if (liveness.is_live(table->entries()[2 * i])) continue;
      table->entries()[2 * i] = table->entries()[2 * i + 1] = Value::empty();
    }
  };
  KindInfo& weak = info_of(kinds, CellKind::Frame);
  weak.trace = [](Cell* cell, Tracer& tracer) { tracer.defer_weak(cell); };
  weak.clear_weak = [](Cell* cell, const Liveness& liveness) {
    auto* reference = cell->as<Weak>();
    if (!liveness.is_live(reference->target)) reference->target = Value::empty();
  };
  KindInfo& owner = info_of(kinds, CellKind::Exotic);
  owner.has_shape = false;
  owner.finalize = [](Cell* cell) { ++*cell->as<Owner>()->ended; };
  return kinds;
}();

inline HeapOptions small_heap() {
  HeapOptions options;
  options.kinds = &kTestKinds;
  options.reserve_bytes = size_t{4} << 30;
  options.nursery_bytes = size_t{1} << 20;
  options.verify = true;
  return options;
}

inline HeapOptions stressed_heap(uint32_t period = 1) {
  HeapOptions options = small_heap();
  options.stress_period = period;
  return options;
}

// Overwrites what earlier calls left of themselves on the stack. AddressSanitizer would put the
// words elsewhere.
[[gnu::noinline, clang::no_sanitize("address")]] inline void clear_stack() {
  volatile uint64_t words[2048];
  for (auto& word : words) word = 0;
}

// Runs `make` in a frame that is gone afterwards, so that only what it stored is still referred to.
template <typename Make>
[[gnu::noinline]] void run(Make&& make) {
  make();
}
template <typename Make>
[[gnu::noinline]] void in_other_frame(Make&& make) {
  run(std::forward<Make>(make));
  clear_stack();
}

}  // namespace perry::runtime::test
