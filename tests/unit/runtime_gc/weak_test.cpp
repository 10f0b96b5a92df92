#include <doctest/doctest.h>

#include "tests/unit/runtime_gc/test_cells.h"

namespace perry::runtime::test {
namespace {

TEST_CASE("a weak reference ends with its target") {
  Isolate isolate(small_heap());
  Heap& heap = isolate.heap();
  Weak* to_live = heap.allocate<Weak>(CellKind::Frame, 0);
  Weak* to_dead = heap.allocate<Weak>(CellKind::Frame, 0);
  Node* live = new_node(heap, 1);
  in_other_frame([&] {
    to_live->target = Value::cell(live);
    // Some way into a run of cells, so that nothing left on the stack points at it.
    for (int i = 0; i < 10; ++i) new_node(heap, 1);
    store(heap, to_dead, &to_dead->target, Value::cell(new_node(heap, 1)));
    for (int i = 0; i < 10; ++i) new_node(heap, 1);
  });
  heap.collect(CollectionKind::Nursery);
  CHECK(to_live->target == Value::cell(live));
  CHECK(to_dead->target.is_empty());
}

TEST_CASE("an ephemeron's value lives as long as its key does") {
  Isolate isolate(small_heap());
  Heap& heap = isolate.heap();
  Ephemerons* table = new_ephemerons(heap, 4);
  Node* key = new_node(heap, 1);
  in_other_frame([&] {
    Node* value = new_node(heap, 1);
    value->set(heap, 0, Value::number(5));
    table->entries()[0] = Value::cell(key);
    table->entries()[1] = Value::cell(value);
    // A key that only its own value refers to.
    for (int i = 0; i < 10; ++i) new_node(heap, 1);
    Node* dead = new_node(heap, 1);
    Node* holder = new_node(heap, 1);
    holder->set(heap, 0, Value::cell(dead));
    table->entries()[2] = Value::cell(dead);
    table->entries()[3] = Value::cell(holder);
    for (int i = 0; i < 10; ++i) new_node(heap, 1);
  });
  heap.collect(CollectionKind::Full);
  CHECK(table->entries()[1].as<Node>()->get(0) == Value::number(5));
  CHECK(table->entries()[2].is_empty());
  CHECK(table->entries()[3].is_empty());
}

// Every value is the next key. `forward` says in which order the table has them.
uint64_t chain_of_ephemerons(size_t count, bool forward) {
  HeapOptions options = small_heap();
  options.verify = false;
  options.nursery_bytes = size_t{64} << 20;
  Isolate isolate(options);
  Heap& heap = isolate.heap();
  Ephemerons* table = new_ephemerons(heap, count);
  Node* first = new_node(heap, 1);
  Node* key = first;
  for (size_t i = 0; i < count; ++i) {
    Node* next = new_node(heap, 1);
    Value* entry = table->entries() + 2 * (forward ? i : count - 1 - i);
    entry[0] = Value::cell(key);
    entry[1] = Value::cell(next);
    key = next;
  }
  heap.collect(CollectionKind::Full);
  for (size_t i = 0; i < 2 * count; ++i) REQUIRE(table->entries()[i].is_cell());
  CHECK(first->count() == 1);
  return heap.stats().nanoseconds;
}

TEST_CASE("chains of ephemerons cost linear time in either order") {
  // At a quadratic cost the longer chain would take 10^10 steps.
  chain_of_ephemerons(1000, true);
  chain_of_ephemerons(1000, false);
  chain_of_ephemerons(100'000, true);
  chain_of_ephemerons(100'000, false);
}

TEST_CASE("finalizers run once, for the dead, and at the heap's end for all") {
  int ended = 0;
  {
    Isolate isolate(small_heap());
    Heap& heap = isolate.heap();
    Owner* kept = heap.allocate<Owner>(CellKind::Exotic, 0);
    kept->ended = &ended;
    heap.add_finalizer(kept);
    in_other_frame([&] {
      for (int i = 0; i < 100; ++i) {
        Owner* owner = heap.allocate<Owner>(CellKind::Exotic, 0);
        owner->ended = &ended;
        heap.add_finalizer(owner);
      }
      for (int i = 0; i < 10; ++i) new_node(heap, 1);
    });
    heap.collect(CollectionKind::Nursery);
    CHECK(ended >= 90);
    CHECK(ended <= 100);
    heap.collect(CollectionKind::Full);
    CHECK(ended <= 100);
    CHECK(kept->ended == &ended);
  }
  CHECK(ended == 101);
}

}  // namespace
}  // namespace perry::runtime::test
