#include "frontend/parse/parser.h"

// Parentheses and arrow functions. What stands between parentheses is read once, as expressions;
// `=>` behind them turns the list into parameters.
namespace perry::frontend {

using support::Span;

namespace {

// What of the surroundings an arrow function's body does not see.
constexpr Context kNotInArrows =
    Context::Yield | Context::Await | Context::Return | Context::TopLevel | Context::Namespace |
    Context::Breakable | Context::Continuable | Context::CaseClause | Context::Parameters |
    Context::LexicalBinding | Context::Decorator | Context::StaticBlock;

}  // namespace

NodeId Parser::parse_parenthesized(Arrows arrows, ArrowTypes types) {
  if (too_deep()) return error_node(start());
  ListBuilder items(*this);
  CoverList list{.open = start(), .cover = cover_errors_.size()};
  parse_cover_list(items, list);
  if (arrows == Arrows::Allowed) {
    if (at(TokenKind::Arrow))
      return finish_arrow({.start = list.open}, items, list, NodeId::none(), types);
    if (at(TokenKind::Colon) && typescript()) {
      NodeId arrow = try_parse_typed_arrow({.start = list.open}, items, list, types);
      if (!arrow.is_none()) return arrow;
    }
  } else if (at(TokenKind::Arrow)) {
    error(diag::kArrowAsOperand, token().span());
    return finish_arrow({.start = list.open}, items, list, NodeId::none(), types);
  }
  return finish_parenthesized(items, list);
}

// From `(` to `)`.
void Parser::parse_cover_list(ListBuilder& items, CoverList& list) {
  next();
  ContextScope scope(*this, Context::In | Context::Parentheses, Context::Decorator);
  uint32_t outer_item = cover_item_;
  list.first = start();
  if (at(TokenKind::RightParen) && !list.is_call) list.must_be_arrow = true;
  while (!at(TokenKind::RightParen) && !at(TokenKind::EndOfFile)) {
    items.push(parse_cover_item(list));
    list.last_end = prev_end_;
    if (at(TokenKind::RightParen)) break;
    Span comma = token().span();
    if (!continue_list(TokenKind::RightParen)) break;
    if (!at(TokenKind::RightParen)) continue;
    if (!list.is_call) demand_arrow(list, token().span());
    list.trailing_comma = comma;
  }
  expect_closing(TokenKind::RightParen, list.open);
  cover_item_ = outer_item;
}

// Notes what no expression may hold.
void Parser::demand_arrow(CoverList& list, Span span) {
  if (!list.must_be_arrow) list.unexpected = span;
  list.must_be_arrow = true;
}

NodeId Parser::parse_cover_item(CoverList& list) {
  uint32_t from = start();
  NodeId item;
  if (at(TokenKind::Ellipsis)) {
    if (!list.is_call) demand_arrow(list, token().span());
    next();
    NodeId argument = parse_assignment_cover();
    item = make(from, ast::SpreadElement{argument});
  } else {
    cover_item_ = from;
    item = parse_assignment_cover();
  }
  bool has_mark = at(TokenKind::Colon) || (at(TokenKind::Question) && typescript());
  if (!has_mark) return item;
  NodeId pattern = item;
  if (const auto* spread = ast_.try_as<ast::SpreadElement>(item)) pattern = spread->argument;
  bool may_be_parameter = ast_.is<ast::Identifier>(pattern) || is_pattern_cover(pattern) ||
                          (ast_.is<ast::ThisExpression>(pattern) && typescript());
  if (!may_be_parameter || ast_.has_flag(pattern, NodeFlag::Parenthesized)) return item;
  return parse_typed_cover_item(item, pattern, list);
}

// `a?`, `a: T`, `a?: T = 1`: TypeScript, and a parameter for sure.
NodeId Parser::parse_typed_cover_item(NodeId item, NodeId pattern, CoverList& list) {
  uint32_t from = ast_.start(item);
  demand_arrow(list, token().span());
  NodeFlag flags = pattern == item ? NodeFlag::None : NodeFlag::Rest;
  if (ast_.is<ast::ThisExpression>(pattern)) {
    Span span = ast_.span(pattern);
    early_error(diag::kThisInArrow, span);
    pattern =
        ast_.make(span.start, span.end, ast::BindingIdentifier{word_atom(TokenKind::This), {}});
    flags |= NodeFlag::ThisParameter;
  } else {
    to_pattern_target(pattern, PatternUse::Binding);
  }
  return parse_parameter_tail(from, {}, pattern, flags);
}

// TypeScript's optional parameter, `(a?: T) =>`, against a conditional expression.
bool Parser::at_optional_parameter(NodeId left, uint32_t from) {
  if (!typescript() || from != cover_item_) return false;
  if (!ast_.is<ast::Identifier>(left) && !is_pattern_cover(left) &&
      !ast_.is<ast::ThisExpression>(left))
    return false;
  TokenKind after = peek().kind;
  return after == TokenKind::Comma || after == TokenKind::RightParen || after == TokenKind::Colon ||
         after == TokenKind::Equal;
}

// No arrow function after all.
NodeId Parser::finish_parenthesized(ListBuilder& items, CoverList& list) {
  if (list.must_be_arrow) {
    if (list.unexpected.end == 0) {
      unexpected("=>");
    } else if (may_report(list.unexpected)) {
      sink_.report(diag::kExpectedExpression, list.unexpected, quoted(list.unexpected));
    }
  }
  report_cover_errors(list.cover);
  if (items.size() == 0) return error_node(list.open);
  if (list.must_be_arrow) forget_parameters(items, list);
  NodeId result = items.nodes()[0];
  if (items.size() > 1)
    result = ast_.make(list.first, list.last_end, ast::SequenceExpression{items.finish()});
  if (ast_.is<ast::ErrorNode>(result)) return result;
  ast_.add_flag(result, NodeFlag::Parenthesized);
  return result;
}

// What only the parameters of an arrow function may hold has no place in an expression.
void Parser::forget_parameters(ListBuilder& items, const CoverList& list) {
  for (NodeId& item : items.nodes()) {
    bool is_parameter =
        ast_.is<ast::Parameter>(item) || (ast_.is<ast::SpreadElement>(item) && !list.is_call);
    if (is_parameter) item = ast_.make(ast_.start(item), ast_.end(item), ast::ErrorNode{});
  }
}

// At `:` behind `)`: a return type and `=>`. Between `?` and `:` of a conditional expression
// `a ? (b) : c => d` has no such type, unless a `:` follows the arrow function.
NodeId Parser::try_parse_typed_arrow(const Arrow& arrow, const ListBuilder& items,
                                     const CoverList& list, ArrowTypes types) {
  for (NodeId item : items.nodes())
    if (!may_be_parameter(item)) return NodeId::none();
  if (types == ArrowTypes::Allowed) {
    NodeId return_type = try_parse_arrow_return_type();
    if (return_type.is_none()) return NodeId::none();
    return finish_arrow(arrow, items, list, return_type, types);
  }
  NodeId return_type;
  ArrowBody body;
  NodeId found = speculate(Attempt::Other, [&] {
    return_type = try_parse_arrow_return_type();
    if (return_type.is_none()) return NodeId::none();
    body = parse_arrow_body(arrow.flags, types);
    return at(TokenKind::Colon) ? body.node : NodeId::none();
  });
  if (found.is_none()) return NodeId::none();
  return make_arrow(arrow, items, list, return_type, body);
}

bool Parser::may_be_parameter(NodeId item) const {
  if (ast_.has_flag(item, NodeFlag::Parenthesized)) return false;
  if (const auto* assignment = ast_.try_as<ast::AssignmentExpression>(item)) {
    NodeKind left = ast_.kind(assignment->left);
    return assignment->op == AssignmentOperator::Assign &&
           (left == NodeKind::Identifier || left == NodeKind::ObjectPattern ||
            left == NodeKind::ArrayPattern);
  }
  return ast_.is<ast::Identifier>(item) || is_pattern_cover(item) ||
         ast_.is<ast::SpreadElement>(item) || ast_.is<ast::Parameter>(item) ||
         ast_.is<ast::ThisExpression>(item);
}

// At `=>`.
NodeId Parser::finish_arrow(const Arrow& arrow, const ListBuilder& items, const CoverList& list,
                            NodeId return_type, ArrowTypes types) {
  ArrowBody body = parse_arrow_body(arrow.flags, types);
  return make_arrow(arrow, items, list, return_type, body);
}

NodeId Parser::make_arrow(const Arrow& arrow, const ListBuilder& items, const CoverList& list,
                          NodeId return_type, const ArrowBody& body) {
  forget_cover_errors(list.cover);
  check_arrow_parameters(list.open, arrow.flags);
  if (list.trailing_comma.end != 0 && items.size() != 0) {
    NodeId last = items.nodes().back();
    if (ast_.is<ast::SpreadElement>(last) ||
        (ast_.is<ast::Parameter>(last) && ast_.has_flag(last, NodeFlag::Rest)))
      early_error(diag::kCommaAfterRest, Span{ast_.start(last), ast_.start(last) + 3});
  }
  Arrow complete = arrow;
  complete.params = to_parameters(items);
  complete.return_type = return_type;
  return make_arrow_function(complete, body);
}

NodeId Parser::make_arrow_function(const Arrow& arrow, const ArrowBody& body) {
  check_body_strictness(body.info, arrow.params, NodeId::none());
  ast::ArrowFunction node;
  node.type_parameters = arrow.type_parameters;
  node.params = arrow.params;
  node.return_type = arrow.return_type;
  node.body = body.node;
  NodeFlag flags = arrow.flags;
  if (body.info.strict) flags |= NodeFlag::Strict;
  if (body.is_expression) flags |= NodeFlag::ExpressionBody;
  if (no_side_effects_start_ == arrow.start) flags |= NodeFlag::NoSideEffects;
  return make(arrow.start, node, flags);
}

// `open` is where the parameters start.
void Parser::check_arrow_parameters(uint32_t open, NodeFlag flags) {
  const FunctionState& f = function_;
  if (f.last_yield > open)
    early_error(diag::kYieldInParameters, Span{f.last_yield, f.last_yield + 5});
  if (f.last_await > open)
    early_error(diag::kAwaitInParameters, Span{f.last_await, f.last_await + 5});
  if (f.last_await_name > open && has(flags, NodeFlag::Async))
    early_error(diag::kAwaitNameInAsync, Span{f.last_await_name, f.last_await_name + 5});
}

// `name =>`.
NodeId Parser::parse_arrow_of_name(NodeId name, uint32_t from, NodeFlag flags, ArrowTypes types) {
  Span span = ast_.span(name);
  to_pattern_target(name, PatternUse::Binding);
  ast::Parameter parameter;
  parameter.pattern = name;
  NodeId params[] = {ast_.make(span.start, span.end, parameter)};
  Arrow arrow{.start = from, .flags = flags};
  arrow.params = ast_.make_list(params);
  ArrowBody body = parse_arrow_body(flags, types);
  return make_arrow_function(arrow, body);
}

Parser::ArrowBody Parser::parse_arrow_body(NodeFlag flags, ArrowTypes types) {
  if (token().newline_before()) error(diag::kNewlineBeforeArrow, token().span());
  Context add = Context::FunctionBody;
  if (has(flags, NodeFlag::Async)) add = add | Context::Await;
  if (in(Context::StaticBlock)) add = add | Context::ClassFieldInit;
  FunctionScope function(*this);
  ContextScope scope(*this, add, kNotInArrows);
  expect(TokenKind::Arrow);
  ArrowBody body;
  if (at(TokenKind::LeftBrace)) {
    ContextScope block(*this, Context::In | Context::Return,
                       Context::Parentheses | Context::Brackets);
    body.node = parse_function_body(body.info);
  } else {
    body.is_expression = true;
    body.info.strict = strict();
    body.node = parse_assignment_with(types);
  }
  return body;
}

NodeId Parser::try_parse_arrow_after_type_parameters(uint32_t from, NodeId type_parameters,
                                                     NodeFlag flags) {
  Arrow arrow{.start = from, .flags = flags, .type_parameters = type_parameters};
  uint32_t open = start();
  Context add = has(flags, NodeFlag::Async) ? Context::Await : Context::None;
  NodeId head = speculate(Attempt::GenericArrow, [&] {
    ContextScope scope(*this, add);
    arrow.params = parse_parameters();
    arrow.return_type = try_parse_return_type();
    return at(TokenKind::Arrow) && !token().newline_before() ? type_parameters : NodeId::none();
  });
  if (head.is_none()) return NodeId::none();
  check_arrow_parameters(open, flags);
  ArrowBody body = parse_arrow_body(flags, ArrowTypes::Allowed);
  check_variance(type_parameters, TypeParameterOwner::Function);
  NodeId function = make_arrow_function(arrow, body);
  check_parameter_properties(function, false);
  return function;
}

NodeId Parser::parse_async(Arrows arrows, ArrowTypes types) {
  Token word = token();
  next();
  return parse_async_from(word, arrows, types);
}

// Behind the word `async`: a function, an arrow function, a call of something with that name, or
// the name alone.
NodeId Parser::parse_async_from(const Token& word, Arrows arrows, ArrowTypes types) {
  bool same_line = !token().newline_before();
  if (same_line && at(TokenKind::Function))
    return parse_function_expression(word.start, NodeFlag::Async);
  if (arrows == Arrows::None) return identifier_from(word);
  if (at(TokenKind::Arrow))
    return parse_arrow_of_name(identifier_from(word), word.start, NodeFlag::None, types);
  if (!same_line) return identifier_from(word);
  if (at(TokenKind::LeftParen)) return parse_async_call_or_arrow(word, types);
  if (at(TokenKind::Less) && typescript()) {
    NodeId arrow = try_parse_generic_arrow(word.start, NodeFlag::Async);
    return arrow.is_none() ? identifier_from(word) : arrow;
  }
  if (!at_identifier()) return identifier_from(word);
  // `for (async of ...)`, `async as T`: only `=>` tells.
  bool is_operator_word = at(TokenKind::Of) || at(TokenKind::As) || at(TokenKind::Satisfies);
  if (is_operator_word && peek().kind != TokenKind::Arrow) return identifier_from(word);
  if (at(TokenKind::Await)) early_error(diag::kAwaitNameInAsync, token().span());
  NodeId name = parse_identifier();
  if (!at(TokenKind::Arrow)) {
    unexpected("=>");
    return error_node(word.start);
  }
  return parse_arrow_of_name(name, word.start, NodeFlag::Async, types);
}

NodeId Parser::parse_async_call_or_arrow(const Token& word, ArrowTypes types) {
  if (too_deep()) return error_node(word.start);
  ListBuilder items(*this);
  CoverList list{.open = start(), .cover = cover_errors_.size(), .is_call = true};
  parse_cover_list(items, list);
  Arrow arrow{.start = word.start, .flags = NodeFlag::Async};
  if (at(TokenKind::Arrow)) return finish_arrow(arrow, items, list, NodeId::none(), types);
  if (at(TokenKind::Colon) && typescript()) {
    NodeId typed = try_parse_typed_arrow(arrow, items, list, types);
    if (!typed.is_none()) return typed;
  }
  if (list.must_be_arrow && may_report(list.unexpected))
    sink_.report(diag::kExpectedExpression, list.unexpected, quoted(list.unexpected));
  if (list.must_be_arrow) forget_parameters(items, list);
  report_cover_errors(list.cover);
  NodeId callee = identifier_from(word);
  NodeFlag flags = pure_start_ == word.start ? NodeFlag::Pure : NodeFlag::None;
  return make(word.start, ast::CallExpression{callee, NodeId::none(), items.finish()}, flags);
}

}  // namespace perry::frontend
