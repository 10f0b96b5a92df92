#include <doctest/doctest.h>

#include "tests/unit/runtime_gc/test_cells.h"

namespace perry::runtime::test {
namespace {

// A root that is neither on the stack nor thread-local.
struct Root {
  explicit Root(Heap& h) : heap(h) { heap.roots().add_values(value.get(), 1); }
  ~Root() { heap.roots().remove(value.get()); }
  Node* node() { return value->as<Node>(); }
  Heap& heap;
  std::unique_ptr<Value> value = std::make_unique<Value>();
};

TEST_CASE("a nursery collection keeps what only an old cell refers to") {
  Isolate isolate(small_heap());
  Heap& heap = isolate.heap();
  Root root(heap);
  for (const size_t count : {size_t{8}, size_t{1000}, size_t{40'000}}) {
    CAPTURE(count);
    in_other_frame([&] { *root.value = Value::cell(new_node(heap, count)); });
    heap.collect(CollectionKind::Nursery);
    CHECK((root.node()->header().gc & abi::kOld) != 0);
    // A slot in each part of the cell, several times: remembering must work again after each
    // collection.
    for (int round = 0; round < 4; ++round) {
      in_other_frame([&] {
        for (size_t i = 0; i < count; i += count / 8) {
          Node* young = new_node(heap, 2);
          young->set(heap, 0, Value::number(static_cast<double>(i)));
          Node* behind = new_node(heap, 1);
          behind->set(heap, 0, Value::number(round));
          young->set(heap, 1, Value::cell(behind));
          root.node()->set(heap, i, Value::cell(young));
        }
      });
      heap.collect(CollectionKind::Nursery);
      in_other_frame([&] {
        for (int i = 0; i < 2000; ++i) new_node(heap, 3)->slots()[0] = Value::number(-1);
      });
      for (size_t i = 0; i < count; i += count / 8) {
        Node* kept = root.node()->get(i).as<Node>();
        REQUIRE(kept->get(0) == Value::number(static_cast<double>(i)));
        REQUIRE(kept->get(1).as<Node>()->get(0) == Value::number(round));
      }
    }
  }
}

TEST_CASE("an old cell is remembered once between two collections") {
  Isolate isolate(small_heap());
  Heap& heap = isolate.heap();
  Node* old = new_node(heap, 4);
  heap.collect(CollectionKind::Nursery);
  REQUIRE((old->header().gc & abi::kOld) != 0);
  old->set(heap, 0, Value::cell(new_node(heap, 1)));
  CHECK((old->header().gc & abi::kOld) == 0);
  old->set(heap, 1, Value::cell(new_node(heap, 1)));
  heap.collect(CollectionKind::Nursery);
  CHECK((old->header().gc & abi::kOld) != 0);
  heap.collect(CollectionKind::Full);
  CHECK((old->header().gc & abi::kOld) != 0);
}

TEST_CASE("only written lines of a large cell are read again") {
  Isolate isolate(small_heap());
  Heap& heap = isolate.heap();
  // Were the whole array read at each nursery collection, this would take half a minute.
  constexpr size_t kCount = 2'000'000;
  Node* array = new_node(heap, kCount);
  heap.collect(CollectionKind::Full);
  const uint64_t before = heap.stats().nanoseconds;
  constexpr int kRounds = 20;
  in_other_frame([&] {
    for (int i = 0; i < kRounds; ++i) {
      array->set(heap, static_cast<size_t>(i) * 1000, Value::cell(new_node(heap, 1)));
    }
  });
  CHECK(heap.stats().nanoseconds == before);
  heap.collect(CollectionKind::Nursery);
  for (int i = 0; i < kRounds; ++i) {
    CHECK(array->get(static_cast<size_t>(i) * 1000).is<Node>());
  }
}

TEST_CASE("what dies old goes with the next full collection, not before") {
  Isolate isolate(small_heap());
  Heap& heap = isolate.heap();
  Root root(heap);
  in_other_frame([&] {
    Node* list = new_node(heap, 1);
    for (int i = 0; i < 20'000; ++i) {
      Node* node = new_node(heap, 1);
      node->set(heap, 0, Value::cell(list));
      list = node;
    }
    *root.value = Value::cell(list);
  });
  heap.collect(CollectionKind::Full);
  CHECK(heap.stats().live_bytes > 300'000);
  *root.value = Value::empty();
  clear_stack();
  heap.collect(CollectionKind::Nursery);
  CHECK(heap.stats().live_bytes > 300'000);
  heap.collect(CollectionKind::Full);
  CHECK(heap.stats().live_bytes < 300'000);
}

}  // namespace
}  // namespace perry::runtime::test
