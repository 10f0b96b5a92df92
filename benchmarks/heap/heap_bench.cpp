// Measures the heap: what an allocation costs, and how fast the collector marks. Times are those of
// the process, so that a busy machine disturbs them less.
//
//   heap_bench [MILLIONS of allocations]

#include <time.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

#include "runtime/gc/heap.h"
#include "runtime/gc/isolate.h"
#include "runtime/gc/kind.h"
#include "runtime/value/value.h"

namespace perry::runtime {
namespace {

class Node : public Cell {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::Slots; }
  Value slots[3];
};

constexpr KindTable kKinds = basic_kinds();

HeapOptions options() {
  HeapOptions result;
  result.kinds = &kKinds;
  return result;
}

double process_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double seconds_since(double start) { return process_seconds() - start; }

Node* new_node(Heap& heap) { return heap.allocate<Node>(CellKind::Slots, 0); }

void report(const char* what, double seconds, uint64_t count, const HeapStats& stats) {
  std::printf("%-34s %6.2f ns each; %llu nursery and %llu full collections, %.1f ms in them\n",
              what, seconds * 1e9 / static_cast<double>(count),
              static_cast<unsigned long long>(stats.nursery_collections),
              static_cast<unsigned long long>(stats.full_collections),
              static_cast<double>(stats.nanoseconds) / 1e6);
}

void measure_garbage(uint64_t count) {
  Isolate isolate(options());
  Heap& heap = isolate.heap();
  const double start = process_seconds();
  Node* last = nullptr;
  for (uint64_t i = 0; i < count; ++i) {
    Node* node = new_node(heap);
    node->slots[0] = Value::number(static_cast<double>(i));
    node->slots[1] = Value::cell_or_empty(last);
    node->slots[2] = Value::undefined();
    last = i % 16 == 0 ? nullptr : node;
  }
  report("32 bytes, garbage", seconds_since(start), count, heap.stats());
}

// A tree in the heap while short-lived nodes come and go.
Node* tree(Heap& heap, int depth) {
  Node* node = new_node(heap);
  if (depth == 0) return node;
  store(heap, node, &node->slots[0], Value::cell(tree(heap, depth - 1)));
  store(heap, node, &node->slots[1], Value::cell(tree(heap, depth - 1)));
  return node;
}

void measure_beside_live(uint64_t count) {
  Isolate isolate(options());
  Heap& heap = isolate.heap();
  Node* root = tree(heap, 20);
  heap.collect(CollectionKind::Full);
  const double start = process_seconds();
  for (uint64_t i = 0; i < count; ++i) new_node(heap)->slots[0] = Value::cell(root);
  report("32 bytes, beside 64 MB live", seconds_since(start), count, heap.stats());
}

void measure_trees(uint64_t count) {
  Isolate isolate(options());
  Heap& heap = isolate.heap();
  const double start = process_seconds();
  uint64_t made = 0;
  while (made < count) {
    tree(heap, 14);
    made += (1 << 15) - 1;
  }
  report("32 bytes, trees of 32,767", seconds_since(start), made, heap.stats());
}

void measure_growth(uint64_t count) {
  Isolate isolate(options());
  Heap& heap = isolate.heap();
  const double start = process_seconds();
  Node* list = nullptr;
  for (uint64_t i = 0; i < count; ++i) {
    Node* node = new_node(heap);
    node->slots[0] = Value::cell_or_empty(list);
    list = node;
  }
  report("32 bytes, all kept in a list", seconds_since(start), count, heap.stats());
  if (list->slots[1].is_cell()) std::abort();
}

void measure_marking(const char* what, bool shuffled) {
  HeapOptions quiet = options();
  quiet.nursery_bytes = size_t{1} << 30;
  Isolate isolate(quiet);
  Heap& heap = isolate.heap();
  constexpr size_t kCount = 4'000'000;
  std::vector<Node*> nodes(kCount);
  for (Node*& node : nodes) node = new_node(heap);
  uint64_t state = 1;
  if (shuffled) {
    for (size_t i = kCount; i-- > 1;) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      std::swap(nodes[i], nodes[(state >> 33) % (i + 1)]);
    }
  }
  // A binary tree: the order of the vector is breadth first.
  for (size_t i = 0; i < kCount; ++i) {
    if (2 * i + 1 < kCount) nodes[i]->slots[0] = Value::cell(nodes[2 * i + 1]);
    if (2 * i + 2 < kCount) nodes[i]->slots[1] = Value::cell(nodes[2 * i + 2]);
  }
  const Node* root = nodes[0];
  nodes = {};
  double best = 1e9;
  for (int i = 0; i < 3; ++i) {
    const double start = process_seconds();
    heap.collect(CollectionKind::Full);
    best = std::min(best, seconds_since(start));
  }
  const auto bytes = static_cast<double>(heap.stats().live_bytes);
  std::printf("%-34s %6.0f MB/s, %.1f ns a cell (%.0f MB live)\n", what, bytes / best / 1e6,
              best * 1e9 / kCount, bytes / 1e6);
  if (root->slots[0].is_empty()) std::abort();
}

void run(uint64_t millions) {
  measure_garbage(millions * 1'000'000);
  measure_beside_live(millions * 1'000'000);
  measure_trees(millions * 1'000'000);
  measure_growth(std::min<uint64_t>(millions, 10) * 1'000'000);
  measure_marking("marking, in order of allocation", false);
  measure_marking("marking, in random order", true);
}

}  // namespace
}  // namespace perry::runtime

int main(int argc, char** argv) {
  perry::runtime::run(argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 50);
  return 0;
}
