#include "frontend/parse/parser.h"

// Function and constructor types, the signatures of object types' members, what may stand where a
// function returns, and type parameters.
namespace perry::frontend {

using support::Span;

bool Parser::starts_function_type() {
  switch (kind()) {
    case TokenKind::LeftParen:
      return starts_function_type_at_paren();
    case TokenKind::Less:
    case TokenKind::New:
      return true;
    case TokenKind::Abstract:
      return peek().kind == TokenKind::New;
    default:
      return false;
  }
}

// `(` begins parameters when they end at once, when the first can only be one, or when `=>`
// follows a single name. One to three tokens tell, but for a pattern.
bool Parser::starts_function_type_at_paren() {
  const Lexer::Snapshot saved = lexer_.snapshot();
  lexer_.set_silent(true);
  lexer_.next();
  bool answer = false;
  bool pattern = false;
  if (at(TokenKind::RightParen) || at(TokenKind::Ellipsis)) {
    answer = true;
  } else {
    while (at_modifier(ModifierPlace::Parameter)) lexer_.next();
    if (at(TokenKind::LeftBrace) || at(TokenKind::LeftBracket)) {
      pattern = true;
    } else if (at(TokenKind::This) || (is_identifier_name(kind()) && !is_reserved_word(kind()))) {
      lexer_.next();
      switch (kind()) {
        case TokenKind::Colon:
        case TokenKind::Comma:
        case TokenKind::Question:
        case TokenKind::Equal:
          answer = true;
          break;
        case TokenKind::RightParen:
          lexer_.next();
          answer = at(TokenKind::Arrow);
          break;
        default:
          break;
      }
    }
  }
  lexer_.restore(saved);
  lexer_.set_silent(false);
  return pattern ? starts_function_type_at_pattern() : answer;
}

// `({a}: T) => U` or `({a: T} | U)`: whether a binding pattern can be read. Both answers are
// remembered, so that patterns nested in each other are tried once each.
bool Parser::starts_function_type_at_pattern() {
  const uint32_t open = start();
  if (function_type_heads_.contains(open)) return true;
  const Snapshot saved = snapshot();
  const NodeId pattern = speculate(kFunctionTypeHead, [this] {
    next();
    while (at_modifier(ModifierPlace::Parameter)) next();
    const NodeId read = parse_binding_pattern();
    switch (kind()) {
      case TokenKind::Colon:
      case TokenKind::Comma:
      case TokenKind::Question:
      case TokenKind::Equal:
        return read;
      case TokenKind::RightParen:
        return peek().kind == TokenKind::Arrow ? read : NodeId::none();
      default:
        return NodeId::none();
    }
  });
  if (pattern.is_none()) return false;
  restore(saved);
  function_type_heads_.insert(open);
  return true;
}

NodeId Parser::parse_function_type() {
  const uint32_t begin = start();
  if (too_deep()) return error_node(begin);
  NodeFlag flags = NodeFlag::None;
  if (eat(TokenKind::Abstract)) flags |= NodeFlag::Abstract;
  const bool constructs = eat(TokenKind::New);
  Signature signature;
  signature.type_parameters = try_parse_type_parameters();
  signature.params = parse_parameters();
  const uint32_t arrow = start();
  if (expect(TokenKind::Arrow)) {
    ContextScope scope(*this, Context::None, Context::NoConditionalType);
    const NodeId type = parse_type_or_predicate();
    signature.return_type = make(arrow, ast::TSTypeAnnotation{type});
  }
  check_type_parameters(signature);
  check_signature_parameters(signature.params);
  if (constructs)
    return make(begin,
                ast::TSConstructorType{
                    signature.type_parameters, signature.params, signature.return_type, {}},
                flags);
  return make(begin, ast::TSFunctionType{
                         signature.type_parameters, signature.params, signature.return_type, {}});
}

Parser::Signature Parser::parse_signature() {
  Signature signature;
  signature.type_parameters = try_parse_type_parameters();
  signature.params = parse_parameters();
  signature.return_type = try_parse_return_type();
  check_type_parameters(signature);
  check_signature_parameters(signature.params);
  return signature;
}

void Parser::check_type_parameters(const Signature& signature) {
  if (!signature.type_parameters.is_none())
    check_variance(signature.type_parameters, TypeParameterOwner::Function);
}

// A signature has no body in which a parameter could get a value or become a property.
void Parser::check_signature_parameters(NodeList params) {
  constexpr NodeFlag kPropertyFlags = NodeFlag::Public | NodeFlag::Private | NodeFlag::Protected |
                                      NodeFlag::Readonly | NodeFlag::Override;
  for (const NodeId id : ast_.list(params)) {
    const auto* parameter = ast_.try_as<ast::Parameter>(id);
    if (parameter == nullptr) continue;
    if ((ast_.flags(id) & kPropertyFlags) != NodeFlag::None)
      early_error(diag::kParameterPropertyOutsideConstructor, ast_.span(id));
    if (!parameter->init.is_none())
      early_error(diag::kSignatureParameterInitializer, ast_.span(parameter->init));
  }
}

NodeId Parser::try_parse_type_annotation() {
  if (!at(TokenKind::Colon)) return NodeId::none();
  const uint32_t begin = start();
  next();
  const NodeId type = parse_type();
  return make(begin, ast::TSTypeAnnotation{type});
}

NodeId Parser::try_parse_return_type() {
  if (!at(TokenKind::Colon)) return NodeId::none();
  const uint32_t begin = start();
  next();
  const NodeId type = parse_type_or_predicate();
  return make(begin, ast::TSTypeAnnotation{type});
}

NodeId Parser::try_parse_arrow_return_type() {
  return speculate(Attempt::ArrowReturnType, [this] {
    const NodeId type = try_parse_return_type();
    return at(TokenKind::Arrow) ? type : NodeId::none();
  });
}

// `x is T` needs a second token to be told from the type `x`; the byte behind the name mostly
// saves looking at it.
NodeId Parser::parse_type_or_predicate() {
  const bool is_name =
      at(TokenKind::This) || (is_identifier_name(kind()) && !is_reserved_word(kind()));
  if (!is_name) return parse_type();
  const uint8_t byte = byte_after_token();
  const bool may_be_is = byte == 'i' || byte == '/' || byte >= 0x80;
  if (!may_be_is && !at(TokenKind::Asserts)) return parse_type();
  const Token after = peek();
  if (after.newline_before()) return parse_type();
  const uint32_t begin = start();
  // In `asserts is T` the parameter is called `asserts`.
  if (after.kind == TokenKind::Is) {
    const NodeId parameter = parse_predicate_parameter();
    return parse_type_predicate(begin, parameter, NodeFlag::None);
  }
  const bool asserts = at(TokenKind::Asserts) && is_identifier_name(after.kind) &&
                       (!is_reserved_word(after.kind) || after.kind == TokenKind::This);
  return asserts ? parse_asserts_predicate() : parse_type();
}

NodeId Parser::parse_predicate_parameter() {
  const uint32_t begin = start();
  const AtomId name = token().atom;
  if (eat(TokenKind::This)) return make(begin, ast::TSThisType{});
  next();
  return make(begin, ast::Identifier{name, {}});
}

NodeId Parser::parse_asserts_predicate() {
  const uint32_t begin = start();
  next();
  const NodeId parameter = parse_predicate_parameter();
  if (at(TokenKind::Is) && !token().newline_before())
    return parse_type_predicate(begin, parameter, NodeFlag::Asserts);
  return make(begin, ast::TSTypePredicate{parameter, {}}, NodeFlag::Asserts);
}

NodeId Parser::parse_type_predicate(uint32_t begin, NodeId parameter, NodeFlag flags) {
  next();
  const NodeId type = parse_type();
  return make(begin, ast::TSTypePredicate{parameter, type}, flags);
}

NodeId Parser::try_parse_type_parameters() {
  const NodeId node = try_parse_type_parameter_list();
  if (node.is_none()) return node;
  const bool is_empty = ast_.as<ast::TSTypeParameters>(node).params.count == 0;
  if (is_empty && last_error_ != start()) early_error(diag::kEmptyTypeParameters, ast_.span(node));
  return node;
}

// Interfaces and type aliases may have empty lists, as in the TypeScript compiler.
NodeId Parser::try_parse_type_parameter_list() {
  if (!at(TokenKind::Less)) return NodeId::none();
  const uint32_t open = start();
  next();
  ListBuilder params(*this);
  while (!at(TokenKind::Greater) && !at(TokenKind::EndOfFile)) {
    params.push(parse_type_parameter());
    if (!eat(TokenKind::Comma)) break;
  }
  expect_closing(TokenKind::Greater, open);
  return make(open, ast::TSTypeParameters{params.finish()});
}

NodeId Parser::parse_type_parameter() {
  if (too_deep()) return error_node(start());
  const uint32_t begin = start();
  const Modifiers modifiers = parse_modifiers(ModifierPlace::TypeParameter);
  ast::TSTypeParameter fields;
  fields.name = parse_type_name(TypeNameOf::TypeParameter);
  if (eat(TokenKind::Extends)) fields.constraint = parse_type();
  if (eat(TokenKind::Equal)) fields.init = parse_type();
  return make(begin, fields, modifiers.flags & (NodeFlag::In | NodeFlag::Out | NodeFlag::Const));
}

void Parser::check_variance(NodeId type_parameters, TypeParameterOwner owner) {
  const auto* list = ast_.try_as<ast::TSTypeParameters>(type_parameters);
  if (list == nullptr) return;
  for (const NodeId id : ast_.list(list->params)) {
    if (!ast_.is<ast::TSTypeParameter>(id)) continue;
    const NodeFlag flags = ast_.flags(id);
    if ((flags & (NodeFlag::In | NodeFlag::Out | NodeFlag::Const)) == NodeFlag::None) continue;
    if (owner == TypeParameterOwner::Function) {
      for (const NodeFlag flag : {NodeFlag::In, NodeFlag::Out})
        if (has(flags, flag))
          early_error(diag::kVarianceModifierPlace, find_modifier(ast_.start(id), flag),
                      flag == NodeFlag::In ? "in" : "out");
    } else if (owner != TypeParameterOwner::Class && has(flags, NodeFlag::Const)) {
      early_error(diag::kConstTypeParameterPlace, find_modifier(ast_.start(id), NodeFlag::Const));
    }
  }
}

NodeId Parser::parse_type_arguments() {
  const uint32_t open = start();
  if (at(TokenKind::LessLess)) lexer_.rescan_less();
  next();
  const NodeId node = parse_type_argument_list(open);
  expect_closing(TokenKind::Greater, open);
  // What can't be read as the arguments of a type can't be those of a call either.
  if (speculation_failed_) remember_failure(open, Attempt::TypeArguments);
  ast_.set_span(node, open, prev_end());
  return node;
}

// Everything but the closing `>`, which the caller reads in its own way.
NodeId Parser::parse_type_argument_list(uint32_t open) {
  ListBuilder arguments(*this);
  while (!at(TokenKind::Greater) && !at(TokenKind::EndOfFile)) {
    arguments.push(parse_type());
    if (!at(TokenKind::Comma)) break;
    const Span comma = token().span();
    next();
    if (at(TokenKind::Greater)) early_error(diag::kTrailingCommaInTypeArguments, comma);
  }
  if (arguments.size() == 0 && at(TokenKind::Greater))
    early_error(diag::kEmptyTypeArguments, {open, token().end});
  return make(open, ast::TSTypeArguments{arguments.finish()});
}

}  // namespace perry::frontend
