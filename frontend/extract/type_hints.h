#pragma once

#include "frontend/ast/ast.h"
#include "frontend/module/signature.h"

namespace perry::frontend {

// What a type, or its annotation, says of its values; nothing for names that may be aliases.
TypeHint hint_of_type(const Ast& ast, NodeId type);
// What an expression gives, as far as its form alone tells.
TypeHint hint_of_value(const Ast& ast, NodeId value);
// The value of a literal, also behind a sign.
Constant constant_of(const Ast& ast, NodeId value);

}  // namespace perry::frontend
