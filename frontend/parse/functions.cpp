#include "frontend/parse/parser.h"

namespace perry::frontend {

using support::Span;

namespace {

// What of the surroundings a function sees.
constexpr Context kInFunctions = Context::Strict | Context::Ambient;

}  // namespace

Context Parser::role_context(FunctionRole role) {
  switch (role) {
    case FunctionRole::Plain:
      return Context::None;
    case FunctionRole::DerivedConstructor:
      return Context::SuperProperty | Context::SuperCall;
    default:
      return Context::SuperProperty;
  }
}

NodeId Parser::parse_function_declaration(uint32_t from, NodeFlag flags) {
  return parse_function_declaration(from, flags, Naming::Required);
}

// At `function`. The name belongs to the code around the function.
NodeId Parser::parse_function_declaration(uint32_t from, NodeFlag flags, Naming naming) {
  if ((token().flags & kNoSideEffectsBefore) != 0) no_side_effects_start_ = from;
  next();
  if (eat(TokenKind::Star)) flags |= NodeFlag::Generator;
  NodeId id;
  if (naming == Naming::Required || at_identifier()) {
    ContextScope scope(*this, Context::None, Context::LexicalBinding);
    id = parse_binding_identifier();
  }
  FunctionTail tail = parse_function_tail(flags, FunctionRole::Plain, id);
  if (no_side_effects_start_ == from) tail.flags |= NodeFlag::NoSideEffects;
  NodeId function =
      make(from,
           ast::FunctionDeclaration{
               id, tail.type_parameters, tail.params, tail.return_type, tail.body, {}},
           tail.flags);
  if (typescript()) check_parameter_properties(function, false);
  return function;
}

// At `function`. The name belongs to the function itself.
NodeId Parser::parse_function_expression(uint32_t from, NodeFlag flags) {
  if (too_deep()) return error_node(from);
  if ((token().flags & kNoSideEffectsBefore) != 0) no_side_effects_start_ = from;
  bool has_no_side_effects = no_side_effects_start_ == from;
  next();
  if (eat(TokenKind::Star)) flags |= NodeFlag::Generator;
  NodeId id;
  if (at_identifier()) {
    Context add = Context::FunctionBody;
    if (has(flags, NodeFlag::Generator)) add = add | Context::Yield;
    if (has(flags, NodeFlag::Async)) add = add | Context::Await;
    ContextScope scope(*this, add, ~kInFunctions);
    FunctionScope function(*this);
    id = parse_binding_identifier();
  }
  FunctionTail tail = parse_function_tail(flags, FunctionRole::Plain, id);
  if (tail.body.is_none() && !speculating_) unexpected("{");
  if (has_no_side_effects) tail.flags |= NodeFlag::NoSideEffects;
  NodeId function =
      make(from,
           ast::FunctionExpression{
               id, tail.type_parameters, tail.params, tail.return_type, tail.body, {}},
           tail.flags);
  if (typescript()) check_parameter_properties(function, false);
  return function;
}

// At the parameters of a method or accessor, whose key has been read.
NodeId Parser::parse_method(NodeFlag flags, FunctionRole role) {
  uint32_t from = start();
  if (too_deep()) return ast_.make(from, from, ast::FunctionExpression{}, flags);
  FunctionTail tail = parse_function_tail(flags, role, NodeId::none());
  return make(
      from,
      ast::FunctionExpression{
          NodeId::none(), tail.type_parameters, tail.params, tail.return_type, tail.body, {}},
      tail.flags);
}

// Type parameters, parameters, return type and body.
Parser::FunctionTail Parser::parse_function_tail(NodeFlag flags, FunctionRole role, NodeId id) {
  FunctionTail tail;
  tail.flags = flags;
  Context add = Context::In | Context::NewTarget | Context::FunctionBody | role_context(role);
  if (has(flags, NodeFlag::Generator)) add = add | Context::Yield;
  if (has(flags, NodeFlag::Async)) add = add | Context::Await;
  FunctionScope function(*this);
  ContextScope scope(*this, add, ~kInFunctions);
  if (at(TokenKind::Less)) {
    tail.type_parameters = parse_any_type_parameters();
    check_variance(tail.type_parameters, TypeParameterOwner::Function);
  }
  uint32_t open = start();
  {
    ContextScope parameters(*this, Context::Parameters);
    tail.params = parse_parameters();
  }
  bool is_accessor = role == FunctionRole::Getter || role == FunctionRole::Setter;
  // Where the parentheses are missing already there is nothing to add.
  if (is_accessor && prev_end_ > open)
    check_accessor_parameters(role, tail.params, span_from(open));
  if (at(TokenKind::Colon)) tail.return_type = parse_any_return_type();
  if (!at(TokenKind::LeftBrace) && typescript() && can_insert_semicolon()) {
    // An overload, or an abstract or ambient signature.
    eat(TokenKind::Semicolon);
    return tail;
  }
  BodyInfo info;
  {
    ContextScope body(*this, Context::Return);
    tail.body = parse_function_body(info);
  }
  check_body_strictness(info, tail.params, id);
  if (info.strict) tail.flags |= NodeFlag::Strict;
  return tail;
}

// { ... } with directives. The caller's ContextScope ends the strictness they may bring.
NodeId Parser::parse_function_body(BodyInfo& info) {
  uint32_t open = start();
  info.strict = strict();
  bool outer_strict = strict();
  if (!eat(TokenKind::LeftBrace)) {
    unexpected("{");
    return error_node(prev_end_);
  }
  ListBuilder statements(*this);
  parse_directives(statements, info);
  parse_statement_list(statements);
  info.strict = strict();
  // The token behind the brace is read while the brace is consumed.
  if (!outer_strict) lexer_.set_strict(false);
  expect_closing(TokenKind::RightBrace, open);
  return make(open, ast::BlockStatement{statements.finish(), {}});
}

// Strictness that a body brings with it reaches back to the function's name and parameters.
void Parser::check_body_strictness(const BodyInfo& info, NodeList params, NodeId id) {
  if (info.use_strict.end == 0) return;
  if (!has_simple_parameters(params)) early_error(diag::kUseStrictNotSimple, info.use_strict);
  if (strict()) return;
  check_strict_name(id);
  for (NodeId parameter : ast_.list(params))
    check_strict_name(ast_.as<ast::Parameter>(parameter).pattern);
}

void Parser::check_strict_name(NodeId id) {
  const auto* binding = ast_.try_as<ast::BindingIdentifier>(id);
  if (binding == nullptr) return;
  AtomId name = binding->name;
  if (name == atoms::eval || name == atoms::arguments) {
    early_error(diag::kStrictBinding, ast_.span(id), ast_.text(name));
  } else if (name.index >= kReservedWordCount && name.index < kStrictWordEnd) {
    early_error(diag::kStrictReservedWord, ast_.span(id), ast_.text(name));
  }
}

bool Parser::has_simple_parameters(NodeList params) const {
  for (NodeId id : ast_.list(params)) {
    const auto* parameter = ast_.try_as<ast::Parameter>(id);
    if (parameter == nullptr) continue;
    if (!parameter->init.is_none() || ast_.has_flag(id, NodeFlag::Rest) ||
        !ast_.is<ast::BindingIdentifier>(parameter->pattern))
      return false;
  }
  return true;
}

void Parser::check_accessor_parameters(FunctionRole role, NodeList params, Span span) {
  std::span<const NodeId> list = ast_.list(params);
  // TypeScript's `this` parameter does not count.
  if (!list.empty() && ast_.has_flag(list[0], NodeFlag::ThisParameter)) list = list.subspan(1);
  if (role == FunctionRole::Getter) {
    if (!list.empty()) early_error(diag::kGetterParameters, span);
  } else if (list.size() != 1) {
    early_error(diag::kSetterParameters, span);
  } else if (ast_.has_flag(list[0], NodeFlag::Rest)) {
    early_error(diag::kSetterRest, ast_.span(list[0]));
  }
}

NodeList Parser::parse_parameters(uint32_t* open_out) {
  uint32_t open = start();
  if (open_out != nullptr) *open_out = open;
  if (!eat(TokenKind::LeftParen)) {
    unexpected("(");
    return {};
  }
  ContextScope scope(*this, Context::In | Context::Parentheses,
                     Context::Decorator | Context::LexicalBinding);
  ListBuilder parameters(*this);
  while (!at(TokenKind::RightParen) && !at(TokenKind::EndOfFile)) {
    parameters.push(parse_parameter());
    if (at(TokenKind::RightParen)) break;
    if (!continue_list(TokenKind::RightParen)) break;
  }
  expect_closing(TokenKind::RightParen, open);
  return parameters.finish();
}

NodeId Parser::parse_parameter() {
  uint32_t from = start();
  NodeList decorators;
  NodeFlag flags = NodeFlag::None;
  if (!at(TokenKind::Identifier)) {
    if (at(TokenKind::At)) {
      if (!typescript()) report_typescript_only(token().span(), "decorators on parameters");
      decorators = parse_decorators();
    }
    if (kind() >= kFirstStrictWord) flags = parse_parameter_modifiers();
  }
  uint32_t dots = start();
  if (eat(TokenKind::Ellipsis)) flags |= NodeFlag::Rest;
  NodeId pattern;
  if (at(TokenKind::This) && typescript()) {
    const Token& t = token();
    pattern = ast_.make(t.start, t.end, ast::BindingIdentifier{word_atom(TokenKind::This), {}});
    flags |= NodeFlag::ThisParameter;
    next();
  } else {
    pattern = parse_binding_pattern();
  }
  NodeId parameter = parse_parameter_tail(from, decorators, pattern, flags);
  if (has(flags, NodeFlag::Rest)) check_after_rest(dots);
  return parameter;
}

// `public x`: TypeScript's, and in JavaScript files read all the same.
NodeFlag Parser::parse_parameter_modifiers() {
  Span word = token().span();
  if (!typescript() && !in(Context::Strict)) return NodeFlag::None;
  NodeFlag flags = parse_modifiers(ModifierPlace::Parameter).flags;
  if (!typescript() && flags != NodeFlag::None)
    error(diag::kModifierInJavaScript, word, ast_.text(word));
  return flags;
}

// `?`, `: T` and `= value`.
NodeId Parser::parse_parameter_tail(uint32_t from, NodeList decorators, NodeId pattern,
                                    NodeFlag flags) {
  ast::Parameter parameter;
  parameter.decorators = decorators;
  parameter.pattern = pattern;
  if (at(TokenKind::Question)) {
    if (!typescript()) report_typescript_only(token().span(), "optional parameters");
    flags |= NodeFlag::Optional;
    next();
  }
  if (at(TokenKind::Colon)) parameter.type = parse_any_type_annotation();
  if (!has(flags, NodeFlag::Rest) && eat(TokenKind::Equal))
    parameter.init = parse_initializer_value();
  return make(from, parameter, flags);
}

// --- TypeScript in JavaScript files: read all the same, so that one message is all there is ---

void Parser::report_typescript_only(Span span, std::string_view what) {
  error(diag::kTypeScriptOnly, span, what);
}

NodeId Parser::parse_any_type_annotation() {
  if (!typescript()) report_typescript_only(token().span(), "type annotations");
  return try_parse_type_annotation();
}

NodeId Parser::parse_any_return_type() {
  if (!typescript()) report_typescript_only(token().span(), "type annotations");
  return try_parse_return_type();
}

NodeId Parser::parse_any_type_parameters() {
  if (!typescript()) report_typescript_only(token().span(), "type parameters");
  return try_parse_type_parameters();
}

}  // namespace perry::frontend
