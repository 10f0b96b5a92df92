#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>

#include "tests/unit/runtime_gc/test_cells.h"

namespace perry::runtime::test {
namespace {

HeapOptions paced_heap() {
  HeapOptions options = small_heap();
  options.nursery_bytes = 0;
  options.verify = false;
  return options;
}

// Keeps `bytes` of nodes alive, and says what the collector marked meanwhile.
uint64_t marked_while_growing(size_t bytes) {
  Isolate isolate(paced_heap());
  Heap& heap = isolate.heap();
  Node* list = nullptr;
  for (size_t allocated = 0; allocated < bytes; allocated += 32) {
    Node* node = new_node(heap, 3);
    node->slots()[0] = Value::cell_or_empty(list);
    list = node;
  }
  CHECK(heap.stats().live_bytes <= 2 * bytes);
  return heap.stats().marked_bytes;
}

TEST_CASE("the work of all collections grows as the heap does") {
  constexpr size_t kMiB = size_t{1} << 20;
  const uint64_t small = marked_while_growing(40 * kMiB);
  const uint64_t large = marked_while_growing(160 * kMiB);
  // Each cell is marked when it is promoted, and by full collections at doubling sizes.
  CHECK(small < 4 * 40 * kMiB);
  CHECK(large < 4 * 160 * kMiB);
}

TEST_CASE("garbage costs no marking") {
  Isolate isolate(paced_heap());
  Heap& heap = isolate.heap();
  in_other_frame([&] {
    for (int i = 0; i < 4'000'000; ++i) new_node(heap, 3);
  });
  const HeapStats stats = heap.stats();
  CHECK(stats.nursery_collections > 10);
  CHECK(stats.full_collections == 0);
  CHECK(stats.marked_bytes < 1'000'000);
  CHECK(stats.block_bytes < 16'000'000);
}

TEST_CASE("holes between survivors are used before more memory is taken") {
  Isolate isolate(paced_heap());
  Heap& heap = isolate.heap();
  // One node in eight survives, by way of an array.
  Node* survivors = new_node(heap, 100'000);
  for (size_t i = 0; i < 100'000; ++i) {
    for (int j = 0; j < 7; ++j) new_node(heap, 15);
    survivors->set(heap, i, Value::cell(new_node(heap, 15)));
  }
  heap.collect(CollectionKind::Full);
  const uint64_t live = heap.stats().live_bytes;
  CHECK(heap.stats().block_bytes < 3 * live);
}

TEST_CASE("native memory is a reason to collect") {
  Isolate isolate(paced_heap());
  Heap& heap = isolate.heap();
  for (int i = 0; i < 1000; ++i) {
    heap.allocate(CellKind::Doubles, 0, 64);
    heap.add_external_bytes(size_t{1} << 20);
  }
  CHECK(heap.stats().external_bytes == size_t{1000} << 20);
  CHECK(heap.stats().nursery_collections + heap.stats().full_collections > 3);
  CHECK(heap.stats().full_collections > 1);
  heap.remove_external_bytes(size_t{1000} << 20);
  CHECK(heap.stats().external_bytes == 0);
}

TEST_CASE("running out of memory is said clearly") {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    std::signal(SIGABRT, SIG_DFL);
    dup2(ends[1], STDERR_FILENO);
    HeapOptions options = paced_heap();
    options.limit_bytes = size_t{48} << 20;
    Isolate isolate(options);
    Node* list = nullptr;
    while (true) {
      Node* node = new_node(isolate.heap(), 100);
      node->slots()[0] = Value::cell_or_empty(list);
      list = node;
    }
  }
  close(ends[1]);
  // Standard error is not buffered: the message comes in pieces.
  std::string text;
  char piece[256];
  for (ssize_t size; (size = read(ends[0], piece, sizeof piece)) > 0;)
    text.append(piece, static_cast<size_t>(size));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGABRT);
  CAPTURE(text);
  CHECK(text.starts_with("fatal: out of memory: a cell needs 32768 bytes; the heap uses 4"));
  CHECK(text.ends_with(" MiB of 48 MiB\n"));
}

TEST_CASE("a heap close to its limit collects instead of failing") {
  HeapOptions options = paced_heap();
  options.limit_bytes = size_t{32} << 20;
  Isolate isolate(options);
  Heap& heap = isolate.heap();
  Node* kept = new_node(heap, 1000);
  for (size_t i = 0; i < 50'000; ++i) {
    kept->set(heap, i % 1000, Value::cell(new_node(heap, 1500)));
  }
  CHECK(heap.stats().block_bytes <= size_t{32} << 20);
}

}  // namespace
}  // namespace perry::runtime::test
