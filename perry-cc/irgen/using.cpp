#include "perry-cc/irgen/generator.h"

namespace perry::irgen {

// Whether one of the statements is a `using` declaration, so that leaving them disposes.
bool FunctionGenerator::has_using(NodeList statements) const {
  return std::ranges::any_of(list(statements), [&](NodeId id) { return declares_using(id); });
}

bool FunctionGenerator::declares_using(NodeId head) const {
  if (!head || !is<ast::VariableDeclaration>(head)) return false;
  const fe::VariableKind kind = as<ast::VariableDeclaration>(head).kind;
  return kind == fe::VariableKind::Using || kind == fe::VariableKind::AwaitUsing;
}

void FunctionGenerator::disposable_statements(NodeList nodes) {
  const std::span<const NodeId> all = list(nodes);
  unsupported(*std::ranges::find_if(all, [&](NodeId id) { return declares_using(id); }), "`using`");
}

void FunctionGenerator::disposable_loop(NodeId id) { unsupported(id, "`using`"); }

void FunctionGenerator::using_declaration(NodeId id) { unsupported(id, "`using`"); }

}  // namespace perry::irgen
