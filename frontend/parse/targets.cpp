#include "frontend/parse/parser.h"

// Cover grammar. `[a, {b = 1}]` is read as an expression; when `=`, `=>`, `of` or `in` shows that
// it was a pattern, its nodes change their kinds in place. A pattern is walked once as the target
// of an assignment and once more as a parameter at most, so the whole stays linear. What is wrong
// only in one of the readings is kept as a cover error until the reading is known.
namespace perry::frontend {

using support::Span;

void Parser::report_cover_errors(size_t base) {
  for (size_t i = base; i < cover_errors_.size(); i++) {
    const CoverError& e = cover_errors_[i];
    if (e.kind == CoverError::Kind::DuplicateProto) {
      early_error(diag::kDuplicateProto, e.span).label(e.first, "first one");
    } else if (speculating_) {
      error(diag::kInitializerInObject, e.span);
    } else {
      early_error(diag::kInitializerInObject, e.span)
          .fix(e.span, ":", "write `:` to give the property a value");
    }
  }
  cover_errors_.resize(base);
}

bool Parser::is_pattern_cover(NodeId id) const {
  return (ast_.is<ast::ObjectExpression>(id) || ast_.is<ast::ArrayExpression>(id)) &&
         !ast_.has_flag(id, NodeFlag::Parenthesized);
}

// An object or array literal becomes a pattern.
void Parser::to_pattern(NodeId id, PatternUse use) {
  if (ast_.has_flag(id, NodeFlag::Parenthesized)) {
    early_error(diag::kParenthesizedPattern, ast_.span(id));
    return;
  }
  if (ast_.is<ast::ObjectExpression>(id) || ast_.is<ast::ObjectPattern>(id)) {
    ast_.set_kind(id, NodeKind::ObjectPattern);
    NodeList properties = ast_.as<ast::ObjectPattern>(id).properties;
    for (uint32_t i = 0; i < properties.count; i++) {
      NodeId property = ast_.list(properties)[i];
      if (ast_.is<ast::Property>(property)) {
        to_pattern_property(property, use);
      } else {
        to_rest(property, use, i + 1 == properties.count, id);
      }
    }
  } else {
    ast_.set_kind(id, NodeKind::ArrayPattern);
    NodeList elements = ast_.as<ast::ArrayPattern>(id).elements;
    for (uint32_t i = 0; i < elements.count; i++) {
      NodeId element = ast_.list(elements)[i];
      if (element.is_none()) continue;
      if (ast_.is<ast::SpreadElement>(element) || ast_.is<ast::RestElement>(element)) {
        to_rest(element, use, i + 1 == elements.count, id);
      } else {
        to_pattern_element(element, use);
      }
    }
  }
  ast_.remove_flag(id, NodeFlag::TrailingComma);
}

void Parser::to_pattern_property(NodeId id, PatternUse use) {
  const auto& property = ast_.as<ast::Property>(id);
  if (property.kind != PropertyKind::Init || ast_.has_flag(id, NodeFlag::Method)) {
    early_error(diag::kMethodInPattern, ast_.span(id));
    return;
  }
  to_pattern_element(property.value, use);
}

void Parser::to_rest(NodeId id, PatternUse use, bool is_last, NodeId pattern) {
  if (!ast_.is<ast::SpreadElement>(id) && !ast_.is<ast::RestElement>(id)) return;
  ast_.set_kind(id, NodeKind::RestElement);
  NodeId argument = ast_.as<ast::RestElement>(id).argument;
  Span dots = {ast_.start(id), ast_.start(id) + 3};
  if (!is_last) {
    early_error(diag::kRestNotLast, dots);
  } else if (ast_.has_flag(pattern, NodeFlag::TrailingComma)) {
    early_error(diag::kCommaAfterRest, dots);
  }
  bool is_plain = !ast_.has_flag(argument, NodeFlag::Parenthesized);
  if (is_plain &&
      (ast_.is<ast::AssignmentExpression>(argument) || ast_.is<ast::AssignmentPattern>(argument))) {
    early_error(diag::kRestInitializer, ast_.span(argument));
    return;
  }
  bool is_pattern = is_pattern_cover(argument) || ast_.is<ast::ObjectPattern>(argument) ||
                    ast_.is<ast::ArrayPattern>(argument);
  if (is_pattern && ast_.is<ast::ObjectPattern>(pattern))
    early_error(diag::kPatternInObjectRest, ast_.span(argument));
  to_pattern_target(argument, use);
}

// A target with or without a default.
void Parser::to_pattern_element(NodeId id, PatternUse use) {
  if (ast_.is<ast::AssignmentPattern>(id)) {
    to_pattern_target(ast_.as<ast::AssignmentPattern>(id).left, use);
    return;
  }
  const auto* assignment = ast_.try_as<ast::AssignmentExpression>(id);
  if (assignment == nullptr || assignment->op != AssignmentOperator::Assign ||
      ast_.has_flag(id, NodeFlag::Parenthesized)) {
    to_pattern_target(id, use);
    return;
  }
  ast_.set_kind(id, NodeKind::AssignmentPattern);
  NodeId left = assignment->left;
  bool is_pattern = ast_.is<ast::ObjectPattern>(left) || ast_.is<ast::ArrayPattern>(left);
  // As a target of assignment a pattern has been converted already.
  if (use == PatternUse::Binding || !is_pattern) to_pattern_target(left, use);
}

void Parser::to_pattern_target(NodeId id, PatternUse use) {
  switch (ast_.kind(id)) {
    case NodeKind::ObjectExpression:
    case NodeKind::ArrayExpression:
    case NodeKind::ObjectPattern:
    case NodeKind::ArrayPattern:
      to_pattern(id, use);
      return;
    default:
      break;
  }
  if (use == PatternUse::Assignment) {
    check_simple_target(id, TargetUse::Destructuring);
    return;
  }
  if (ast_.is<ast::BindingIdentifier>(id) || ast_.is<ast::ErrorNode>(id)) return;
  if (!ast_.is<ast::Identifier>(id) || ast_.has_flag(id, NodeFlag::Parenthesized)) {
    early_error(diag::kInvalidParameter, ast_.span(id));
    return;
  }
  AtomId name = ast_.as<ast::Identifier>(id).name;
  if ((name == atoms::eval || name == atoms::arguments) && strict() && !ambient())
    early_error(diag::kStrictBinding, ast_.span(id), ast_.text(name));
  ast_.set_kind(id, NodeKind::BindingIdentifier);
}

void Parser::to_assignment_target(NodeId id, TargetUse use) {
  if (is_pattern_cover(id)) {
    to_pattern(id, PatternUse::Assignment);
  } else {
    check_simple_target(id, use);
  }
}

// Parentheses around a simple target are allowed.
void Parser::check_simple_target(NodeId id, TargetUse use) {
  switch (ast_.kind(id)) {
    case NodeKind::Identifier: {
      AtomId name = ast_.as<ast::Identifier>(id).name;
      if ((name == atoms::eval || name == atoms::arguments) && strict())
        early_error(diag::kStrictAssignment, ast_.span(id), ast_.text(name));
      return;
    }
    case NodeKind::StaticMember:
    case NodeKind::PrivateMember:
    case NodeKind::ComputedMember:
    case NodeKind::ErrorNode:
      return;
    case NodeKind::TSNonNullExpression:
      return check_simple_target(ast_.as<ast::TSNonNullExpression>(id).expression, use);
    case NodeKind::TSAsExpression:
    case NodeKind::TSSatisfiesExpression:
    case NodeKind::TSTypeAssertion:
      if (ast_.has_flag(id, NodeFlag::Parenthesized) || use == TargetUse::Destructuring ||
          use == TargetUse::For || use == TargetUse::Update)
        return check_simple_target(cast_operand(id), use);
      break;
    case NodeKind::CallExpression:
      // Annex B: an error when it runs, in sloppy code.
      if (!strict() && options_.source.annex_b && use != TargetUse::Logical &&
          use != TargetUse::Destructuring &&
          !ast_.is<ast::Super>(ast_.as<ast::CallExpression>(id).callee))
        return;
      break;
    case NodeKind::ChainExpression:
      early_error(diag::kOptionalChainTarget, ast_.span(id));
      return;
    case NodeKind::ObjectExpression:
    case NodeKind::ArrayExpression:
      if (ast_.has_flag(id, NodeFlag::Parenthesized) && use != TargetUse::Update) {
        early_error(diag::kParenthesizedPattern, ast_.span(id));
        return;
      }
      break;
    default:
      break;
  }
  switch (use) {
    case TargetUse::Update:
      early_error(diag::kInvalidUpdateTarget, ast_.span(id));
      break;
    case TargetUse::For:
      early_error(diag::kInvalidForTarget, ast_.span(id));
      break;
    case TargetUse::Destructuring:
      early_error(diag::kInvalidDestructuringTarget, ast_.span(id));
      break;
    default:
      early_error(diag::kInvalidAssignmentTarget, ast_.span(id));
      break;
  }
}

NodeId Parser::cast_operand(NodeId id) const {
  if (const auto* as = ast_.try_as<ast::TSAsExpression>(id)) return as->expression;
  if (const auto* check = ast_.try_as<ast::TSSatisfiesExpression>(id)) return check->expression;
  return ast_.as<ast::TSTypeAssertion>(id).expression;
}

// An item between parentheses becomes a parameter of an arrow function.
NodeId Parser::to_parameter(NodeId item) {
  if (ast_.is<ast::Parameter>(item)) return item;
  Span span = ast_.span(item);
  ast::Parameter parameter;
  NodeFlag flags = NodeFlag::None;
  const auto* assignment = ast_.try_as<ast::AssignmentExpression>(item);
  if (const auto* spread = ast_.try_as<ast::SpreadElement>(item)) {
    flags |= NodeFlag::Rest;
    parameter.pattern = spread->argument;
    const auto* inner = ast_.try_as<ast::AssignmentExpression>(spread->argument);
    if (inner != nullptr && !ast_.has_flag(spread->argument, NodeFlag::Parenthesized)) {
      early_error(diag::kRestInitializer, ast_.span(spread->argument));
      parameter.pattern = inner->left;
    }
  } else if (assignment != nullptr && assignment->op == AssignmentOperator::Assign &&
             !ast_.has_flag(item, NodeFlag::Parenthesized)) {
    parameter.pattern = assignment->left;
    parameter.init = assignment->right;
  } else {
    parameter.pattern = item;
  }
  to_pattern_target(parameter.pattern, PatternUse::Binding);
  return ast_.make(span.start, span.end, parameter, flags);
}

NodeList Parser::to_parameters(const ListBuilder& items) {
  ListBuilder parameters(*this);
  size_t count = items.size() - parameters.size();
  for (size_t i = 0; i < count; i++) {
    NodeId item = items.nodes()[i];
    NodeId parameter = to_parameter(item);
    if (ast_.has_flag(parameter, NodeFlag::Rest) && i + 1 != count) {
      uint32_t dots = ast_.start(parameter);
      early_error(diag::kRestNotLast, Span{dots, dots + 3});
    }
    parameters.push(parameter);
  }
  return parameters.finish();
}

}  // namespace perry::frontend
