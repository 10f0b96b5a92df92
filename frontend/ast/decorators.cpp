#include "frontend/ast/decorators.h"

#include <algorithm>

namespace perry::frontend {

namespace {

bool is_accessor(const Ast& ast, NodeId member) {
  if (!ast.is<ast::MethodDefinition>(member)) return false;
  const MethodKind kind = ast.as<ast::MethodDefinition>(member).kind;
  return kind == MethodKind::Get || kind == MethodKind::Set;
}

AtomId key_text(const Ast& ast, NodeId key) {
  switch (ast.kind(key)) {
    case NodeKind::IdentifierName:
      return ast.as<ast::IdentifierName>(key).name;
    case NodeKind::PrivateName:
      return ast.as<ast::PrivateName>(key).name;
    case NodeKind::StringLiteral:
      return ast.as<ast::StringLiteral>(key).value;
    default:
      return {};
  }
}

bool is_same_accessor(const Ast& ast, NodeId a, NodeId b) {
  if (!is_accessor(ast, b) || ast.has_flag(a, NodeFlag::Computed) ||
      ast.has_flag(b, NodeFlag::Computed) ||
      ast.has_flag(a, NodeFlag::Static) != ast.has_flag(b, NodeFlag::Static))
    return false;
  const NodeId left = ast.as<ast::MethodDefinition>(a).key;
  const NodeId right = ast.as<ast::MethodDefinition>(b).key;
  if (ast.is<ast::NumericLiteral>(left) && ast.is<ast::NumericLiteral>(right))
    return ast.number(left) == ast.number(right);
  const AtomId text = key_text(ast, left);
  return !text.is_none() && text == key_text(ast, right) &&
         ast.is<ast::PrivateName>(left) == ast.is<ast::PrivateName>(right);
}

// The half of that kind of a decorated accessor; none if it has no other one.
NodeId accessor_half(const Ast& ast, NodeId class_id, NodeId member, MethodKind kind) {
  if (ast.as<ast::MethodDefinition>(member).kind == kind) return member;
  for (const NodeId other : ast.list(ast.as<ast::ClassExpression>(class_id).members))
    if (is_same_accessor(ast, member, other) && ast.as<ast::MethodDefinition>(other).kind == kind)
      return other;
  return {};
}

const ast::FunctionExpression* function_of(const Ast& ast, NodeId method) {
  return ast.try_as<ast::FunctionExpression>(ast.as<ast::MethodDefinition>(method).value);
}

class NameFinder {
 public:
  explicit NameFinder(const Ast& ast) : ast_(ast) {}

  void add_class(NodeId class_id);
  std::vector<NodeId> take() { return std::move(names_); }

 private:
  void add_parameters(NodeId function);
  void add_type(NodeId type);
  void look_into(NodeId type);

