#include "frontend/parse/parser.h"

// What may not stand in an ambient context, where things are declared and nothing runs: looked at
// when a declaration has been read, so that reading it needs no cases of its own.
namespace perry::frontend {

using support::Span;

// The first statement that may not stand here is reported, and no other of the same list: a file
// that is no declaration file would have nothing but such.
void Parser::check_ambient_statements(std::span<const NodeId> statements) {
  bool reported = false;
  for (const NodeId statement : statements) {
    if (check_ambient_statement(statement) || reported) continue;
    reported = true;
    early_error(diag::kStatementInAmbient, first_token(ast_.start(statement)));
  }
}

// False for what is no declaration.
bool Parser::check_ambient_statement(NodeId statement) {
  switch (ast_.kind(statement)) {
    case NodeKind::ExportNamedDeclaration: {
      const NodeId declaration = ast_.as<ast::ExportNamedDeclaration>(statement).declaration;
      if (!declaration.is_none()) check_ambient_statement(declaration);
      return true;
    }
    case NodeKind::ExportDefaultDeclaration: {
      const NodeId declaration = ast_.as<ast::ExportDefaultDeclaration>(statement).declaration;
      check_ambient_statement(declaration);
      return true;
    }
    case NodeKind::VariableDeclaration:
      check_ambient_variables(statement);
      return true;
    case NodeKind::FunctionDeclaration: {
      const NodeId name = ast_.as<ast::FunctionDeclaration>(statement).id;
      check_ambient_function(statement,
                             name.is_none() ? first_token(ast_.start(statement)) : ast_.span(name));
      return true;
    }
    case NodeKind::ClassDeclaration:
      check_ambient_class(statement);
      return true;
    case NodeKind::BlockStatement:
    case NodeKind::ExpressionStatement:
    case NodeKind::DebuggerStatement:
    case NodeKind::IfStatement:
    case NodeKind::ForStatement:
    case NodeKind::ForInStatement:
    case NodeKind::ForOfStatement:
    case NodeKind::WhileStatement:
    case NodeKind::DoWhileStatement:
    case NodeKind::ContinueStatement:
    case NodeKind::BreakStatement:
    case NodeKind::ReturnStatement:
    case NodeKind::ThrowStatement:
    case NodeKind::WithStatement:
    case NodeKind::SwitchStatement:
    case NodeKind::LabeledStatement:
    case NodeKind::TryStatement:
      return false;
    default:
      return true;
  }
}

void Parser::check_ambient_variables(NodeId declaration) {
  const auto& fields = ast_.as<ast::VariableDeclaration>(declaration);
  for (const NodeId id : ast_.list(fields.declarators)) {
    const auto* declarator = ast_.try_as<ast::VariableDeclarator>(id);
    if (declarator == nullptr || declarator->init.is_none()) continue;
    // Bundlers of declarations leave literals in the files that they publish, and users who import
    // from such a file can do nothing about it.
    if (options_.source.declaration_file && is_ambient_constant(declarator->init)) continue;
    if (fields.kind == VariableKind::Const && declarator->type.is_none()) {
      if (!is_ambient_constant(declarator->init))
        early_error(diag::kAmbientConstInitializer, ast_.span(declarator->init));
    } else {
      early_error(diag::kAmbientInitializer, ast_.span(declarator->init));
    }
  }
}

// A literal, or what may name a member of an enumeration.
bool Parser::is_ambient_constant(NodeId init) const {
  switch (ast_.kind(init)) {
    case NodeKind::StringLiteral:
    case NodeKind::NumericLiteral:
    case NodeKind::BigIntLiteral:
    case NodeKind::BooleanLiteral:
    case NodeKind::ErrorNode:
      return true;
    case NodeKind::TemplateLiteral:
      return ast_.as<ast::TemplateLiteral>(init).expressions.count == 0;
    case NodeKind::UnaryExpression: {
      const auto& unary = ast_.as<ast::UnaryExpression>(init);
      return unary.op == UnaryOperator::Minus && (ast_.is<ast::NumericLiteral>(unary.argument) ||
                                                  ast_.is<ast::BigIntLiteral>(unary.argument));
    }
    case NodeKind::StaticMember: {
      NodeId object = init;
      while (const auto* member = ast_.try_as<ast::StaticMember>(object)) object = member->object;
      return ast_.is<ast::Identifier>(object);
    }
    case NodeKind::ComputedMember: {
      const auto& member = ast_.as<ast::ComputedMember>(init);
      return ast_.is<ast::StringLiteral>(member.property) &&
             (ast_.is<ast::Identifier>(member.object) || is_ambient_constant(member.object));
    }
    default:
      return false;
  }
}

// `function` is a FunctionDeclaration or a method's FunctionExpression.
void Parser::check_ambient_function(NodeId function, Span head) {
  static_assert(sizeof(ast::FunctionDeclaration) == sizeof(ast::FunctionExpression));
  const auto& fields = ast_.as<ast::FunctionDeclaration>(function);
  if (!fields.body.is_none() && !ast_.is<ast::ErrorNode>(fields.body)) {
    const uint32_t open = ast_.start(fields.body);
    early_error(diag::kAmbientImplementation, {open, open + 1});
  }
  if (ast_.has_flag(function, NodeFlag::Generator)) early_error(diag::kAmbientGenerator, head);
  if (ast_.has_flag(function, NodeFlag::Async) && !ast_.has_flag(function, NodeFlag::Declare))
    early_error(diag::kAsyncInAmbient, head);
}

void Parser::check_ambient_class(NodeId class_node) {
  for (const NodeId id : ast_.list(ast_.as<ast::ClassDeclaration>(class_node).members)) {
    if (const auto* method = ast_.try_as<ast::MethodDefinition>(id)) {
      check_ambient_function(method->value, ast_.span(method->key));
    } else if (const auto* property = ast_.try_as<ast::PropertyDefinition>(id)) {
      if (property->value.is_none()) continue;
      const bool may_be_constant =
          ast_.has_flag(id, NodeFlag::Readonly) && property->type.is_none();
      if (!may_be_constant)
        early_error(diag::kAmbientInitializer, ast_.span(property->value));
      else if (!is_ambient_constant(property->value))
        early_error(diag::kAmbientConstInitializer, ast_.span(property->value));
    } else if (ast_.is<ast::StaticBlock>(id)) {
      early_error(diag::kStatementInAmbient, first_token(ast_.start(id)));
    }
  }
}

}  // namespace perry::frontend
