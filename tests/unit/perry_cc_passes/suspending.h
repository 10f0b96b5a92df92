#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "perry-cc/ir/ir.h"

namespace perry::passes::testing {

// What the world answers to a function that calls and suspends: repeated when it runs out.
struct World {
  enum class Mode : uint8_t { Next, Throw, Return };
  struct Answer {
    Mode mode;
    int32_t value;
  };
  std::vector<Answer> answers;  // to suspensions
  std::vector<bool> throws;     // calls
};
struct Trace {
  std::vector<std::string> log;
  bool ended = false;
  std::string fault;  // a slot read before it was written, or as something else
};
// Where a run ends that goes on.
struct Limits {
  uint32_t steps;
  size_t events = SIZE_MAX;
};
// Runs a function that suspends, either as it stands or as the start and resume function that the
// pass makes of it.
Trace run_suspending(const ir::Module& module, const ir::Function& function, const World& world,
                     Limits limits);

// A random function with any flow of control between suspensions, handlers and calls, over boxed
// and unboxed variables, boxes, captures and parameters. `flags` make it a generator or async.
void build_suspending(ir::Module& module, ir::Function& function, ir::FunctionFlag flags,
                      std::mt19937& random);

}  // namespace perry::passes::testing
