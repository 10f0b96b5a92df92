#include "frontend/dump/estree_typescript.h"

#include <algorithm>

#include "frontend/dump/bigint_text.h"
#include "frontend/dump/estree.h"

namespace perry::frontend {

using support::Span;

// In the order of nodes.def.
void TypeScriptWriter::write_node(NodeId id, Role role) {
  if (role == Role::RangedName && write_ranged_name(id)) return;
  if (write_shape(id) || write_shapeless(id) || write_type(id, role) || write_declaration(id))
    return;
  switch (ast_.kind(id)) {
    case NodeKind::Identifier:
    case NodeKind::BindingIdentifier:
    case NodeKind::IdentifierName:
    case NodeKind::ArrayPattern:
    case NodeKind::ObjectPattern:
      return pattern(id, {});
    case NodeKind::Property:
      return property(id);
    case NodeKind::FunctionExpression:
      return function("FunctionExpression", id, role);
    case NodeKind::ArrowFunction:
      return arrow_function(id);
    case NodeKind::VariableDeclarator:
      return variable_declarator(id);
    case NodeKind::CatchClause:
      return catch_clause(id);
    case NodeKind::JSXOpeningElement:
      return jsx_opening_element(id);
    default:
      return unknown(id);
  }
}

#include "frontend/dump/shape_macros.inc.h"
#define SHAPE(kind, type, fields)                            \
  case NodeKind::kind: {                                     \
    [[maybe_unused]] const auto& n = ast_.as<ast::kind>(id); \
    open(type);                                              \
    fields close(id);                                        \
    return true;                                             \
  }
#define RANGED_SHAPE(kind, type, fields)                     \
  case NodeKind::kind: {                                     \
    [[maybe_unused]] const auto& n = ast_.as<ast::kind>(id); \
    open(type, ast_.span(id));                               \
    fields close();                                          \
    return true;                                             \
  }
bool TypeScriptWriter::write_shape(NodeId id) {
  switch (ast_.kind(id)) {
#include "frontend/dump/typescript_shapes.def"
    default:
      return false;
  }
}

void TypeScriptWriter::accessibility(NodeId id) {
  if (flag(id, NodeFlag::Public)) string("accessibility", "public");
  if (flag(id, NodeFlag::Protected)) string("accessibility", "protected");
  if (flag(id, NodeFlag::Private)) string("accessibility", "private");
}

void TypeScriptWriter::identifier(Span span, std::string_view name) {
  open("Identifier");
  empty_list("decorators");
  string("name", name);
  boolean("optional", false);
  close(span);
}

// The names of namespaces and the word `constructor`. False for what is neither a name nor a path
// of names.
bool TypeScriptWriter::write_ranged_name(NodeId id) {
  if (const auto* path = ast_.try_as<ast::TSQualifiedName>(id)) {
    open("TSQualifiedName", ast_.span(id));
    child("left", path->left, Role::RangedName);
    child("right", path->right, Role::RangedName);
    close();
    return true;
  }
  if (!is_name(id)) return false;
  open("Identifier", ast_.span(id));
  empty_list("decorators");
  string("name", ast_.text(ast_.as<ast::Identifier>(id).name));
  boolean("optional", false);
  close();
  return true;
}

// Identifiers of all kinds begin with their text.
bool TypeScriptWriter::is_name(NodeId id) const {
  return ast_.is<ast::Identifier>(id) || ast_.is<ast::BindingIdentifier>(id) ||
         ast_.is<ast::IdentifierName>(id);
}

// A name or a destructuring pattern, with what a declaration hangs on it.
void TypeScriptWriter::pattern(NodeId id, const PatternExtras& extras) {
  Span span = ast_.span(id);
  span.end = std::max(span.end, extras.end);
  if (!extras.type.is_none()) span.end = std::max(span.end, ast_.end(extras.type));

  if (const auto* array = ast_.try_as<ast::ArrayPattern>(id)) {
    open("ArrayPattern");
    list("decorators", extras.decorators);
    list("elements", array->elements);
    boolean("optional", extras.optional);
  } else if (const auto* object = ast_.try_as<ast::ObjectPattern>(id)) {
    open("ObjectPattern");
    list("decorators", extras.decorators);
    boolean("optional", extras.optional);
    list("properties", object->properties);
  } else if (is_name(id)) {
    open("Identifier");
    list("decorators", extras.decorators);
    string("name", ast_.text(ast_.as<ast::Identifier>(id).name));
    boolean("optional", extras.optional);
  } else {
    return write_node(id, Role::None);
  }
  optional_child("typeAnnotation", extras.type);
  close(span);
}

void TypeScriptWriter::program(NodeId id) {
  open("Program", {0, static_cast<uint32_t>(ast_.source().size())});
  list("body", ast_.as<ast::Program>(id).body);
  source_type();
  close();
}

void TypeScriptWriter::expression_statement(NodeId id) {
  const NodeId expression = ast_.as<ast::ExpressionStatement>(id).expression;
  open("ExpressionStatement");
  if (flag(id, NodeFlag::Directive)) directive(expression);
  child("expression", expression);
  close(id);
}

void TypeScriptWriter::literal(NodeId id) {
  if (const auto* bigint = ast_.try_as<ast::BigIntLiteral>(id)) {
    open("Literal", ast_.span(id));
    string("bigint", bigint_decimal_text(ast_.text(bigint->digits)));
    string("raw", raw(id));
    null("value");
    return close();
  }
  open("Literal");
  string("raw", raw(id));
  if (const auto* regexp = ast_.try_as<ast::RegExpLiteral>(id)) {
    text(",\"regex\":{\"flags\":");
    json_string(ast_.text(regexp->flags));
    string("pattern", ast_.text(regexp->pattern));
    text("}");
  }
  key("value");
  literal_value(id);
  close(id);
}

// The raw text is the source's own, line endings included.
void TypeScriptWriter::template_element(NodeId id) {
  const auto& n = ast_.as<ast::TemplateElement>(id);
  const bool tail = flag(id, NodeFlag::Tail);
  const Span inner = ast_.span(id);
  open("TemplateElement");
  boolean("tail", tail);
  text(",\"value\":{\"cooked\":");
  cooked(n);
  string("raw", ast_.text(inner));
  text("}");
  // The delimiters belong to the element here: the backtick or `}` before, `${` or backtick behind.
  close({inner.start - 1, inner.end + (tail ? 1 : 2)});
}

void TypeScriptWriter::property(NodeId id) {
  const auto& n = ast_.as<ast::Property>(id);
  const bool method = flag(id, NodeFlag::Method);
  open("Property");
  boolean("computed", flag(id, NodeFlag::Computed));
  child("key", n.key);
  string("kind", enum_value_name("PropertyKind", static_cast<uint32_t>(n.kind)));
  boolean("method", method);
  boolean("optional", false);
  boolean("shorthand", flag(id, NodeFlag::Shorthand));
  child("value", n.value, method || n.kind != PropertyKind::Init ? Role::MethodValue : Role::None);
  close(id);
}

void TypeScriptWriter::static_member(NodeId id) {
  const auto& n = ast_.as<ast::StaticMember>(id);
  open("MemberExpression");
  boolean("computed", false);
  child("object", n.object);
  boolean("optional", flag(id, NodeFlag::Optional));
  key("property");
  identifier({n.name_start, ast_.end(id)}, n.name);
  close(id);
}

void TypeScriptWriter::private_member(NodeId id) {
  const auto& n = ast_.as<ast::PrivateMember>(id);
  open("MemberExpression");
  boolean("computed", false);
  child("object", n.object);
  boolean("optional", flag(id, NodeFlag::Optional));
  key("property");
  open("PrivateIdentifier");
  string("name", ast_.text(n.name));
  close(Span{n.name_start, ast_.end(id)});
  close(id);
}

void TypeScriptWriter::meta_property(NodeId id, std::string_view meta, std::string_view property) {
  const Span span = ast_.span(id);
  open("MetaProperty");
  key("meta");
  identifier({span.start, span.start + static_cast<uint32_t>(meta.size())}, meta);
  key("property");
  identifier({span.end - static_cast<uint32_t>(property.size()), span.end}, property);
  close(id);
}

void TypeScriptWriter::import_expression(NodeId id) {
  const auto& n = ast_.as<ast::ImportExpression>(id);
  open("ImportExpression");
  child("options", n.options);
  if (n.phase == ImportPhase::Evaluation)
    null("phase");
  else
    string("phase", phase_name(n.phase));
  child("source", n.source);
  close(id);
}

// Functions of every kind but arrows. A method's function begins at its parameter list, or at the
// type parameters before it.
void TypeScriptWriter::function(std::string_view type, NodeId id, Role role) {
  const auto& n = ast_.as<ast::FunctionExpression>(id);
  const bool method = role == Role::MethodValue;
  if (method) {
    Span span = ast_.span(id);
    if (!n.type_parameters.is_none())
      span.start = std::min(span.start, ast_.start(n.type_parameters));
    open(n.body.is_none() ? "TSEmptyBodyFunctionExpression" : type, span);
  } else {
    open(n.body.is_none() ? "TSDeclareFunction" : type);
  }
  boolean("async", flag(id, NodeFlag::Async));
  if (method || !n.body.is_none()) child("body", n.body);
  boolean("declare", flag(id, NodeFlag::Declare));
  boolean("expression", false);
  boolean("generator", flag(id, NodeFlag::Generator));
  child("id", n.id);
  list("params", n.params);
  optional_child("returnType", n.return_type);
  optional_child("typeParameters", n.type_parameters);
  if (method)
    close();
  else
    close(id);
}

void TypeScriptWriter::arrow_function(NodeId id) {
  const auto& n = ast_.as<ast::ArrowFunction>(id);
  open("ArrowFunctionExpression");
  boolean("async", flag(id, NodeFlag::Async));
  child("body", n.body);
  boolean("expression", flag(id, NodeFlag::ExpressionBody));
  boolean("generator", false);
  null("id");
  list("params", n.params);
  optional_child("returnType", n.return_type);
  optional_child("typeParameters", n.type_parameters);
  close(id);
}

void TypeScriptWriter::parameter(NodeId id) {
  constexpr NodeFlag kModifiers[] = {NodeFlag::Public, NodeFlag::Private, NodeFlag::Protected,
                                     NodeFlag::Readonly, NodeFlag::Override};
  const auto has_flag = [&](NodeFlag f) { return flag(id, f); };
  if (std::ranges::none_of(kModifiers, has_flag)) return plain_parameter(id);

  open("TSParameterProperty");
  accessibility(id);
  list("decorators", ast_.as<ast::Parameter>(id).decorators);
  boolean("override", flag(id, NodeFlag::Override));
  key("parameter");
  plain_parameter(id);
  boolean("readonly", flag(id, NodeFlag::Readonly));
  boolean("static", false);
  close(id);
}

void TypeScriptWriter::plain_parameter(NodeId id) {
  const auto& n = ast_.as<ast::Parameter>(id);
  // The decorators of a parameter property belong to the property.
  constexpr NodeFlag kModifiers[] = {NodeFlag::Public, NodeFlag::Private, NodeFlag::Protected,
                                     NodeFlag::Readonly, NodeFlag::Override};
  const bool is_property = std::ranges::any_of(kModifiers, [&](NodeFlag f) { return flag(id, f); });
  const NodeList decorators = is_property ? NodeList{} : n.decorators;

  PatternExtras extras;
  extras.optional = flag(id, NodeFlag::Optional);
  extras.type = n.type;
  if (extras.optional) extras.end = skip_trivia(ast_.end(n.pattern)) + 1;  // the question mark

  if (flag(id, NodeFlag::Rest)) {
    open("RestElement");
    child("argument", n.pattern);
    list("decorators", decorators);
    boolean("optional", extras.optional);
    optional_child("typeAnnotation", n.type);
    close(id);
  } else if (!n.init.is_none()) {
    open("AssignmentPattern", {ast_.start(n.pattern), ast_.end(id)});
    list("decorators", decorators);
    key("left");
    pattern(n.pattern, extras);
    boolean("optional", false);
    child("right", n.init);
    close();
  } else {
    extras.decorators = decorators;
    pattern(n.pattern, extras);
  }
}

void TypeScriptWriter::class_node(std::string_view type, NodeId id) {
  const auto& n = ast_.as<ast::ClassExpression>(id);
  open(type);
  boolean("abstract", flag(id, NodeFlag::Abstract));
  key("body");
  open("ClassBody", {n.body_start, ast_.end(id)});
  list("body", n.members);
  close();
  boolean("declare", flag(id, NodeFlag::Declare));
  list("decorators", n.decorators);
  child("id", n.id);
  list("implements", n.implements, Role::ClassHeritage);
  child("superClass", n.super_class);
  optional_child("superTypeArguments", n.super_type_arguments);
  optional_child("typeParameters", n.type_parameters);
  close(id);
}

void TypeScriptWriter::method_definition(NodeId id) {
  const auto& n = ast_.as<ast::MethodDefinition>(id);
  open(flag(id, NodeFlag::Abstract) ? "TSAbstractMethodDefinition" : "MethodDefinition");
  accessibility(id);
  boolean("computed", flag(id, NodeFlag::Computed));
  list("decorators", n.decorators);
  const bool named_constructor = n.kind == MethodKind::Constructor && !flag(id, NodeFlag::Computed);
  child("key", n.key, named_constructor ? Role::RangedName : Role::None);
  string("kind", enum_value_name("MethodKind", static_cast<uint32_t>(n.kind)));
  boolean("optional", flag(id, NodeFlag::Optional));
  boolean("override", flag(id, NodeFlag::Override));
  boolean("static", flag(id, NodeFlag::Static));
  child("value", n.value, Role::MethodValue);
  close(id);
}

void TypeScriptWriter::property_definition(NodeId id) {
  const auto& n = ast_.as<ast::PropertyDefinition>(id);
  const bool abstract = flag(id, NodeFlag::Abstract);
  if (flag(id, NodeFlag::Accessor))
    open(abstract ? "TSAbstractAccessorProperty" : "AccessorProperty");
  else
    open(abstract ? "TSAbstractPropertyDefinition" : "PropertyDefinition");
  accessibility(id);
  boolean("computed", flag(id, NodeFlag::Computed));
  boolean("declare", flag(id, NodeFlag::Declare));
  list("decorators", n.decorators);
  boolean("definite", flag(id, NodeFlag::Definite));
  child("key", n.key);
  boolean("optional", flag(id, NodeFlag::Optional));
  boolean("override", flag(id, NodeFlag::Override));
  boolean("readonly", flag(id, NodeFlag::Readonly));
  boolean("static", flag(id, NodeFlag::Static));
  optional_child("typeAnnotation", n.type);
  child("value", n.value);
  close(id);
}

void TypeScriptWriter::variable_declarator(NodeId id) {
  const auto& n = ast_.as<ast::VariableDeclarator>(id);
  open("VariableDeclarator");
  boolean("definite", flag(id, NodeFlag::Definite));
  key("id");
  pattern(n.id, {.decorators = {}, .optional = false, .type = n.type, .end = 0});
  child("init", n.init);
  close(id);
}

void TypeScriptWriter::catch_clause(NodeId id) {
  const auto& n = ast_.as<ast::CatchClause>(id);
  open("CatchClause");
  child("body", n.body);
  key("param");
  if (n.param.is_none())
    text("null");
  else
    pattern(n.param, {.decorators = {}, .optional = false, .type = n.type, .end = 0});
  close(id);
}

void TypeScriptWriter::jsx_opening_element(NodeId id) {
  const auto& n = ast_.as<ast::JSXOpeningElement>(id);
  const bool self_closing = flag(id, NodeFlag::SelfClosing);
  open("JSXOpeningElement");
  if (self_closing) range(ast_.span(id));
  list("attributes", n.attributes);
  child("name", n.name);
  boolean("selfClosing", self_closing);
  optional_child("typeArguments", n.type_arguments);
  if (self_closing)
    close();
  else
    close(id);
}

void TypeScriptWriter::jsx_text(NodeId id) {
  open("JSXText", ast_.span(id));
  string("raw", raw(id));
  string("value", ast_.text(ast_.as<ast::JSXText>(id).value));
  close();
}

// What recovery left: its name and place.
void TypeScriptWriter::unknown(NodeId id) {
  open(node_name(ast_.kind(id)));
  close(id);
}

void write_typescript_estree(const Ast& ast, Goal goal, TextWriter& out) {
  TypeScriptWriter(ast, goal, out).run();
}

}  // namespace perry::frontend
