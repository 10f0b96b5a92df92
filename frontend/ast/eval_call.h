#pragma once

#include <cstdint>

#include "frontend/ast/ast.h"

namespace perry::frontend {

// Calls whose constant arguments become code (Ast::find_eval), by how they are written.
enum class EvalKind : uint8_t {
  None,
  Direct,    // eval("…"): a block, code of its surroundings
  Indirect,  // (0, eval)("…"), eval?.("…"): a function that evaluates it as global code
  Function,  // Function("…"), new Function("…"): the function
};

EvalKind eval_kind(const Ast& ast, NodeId call);

}  // namespace perry::frontend