  const Ast& ast_;
  std::vector<NodeId> names_;
  std::vector<NodeId> open_;
};

void NameFinder::add_class(NodeId class_id) {
  const auto& n = ast_.as<ast::ClassExpression>(class_id);
  if (is_decorated_itself(ast_, class_id)) add_parameters(constructor_of(ast_, class_id));
  for (const NodeId member : ast_.list(n.members)) {
    if (!has_decorators(ast_, member)) continue;
    add_type(metadata_type(ast_, class_id, member));
    const NodeId function = metadata_function(ast_, class_id, member);
    add_parameters(function);
    if (!function.is_none() && !is_accessor(ast_, member))
      add_type(written_type(ast_, ast_.as<ast::FunctionExpression>(function).return_type));
  }
}

void NameFinder::add_parameters(NodeId function) {
  if (function.is_none()) return;
  for (const NodeId param : ast_.list(ast_.as<ast::FunctionExpression>(function).params))
    if (ast_.is<ast::Parameter>(param)) add_type(metadata_parameter_type(ast_, param));
}

void NameFinder::add_type(NodeId type) {
  if (!type.is_none()) open_.push_back(type);
  while (!open_.empty()) {
    const NodeId next = open_.back();
    open_.pop_back();
    look_into(next);
  }
}

void NameFinder::look_into(NodeId type) {
  switch (ast_.kind(type)) {
    case NodeKind::TSTypeReference: {
      NodeId name = ast_.as<ast::TSTypeReference>(type).name;
      while (ast_.is<ast::TSQualifiedName>(name)) name = ast_.as<ast::TSQualifiedName>(name).left;
      if (ast_.is<ast::Identifier>(name)) names_.push_back(name);
      return;
    }
    case NodeKind::TSUnionType:
    case NodeKind::TSIntersectionType:
      for (const NodeId part : ast_.list(ast_.as<ast::TSUnionType>(type).types))
        open_.push_back(part);
      return;
    case NodeKind::TSConditionalType:
      open_.push_back(ast_.as<ast::TSConditionalType>(type).true_type);
      open_.push_back(ast_.as<ast::TSConditionalType>(type).false_type);
      return;
    case NodeKind::TSTypeOperator:
      if (ast_.as<ast::TSTypeOperator>(type).op == TypeOperator::Readonly)
        open_.push_back(ast_.as<ast::TSTypeOperator>(type).type);
      return;
    default:
      return;
  }
}

}  // namespace

bool has_decorators(const Ast& ast, NodeId member) {
  if (ast.is<ast::PropertyDefinition>(member))
    return ast.as<ast::PropertyDefinition>(member).decorators.count != 0;
  if (!ast.is<ast::MethodDefinition>(member)) return false;
  const auto& n = ast.as<ast::MethodDefinition>(member);
  if (n.decorators.count != 0) return true;
  const auto* const function = function_of(ast, member);
  return function != nullptr && n.kind != MethodKind::Constructor &&
         std::ranges::any_of(ast.list(function->params), [&](NodeId param) {
           return ast.is<ast::Parameter>(param) &&
                  ast.as<ast::Parameter>(param).decorators.count != 0;
         });
}

NodeId constructor_of(const Ast& ast, NodeId class_id) {
  for (const NodeId member : ast.list(ast.as<ast::ClassExpression>(class_id).members)) {
    if (!ast.is<ast::MethodDefinition>(member) ||
        ast.as<ast::MethodDefinition>(member).kind != MethodKind::Constructor)
      continue;
    const auto* const function = function_of(ast, member);
    if (function != nullptr && !function->body.is_none())
      return ast.as<ast::MethodDefinition>(member).value;
  }
  return {};
}

bool is_decorated_itself(const Ast& ast, NodeId class_id) {
  if (ast.as<ast::ClassExpression>(class_id).decorators.count != 0) return true;
  const NodeId constructor = constructor_of(ast, class_id);
  return !constructor.is_none() &&
         std::ranges::any_of(ast.list(ast.as<ast::FunctionExpression>(constructor).params),
                             [&](NodeId param) {
                               return ast.is<ast::Parameter>(param) &&
                                      ast.as<ast::Parameter>(param).decorators.count != 0;
                             });
}

bool is_decorated(const Ast& ast, NodeId class_id) {
  return is_decorated_itself(ast, class_id) ||
         std::ranges::any_of(ast.list(ast.as<ast::ClassExpression>(class_id).members),
                             [&](NodeId member) { return has_decorators(ast, member); });
}

NodeId written_type(const Ast& ast, NodeId annotation) {
  if (annotation.is_none()) return {};
  return ast.is<ast::TSTypeAnnotation>(annotation) ? ast.as<ast::TSTypeAnnotation>(annotation).type
                                                   : annotation;
}

NodeId metadata_type(const Ast& ast, NodeId class_id, NodeId member) {
  if (ast.is<ast::PropertyDefinition>(member))
    return written_type(ast, ast.as<ast::PropertyDefinition>(member).type);
  if (!is_accessor(ast, member)) return {};
  const NodeId setter = accessor_half(ast, class_id, member, MethodKind::Set);
  if (!setter.is_none()) {
    if (const auto* const function = function_of(ast, setter))
      for (const NodeId param : ast.list(function->params))
        if (ast.is<ast::Parameter>(param) && !ast.has_flag(param, NodeFlag::ThisParameter))
          if (const NodeId type = written_type(ast, ast.as<ast::Parameter>(param).type);
              !type.is_none())
            return type;
  }
  const NodeId getter = accessor_half(ast, class_id, member, MethodKind::Get);
  const auto* const function = getter.is_none() ? nullptr : function_of(ast, getter);
  return function == nullptr ? NodeId() : written_type(ast, function->return_type);
}

NodeId metadata_parameter_type(const Ast& ast, NodeId parameter) {
  const NodeId type = written_type(ast, ast.as<ast::Parameter>(parameter).type);
  if (type.is_none() || !ast.has_flag(parameter, NodeFlag::Rest)) return type;
  if (const auto* const array = ast.try_as<ast::TSArrayType>(type)) return array->element;
  const auto* const reference = ast.try_as<ast::TSTypeReference>(type);
  if (reference == nullptr || reference->type_arguments.is_none()) return {};
  const auto arguments = ast.list(ast.as<ast::TSTypeArguments>(reference->type_arguments).params);
  return arguments.size() == 1 ? arguments[0] : NodeId();
}

NodeId metadata_function(const Ast& ast, NodeId class_id, NodeId member) {
  if (!ast.is<ast::MethodDefinition>(member)) return {};
  NodeId method = member;
  if (is_accessor(ast, member)) {
    const NodeId setter = accessor_half(ast, class_id, member, MethodKind::Set);
    if (!setter.is_none()) method = setter;
  }
  return function_of(ast, method) == nullptr ? NodeId()
                                             : ast.as<ast::MethodDefinition>(method).value;
}

std::vector<NodeId> metadata_names(const Ast& ast, NodeId class_id) {
  NameFinder finder(ast);
  finder.add_class(class_id);
  return finder.take();
}

}  // namespace perry::frontend
