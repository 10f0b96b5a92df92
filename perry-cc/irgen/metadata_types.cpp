#include "perry-cc/irgen/metadata_types.h"

#include <algorithm>

namespace perry::irgen {

namespace ast = perry::frontend::ast;
using fe::NodeId;
using fe::NodeKind;

namespace {

constexpr int kDeepest = 64;  // aliases of aliases, which may name each other

MetadataType global(std::string_view name) {
  return {.kind = MetadataType::Kind::Global, .global = name, .name = {}};
}

MetadataType undefined() {
  return {.kind = MetadataType::Kind::Undefined, .global = {}, .name = {}};
}

MetadataType of_keyword(fe::TypeKeyword keyword) {
  switch (keyword) {
    case fe::TypeKeyword::BigInt:
      return global("BigInt");
    case fe::TypeKeyword::Boolean:
      return global("Boolean");
    case fe::TypeKeyword::Number:
      return global("Number");
    case fe::TypeKeyword::String:
      return global("String");
    case fe::TypeKeyword::Symbol:
      return global("Symbol");
    case fe::TypeKeyword::Never:
    case fe::TypeKeyword::Null:
    case fe::TypeKeyword::Undefined:
    case fe::TypeKeyword::Void:
      return undefined();
    case fe::TypeKeyword::Any:
    case fe::TypeKeyword::Intrinsic:
    case fe::TypeKeyword::Object:
    case fe::TypeKeyword::Unknown:
      break;
  }
  return global("Object");
}

bool is_keyword(const fe::Ast& tree, NodeId type, fe::TypeKeyword keyword) {
  const auto* const n = tree.try_as<ast::TSKeywordType>(type);
  return n != nullptr && n->keyword == keyword;
}

// What an enum's member that says nothing has: a number.
bool is_text(const fe::Ast& tree, NodeId init) {
  return tree.is<ast::StringLiteral>(init) || tree.is<ast::TemplateLiteral>(init);
}

}  // namespace

MetadataType MetadataTypes::of(NodeId type, int depth) {
  if (type.is_none() || depth > kDeepest) return global("Object");
  switch (ast_.kind(type)) {
    case NodeKind::TSKeywordType:
      return of_keyword(ast_.as<ast::TSKeywordType>(type).keyword);
    case NodeKind::TSFunctionType:
    case NodeKind::TSConstructorType:
      return global("Function");
    case NodeKind::TSArrayType:
    case NodeKind::TSTupleType:
      return global("Array");
    case NodeKind::TSTypePredicate:
      return ast_.has_flag(type, fe::NodeFlag::Asserts) ? undefined() : global("Boolean");
    case NodeKind::TSTemplateLiteralType:
      return global("String");
    case NodeKind::TSLiteralType:
      return of_literal(ast_.as<ast::TSLiteralType>(type).literal);
    case NodeKind::TSTypeReference:
      return of_reference(ast_.as<ast::TSTypeReference>(type).name, depth);
    case NodeKind::TSUnionType:
      return of_parts(ast_.list(ast_.as<ast::TSUnionType>(type).types), false, depth);
    case NodeKind::TSIntersectionType:
      return of_parts(ast_.list(ast_.as<ast::TSIntersectionType>(type).types), true, depth);
    case NodeKind::TSConditionalType: {
      const auto& n = ast_.as<ast::TSConditionalType>(type);
      const NodeId branches[] = {n.true_type, n.false_type};
      return of_parts(branches, false, depth);
    }
    case NodeKind::TSTypeOperator: {
      const auto& n = ast_.as<ast::TSTypeOperator>(type);
      return n.op == fe::TypeOperator::Readonly ? of(n.type, depth + 1) : global("Object");
    }
    default:
      return global("Object");
  }
}

bool MetadataTypes::is_left_out(NodeId part) const {
  if (strict_null_checks_) return false;
  if (is_keyword(ast_, part, fe::TypeKeyword::Undefined) ||
      is_keyword(ast_, part, fe::TypeKeyword::Null))
    return true;
  const auto* const literal = ast_.try_as<ast::TSLiteralType>(part);
  return literal != nullptr && ast_.is<ast::NullLiteral>(literal->literal);
}

// What all parts agree about.
MetadataType MetadataTypes::of_parts(Parts parts, bool is_intersection, int depth) {
  bool has_any = false;
  MetadataType result;
  for (const NodeId part : parts) {
    if (is_keyword(ast_, part, fe::TypeKeyword::Never)) {
      if (is_intersection) return undefined();
      continue;
    }
    if (is_keyword(ast_, part, fe::TypeKeyword::Unknown)) {
      if (!is_intersection) return global("Object");
      continue;
    }
    if (is_keyword(ast_, part, fe::TypeKeyword::Any)) return global("Object");
    if (is_left_out(part)) continue;
    const MetadataType one = of(part, depth + 1);
    if (one.kind == MetadataType::Kind::Global && one.global == "Object") return one;
    if (has_any && !is_equal(result, one)) return global("Object");
    result = one;
    has_any = true;
  }
  return has_any ? result : undefined();
}

bool MetadataTypes::is_equal(const MetadataType& a, const MetadataType& b) const {
  if (a.kind != b.kind) return false;
  if (a.kind == MetadataType::Kind::Name)
    return ast_.text(ast_.span(a.name)) == ast_.text(ast_.span(b.name));
  return a.global == b.global;
}

MetadataType MetadataTypes::of_literal(NodeId literal) const {
  switch (ast_.kind(literal)) {
    case NodeKind::StringLiteral:
    case NodeKind::TemplateLiteral:
      return global("String");
    case NodeKind::NumericLiteral:
      return global("Number");
    case NodeKind::BigIntLiteral:
      return global("BigInt");
    case NodeKind::BooleanLiteral:
      return global("Boolean");
    case NodeKind::NullLiteral:
      return undefined();
    case NodeKind::UnaryExpression:
      return of_literal(ast_.as<ast::UnaryExpression>(literal).argument);
    default:
      return global("Object");
  }
}

MetadataType MetadataTypes::of_reference(NodeId name, int depth) {
  NodeId first = name;
  while (ast_.is<ast::TSQualifiedName>(first)) first = ast_.as<ast::TSQualifiedName>(first).left;
  if (!ast_.is<ast::Identifier>(first)) return global("Object");
  const auto& n = ast_.as<ast::Identifier>(first);
  const MetadataType itself = {.kind = MetadataType::Kind::Name, .global = {}, .name = name};
  if (!n.binding.is_none()) return of_local(n.binding, name, depth);
  const std::string_view text = ast_.text(n.name);
  if (first != name) return itself;
  if (text == "ReadonlyArray") return global("Array");
  // Functions, but of no object that is written `new`.
  if (text == "Symbol" || text == "BigInt") return global("Object");
  return itself;
}

MetadataType MetadataTypes::of_local(fe::BindingId id, NodeId name, int depth) {
  const fe::Binding& binding = scopes_.binding(id);
  const MetadataType itself = {.kind = MetadataType::Kind::Name, .global = {}, .name = name};
  const bool is_qualified = ast_.is<ast::TSQualifiedName>(name);
  switch (binding.kind) {
    case fe::BindingKind::Type: {
      if (is_qualified) return global("Object");
      for (const NodeId declaration : declarations(id)) {
        if (const auto* const alias = ast_.try_as<ast::TSTypeAliasDeclaration>(declaration)) {
          const MetadataType meant = of(alias->type, depth + 1);
          // Another name for a class is no class.
          return meant.kind == MetadataType::Kind::Name ? global("Object") : meant;
        }
        const auto* const interface = ast_.try_as<ast::TSInterfaceDeclaration>(declaration);
        if (interface != nullptr &&
            std::ranges::any_of(ast_.list(interface->members),
                                [&](NodeId m) { return ast_.is<ast::TSCallSignature>(m); }))
          return global("Function");
      }
      return global("Object");
    }
    case fe::BindingKind::Enum:
      return of_enum(declarations(id), name);
    default:
      break;
  }
  const bool has_value = has(binding.flags, fe::BindingFlag::Value) &&
                         !has(binding.flags, fe::BindingFlag::TypeOnly) &&
                         !has(binding.flags, fe::BindingFlag::Ambient);
  return has_value ? itself : global("Object");
}

// Of the enum, or of one of its members.
MetadataType MetadataTypes::of_enum(const std::vector<NodeId>& declarations, NodeId name) const {
  const auto* const qualified = ast_.try_as<ast::TSQualifiedName>(name);
  bool has_texts = false, has_numbers = false;
  for (const NodeId declaration : declarations) {
    const auto* const n = ast_.try_as<ast::TSEnumDeclaration>(declaration);
    if (n == nullptr) continue;
    for (const NodeId member : ast_.list(n->members)) {
      const auto* const m = ast_.try_as<ast::TSEnumMember>(member);
      if (m == nullptr) continue;
      if (qualified != nullptr &&
          ast_.text(ast_.span(m->id)) != ast_.text(ast_.span(qualified->right)))
        continue;
      (is_text(ast_, m->init) ? has_texts : has_numbers) = true;
    }
  }
  if (has_texts && has_numbers) return global("Object");
  return global(has_texts ? "String" : "Number");
}

const std::vector<NodeId>& MetadataTypes::declarations(fe::BindingId binding) {
  if (!has_index_) {
    has_index_ = true;
    std::vector<NodeId> open = {ast_.root()};
    while (!open.empty()) {
      const NodeId id = open.back();
      open.pop_back();
      NodeId name;
      if (ast_.is<ast::TSTypeAliasDeclaration>(id))
        name = ast_.as<ast::TSTypeAliasDeclaration>(id).id;
      if (ast_.is<ast::TSInterfaceDeclaration>(id))
        name = ast_.as<ast::TSInterfaceDeclaration>(id).id;
      if (ast_.is<ast::TSEnumDeclaration>(id)) name = ast_.as<ast::TSEnumDeclaration>(id).id;
      if (ast_.is<ast::BindingIdentifier>(name))
        declarations_[ast_.as<ast::BindingIdentifier>(name).binding.index].push_back(id);
      fe::for_each_child(ast_, id, [&](NodeId child) { open.push_back(child); });
    }
  }
  return declarations_[binding.index];
}

}  // namespace perry::irgen
