#include "runtime/gc/heap.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "runtime/gc/entry.h"
#include "tests/unit/runtime_gc/test_cells.h"

namespace perry::runtime::test {
namespace {

TEST_CASE("a fresh cell has its header and is zero behind it") {
  Isolate isolate(small_heap());
  Heap& heap = isolate.heap();
  for (int round = 0; round < 3; ++round) {
    for (size_t count = 1; count < 3000; count += 7) {
      Node* node = new_node(heap, count);
      CHECK(node->kind() == CellKind::Slots);
      CHECK(node->header().gc == 0);
      CHECK(reinterpret_cast<uintptr_t>(node) % 8 == 0);
      CHECK(node->count() >= count);
      REQUIRE(std::all_of(node->slots(), node->slots() + node->count(),
                          [](Value v) { return v.is_empty(); }));
      std::fill_n(node->slots(), node->count(), Value::number(1.5));
    }
    heap.collect(CollectionKind::Full);
  }
}

TEST_CASE("sizes round up, and large cells know theirs") {
  CHECK(Heap::round_up(1) == 16);
  CHECK(Heap::round_up(17) == 24);
  CHECK(Heap::good_size(100) == 104);
  Isolate isolate(small_heap());
  Heap& heap = isolate.heap();
  for (const size_t bytes : {size_t{16}, size_t{24}, size_t{8192}, size_t{8200}, size_t{32768},
                             size_t{1} << 20, (size_t{5} << 20) + 8}) {
    Cell* cell = heap.allocate(CellKind::Doubles, 0, bytes);
    CHECK(Heap::size_of(cell) == bytes);
  }
  for (const size_t bytes : {size_t{8193}, size_t{100'000}}) {
    CHECK(Heap::good_size(bytes) >= bytes);
    CHECK(Heap::good_size(Heap::good_size(bytes)) == Heap::good_size(bytes));
  }
}

TEST_CASE("what the stack points at stays, and its contents with it") {
  Isolate isolate(stressed_heap());
  Heap& heap = isolate.heap();
  Node* list = nullptr;
  for (int i = 0; i < 300; ++i) {
    Node* node = new_node(heap, 2);
    node->set(heap, 0, Value::number(i));
    node->set(heap, 1, Value::cell_or_empty(list));
    list = node;
  }
  int expected = 299;
  for (Node* node = list; node != nullptr;
       node = static_cast<Node*>(node->get(1).as_cell_or_null())) {
    REQUIRE(node->get(0) == Value::number(expected));
    --expected;
  }
  CHECK(expected == -1);
}

TEST_CASE("interior pointers keep small and large cells alive") {
  Isolate isolate(small_heap());
  Heap& heap = isolate.heap();
  for (const size_t count : {size_t{10}, size_t{900}, size_t{5000}, size_t{50'000}}) {
    CAPTURE(count);
    const volatile Value* middle = nullptr;
    in_other_frame([&] {
      Node* node = new_node(heap, count);
      node->slots()[count / 2] = Value::number(42);
      middle = &node->slots()[count / 2];
    });
    for (int i = 0; i < 3; ++i) {
      heap.collect(CollectionKind::Full);
      for (int j = 0; j < 20; ++j) new_node(heap, count);
    }
    const auto* held = const_cast<const Value*>(middle);
    CHECK(*held == Value::number(42));
    CHECK(heap.find_cell(held) != nullptr);
  }
}

TEST_CASE("an address belongs to the cell around it") {
  Isolate isolate(small_heap());
  Heap& heap = isolate.heap();
  std::vector<Node*> nodes;
  nodes.reserve(501);
  for (size_t i = 0; i < 500; ++i) nodes.push_back(new_node(heap, 1 + i % 40));
  nodes.push_back(new_node(heap, 20'000));
  const void* roots = static_cast<const void*>(nodes.data());
  heap.roots().add_words(roots, nodes.size() * sizeof(Node*));
  const auto check_all = [&] {
    for (Node* node : nodes) {
      const auto* begin = reinterpret_cast<const char*>(node);
      CHECK(heap.find_cell(begin) == node);
      CHECK(heap.find_cell(begin + 1) == node);
      CHECK(heap.find_cell(begin + Heap::size_of(node) / 2) == node);
      CHECK(heap.find_cell(begin + Heap::size_of(node) - 1) == node);
    }
  };
  check_all();
  heap.collect(CollectionKind::Nursery);
  check_all();
  heap.collect(CollectionKind::Full);
  check_all();
  for (size_t i = 0; i < 500; ++i) new_node(heap, 3);
  check_all();
  CHECK(heap.find_cell(nullptr) == nullptr);
  CHECK(heap.find_cell(&heap) == nullptr);
  CHECK(heap.find_cell(reinterpret_cast<const void*>(~uintptr_t{0})) == nullptr);
  heap.roots().remove(roots);
}

TEST_CASE("what nothing refers to is freed, and its memory used again") {
  Isolate isolate(small_heap());
  Heap& heap = isolate.heap();
  in_other_frame([&] {
    for (int i = 0; i < 50'000; ++i) new_node(heap, 6);
    for (int i = 0; i < 200; ++i) new_node(heap, 6000);
  });
  heap.collect(CollectionKind::Full);
  // What the stack still seems to hold is a few cells, each at most a large one.
  CHECK(heap.stats().live_bytes < 400'000);
  CHECK(heap.stats().block_bytes < 2'000'000);
  const uint64_t committed = heap.stats().committed_bytes;
  in_other_frame([&] {
    for (int i = 0; i < 500'000; ++i) new_node(heap, 6);
  });
  CHECK(heap.stats().committed_bytes < committed + 4'000'000);
}

TEST_CASE("each kind of root is one") {
  Isolate isolate(small_heap());
  Heap& heap = isolate.heap();
  auto values = std::make_unique<Value[]>(2);
  auto words = std::make_unique<Node*[]>(1);
  Node* hidden = nullptr;
  std::vector<Value> table(1);
  in_other_frame([&] {
    const auto make = [&](double mark) {
      Node* node = new_node(heap, 1);
      node->set(heap, 0, Value::number(mark));
      return node;
    };
    values[0] = Value::cell(make(1));
    values[1] = Value::number(7);
    words[0] = make(2);
    table[0] = Value::cell(make(3));
    hidden = make(4);
  });
  heap.roots().add_values(values.get(), 2);
  heap.roots().add_words(static_cast<const void*>(words.get()), sizeof(Node*));
  heap.roots().add_tracer(
      [](void* context, Tracer& tracer) {
        for (const Value value : *static_cast<std::vector<Value>*>(context)) tracer.visit(value);
      },
      &table);
  for (const auto kind : {CollectionKind::Nursery, CollectionKind::Full, CollectionKind::Nursery}) {
    heap.collect(kind);
    in_other_frame([&] {
      for (int i = 0; i < 1000; ++i) new_node(heap, 1)->slots()[0] = Value::number(9);
    });
  }
  CHECK(values[0].as<Node>()->get(0) == Value::number(1));
  CHECK(words[0]->get(0) == Value::number(2));
  CHECK(table[0].as<Node>()->get(0) == Value::number(3));
  heap.roots().remove(values.get());
  heap.roots().remove(static_cast<const void*>(words.get()));
  heap.roots().remove(&table);
  CHECK(heap.roots().values().empty());
  CHECK(heap.roots().callbacks().empty());
}

thread_local Value module_variable;

TEST_CASE("thread-local variables of the program are roots") {
  Isolate isolate(stressed_heap());
  Heap& heap = isolate.heap();
  in_other_frame([&] {
    Node* node = new_node(heap, 3);
    node->set(heap, 2, Value::number(11));
    module_variable = Value::cell(node);
  });
  in_other_frame([&] {
    for (int i = 0; i < 100; ++i) new_node(heap, 3);
  });
  CHECK(module_variable.as<Node>()->get(2) == Value::number(11));
  module_variable = Value::empty();
}

TEST_CASE("deep structures do not need a deep stack") {
  Isolate isolate(small_heap());
  Heap& heap = isolate.heap();
  Node* list = nullptr;
  constexpr int kLength = 300'000;
  for (int i = 0; i < kLength; ++i) {
    Node* node = new_node(heap, 1);
    node->set(heap, 0, Value::cell_or_empty(list));
    list = node;
  }
  heap.collect(CollectionKind::Full);
  CHECK(heap.stats().live_bytes >= kLength * 16);
  int length = 0;
  for (Value v = Value::cell(list); v.is_cell(); v = v.as<Node>()->get(0)) ++length;
  CHECK(length == kLength);
}

TEST_CASE("objects keep their shapes alive") {
  Isolate isolate(small_heap());
  Heap& heap = isolate.heap();
  constexpr uint32_t kNumber = abi::kFirstObjectShape + 1;
  std::vector<Cell*> cells(kNumber + 2);
  const ShapeIndex index{cells.data(), static_cast<uint32_t>(cells.size())};
  heap.set_shape_index(&index);
  Cell* object = nullptr;
  in_other_frame([&] {
    cells[kNumber] = heap.allocate(CellKind::Shape, 0, 64);
    cells[kNumber + 1] = heap.allocate(CellKind::Shape, 0, 64);
    object = heap.allocate(CellKind::Object, kNumber, 32);
  });
  std::vector<bool> live;
  struct Seen {
    std::vector<Cell*>* cells;
    std::vector<bool>* live;
  } seen{&cells, &live};
  heap.add_weak_table(
      [](void* context, const Liveness& liveness) {
        auto& s = *static_cast<Seen*>(context);
        *s.live = {liveness.is_live((*s.cells)[kNumber]),
                   liveness.is_live((*s.cells)[kNumber + 1])};
      },
      &seen);
  heap.collect(CollectionKind::Full);
  CHECK(object->shape() == kNumber);
  CHECK(live == std::vector<bool>{true, false});
  heap.remove_weak_table(&seen);
}

TEST_CASE("generated code's calls allocate and remember") {
  Isolate isolate(small_heap());
  Heap& heap = isolate.heap();
  Cell* small = perry_rt_allocate(abi::header_word(CellKind::Slots, 0, 48));
  CHECK(Heap::size_of(small) == 48);
  Cell* large = perry_rt_allocate_large(abi::header_word(CellKind::Slots, 0, 100'000), 100'000);
  CHECK(Heap::size_of(large) == 100'000);
  CHECK(large->header().size == 0);
  heap.collect(CollectionKind::Nursery);
  CHECK((small->header().gc & abi::kOld) != 0);
  perry_rt_write_barrier(small, small + 1);
  CHECK((small->header().gc & abi::kOld) == 0);
}

TEST_CASE("one heap's end does not disturb the next") {
  for (int i = 0; i < 20; ++i) {
    Isolate isolate(small_heap());
    Node* node = new_node(isolate.heap(), 100);
    isolate.heap().collect(CollectionKind::Full);
    CHECK(node->count() == 100);
  }
}

}  // namespace
}  // namespace perry::runtime::test
