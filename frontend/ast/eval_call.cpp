#include "frontend/ast/eval_call.h"

namespace perry::frontend {

EvalKind eval_kind(const Ast& ast, NodeId call) {
  const bool is_new = ast.is<ast::NewExpression>(call);
  const NodeId callee =
      is_new ? ast.as<ast::NewExpression>(call).callee : ast.as<ast::CallExpression>(call).callee;
  if (const auto* name = ast.try_as<ast::Identifier>(callee)) {
    if (ast.text(name->name) == "Function") return EvalKind::Function;
    if (is_new || name->name != atoms::eval) return EvalKind::None;
    return ast.has_flag(call, NodeFlag::Optional) ? EvalKind::Indirect : EvalKind::Direct;
  }
  const auto* sequence = ast.try_as<ast::SequenceExpression>(callee);
  if (is_new || sequence == nullptr) return EvalKind::None;
  const auto* last = ast.try_as<ast::Identifier>(ast.list(sequence->expressions).back());
  return last != nullptr && last->name == atoms::eval ? EvalKind::Indirect : EvalKind::None;
}

}  // namespace perry::frontend
