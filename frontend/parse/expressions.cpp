#include <array>

#include "frontend/parse/parser.h"

// Expressions from the comma down to unary operators. Chains of binary operators are read by
// precedence climbing, in a loop: a chain of any length needs no stack, and only the ten or so
// levels of precedence recurse. Most expressions are a name or a literal with nothing behind it:
// parse_assignment_cover goes to those directly and asks first whether the expression ends there.
namespace perry::frontend {

using support::Span;

namespace {

constexpr int kRelational = 8;
constexpr int kPower = 12;

template <class T>
using ByToken = std::array<T, static_cast<size_t>(kLastWord) + 1>;

constexpr size_t index_of(TokenKind k) { return static_cast<size_t>(k); }

// 0 for what is no binary operator.
constexpr ByToken<uint8_t> kPrecedence = [] {
  ByToken<uint8_t> table = {};
  const auto set = [&table](int level, auto... kinds) {
    ((table[index_of(kinds)] = static_cast<uint8_t>(level)), ...);
  };
  using enum TokenKind;
  set(1, QuestionQuestion);
  set(2, PipePipe);
  set(3, AmpersandAmpersand);
  set(4, Pipe);
  set(5, Caret);
  set(6, Ampersand);
  set(7, EqualEqual, BangEqual, EqualEqualEqual, BangEqualEqual);
  set(kRelational, Less, LessEqual, Greater, GreaterEqual, In, Instanceof);
  set(9, LessLess, GreaterGreater, GreaterGreaterGreater);
  set(10, Plus, Minus);
  set(11, Star, Slash, Percent);
  set(kPower, StarStar);
  return table;
}();

constexpr ByToken<bool> kEndsExpression = [] {
  ByToken<bool> table = {};
  using enum TokenKind;
  for (TokenKind k : {Comma, Semicolon, RightParen, RightBracket, RightBrace, Colon, EndOfFile})
    table[index_of(k)] = true;
  return table;
}();

bool is_logical(TokenKind op) {
  return op == TokenKind::QuestionQuestion || op == TokenKind::PipePipe ||
         op == TokenKind::AmpersandAmpersand;
}

BinaryOperator binary_operator(TokenKind op) {
  if (op == TokenKind::In) return BinaryOperator::In;
  if (op == TokenKind::Instanceof) return BinaryOperator::Instanceof;
  return static_cast<BinaryOperator>(index_of(op) - index_of(TokenKind::QuestionQuestion));
}

AssignmentOperator assignment_operator(TokenKind op) {
  return static_cast<AssignmentOperator>(index_of(op) - index_of(TokenKind::Equal));
}

}  // namespace

NodeId Parser::parse_expression() {
  uint32_t from = start();
  NodeId first = parse_assignment();
  return at(TokenKind::Comma) ? parse_sequence(first, from) : first;
}

NodeId Parser::parse_sequence(NodeId first, uint32_t from) {
  ListBuilder expressions(*this);
  expressions.push(first);
  while (eat(TokenKind::Comma)) expressions.push(parse_assignment());
  return make(from, ast::SequenceExpression{expressions.finish()});
}

NodeId Parser::parse_expression_from(NodeId name, uint32_t from) {
  size_t cover = cover_errors_.size();
  NodeId first = name;
  if (is_arrow(name)) {
    // Nothing but a comma can follow.
  } else if (at(TokenKind::Arrow)) {
    first = parse_arrow_of_name(name, from, NodeFlag::None, ArrowTypes::Allowed);
  } else {
    NodeId left = parse_postfix(parse_subscripts(name, from, Calls::Allowed), from);
    first = parse_assignment_operators(left, from, cover, ArrowTypes::Allowed);
  }
  return at(TokenKind::Comma) ? parse_sequence(first, from) : first;
}

NodeId Parser::parse_assignment() { return parse_assignment_with(ArrowTypes::Allowed); }

NodeId Parser::parse_assignment_with(ArrowTypes types) {
  size_t cover = cover_errors_.size();
  NodeId result = parse_assignment_cover(types);
  if (cover_errors_.size() != cover) [[unlikely]]
    report_cover_errors(cover);
  return result;
}

NodeId Parser::parse_assignment_cover(ArrowTypes types) {
  uint32_t from = start();
  if (too_deep()) [[unlikely]]
    return error_node(from);
  if ((token().flags & (kPureBefore | kNoSideEffectsBefore)) != 0) [[unlikely]]
    note_annotations();
  size_t cover = cover_errors_.size();
  NodeId left;
  switch (kind()) {
    case TokenKind::Identifier:
      left = parse_identifier();
      if (at(TokenKind::Arrow)) return parse_arrow_of_name(left, from, NodeFlag::None, types);
      break;
    case TokenKind::String:
    case TokenKind::Number:
    case TokenKind::Null:
    case TokenKind::True:
    case TokenKind::False:
      left = parse_literal();
      break;
    case TokenKind::This:
      left = parse_this();
      break;
    case TokenKind::LeftParen:
      left = parse_parenthesized(Arrows::Allowed, types);
      if (is_arrow(left)) return left;
      break;
    case TokenKind::Async:
      left = parse_async(Arrows::Allowed, types);
      if (is_arrow(left)) return left;
      break;
    case TokenKind::Yield:
      if (in(Context::Yield)) return parse_yield();
      [[fallthrough]];
    default:
      if (kind() >= kFirstStrictWord && !(at(TokenKind::Await) && is_await_operator())) {
        left = parse_identifier();
        if (at(TokenKind::Arrow)) return parse_arrow_of_name(left, from, NodeFlag::None, types);
        break;
      }
      left = at(TokenKind::PrivateName) ? parse_private_in(0) : parse_unary();
      if (is_arrow(left)) return left;
      if (kEndsExpression[index_of(kind())] && cover_errors_.size() == cover) return left;
      // What could not begin an expression is no operator of one either.
      if (last_error_ == start()) [[unlikely]]
        return left;
      return parse_assignment_operators(left, from, cover, types);
  }
  if (kEndsExpression[index_of(kind())]) return left;
  left = parse_postfix(parse_subscripts(left, from, Calls::Allowed), from);
  return parse_assignment_operators(left, from, cover, types);
}

// Behind a unary expression: binary operators, `?` or `=`. `cover` counts the cover errors that
// were there before the expression.
NodeId Parser::parse_assignment_operators(NodeId left, uint32_t from, size_t cover,
                                          ArrowTypes types) {
  left = parse_binary(left, from, 0);
  if (is_assignment_operator(kind())) return parse_assignment_value(left, from, cover, types);
  if (at(TokenKind::Question) && !at_optional_parameter(left, from))
    left = parse_conditional(left, from, types);
  if (cover_errors_.size() != cover && !is_pattern_cover(left)) [[unlikely]]
    report_cover_errors(cover);
  return left;
}

NodeId Parser::parse_assignment_value(NodeId left, uint32_t from, size_t cover, ArrowTypes types) {
  TokenKind op = kind();
  if (op == TokenKind::Equal && is_pattern_cover(left)) {
    forget_cover_errors(cover);
    to_assignment_target(left, TargetUse::Assign);
  } else {
    report_cover_errors(cover);
    bool logical = op >= TokenKind::AmpersandAmpersandEqual;
    check_simple_target(left, op == TokenKind::Equal ? TargetUse::Assign
                              : logical              ? TargetUse::Logical
                                                     : TargetUse::Compound);
  }
  next();
  NodeId right = parse_assignment_with(types);
  return make(from, ast::AssignmentExpression{left, right, assignment_operator(op)});
}

NodeId Parser::parse_conditional(NodeId test, uint32_t from, ArrowTypes types) {
  uint32_t question = start();
  next();
  NodeId consequent;
  {
    ContextScope scope(*this, Context::In);
    consequent = parse_assignment_with(ArrowTypes::BeforeColon);
  }
  if (!eat(TokenKind::Colon)) {
    error(diag::kExpectedToken, token().span(), "`:`", found())
        .label({question, question + 1}, "of this conditional expression");
    return make(from, ast::ConditionalExpression{test, consequent, error_node(prev_end_)});
  }
  NodeId alternate = parse_assignment_with(types);
  return make(from, ast::ConditionalExpression{test, consequent, alternate});
}

NodeId Parser::parse_yield() {
  uint32_t from = start();
  if (in(Context::Parameters)) early_error(diag::kYieldInParameters, token().span());
  function_.last_yield = from;
  next();
  ast::YieldExpression node;
  NodeFlag flags = NodeFlag::None;
  if (!token().newline_before()) {
    if (eat(TokenKind::Star)) {
      flags = NodeFlag::Delegate;
      node.argument = parse_assignment();
    } else if (can_start_expression(kind())) {
      node.argument = parse_assignment();
    }
  }
  return make(from, node, flags);
}

// Reads operators that bind tighter than `floor`.
NodeId Parser::parse_binary(NodeId left, uint32_t from, int floor) {
  for (;;) {
    if (at(TokenKind::Greater)) lexer_.rescan_greater();
    TokenKind op = kind();
    int precedence = kPrecedence[index_of(op)];
    if (precedence <= floor) {
      bool is_cast = (op == TokenKind::As || op == TokenKind::Satisfies) && floor < kRelational &&
                     !token().newline_before();
      if (!is_cast) return left;
      if (!typescript()) report_typescript_only(token().span(), "type assertions");
      left = parse_as_or_satisfies(left, from);
      continue;
    }
    if (op == TokenKind::In && !in(Context::In)) return left;
    if (op == TokenKind::StarStar) {
      left = parse_power(left, from);
      continue;
    }
    Span op_span = token().span();
    next();
    NodeId right = parse_operand(precedence);
    left = make_binary(left, right, op, from, op_span);
  }
}

NodeId Parser::parse_operand(int floor) {
  uint32_t from = start();
  NodeId operand = at(TokenKind::PrivateName) ? parse_private_in(floor) : parse_unary();
  if (at(TokenKind::Arrow) && ast_.is<ast::Identifier>(operand)) [[unlikely]] {
    error(diag::kArrowAsOperand, token().span());
    return parse_arrow_of_name(operand, from, NodeFlag::None, ArrowTypes::Allowed);
  }
  check_arrow_operand(operand);
  if (kEndsExpression[index_of(kind())] || last_error_ == start()) return operand;
  return parse_binary(operand, from, floor);
}

// Only a generic arrow function can have been read as an operand without being reported.
void Parser::check_arrow_operand(NodeId operand) {
  const auto* arrow = ast_.try_as<ast::ArrowFunction>(operand);
  if (arrow == nullptr || arrow->type_parameters.is_none()) return;
  if (!ast_.has_flag(operand, NodeFlag::Parenthesized))
    early_error(diag::kArrowAsOperand, ast_.span(operand));
}

// `#name in object`.
NodeId Parser::parse_private_in(int floor) {
  Span span = token().span();
  NodeId name = parse_private_name();
  if (floor >= kRelational || !at(TokenKind::In) || !in(Context::In))
    early_error(diag::kPrivateNameAlone, span);
  return name;
}

NodeId Parser::make_binary(NodeId left, NodeId right, TokenKind op, uint32_t from, Span op_span) {
  BinaryOperator binary = binary_operator(op);
  if (!is_logical(op)) return make(from, ast::BinaryExpression{left, right, binary});
  for (NodeId side : {left, right}) {
    const auto* inner = ast_.try_as<ast::LogicalExpression>(side);
    if (inner == nullptr || ast_.has_flag(side, NodeFlag::Parenthesized)) continue;
    if ((inner->op == BinaryOperator::Coalesce) != (binary == BinaryOperator::Coalesce))
      early_error(diag::kMixedCoalesce, op_span).label(ast_.span(side), "needs parentheses");
  }
  return make(from, ast::LogicalExpression{left, right, binary});
}

// `**` is right-associative, and its base is no unary expression.
NodeId Parser::parse_power(NodeId left, uint32_t from) {
  bool is_unary = ast_.is<ast::UnaryExpression>(left) || ast_.is<ast::AwaitExpression>(left) ||
                  ast_.is<ast::TSTypeAssertion>(left);
  if (is_unary && !ast_.has_flag(left, NodeFlag::Parenthesized))
    early_error(diag::kUnaryPower, ast_.span(left)).label(token().span(), "raised to a power here");
  next();
  if (too_deep()) return error_node(from);
  NodeId right = parse_operand(kPower - 1);
  return make(from, ast::BinaryExpression{left, right, BinaryOperator::Power});
}

NodeId Parser::parse_unary() {
  uint32_t from = start();
  switch (kind()) {
    case TokenKind::Plus:
    case TokenKind::Minus:
    case TokenKind::Bang:
    case TokenKind::Tilde:
    case TokenKind::Typeof:
    case TokenKind::Void:
    case TokenKind::Delete:
      return parse_unary_operator();
    case TokenKind::PlusPlus:
    case TokenKind::MinusMinus:
      return parse_prefix_update();
    case TokenKind::Await:
      if (is_await_operator()) return parse_await();
      break;
    case TokenKind::Less: {
      if (!typescript()) break;
      NodeId result = parse_angle_bracket_expression();
      if (!ast_.is<ast::JSXElement>(result) && !ast_.is<ast::JSXFragment>(result)) return result;
      return parse_postfix(parse_subscripts(result, from, Calls::Allowed), from);
    }
    default:
      break;
  }
  return parse_postfix(parse_left_hand_side(), from);
}

NodeId Parser::parse_unary_operator() {
  uint32_t from = start();
  if (too_deep()) return error_node(from);
  UnaryOperator op = UnaryOperator::Minus;
  switch (kind()) {
    case TokenKind::Plus:
      op = UnaryOperator::Plus;
      break;
    case TokenKind::Bang:
      op = UnaryOperator::Not;
      break;
    case TokenKind::Tilde:
      op = UnaryOperator::BitNot;
      break;
    case TokenKind::Typeof:
      op = UnaryOperator::Typeof;
      break;
    case TokenKind::Void:
      op = UnaryOperator::Void;
      break;
    case TokenKind::Delete:
      op = UnaryOperator::Delete;
      break;
    default:
      break;
  }
  next();
  NodeId argument = parse_unary();
  check_arrow_operand(argument);
  if (op == UnaryOperator::Delete) check_delete(argument, from);
  return make(from, ast::UnaryExpression{argument, op});
}

void Parser::check_delete(NodeId argument, uint32_t from) {
  Span span = {from, ast_.end(argument)};
  if (ast_.is<ast::Identifier>(argument)) {
    if (strict()) early_error(diag::kDeleteName, span);
    return;
  }
  if (auto* chain = ast_.try_as<ast::ChainExpression>(argument)) argument = chain->expression;
  if (ast_.is<ast::PrivateMember>(argument)) early_error(diag::kDeletePrivateName, span);
}

NodeId Parser::parse_prefix_update() {
  uint32_t from = start();
  if (too_deep()) return error_node(from);
  UpdateOperator op =
      at(TokenKind::PlusPlus) ? UpdateOperator::Increment : UpdateOperator::Decrement;
  next();
  NodeId argument = parse_unary();
  check_simple_target(argument, TargetUse::Update);
  return make(from, ast::UpdateExpression{argument, op}, NodeFlag::Prefix);
}

NodeId Parser::parse_postfix(NodeId operand, uint32_t from) {
  if (!at(TokenKind::PlusPlus) && !at(TokenKind::MinusMinus)) return operand;
  if (token().newline_before()) return operand;
  UpdateOperator op =
      at(TokenKind::PlusPlus) ? UpdateOperator::Increment : UpdateOperator::Decrement;
  check_simple_target(operand, TargetUse::Update);
  next();
  return make(from, ast::UpdateExpression{operand, op});
}

// At `await`. Where it is a name, one followed by an operand on its line is still read as the
// operator, which is what was meant, and reported.
bool Parser::is_await_operator() {
  if (in(Context::Await)) return true;
  Token after = peek();
  if (after.newline_before()) return false;
  switch (after.kind) {
    case TokenKind::Identifier:
    case TokenKind::Number:
    case TokenKind::String:
    case TokenKind::This:
    case TokenKind::New:
    case TokenKind::Super:
    case TokenKind::Function:
    case TokenKind::Import:
      return true;
    case TokenKind::As:
    case TokenKind::Satisfies:
    case TokenKind::Of:
      return false;
    default:
      return after.kind >= kFirstStrictWord;
  }
}

NodeId Parser::parse_await() {
  uint32_t from = start();
  if (too_deep()) return error_node(from);
  Span span = token().span();
  if (in(Context::StaticBlock)) {
    early_error(diag::kAwaitInStaticBlock, span);
  } else if (!in(Context::Await)) {
    error(diag::kAwaitOutsideAsync, span);
  } else if (in(Context::Parameters)) {
    early_error(diag::kAwaitInParameters, span);
  }
  function_.last_await = from;
  next();
  NodeId argument = parse_unary();
  return make(from, ast::AwaitExpression{argument});
}

}  // namespace perry::frontend
