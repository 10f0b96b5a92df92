#include <doctest/doctest.h>

#include <random>
#include <unordered_set>
#include <vector>

#include "tests/unit/runtime_gc/test_cells.h"

// Random graphs against a shadow of them in ordinary memory: whatever the shadow can reach must
// still be there, with its contents.
namespace perry::runtime::test {
namespace {

class Model {
 public:
  Model(Heap& heap, uint32_t seed) : heap_(heap), random_(seed) {
    roots_.resize(16);
    root_shadows_.assign(roots_.size(), kNone);
    heap_.roots().add_values(roots_.data(), roots_.size());
  }
  ~Model() { heap_.roots().remove(roots_.data()); }

  // Not inlined, so that it leaves little on the stack of the loop around it.
  [[gnu::noinline]] void step() {
    switch (random_() % 8) {
      case 0:
      case 1:
      case 2:
        allocate();
        break;
      case 3:
      case 4:
      case 5:
        link();
        break;
      case 6:
        cut();
        break;
      default:
        move_root();
        break;
    }
  }

  void check() {
    std::vector<std::pair<Value, uint32_t>> open;
    std::unordered_set<uint32_t> seen;
    for (size_t i = 0; i < roots_.size(); ++i) open.emplace_back(roots_[i], root_shadows_[i]);
    while (!open.empty()) {
      const auto [value, id] = open.back();
      open.pop_back();
      if (id == kNone) {
        REQUIRE(value.is_empty());
        continue;
      }
      REQUIRE(value.is<Node>());
      if (!seen.insert(id).second) continue;
      Node* node = value.as<Node>();
      const Shadow& shadow = shadows_[id];
      REQUIRE(node->get(0) == Value::number(id));
      REQUIRE(node->count() >= shadow.links.size() + 1);
      for (size_t i = 0; i < shadow.links.size(); ++i) {
        open.emplace_back(node->get(i + 1), shadow.links[i]);
      }
    }
  }

 private:
  static constexpr uint32_t kNone = ~uint32_t{0};
  struct Shadow {
    std::vector<uint32_t> links;
  };

  size_t pick_root() { return random_() % roots_.size(); }

  // A few random steps from a root.
  std::pair<Node*, uint32_t> walk() {
    const size_t root = pick_root();
    Value value = roots_[root];
    uint32_t id = root_shadows_[root];
    for (auto steps = random_() % 6; steps > 0 && id != kNone; --steps) {
      const size_t count = shadows_[id].links.size();
      if (count == 0) break;
      const size_t link = random_() % count;
      if (shadows_[id].links[link] == kNone) break;
      value = value.as<Node>()->get(link + 1);
      id = shadows_[id].links[link];
    }
    return {id == kNone ? nullptr : value.as<Node>(), id};
  }

  void allocate() {
    static constexpr size_t kCounts[] = {1, 1, 2, 2, 3, 4, 6, 10, 30, 200, 1100, 5000};
    const size_t count = kCounts[random_() % std::size(kCounts)];
    Node* node = new_node(heap_, count + 1);
    const auto id = static_cast<uint32_t>(shadows_.size());
    shadows_.push_back({std::vector<uint32_t>(count, kNone)});
    node->set(heap_, 0, Value::number(id));
    const size_t root = pick_root();
    // Half of them become the head of what was there.
    if (random_() % 2 == 0) {
      node->set(heap_, 1, roots_[root]);
      shadows_[id].links[0] = root_shadows_[root];
    }
    roots_[root] = Value::cell(node);
    root_shadows_[root] = id;
  }

  void link() {
    const auto [from, from_id] = walk();
    const auto [to, to_id] = walk();
    if (from_id == kNone || to_id == kNone) return;
    const size_t link = random_() % shadows_[from_id].links.size();
    from->set(heap_, link + 1, Value::cell(to));
    shadows_[from_id].links[link] = to_id;
  }

  void cut() {
    const auto [from, from_id] = walk();
    if (from_id == kNone) return;
    const size_t link = random_() % shadows_[from_id].links.size();
    from->set(heap_, link + 1, Value::empty());
    shadows_[from_id].links[link] = kNone;
  }

  void move_root() {
    const size_t to = pick_root();
    if (random_() % 3 == 0) {
      roots_[to] = Value::empty();
      root_shadows_[to] = kNone;
      return;
    }
    const auto [node, id] = walk();
    if (id == kNone) return;
    roots_[to] = Value::cell(node);
    root_shadows_[to] = id;
  }

  Heap& heap_;
  std::mt19937 random_;
  std::vector<Value> roots_;
  std::vector<uint32_t> root_shadows_;
  std::vector<Shadow> shadows_;
};

void run(const HeapOptions& options, uint32_t seed, int steps, int check_every) {
  CAPTURE(seed);
  Isolate isolate(options);
  Model model(isolate.heap(), seed);
  for (int i = 0; i < steps; ++i) {
    model.step();
    if (i % check_every == check_every - 1) model.check();
  }
  isolate.heap().collect(CollectionKind::Full);
  model.check();
}

TEST_CASE("random graphs survive a collection at every allocation") {
  for (uint32_t seed = 1; seed <= 8; ++seed) run(stressed_heap(), seed, 1500, 50);
}

TEST_CASE("random graphs survive collections at some allocations") {
  for (uint32_t seed = 1; seed <= 4; ++seed) run(stressed_heap(17), seed, 15'000, 500);
}

TEST_CASE("random graphs survive ordinary collections") {
  for (uint32_t seed = 1; seed <= 3; ++seed) run(small_heap(), seed, 100'000, 20'000);
}

}  // namespace
}  // namespace perry::runtime::test
