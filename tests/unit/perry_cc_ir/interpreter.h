#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "perry-cc/ir/function.h"

namespace perry::ir::testing {

// Runs the part of the IR that computes on int32s and bools, to compare graphs with one another.
// `box` logs its operand; whether a `debugger` throws (a number that counts the throws) is decided
// by `decisions`, which repeats.
struct Run {
  std::vector<int64_t> log;
  bool ended = false;  // by a return or an exception nobody catches, within the steps allowed
};
Run run(const Function& function, const std::vector<bool>& decisions, uint32_t steps);

}  // namespace perry::ir::testing
