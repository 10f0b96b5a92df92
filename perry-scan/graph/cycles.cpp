// Tarjan's algorithm with a stack of its own: linear, and a chain of any length costs no recursion.
#include "perry-scan/graph/cycles.h"

#include <algorithm>
#include <vector>

namespace perry::scan {

namespace {

class CycleFinder {
 public:
  explicit CycleFinder(Graph& graph)
      : graph_(graph),
        order_(graph.modules.size()),
        low_(graph.modules.size()),
        is_open_(graph.modules.size()) {}

  void run() {
    for (ModuleIndex root = 0; root < graph_.modules.size(); root++)
      if (order_[root] == 0) visit(root);
  }

 private:
  struct Frame {
    ModuleIndex module;
    size_t next = 0;
  };

  void enter(ModuleIndex module) {
    order_[module] = low_[module] = ++count_;
    open_.push_back(module);
    is_open_[module] = true;
    frames_.push_back({.module = module});
  }

  void visit(ModuleIndex root) {
    enter(root);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      const GraphModule& module = graph_[frame.module];
      if (frame.next < module.edges.size()) {
        step(module, frame);
        continue;
      }
      const ModuleIndex done = frame.module;
      frames_.pop_back();
      if (!frames_.empty())
        low_[frames_.back().module] = std::min(low_[frames_.back().module], low_[done]);
      if (low_[done] == order_[done]) close(done);
    }
  }

  void step(const GraphModule& module, Frame& frame) {
    const size_t at = frame.next++;
    const Edge& edge = module.edges[at];
    if (edge.state != Edge::State::Module || !is_declaration(module.record().requests[at].kind))
      return;
    const ModuleIndex from = frame.module;
    if (edge.target == from) graph_[from].is_in_cycle = true;
    if (order_[edge.target] == 0)
      enter(edge.target);
    else if (is_open_[edge.target])
      low_[from] = std::min(low_[from], order_[edge.target]);
  }

  // Everything above `root` on the stack is its component.
  void close(ModuleIndex root) {
    const bool is_cycle = open_.back() != root;
    for (bool is_last = false; !is_last;) {
      const ModuleIndex member = open_.back();
      open_.pop_back();
      is_open_[member] = false;
      graph_[member].component = components_;
      if (is_cycle) graph_[member].is_in_cycle = true;
      is_last = member == root;
    }
    components_++;
  }

  Graph& graph_;
  std::vector<uint32_t> order_;  // 0: not seen
  std::vector<uint32_t> low_;
  std::vector<bool> is_open_;
  std::vector<ModuleIndex> open_;
  std::vector<Frame> frames_;
  uint32_t count_ = 0;
  uint32_t components_ = 0;
};

}  // namespace

void find_cycles(Graph& graph) { CycleFinder(graph).run(); }

}  // namespace perry::scan
