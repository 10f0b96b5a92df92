#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "perry-cc/ir/builder.h"
#include "perry-cc/ir/module.h"
#include "tests/unit/perry_cc_ir/interpreter.h"

namespace perry::ir::testing {

// A program over a few int32 variables, with any flow of control: it runs as it stands, and it
// builds the graph that must do the same.
struct Program {
  enum class Kind : uint8_t { Constant, Add, Subtract, Show, MayThrow };
  struct Statement {
    Kind kind;
    uint32_t target;
    uint32_t left;
    uint32_t right;
  };
  struct Piece {
    std::vector<Statement> statements;
    std::vector<uint32_t> successors;  // none: return; two: by the sign of a variable
    uint32_t tested = 0;
    uint32_t handler = UINT32_MAX;  // a piece that catches
    bool catches = false;           // entered by exceptions only, which it puts in variable 0
  };
  uint32_t variables = 0;
  std::vector<Piece> pieces;
};

Program random_program(std::mt19937& random, uint32_t pieces, uint32_t variables);
Run run(const Program& program, const std::vector<bool>& decisions, uint32_t steps);
// Fills `function`, entering the blocks in a random order and sealing them as early as possible.
void build(const Program& program, Function& function, std::mt19937& random);

}  // namespace perry::ir::testing
