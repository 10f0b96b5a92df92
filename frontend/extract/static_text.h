#pragma once

#include <string>
#include <unordered_map>

#include "frontend/ast/ast.h"

namespace perry::frontend {

// Constants whose value an expression may be read through: `const name = <initialiser>`.
using ConstantInits = std::unordered_map<uint32_t, NodeId>;  // by the binding's index

// What is known of a string expression without running it.
struct StaticText {
  enum class Kind : uint8_t {
    Literal,  // `text` is the value
    Pattern,  // `text` with * for what is not known
    Unknown,
  };
  Kind kind = Kind::Unknown;
  std::string text;
};

// Reads literals, templates, concatenations and constants. Linear in the expression, and bounded
// where constants refer to each other.
StaticText static_text(const Ast& ast, const ConstantInits& constants, NodeId expression);

}  // namespace perry::frontend
