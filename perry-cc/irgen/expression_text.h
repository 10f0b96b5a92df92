#pragma once

#include <string>

#include "frontend/ast/ast.h"
#include "perry-cc/ir/module.h"

// How V8 puts an expression into a message such as "a.b is not a function".
namespace perry::irgen {

namespace fe = perry::frontend;

// What stands behind type assertions.
fe::NodeId without_types(const fe::Ast& tree, fe::NodeId id);

// Empty: its value is what the message should show.
std::string expression_text(const fe::Ast& tree, fe::NodeId expression,
                            ir::ExpressionText::Kind kind);

}  // namespace perry::irgen
