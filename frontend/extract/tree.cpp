#include "frontend/extract/tree.h"

#include <algorithm>
#include <tuple>

namespace perry::frontend {

AtomId name_atom(const Ast& ast, NodeId id) {
  if (id.is_none()) return {};
  switch (ast.kind(id)) {
    case NodeKind::Identifier:
      return ast.as<ast::Identifier>(id).name;
    case NodeKind::BindingIdentifier:
      return ast.as<ast::BindingIdentifier>(id).name;
    case NodeKind::IdentifierName:
      return ast.as<ast::IdentifierName>(id).name;
    case NodeKind::StringLiteral:
      return ast.as<ast::StringLiteral>(id).value;
    default:
      return {};
  }
}

BindingId binding_of(const Ast& ast, NodeId id) {
  if (id.is_none()) return {};
  switch (ast.kind(id)) {
    case NodeKind::Identifier:
      return ast.as<ast::Identifier>(id).binding;
    case NodeKind::BindingIdentifier:
      return ast.as<ast::BindingIdentifier>(id).binding;
    case NodeKind::IdentifierName:
      return ast.as<ast::IdentifierName>(id).binding;
    default:
      return {};
  }
}

NodeId skip_type_wrappers(const Ast& ast, NodeId id) {
  while (!id.is_none()) {
    switch (ast.kind(id)) {
      case NodeKind::TSAsExpression:
        id = ast.as<ast::TSAsExpression>(id).expression;
        break;
      case NodeKind::TSSatisfiesExpression:
        id = ast.as<ast::TSSatisfiesExpression>(id).expression;
        break;
      case NodeKind::TSTypeAssertion:
        id = ast.as<ast::TSTypeAssertion>(id).expression;
        break;
      case NodeKind::TSNonNullExpression:
        id = ast.as<ast::TSNonNullExpression>(id).expression;
        break;
      case NodeKind::TSInstantiationExpression:
        id = ast.as<ast::TSInstantiationExpression>(id).expression;
        break;
      default:
        return id;
    }
  }
  return id;
}

NodeId argument_at(const Ast& ast, NodeList arguments, size_t index) {
  const auto nodes = ast.list(arguments);
  if (index >= nodes.size()) return {};
  for (size_t i = 0; i <= index; i++)
    if (ast.is<ast::SpreadElement>(nodes[i])) return {};
  return skip_type_wrappers(ast, nodes[index]);
}

NodeId object_of_member(const Ast& ast, NodeId id, AtomId name) {
  const auto* member = ast.try_as<ast::StaticMember>(id);
  return member != nullptr && member->name == name ? skip_type_wrappers(ast, member->object)
                                                   : NodeId();
}

bool is_import_meta_member(const Ast& ast, NodeId id, AtomId name) {
  return ast.is<ast::ImportMeta>(object_of_member(ast, id, name));
}

bool is_function(NodeKind kind) {
  return kind == NodeKind::FunctionDeclaration || kind == NodeKind::FunctionExpression ||
         kind == NodeKind::ArrowFunction;
}

const ast::StringLiteral* string_literal(const Ast& ast, NodeId id) {
  return ast.try_as<ast::StringLiteral>(id);
}

BindingId type_named(const Ast& ast, const Scopes& scopes, NodeId id) {
  const auto* n = ast.try_as<ast::Identifier>(id);
  if (n == nullptr || !n->binding.is_none()) return {};
  const BindingId binding = scopes.find(scopes.root(), n->name);
  const bool is_type =
      !binding.is_none() && !has(scopes.binding(binding).flags, BindingFlag::Value);
  return is_type ? binding : BindingId();
}

void sort_attributes(std::vector<ImportAttribute>& attributes) {
  std::ranges::sort(attributes, {},
                    [](const ImportAttribute& a) { return std::tie(a.key, a.value); });
}

}  // namespace perry::frontend
