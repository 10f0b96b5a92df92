#include "frontend/parse/parser.h"

// Object types: members of interfaces and type literals, mapped types, index signatures.
namespace perry::frontend {

using support::Span;

NodeId Parser::parse_object_type() {
  const uint32_t open = start();
  if (too_deep()) return error_node(open);
  next();
  const NodeList members = parse_type_members(open);
  return make(open, ast::TSTypeLiteral{members});
}

// Behind `{`: the members and `}`.
NodeList Parser::parse_type_members(uint32_t open) {
  ListBuilder members(*this);
  while (!at(TokenKind::RightBrace) && !at(TokenKind::EndOfFile) && !at_statement_in_members()) {
    const uint32_t before = start();
    members.push(parse_type_member());
    if (start() == before) next();
  }
  expect_closing(TokenKind::RightBrace, open);
  return members.finish();
}

// `let x` and the like on a new line: no member has two names, so that `}` is missing before.
bool Parser::at_statement_in_members() {
  switch (kind()) {
    case TokenKind::Class:
    case TokenKind::Const:
    case TokenKind::Enum:
    case TokenKind::Export:
    case TokenKind::Function:
    case TokenKind::Import:
    case TokenKind::Interface:
    case TokenKind::Let:
    case TokenKind::Namespace:
    case TokenKind::Type:
    case TokenKind::Var: {
      const uint8_t byte = byte_after_token();
      const bool has_name = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                            byte == '_' || byte == '$' || byte == '{';
      return has_name && token().newline_before();
    }
    default:
      return false;
  }
}

NodeId Parser::parse_type_member() {
  const uint32_t begin = start();
  if (too_deep()) return error_node(begin);
  if (at(TokenKind::LeftParen) || at(TokenKind::Less)) {
    const Signature s = parse_signature();
    parse_type_member_end();
    return make(begin, ast::TSCallSignature{s.type_parameters, s.params, s.return_type, {}});
  }
  if (at(TokenKind::New)) {
    const uint8_t byte = byte_after_white_space();
    if (byte == '(' || byte == '<') {
      next();
      const Signature s = parse_signature();
      parse_type_member_end();
      return make(begin, ast::TSConstructSignature{s.type_parameters, s.params, s.return_type, {}});
    }
  }
  const Modifiers modifiers = parse_modifiers(ModifierPlace::TypeMember);
  if (at(TokenKind::LeftBracket)) {
    const NodeId index = try_parse_index_signature(begin, modifiers.flags & NodeFlag::Readonly);
    if (!index.is_none()) return index;
  } else if (at_accessor_signature()) {
    const MethodKind accessor = at(TokenKind::Get) ? MethodKind::Get : MethodKind::Set;
    next();
    return parse_accessor_signature(begin, accessor, modifiers);
  }
  return parse_property_or_method_signature(begin, modifiers);
}

// `get` or `set` with a name behind it.
bool Parser::at_accessor_signature() {
  if (!at(TokenKind::Get) && !at(TokenKind::Set)) return false;
  switch (byte_after_white_space()) {
    case ':':
    case '?':
    case '(':
    case '<':
    case ';':
    case ',':
    case '}':
    case '=':
    case 0:
      return false;
    default: {
      const Token after = peek();
      return is_identifier_name(after.kind) || after.kind == TokenKind::LeftBracket ||
             after.kind == TokenKind::String || after.kind == TokenKind::Number ||
             after.kind == TokenKind::BigInt || after.kind == TokenKind::PrivateName;
    }
  }
}

NodeId Parser::parse_accessor_signature(uint32_t begin, MethodKind accessor,
                                        const Modifiers& modifiers) {
  const PropertyKey key = parse_property_key();
  const Span name = ast_.span(key.node);
  const Signature s = parse_signature();
  check_accessor_signature(accessor, name, s);
  if (has(modifiers.flags, NodeFlag::Readonly)) early_error(diag::kReadonlyPlace, modifiers.first);
  parse_type_member_end();
  return make(
      begin,
      ast::TSMethodSignature{key.node, s.type_parameters, s.params, s.return_type, accessor, {}},
      key.computed ? NodeFlag::Computed : NodeFlag::None);
}

void Parser::check_accessor_signature(MethodKind accessor, Span name, const Signature& s) {
  const std::span<const NodeId> params = ast_.list(s.params);
  if (!s.type_parameters.is_none())
    early_error(diag::kAccessorTypeParameters, ast_.span(s.type_parameters));
  if (accessor == MethodKind::Get) {
    if (!params.empty()) early_error(diag::kGetAccessorParameters, ast_.span(params[0]));
    return;
  }
  if (!s.return_type.is_none()) early_error(diag::kSetAccessorReturnType, ast_.span(s.return_type));
  if (params.size() != 1) {
    early_error(diag::kSetAccessorParameters, name);
    return;
  }
  if (ast_.has_flag(params[0], NodeFlag::Rest))
    early_error(diag::kSetAccessorParameter, ast_.span(params[0]), "a rest parameter");
  else if (ast_.has_flag(params[0], NodeFlag::Optional))
    early_error(diag::kSetAccessorParameter, ast_.span(params[0]), "an optional parameter");
}

NodeId Parser::parse_property_or_method_signature(uint32_t begin, const Modifiers& modifiers) {
  const bool names_member = is_identifier_name(kind()) || at(TokenKind::LeftBracket) ||
                            at(TokenKind::String) || at(TokenKind::Number) ||
                            at(TokenKind::BigInt) || at(TokenKind::PrivateName);
  if (!names_member) {
    unexpected("a property or signature");
    return error_node(begin);
  }
  const PropertyKey key = parse_property_key();
  NodeFlag flags = key.computed ? NodeFlag::Computed : NodeFlag::None;
  if (eat(TokenKind::Question)) flags |= NodeFlag::Optional;
  if (at(TokenKind::LeftParen) || at(TokenKind::Less)) {
    const Signature s = parse_signature();
    if (has(modifiers.flags, NodeFlag::Readonly))
      early_error(diag::kReadonlyPlace, modifiers.first);
    parse_type_member_end();
    return make(begin,
                ast::TSMethodSignature{
                    key.node, s.type_parameters, s.params, s.return_type, MethodKind::Method, {}},
                flags);
  }
  ast::TSPropertySignature fields;
  fields.key = key.node;
  fields.type = try_parse_type_annotation();
  if (at(TokenKind::Equal)) {
    next();
    const uint32_t init_start = start();
    fields.init = parse_assignment();
    early_error(diag::kTypeMemberInitializer, span_from(init_start));
  }
  parse_type_member_end();
  return make(begin, fields, flags | (modifiers.flags & NodeFlag::Readonly));
}

void Parser::parse_type_member_end() {
  if (!eat(TokenKind::Comma)) expect_semicolon();
}

bool Parser::at_mapped_type() {
  const uint8_t byte = byte_after_white_space();
  if (byte != '[' && byte != '+' && byte != '-' && byte != 'r' && byte != '/' && byte < 0x80)
    return false;
  const Lexer::Snapshot saved = lexer_.snapshot();
  lexer_.set_silent(true);
  lexer_.next();
  bool answer = false;
  if (at(TokenKind::Plus) || at(TokenKind::Minus)) {
    lexer_.next();
    answer = at(TokenKind::Readonly);
  } else {
    if (at(TokenKind::Readonly)) lexer_.next();
    if (at(TokenKind::LeftBracket)) {
      lexer_.next();
      if (is_identifier_name(kind()) && !is_reserved_word(kind())) {
        lexer_.next();
        answer = at(TokenKind::In);
      }
    }
  }
  lexer_.restore(saved);
  lexer_.set_silent(false);
  return answer;
}

NodeId Parser::parse_mapped_type() {
  const uint32_t open = start();
  if (too_deep()) return error_node(open);
  next();
  ast::TSMappedType fields;
  fields.readonly = try_parse_mapped_modifier(TokenKind::Readonly);
  const uint32_t bracket = start();
  expect(TokenKind::LeftBracket);
  fields.key = parse_type_name(TypeNameOf::TypeParameter);
  expect(TokenKind::In);
  fields.constraint = parse_type();
  if (eat(TokenKind::As)) fields.name_type = parse_type();
  expect_closing(TokenKind::RightBracket, bracket);
  fields.optional = try_parse_mapped_modifier(TokenKind::Question);
  if (eat(TokenKind::Colon)) fields.type = parse_type();
  expect_semicolon();
  if (at(TokenKind::RightBrace) || at(TokenKind::EndOfFile)) {
    expect_closing(TokenKind::RightBrace, open);
  } else {
    const uint32_t members_start = start();
    parse_type_members(open);
    early_error(diag::kMappedTypeMembers, span_from(members_start));
  }
  return make(open, fields);
}

MappedModifier Parser::try_parse_mapped_modifier(TokenKind word) {
  if (eat(word)) return MappedModifier::Present;
  if (!at(TokenKind::Plus) && !at(TokenKind::Minus)) return MappedModifier::None;
  const MappedModifier modifier =
      at(TokenKind::Plus) ? MappedModifier::Plus : MappedModifier::Minus;
  next();
  expect(word);
  return modifier;
}

// At `[`. Computed names may look alike for a token or two: `[a]`, `[a.b]`, `[a, b]`.
bool Parser::at_index_signature() {
  const Lexer::Snapshot saved = lexer_.snapshot();
  lexer_.set_silent(true);
  lexer_.next();
  bool answer = at(TokenKind::Ellipsis) || at(TokenKind::RightBracket);
  if (!answer && at_modifier(ModifierPlace::Parameter)) {
    lexer_.next();
    answer = is_identifier_name(kind()) && !is_reserved_word(kind());
  } else if (!answer && is_identifier_name(kind()) && !is_reserved_word(kind())) {
    lexer_.next();
    if (at(TokenKind::Question)) {
      lexer_.next();
      answer = at(TokenKind::Colon) || at(TokenKind::Comma) || at(TokenKind::RightBracket);
    } else {
      answer = at(TokenKind::Colon) || at(TokenKind::Comma);
    }
  }
  lexer_.restore(saved);
  lexer_.set_silent(false);
  return answer;
}

NodeId Parser::try_parse_index_signature(uint32_t begin, NodeFlag flags) {
  if (!at_index_signature()) return NodeId::none();
  const uint32_t open = start();
  next();
  ListBuilder params(*this);
  while (!at(TokenKind::RightBracket) && !at(TokenKind::EndOfFile)) {
    params.push(parse_index_parameter());
    if (!at(TokenKind::Comma)) break;
    const Span comma = token().span();
    next();
    if (at(TokenKind::RightBracket)) early_error(diag::kIndexSignatureTrailingComma, comma);
  }
  expect_closing(TokenKind::RightBracket, open);
  const Span brackets = span_from(open);
  ast::TSIndexSignature fields;
  fields.params = params.finish();
  fields.type = try_parse_type_annotation();
  check_index_parameters(fields.params, brackets);
  if (fields.type.is_none()) early_error(diag::kIndexSignatureWithoutType, brackets);
  parse_type_member_end();
  return make(begin, fields, flags);
}

NodeId Parser::parse_index_parameter() {
  const uint32_t begin = start();
  NodeFlag flags = NodeFlag::None;
  if (eat(TokenKind::Ellipsis)) flags |= NodeFlag::Rest;
  flags |= parse_modifiers(ModifierPlace::Parameter).flags;
  ast::Parameter fields;
  fields.pattern = parse_binding_identifier();
  if (eat(TokenKind::Question)) flags |= NodeFlag::Optional;
  fields.type = try_parse_type_annotation();
  if (eat(TokenKind::Equal)) fields.init = parse_assignment();
  return make(begin, fields, flags);
}

void Parser::check_index_parameters(NodeList list, Span brackets) {
  constexpr NodeFlag kModifierFlags = NodeFlag::Public | NodeFlag::Private | NodeFlag::Protected |
                                      NodeFlag::Readonly | NodeFlag::Override;
  const std::span<const NodeId> params = ast_.list(list);
  if (params.size() != 1) {
    early_error(diag::kIndexSignatureParameterCount, brackets);
    return;
  }
  const NodeId id = params[0];
  const auto& parameter = ast_.as<ast::Parameter>(id);
  const NodeFlag flags = ast_.flags(id);
  if (has(flags, NodeFlag::Rest))
    early_error(diag::kIndexSignatureParameter, ast_.span(id), "be a rest parameter");
  if ((flags & kModifierFlags) != NodeFlag::None)
    early_error(diag::kIndexSignatureParameter, ast_.span(id), "have an accessibility modifier");
  if (has(flags, NodeFlag::Optional))
    early_error(diag::kIndexSignatureParameter, ast_.span(id), "have a question mark");
  if (!parameter.init.is_none())
    early_error(diag::kIndexSignatureParameter, ast_.span(parameter.init), "have an initializer");
  if (parameter.type.is_none()) early_error(diag::kIndexSignatureParameterType, ast_.span(id));
}

}  // namespace perry::frontend
