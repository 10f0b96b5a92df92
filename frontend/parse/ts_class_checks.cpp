#include "frontend/parse/parser.h"

// What TypeScript forbids in members of classes beyond JavaScript's own rules, as far as one class
// tells: looked at once the class has been read.
namespace perry::frontend {

using support::Span;

namespace {

constexpr NodeFlag kAccessibility = NodeFlag::Public | NodeFlag::Private | NodeFlag::Protected;

bool has_any(NodeFlag set, NodeFlag flags) { return (set & flags) != NodeFlag::None; }

}  // namespace

void Parser::check_ts_class(NodeId class_node) {
  static_assert(sizeof(ast::ClassDeclaration) == sizeof(ast::ClassExpression));
  const bool is_abstract = ast_.has_flag(class_node, NodeFlag::Abstract);
  for (const NodeId id : ast_.list(ast_.as<ast::ClassDeclaration>(class_node).members))
    check_ts_class_member(id, is_abstract);
}

void Parser::check_ts_class_member(NodeId member, bool abstract_class) {
  const NodeFlag flags = ast_.flags(member);
  NodeId key;
  if (ast_.is<ast::TSIndexSignature>(member)) {
    check_class_index_signature(member);
    return;
  }
  if (const auto* method = ast_.try_as<ast::MethodDefinition>(member)) {
    key = method->key;
    check_ts_method(member);
  } else if (const auto* property = ast_.try_as<ast::PropertyDefinition>(member)) {
    key = property->key;
    check_ts_property(member);
  } else {
    return;
  }
  if (has(flags, NodeFlag::Abstract)) check_abstract_member(member, abstract_class);
  if (!ast_.is<ast::PrivateName>(key)) return;
  if (has_any(flags, kAccessibility)) {
    const Span modifier =
        has(flags, NodeFlag::Public)    ? find_modifier(ast_.start(member), NodeFlag::Public)
        : has(flags, NodeFlag::Private) ? find_modifier(ast_.start(member), NodeFlag::Private)
                                        : find_modifier(ast_.start(member), NodeFlag::Protected);
    early_error(diag::kModifierOnPrivateName, modifier, ast_.text(modifier));
  }
  for (const NodeFlag flag : {NodeFlag::Abstract, NodeFlag::Declare}) {
    if (!has(flags, flag)) continue;
    const Span modifier = find_modifier(ast_.start(member), flag);
    early_error(diag::kModifierOnPrivateName, modifier, ast_.text(modifier));
  }
}

void Parser::check_class_index_signature(NodeId member) {
  for (const NodeFlag flag :
       {NodeFlag::Public, NodeFlag::Private, NodeFlag::Protected, NodeFlag::Abstract,
        NodeFlag::Override, NodeFlag::Declare, NodeFlag::Accessor, NodeFlag::Async}) {
    if (!ast_.has_flag(member, flag)) continue;
    const Span modifier = find_modifier(ast_.start(member), flag);
    early_error(diag::kModifierNotAllowed, modifier, ast_.text(modifier), "an index signature");
  }
}

void Parser::check_abstract_member(NodeId member, bool abstract_class) {
  if (!abstract_class) {
    const Span modifier = find_modifier(ast_.start(member), NodeFlag::Abstract);
    early_error(diag::kAbstractMemberPlace, modifier);
  }
  if (const auto* method = ast_.try_as<ast::MethodDefinition>(member)) {
    const NodeId body = ast_.as<ast::FunctionExpression>(method->value).body;
    if (body.is_none() || ast_.is<ast::ErrorNode>(body)) return;
    const uint32_t open = ast_.start(body);
    early_error(diag::kAbstractImplementation, {open, open + 1}, ast_.text(ast_.span(method->key)))
        .label(find_modifier(ast_.start(member), NodeFlag::Abstract), "marked abstract here");
    return;
  }
  const auto& property = ast_.as<ast::PropertyDefinition>(member);
  if (!property.value.is_none())
    early_error(diag::kAbstractInitializer, ast_.span(property.value),
                ast_.text(ast_.span(property.key)))
        .label(find_modifier(ast_.start(member), NodeFlag::Abstract), "marked abstract here");
}

void Parser::check_ts_method(NodeId member) {
  const auto& method = ast_.as<ast::MethodDefinition>(member);
  const NodeFlag flags = ast_.flags(member);
  const bool is_constructor = method.kind == MethodKind::Constructor;
  const auto& function = ast_.as<ast::FunctionExpression>(method.value);
  check_parameter_properties(method.value, is_constructor);
  if (function.body.is_none() && ast_.has_flag(method.value, NodeFlag::Generator) && !ambient())
    early_error(diag::kOverloadGenerator, ast_.span(method.key));
  if (is_constructor) {
    for (const NodeFlag flag :
         {NodeFlag::Abstract, NodeFlag::Override, NodeFlag::Readonly, NodeFlag::Declare}) {
      if (!has(flags, flag)) continue;
      const Span modifier = find_modifier(ast_.start(member), flag);
      early_error(diag::kModifierNotAllowed, modifier, ast_.text(modifier),
                  "a constructor declaration");
    }
    if (!function.type_parameters.is_none())
      early_error(diag::kConstructorTypeParameters, ast_.span(function.type_parameters));
    if (!function.return_type.is_none())
      early_error(diag::kConstructorReturnType, ast_.span(function.return_type));
    return;
  }
  if (has(flags, NodeFlag::Readonly))
    early_error(diag::kReadonlyPlace, find_modifier(ast_.start(member), NodeFlag::Readonly));
  if (has(flags, NodeFlag::Declare))
    early_error(diag::kModifierNotAllowed, find_modifier(ast_.start(member), NodeFlag::Declare),
                "declare", "class elements of this kind");
  if (method.kind == MethodKind::Get || method.kind == MethodKind::Set) check_ts_accessor(member);
}

// The number of an accessor's parameters is JavaScript's business.
void Parser::check_ts_accessor(NodeId member) {
  const auto& method = ast_.as<ast::MethodDefinition>(member);
  const auto& function = ast_.as<ast::FunctionExpression>(method.value);
  if (!function.type_parameters.is_none())
    early_error(diag::kAccessorTypeParameters, ast_.span(function.type_parameters));
  if (method.kind != MethodKind::Set) return;
  if (!function.return_type.is_none())
    early_error(diag::kSetAccessorReturnType, ast_.span(function.return_type));
  const std::span<const NodeId> params = ast_.list(function.params);
  if (params.size() == 1 && ast_.has_flag(params[0], NodeFlag::Optional))
    early_error(diag::kSetAccessorParameter, ast_.span(params[0]), "an optional parameter");
}

void Parser::check_ts_property(NodeId member) {
  const auto& property = ast_.as<ast::PropertyDefinition>(member);
  const NodeFlag flags = ast_.flags(member);
  if (has(flags, NodeFlag::Accessor) && has(flags, NodeFlag::Optional))
    early_error(diag::kOptionalAccessorProperty, ast_.span(property.key));
  if (has(flags, NodeFlag::Declare) && !property.value.is_none() && !ambient())
    early_error(diag::kAmbientInitializer, ast_.span(property.value));
  if (!has(flags, NodeFlag::Definite)) return;
  if (!property.value.is_none())
    early_error(diag::kDefiniteWithInitializer, ast_.span(property.key));
  else if (property.type.is_none())
    early_error(diag::kDefiniteWithoutType, ast_.span(property.key));
  else if (has_any(flags, NodeFlag::Static | NodeFlag::Abstract | NodeFlag::Declare))
    early_error(diag::kDefinitePlace, ast_.span(property.key));
}

void Parser::check_parameter_properties(NodeId function, bool is_constructor) {
  constexpr NodeFlag kPropertyFlags = kAccessibility | NodeFlag::Readonly | NodeFlag::Override;
  const auto& fields = ast_.as<ast::FunctionExpression>(function);
  if (fields.body.is_none()) {
    check_signature_parameters(fields.params);
    return;
  }
  for (const NodeId id : ast_.list(fields.params)) {
    const auto* parameter = ast_.try_as<ast::Parameter>(id);
    if (parameter == nullptr || !has_any(ast_.flags(id), kPropertyFlags)) continue;
    if (!is_constructor)
      early_error(diag::kParameterPropertyOutsideConstructor, ast_.span(id));
    else if (ast_.has_flag(id, NodeFlag::Rest))
      early_error(diag::kParameterPropertyRest, ast_.span(id));
    else if (!ast_.is<ast::BindingIdentifier>(parameter->pattern))
      early_error(diag::kParameterPropertyPattern, ast_.span(parameter->pattern));
  }
}

}  // namespace perry::frontend
