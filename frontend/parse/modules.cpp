#include "frontend/parse/parser.h"

// Imports, and what imports and exports share.
namespace perry::frontend {

using support::Span;

namespace {

// WTF-8 spells a lone surrogate ED A0..BF xx.
bool has_lone_surrogate(std::string_view text) {
  for (size_t at = text.find('\xED'); at != std::string_view::npos; at = text.find('\xED', at + 1))
    if (at + 1 < text.size() && static_cast<uint8_t>(text[at + 1]) >= 0xA0) return true;
  return false;
}

}  // namespace

void Parser::check_module_place(Span span, bool is_import, Position position) {
  bool is_item = position == Position::ListItem;
  if (typescript() && in(Context::Namespace) && is_item) return;
  if (options_.source.goal != Goal::Module && !typescript()) {
    if (is_import) {
      early_error(diag::kImportOutsideModule, span);
    } else {
      early_error(diag::kExportOutsideModule, span);
    }
  } else if ((!in(Context::TopLevel) || !is_item) && is_nesting_certain_) {
    if (is_import) {
      early_error(diag::kImportNotTopLevel, span);
    } else {
      early_error(diag::kExportNotTopLevel, span);
    }
  }
}

NodeId Parser::parse_import_statement(Position position) {
  TokenKind after = peek().kind;
  bool is_declaration = after == TokenKind::String || after == TokenKind::LeftBrace ||
                        after == TokenKind::Star || is_identifier_name(after);
  if (!is_declaration) return parse_expression_statement(position);
  uint32_t from = start();
  check_module_place(token().span(), true, position);
  next();
  ast::ImportDeclaration node;
  NodeFlag flags = NodeFlag::None;
  if (at(TokenKind::String)) {
    node.source = parse_literal();
    node.attributes = parse_import_attributes(flags);
    expect_semicolon();
    return make(from, node, flags);
  }
  ListBuilder specifiers(*this);
  NodeId first = parse_import_phase(node.phase, flags);
  if (!first.is_none() && at(TokenKind::Equal)) {
    if (!typescript()) report_typescript_only(token().span(), "`import x =` declarations");
    return parse_ts_import_equals(from, first, flags);
  }
  if (!first.is_none()) {
    Span span = ast_.span(first);
    specifiers.push(ast_.make(span.start, span.end, ast::ImportDefaultSpecifier{first}));
  }
  if (first.is_none() || eat(TokenKind::Comma)) parse_import_specifiers(specifiers);
  if (node.phase == ImportPhase::Source && (specifiers.size() != 1 || first.is_none()))
    error(diag::kSourcePhaseForm, span_from(from));
  if (node.phase == ImportPhase::Defer &&
      (specifiers.size() != 1 || !ast_.is<ast::ImportNamespaceSpecifier>(specifiers.nodes()[0])))
    error(diag::kDeferPhaseForm, span_from(from));
  if (has(flags, NodeFlag::TypeOnly)) check_type_only_import(span_from(from), specifiers.nodes());
  node.source = parse_from_clause();
  node.attributes = parse_import_attributes(flags);
  expect_semicolon();
  node.specifiers = specifiers.finish();
  return make(from, node, flags);
}

// Behind `import`: `type`, `defer` or `source` where they are no names, and the default binding if
// there is one. Each of the words may also be that binding.
NodeId Parser::parse_import_phase(ImportPhase& phase, NodeFlag& flags) {
  if (!is_identifier_name(kind())) return NodeId::none();
  Token word = token();
  bool may_be_phase = word.kind == TokenKind::Defer || word.kind == TokenKind::Source ||
                      word.kind == TokenKind::Type;
  if (!may_be_phase) return parse_import_binding();
  next();
  bool opens = at(TokenKind::Star) || at(TokenKind::LeftBrace);
  bool is_phase = opens;
  if (at(TokenKind::From)) {
    // `import source from from "x"` has a phase, `import source from "x"` a binding.
    TokenKind after = peek().kind;
    is_phase =
        after == TokenKind::From || (after == TokenKind::Equal && word.kind == TokenKind::Type);
  } else if (is_identifier_name(kind())) {
    is_phase = true;
  }
  if (!is_phase) {
    check_binding_name(word.atom, word.span());
    return ast_.make(word.start, word.end, ast::BindingIdentifier{word.atom, {}});
  }
  if (word.kind == TokenKind::Type) {
    if (!typescript()) report_typescript_only(word.span(), "type-only imports");
    flags |= NodeFlag::TypeOnly;
  }
  if (word.kind == TokenKind::Defer) phase = ImportPhase::Defer;
  if (word.kind == TokenKind::Source) phase = ImportPhase::Source;
  return opens ? NodeId::none() : parse_import_binding();
}

NodeId Parser::parse_import_binding() { return parse_binding_identifier(); }

// `* as name` or `{ ... }`.
void Parser::parse_import_specifiers(ListBuilder& list) {
  uint32_t from = start();
  if (eat(TokenKind::Star)) {
    expect(TokenKind::As);
    NodeId local = parse_import_binding();
    list.push(make(from, ast::ImportNamespaceSpecifier{local}));
    return;
  }
  if (!eat(TokenKind::LeftBrace)) {
    unexpected("{");
    return;
  }
  while (!at(TokenKind::RightBrace) && !at(TokenKind::EndOfFile)) {
    list.push(parse_import_specifier());
    if (at(TokenKind::RightBrace)) break;
    if (!continue_list(TokenKind::RightBrace)) break;
  }
  expect_closing(TokenKind::RightBrace, from);
}

// The names of an import or export specifier: `a`, `a as b`, `type a`, `type a as b`, where each of
// the words may be a name itself.
Parser::SpecifierNames Parser::parse_specifier_names() {
  SpecifierNames names;
  names.token = token();
  names.first = parse_module_export_name();
  if (names.token.kind == TokenKind::Type &&
      (typescript() ? is_identifier_name(kind()) || at(TokenKind::String)
                    : at_identifier() && !at(TokenKind::As))) {
    if (!typescript()) report_typescript_only(names.token.span(), "type-only names");
    // `type`, `type as`, `type as as`, `type as as as b`: as many words, as many readings.
    Token second = token();
    if (second.kind != TokenKind::As) {
      names.type_only = true;
      names.token = second;
      names.first = parse_module_export_name();
    } else {
      next();
      if (at(TokenKind::As)) {
        Token third = token();
        next();
        if (is_identifier_name(kind()) || at(TokenKind::String)) {
          // type as as b: the type `as` under the name b.
          names.type_only = true;
          names.token = second;
          names.first = name_from(second);
          names.second_token = token();
          names.second = parse_module_export_name();
        } else {
          // type as as: `type` under the name `as`.
          names.second_token = third;
          names.second = name_from(third);
        }
      } else if (is_identifier_name(kind()) || at(TokenKind::String)) {
        names.second_token = token();
        names.second = parse_module_export_name();
      } else {
        names.type_only = true;
        names.token = second;
        names.first = name_from(second);
      }
      return names;
    }
  }
  if (eat(TokenKind::As)) {
    names.second_token = token();
    names.second = parse_module_export_name();
  }
  return names;
}

NodeId Parser::parse_import_specifier() {
  uint32_t from = start();
  SpecifierNames names = parse_specifier_names();
  ast::ImportSpecifier node;
  node.imported = names.first;
  NodeId local = names.second.is_none() ? names.first : names.second;
  const Token& word = names.second.is_none() ? names.token : names.second_token;
  if (!ast_.is<ast::ErrorNode>(local)) {
    if (!is_identifier_name(word.kind)) {
      error(diag::kStringImportWithoutName, word.span());
      local = error_node(prev_end_);
    } else {
      check_binding_name(word.atom, word.span());
      local = ast_.make(word.start, word.end, ast::BindingIdentifier{word.atom, {}});
    }
  }
  node.local = local;
  return make(from, node, names.type_only ? NodeFlag::TypeOnly : NodeFlag::None);
}

NodeId Parser::parse_module_export_name() {
  if (!at(TokenKind::String)) return parse_identifier_name();
  const Token& t = token();
  if (has_lone_surrogate(ast_.text(t.atom))) early_error(diag::kLoneSurrogateName, t.span());
  return parse_literal();
}

NodeId Parser::parse_from_clause() {
  if (!expect(TokenKind::From) && !at(TokenKind::String)) return error_node(prev_end_);
  return parse_module_specifier();
}

NodeId Parser::parse_module_specifier() {
  if (at(TokenKind::String)) return parse_literal();
  unexpected("a module specifier");
  return error_node(prev_end_);
}

// `with { type: "json" }`, and `assert` as it was once spelled.
NodeList Parser::parse_import_attributes(NodeFlag& flags) {
  if (at(TokenKind::Assert) && !token().newline_before()) {
    flags |= NodeFlag::AssertKeyword;
  } else if (!at(TokenKind::With)) {
    return {};
  }
  next();
  uint32_t open = start();
  if (!eat(TokenKind::LeftBrace)) {
    unexpected("{");
    return {};
  }
  ListBuilder attributes(*this);
  while (!at(TokenKind::RightBrace) && !at(TokenKind::EndOfFile)) {
    attributes.push(parse_import_attribute());
    if (at(TokenKind::RightBrace)) break;
    if (!continue_list(TokenKind::RightBrace)) break;
  }
  expect_closing(TokenKind::RightBrace, open);
  check_duplicate_attributes(attributes.nodes());
  return attributes.finish();
}

NodeId Parser::parse_import_attribute() {
  uint32_t from = start();
  ast::ImportAttribute node;
  if (at(TokenKind::String)) {
    node.key = parse_literal();
  } else {
    node.key = parse_identifier_name();
  }
  expect(TokenKind::Colon);
  if (at(TokenKind::String)) {
    node.value = parse_literal();
  } else {
    unexpected("a string");
    node.value = error_node(prev_end_);
    if (can_start_expression(kind())) parse_assignment();
  }
  return make(from, node);
}

void Parser::check_duplicate_attributes(std::span<const NodeId> attributes) {
  for (size_t i = 1; i < attributes.size() && i < 64; i++) {
    NodeId key = ast_.as<ast::ImportAttribute>(attributes[i]).key;
    AtomId name = static_name({key});
    if (name.is_none()) continue;
    for (size_t j = 0; j < i; j++) {
      NodeId other = ast_.as<ast::ImportAttribute>(attributes[j]).key;
      if (static_name({other}) != name) continue;
      early_error(diag::kDuplicateAttribute, ast_.span(key), ast_.text(name))
          .label(ast_.span(other), "first one");
      break;
    }
  }
}

}  // namespace perry::frontend
