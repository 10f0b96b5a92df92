#include "frontend/parse/parser.h"

namespace perry::frontend {

using support::Span;

// At `export`. Decorators before it are the class's, but lie outside of the node.
NodeId Parser::parse_export(NodeList decorators, Position position) {
  uint32_t from = start();
  bool has_decorators = decorators.count != 0;
  if ((token().flags & kNoSideEffectsBefore) != 0) note_annotations();
  bool has_no_side_effects = no_side_effects_start_ == from;
  check_module_place(token().span(), false, position);
  next();
  if (has_no_side_effects) no_side_effects_start_ = start();
  if (has_decorators) {
    bool is_class = at(TokenKind::Class) || at(TokenKind::Default) || at(TokenKind::Abstract) ||
                    at(TokenKind::At);
    if (!is_class) error(diag::kDecoratorsNeedClass, token().span(), found());
  }
  switch (kind()) {
    case TokenKind::Star:
      return parse_export_all(from, NodeFlag::None);
    case TokenKind::LeftBrace:
      return parse_export_named(from, NodeFlag::None);
    case TokenKind::Default:
      return parse_export_default(from, decorators, has_no_side_effects);
    default:
      break;
  }
  if (typescript()) {
    NodeId special = try_parse_ts_export(from);
    if (!special.is_none()) return special;
  }
  if (at(TokenKind::Type)) {
    TokenKind after = peek().kind;
    if (after == TokenKind::Star || after == TokenKind::LeftBrace) {
      if (!typescript()) report_typescript_only(token().span(), "type-only exports");
      next();
      return after == TokenKind::Star ? parse_export_all(from, NodeFlag::TypeOnly)
                                      : parse_export_named(from, NodeFlag::TypeOnly);
    }
  }
  NodeId declaration = parse_export_declaration(decorators);
  return make(from, ast::ExportNamedDeclaration{declaration, {}, {}, {}});
}

// var, let, const, function, class, and TypeScript's declarations.
NodeId Parser::parse_export_declaration(NodeList decorators) {
  uint32_t from = start();
  switch (kind()) {
    case TokenKind::Var:
    case TokenKind::Const:
    case TokenKind::Function:
    case TokenKind::Enum:
      return parse_statement_list_item();
    case TokenKind::Class:
      return parse_class_declaration(from, decorators, NodeFlag::None);
    case TokenKind::Let:
      next();
      return parse_variable_statement(from, VariableKind::Let);
    case TokenKind::At: {
      NodeList own = parse_decorators();
      if (decorators.count != 0)
        early_error(diag::kDecoratorsTwice, ast_.span(ast_.list(own)[0]))
            .label(ast_.span(ast_.list(decorators)[0]), "first ones");
      NodeFlag flags = NodeFlag::None;
      if (at(TokenKind::Abstract) && typescript()) {
        flags = NodeFlag::Abstract;
        next();
      }
      if (at(TokenKind::Class)) return parse_class_declaration(from, own, flags);
      error(diag::kDecoratorsNeedClass, token().span(), found());
      return error_node(from);
    }
    case TokenKind::Async: {
      Token after = peek();
      if (after.kind != TokenKind::Function || after.newline_before()) break;
      next();
      return parse_function_declaration(from, NodeFlag::Async);
    }
    case TokenKind::Abstract:
      if (typescript() && decorators.count != 0 && peek().kind == TokenKind::Class) {
        next();
        return parse_class_declaration(from, decorators, NodeFlag::Abstract);
      }
      break;
    default:
      break;
  }
  if (is_word(kind())) {
    NodeId declaration = parse_exported_typescript();
    if (!declaration.is_none()) return declaration;
  }
  error(diag::kExpectedExport, token().span(), found());
  return error_node(from);
}

NodeId Parser::parse_exported_typescript() {
  Span span = token().span();
  std::string_view what = typescript_declaration(token().atom);
  if (what.empty()) return NodeId::none();
  NodeId declaration = try_parse_ts_declaration();
  if (!declaration.is_none() && !typescript()) sink_.report(diag::kTypeScriptOnly, span, what);
  return declaration;
}

// `* from "x"`, `* as name from "x"`.
NodeId Parser::parse_export_all(uint32_t from, NodeFlag flags) {
  next();
  ast::ExportAllDeclaration node;
  if (eat(TokenKind::As)) node.exported = parse_module_export_name();
  node.source = parse_from_clause();
  node.attributes = parse_import_attributes(flags);
  expect_semicolon();
  return make(from, node, flags);
}

// `{ a, b as c }`, with or without `from`.
NodeId Parser::parse_export_named(uint32_t from, NodeFlag flags) {
  uint32_t open = start();
  next();
  ListBuilder specifiers(*this);
  while (!at(TokenKind::RightBrace) && !at(TokenKind::EndOfFile)) {
    specifiers.push(parse_export_specifier());
    if (at(TokenKind::RightBrace)) break;
    if (!continue_list(TokenKind::RightBrace)) break;
  }
  expect_closing(TokenKind::RightBrace, open);
  ast::ExportNamedDeclaration node;
  if (has(flags, NodeFlag::TypeOnly)) check_type_only_specifiers(specifiers.nodes(), "export");
  node.specifiers = specifiers.finish();
  if (at(TokenKind::From)) {
    node.source = parse_from_clause();
    node.attributes = parse_import_attributes(flags);
  } else {
    check_local_exports(node.specifiers);
  }
  expect_semicolon();
  return make(from, node, flags);
}

NodeId Parser::parse_export_specifier() {
  uint32_t from = start();
  SpecifierNames names = parse_specifier_names();
  ast::ExportSpecifier node;
  node.local = names.first;
  node.exported = names.second;
  if (names.second.is_none()) {
    // A node of its own: the local name may become a reference.
    Span span = ast_.span(names.first);
    if (const auto* name = ast_.try_as<ast::IdentifierName>(names.first)) {
      node.exported = ast_.make(span.start, span.end, ast::IdentifierName{name->name, {}});
    } else if (const auto* text = ast_.try_as<ast::StringLiteral>(names.first)) {
      node.exported =
          ast_.make(span.start, span.end, ast::StringLiteral{text->value}, ast_.flags(names.first));
    } else {
      node.exported = names.first;
    }
  }
  return make(from, node, names.type_only ? NodeFlag::TypeOnly : NodeFlag::None);
}

// Without `from` the names on the left are references.
void Parser::check_local_exports(NodeList specifiers) {
  for (uint32_t i = 0; i < specifiers.count; i++) {
    NodeId local = ast_.as<ast::ExportSpecifier>(ast_.list(specifiers)[i]).local;
    if (ast_.is<ast::StringLiteral>(local)) {
      early_error(diag::kStringExportWithoutFrom, ast_.span(local));
    } else if (const auto* name = ast_.try_as<ast::IdentifierName>(local)) {
      // `export { default }` and `export { if }` name nothing here.
      check_reference(name->name, ast_.span(local));
      ast_.set_kind(local, NodeKind::Identifier);
    }
  }
}

// At `default`.
NodeId Parser::parse_export_default(uint32_t from, NodeList decorators, bool no_side_effects) {
  next();
  uint32_t start_of_value = start();
  if (no_side_effects) no_side_effects_start_ = start_of_value;
  NodeId value;
  switch (kind()) {
    case TokenKind::Function:
      value = parse_function_declaration(start_of_value, NodeFlag::None, Naming::Optional);
      return make(from, ast::ExportDefaultDeclaration{value});
    case TokenKind::Async: {
      Token after = peek();
      if (after.kind != TokenKind::Function || after.newline_before()) break;
      next();
      value = parse_function_declaration(start_of_value, NodeFlag::Async, Naming::Optional);
      return make(from, ast::ExportDefaultDeclaration{value});
    }
    case TokenKind::At:
    case TokenKind::Class:
    case TokenKind::Abstract:
      value = parse_default_class(decorators);
      if (!value.is_none()) return make(from, ast::ExportDefaultDeclaration{value});
      break;
    case TokenKind::Interface:
      if (typescript()) {
        value = parse_interface(start_of_value, NodeFlag::None);
        return make(from, ast::ExportDefaultDeclaration{value});
      }
      break;
    default:
      break;
  }
  value = parse_assignment();
  expect_semicolon();
  return make(from, ast::ExportDefaultDeclaration{value});
}

// At `@`, `class`, or what may be `abstract class`; none otherwise.
NodeId Parser::parse_default_class(NodeList decorators) {
  uint32_t from = start();
  if (at(TokenKind::At)) {
    NodeList own = parse_decorators();
    if (decorators.count != 0)
      early_error(diag::kDecoratorsTwice, ast_.span(ast_.list(own)[0]))
          .label(ast_.span(ast_.list(decorators)[0]), "first ones");
    decorators = own;
  }
  NodeFlag flags = NodeFlag::None;
  if (at(TokenKind::Abstract)) {
    if (!typescript() || peek().kind != TokenKind::Class) return NodeId::none();
    flags = NodeFlag::Abstract;
    next();
  }
  if (!at(TokenKind::Class)) {
    error(diag::kDecoratorsNeedClass, token().span(), found());
    return error_node(from);
  }
  return parse_class(from, decorators, flags, Naming::Optional);
}

}  // namespace perry::frontend
