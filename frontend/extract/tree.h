#pragma once

#include <vector>

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"
#include "frontend/module/record.h"

// Small questions about the tree that several parts of the extraction ask. Recovery may have put an
// ErrorNode anywhere, so nothing is taken for granted.
namespace perry::frontend {

// The name that a node spells: an identifier of any sort or a string; none for other nodes.
AtomId name_atom(const Ast& ast, NodeId id);
// The binding of an identifier of any sort.
BindingId binding_of(const Ast& ast, NodeId id);
// Without TypeScript's wrappers that vanish: `as`, `satisfies`, `!`, `<T>x` and `f<T>`.
NodeId skip_type_wrappers(const Ast& ast, NodeId id);
// The nth argument; none when there is none, or a spread comes first.
NodeId argument_at(const Ast& ast, NodeList arguments, size_t index);
// The object of `object.name`, when it is that.
NodeId object_of_member(const Ast& ast, NodeId id, AtomId name);
bool is_import_meta_member(const Ast& ast, NodeId id, AtomId name);
bool is_function(NodeKind kind);
// The module that an import or export names; none when it has none or it is not readable.
const ast::StringLiteral* string_literal(const Ast& ast, NodeId id);

// The type of the file's top level that an identifier without a value's binding names.
BindingId type_named(const Ast& ast, const Scopes& scopes, NodeId id);

void sort_attributes(std::vector<ImportAttribute>& attributes);

// Every name that a binding pattern declares, in source order.
template <class Visit>
void for_each_pattern_name(const Ast& ast, NodeId pattern, Visit visit) {
  std::vector<NodeId> open = {pattern};
  while (!open.empty()) {
    const NodeId id = open.back();
    open.pop_back();
    if (id.is_none()) continue;
    const auto push_reversed = [&](NodeList list) {
      const auto nodes = ast.list(list);
      open.insert(open.end(), nodes.rbegin(), nodes.rend());
    };
    switch (ast.kind(id)) {
      case NodeKind::BindingIdentifier:
        visit(id);
        break;
      case NodeKind::ArrayPattern:
        push_reversed(ast.as<ast::ArrayPattern>(id).elements);
        break;
      case NodeKind::ObjectPattern:
        push_reversed(ast.as<ast::ObjectPattern>(id).properties);
        break;
      case NodeKind::Property:
        open.push_back(ast.as<ast::Property>(id).value);
        break;
      case NodeKind::RestElement:
        open.push_back(ast.as<ast::RestElement>(id).argument);
        break;
      case NodeKind::AssignmentPattern:
        open.push_back(ast.as<ast::AssignmentPattern>(id).left);
        break;
      default:
        break;
    }
  }
}

}  // namespace perry::frontend
