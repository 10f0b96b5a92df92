#include "frontend/parse/parser.h"

// What follows a primary expression: member access, calls, templates; and the expressions that
// begin with `new`, `super` and `import`.
namespace perry::frontend {

using support::Span;

NodeId Parser::parse_left_hand_side() {
  uint32_t from = start();
  if ((token().flags & (kPureBefore | kNoSideEffectsBefore)) != 0) [[unlikely]]
    note_annotations();
  NodeId left;
  if (at(TokenKind::Less) && typescript()) {
    // Reached behind `extends` and decorators, where no arrow function stands.
    left = parse_angle_bracket_expression();
  } else {
    left = parse_primary();
  }
  return parse_subscripts(left, from, Calls::Allowed);
}

void Parser::note_annotations() {
  if ((token().flags & kPureBefore) != 0) pure_start_ = start();
  if ((token().flags & kNoSideEffectsBefore) != 0) no_side_effects_start_ = start();
}

// The links of an optional chain stay one flat chain; a ChainExpression goes around the whole.
NodeId Parser::parse_subscripts(NodeId left, uint32_t from, Calls calls) {
  bool is_chain = false;
  bool is_call = false;
  for (;;) {
    switch (kind()) {
      case TokenKind::Dot:
        next();
        left = parse_member_name(left, from, NodeFlag::None);
        continue;
      case TokenKind::LeftParen:
        if (calls == Calls::None) break;
        left = parse_call(left, NodeId::none(), from, NodeFlag::None);
        is_call = true;
        continue;
      case TokenKind::LeftBracket:
        if (in(Context::Decorator)) break;
        left = parse_index(left, from, NodeFlag::None);
        continue;
      case TokenKind::QuestionDot:
        if (calls == Calls::None) early_error(diag::kOptionalChainInNew, token().span());
        left = parse_optional_link(left, from);
        is_chain = true;
        continue;
      case TokenKind::TemplateComplete:
      case TokenKind::TemplateHead: {
        if (is_chain) early_error(diag::kOptionalChainTemplate, {start(), start() + 1});
        NodeId quasi = parse_template_literal(true);
        left = make(from, ast::TaggedTemplate{left, NodeId::none(), quasi});
        continue;
      }
      case TokenKind::Bang:
        if (token().newline_before()) break;
        if (!typescript()) report_typescript_only(token().span(), "non-null assertions");
        next();
        left = make(from, ast::TSNonNullExpression{left});
        continue;
      case TokenKind::Less:
      case TokenKind::LessLess: {
        if (!typescript()) break;
        NodeId arguments = try_parse_type_arguments_in_expression();
        if (arguments.is_none()) break;
        left = parse_after_type_arguments(left, arguments, from, calls);
        continue;
      }
      default:
        break;
    }
    break;
  }
  if (is_call && pure_start_ == from && ast_.is<ast::CallExpression>(left))
    ast_.add_flag(left, NodeFlag::Pure);
  return is_chain ? make(from, ast::ChainExpression{left}) : left;
}

// Behind `.` or `?.`.
NodeId Parser::parse_member_name(NodeId object, uint32_t from, NodeFlag flags) {
  const Token& t = token();
  uint32_t name_start = t.start;
  if (is_identifier_name(t.kind)) {
    AtomId name = t.atom;
    next();
    return make(from, ast::StaticMember{object, name, name_start}, flags);
  }
  if (t.kind == TokenKind::PrivateName) {
    AtomId name = t.atom;
    if (ast_.is<ast::Super>(object)) early_error(diag::kSuperPrivateName, t.span());
    next();
    return make(from, ast::PrivateMember{object, name, name_start, {}}, flags);
  }
  unexpected("a property name");
  return ast_.make(from, prev_end_, ast::StaticMember{object, atoms::empty, prev_end_}, flags);
}

NodeId Parser::parse_index(NodeId object, uint32_t from, NodeFlag flags) {
  uint32_t open = start();
  next();
  ContextScope scope(*this, Context::In | Context::Brackets);
  NodeId property = parse_expression();
  expect_closing(TokenKind::RightBracket, open);
  return make(from, ast::ComputedMember{object, property}, flags);
}

NodeId Parser::parse_call(NodeId callee, NodeId type_arguments, uint32_t from, NodeFlag flags) {
  NodeList arguments = parse_arguments();
  const NodeId call = make(from, ast::CallExpression{callee, type_arguments, arguments}, flags);
  note_eval(call);
  return call;
}

NodeList Parser::parse_arguments() {
  uint32_t open = start();
  next();
  ContextScope scope(*this, Context::In | Context::Parentheses, Context::Decorator);
  ListBuilder arguments(*this);
  while (!at(TokenKind::RightParen) && !at(TokenKind::EndOfFile)) {
    if (at(TokenKind::Ellipsis)) {
      uint32_t from = start();
      next();
      NodeId argument = parse_assignment();
      arguments.push(make(from, ast::SpreadElement{argument}));
    } else {
      arguments.push(parse_assignment());
    }
    if (at(TokenKind::RightParen)) break;
    if (!continue_list(TokenKind::RightParen)) break;
  }
  expect_closing(TokenKind::RightParen, open);
  return arguments.finish();
}

NodeId Parser::parse_optional_link(NodeId left, uint32_t from) {
  if (ast_.is<ast::Super>(left)) early_error(diag::kOptionalSuper, token().span());
  next();
  switch (kind()) {
    case TokenKind::LeftParen:
      return parse_call(left, NodeId::none(), from, NodeFlag::Optional);
    case TokenKind::LeftBracket:
      return parse_index(left, from, NodeFlag::Optional);
    case TokenKind::TemplateComplete:
    case TokenKind::TemplateHead: {
      early_error(diag::kOptionalChainTemplate, {start(), start() + 1});
      NodeId quasi = parse_template_literal(true);
      return make(from, ast::TaggedTemplate{left, NodeId::none(), quasi});
    }
    case TokenKind::Less:
    case TokenKind::LessLess:
      if (typescript()) {
        NodeId arguments = try_parse_type_arguments_in_expression();
        if (!arguments.is_none() && at(TokenKind::LeftParen))
          return parse_call(left, arguments, from, NodeFlag::Optional);
      }
      break;
    default:
      break;
  }
  return parse_member_name(left, from, NodeFlag::Optional);
}

NodeId Parser::parse_after_type_arguments(NodeId left, NodeId type_arguments, uint32_t from,
                                          Calls calls) {
  switch (kind()) {
    case TokenKind::LeftParen:
      if (calls == Calls::Allowed) return parse_call(left, type_arguments, from, NodeFlag::None);
      break;
    case TokenKind::TemplateComplete:
    case TokenKind::TemplateHead: {
      NodeId quasi = parse_template_literal(true);
      return make(from, ast::TaggedTemplate{left, type_arguments, quasi});
    }
    default:
      break;
  }
  return make(from, ast::TSInstantiationExpression{left, type_arguments});
}

NodeId Parser::parse_new() {
  uint32_t from = start();
  bool is_pure = (token().flags & kPureBefore) != 0;
  next();
  if (too_deep()) return error_node(from);
  if (at(TokenKind::Dot)) return parse_new_target(from);
  uint32_t callee_start = start();
  Span first = token().span();
  NodeId primary = parse_primary();
  if (ast_.is<ast::ImportExpression>(primary) && !ast_.has_flag(primary, NodeFlag::Parenthesized))
    early_error(diag::kNewImport, first);
  if (ast_.is<ast::Super>(primary) && at(TokenKind::LeftParen)) early_error(diag::kNewSuper, first);
  ast::NewExpression node;
  node.callee = parse_subscripts(primary, callee_start, Calls::None);
  // `new Foo<T>(x)`: the type arguments are the call's.
  auto* instantiation = ast_.try_as<ast::TSInstantiationExpression>(node.callee);
  if (instantiation != nullptr && !ast_.has_flag(node.callee, NodeFlag::Parenthesized)) {
    node.type_arguments = instantiation->type_arguments;
    node.callee = instantiation->expression;
  }
  if (at(TokenKind::LeftParen)) node.arguments = parse_arguments();
  const NodeId made = make(from, node, is_pure ? NodeFlag::Pure : NodeFlag::None);
  note_eval(made);
  return made;
}

NodeId Parser::parse_new_target(uint32_t from) {
  next();
  if (!at(TokenKind::Target)) {
    error(diag::kExpectedMetaProperty, token().span(), "new.target", found());
    if (is_identifier_name(kind())) next();
    return make(from, ast::NewTarget{});
  }
  next();
  NodeId node = make(from, ast::NewTarget{});
  if (!in(Context::NewTarget)) early_error(diag::kNewTargetOutsideFunction, ast_.span(node));
  return node;
}

NodeId Parser::parse_super() {
  Span span = token().span();
  next();
  NodeId node = make(span.start, ast::Super{});
  if (at(TokenKind::LeftParen)) {
    if (!in(Context::SuperCall)) early_error(diag::kSuperCallOutsideConstructor, span);
  } else if (at(TokenKind::Dot) || at(TokenKind::LeftBracket) || at(TokenKind::QuestionDot)) {
    if (!in(Context::SuperProperty)) early_error(diag::kSuperOutsideMethod, span);
  } else {
    error(diag::kSuperAlone, span);
  }
  return node;
}

// `import(...)`, `import.meta`, `import.source(...)`, `import.defer(...)`.
NodeId Parser::parse_import_expression() {
  uint32_t from = start();
  next();
  if (at(TokenKind::LeftParen)) return parse_import_call(from, ImportPhase::Evaluation);
  if (!eat(TokenKind::Dot)) {
    error(diag::kImportInExpression, span_from(from));
    return error_node(from);
  }
  if (at(TokenKind::Meta)) {
    next();
    NodeId node = make(from, ast::ImportMeta{});
    if (options_.source.goal != Goal::Module)
      early_error(diag::kImportMetaOutsideModule, ast_.span(node));
    return node;
  }
  if (at(TokenKind::Source) || at(TokenKind::Defer)) {
    ImportPhase phase = at(TokenKind::Source) ? ImportPhase::Source : ImportPhase::Defer;
    next();
    if (at(TokenKind::LeftParen)) return parse_import_call(from, phase);
    unexpected("(");
    return error_node(from);
  }
  error(diag::kExpectedMetaProperty, token().span(), "import.meta", found());
  if (is_identifier_name(kind())) next();
  return error_node(from);
}

NodeId Parser::parse_import_call(uint32_t from, ImportPhase phase) {
  uint32_t open = start();
  next();
  ContextScope scope(*this, Context::In | Context::Parentheses, Context::Decorator);
  ast::ImportExpression node;
  node.phase = phase;
  if (at(TokenKind::RightParen)) {
    early_error(diag::kImportWithoutSpecifier, {open, token().end});
    node.source = error_node(prev_end_);
  } else {
    if (at(TokenKind::Ellipsis)) {
      early_error(diag::kSpreadInImport, token().span());
      next();
    }
    node.source = parse_assignment();
    if (eat(TokenKind::Comma) && !at(TokenKind::RightParen)) {
      if (at(TokenKind::Ellipsis)) {
        early_error(diag::kSpreadInImport, token().span());
        next();
      }
      node.options = parse_assignment();
      if (eat(TokenKind::Comma) && !at(TokenKind::RightParen)) {
        early_error(diag::kImportArguments, token().span());
        while (!at(TokenKind::RightParen) && !at(TokenKind::EndOfFile)) {
          parse_assignment();
          if (!continue_list(TokenKind::RightParen)) break;
        }
      }
    }
  }
  expect_closing(TokenKind::RightParen, open);
  return make(from, node);
}

}  // namespace perry::frontend
