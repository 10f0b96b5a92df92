#include <algorithm>

#include "frontend/dump/bigint_text.h"
#include "frontend/dump/estree.h"
#include "frontend/dump/estree_writer.h"
#include "support/base/span.h"

namespace perry::frontend {

namespace {

using support::Span;

// What surrounds the name or pattern of a parameter, variable or catch clause, and in ESTree is
// part of it.
struct PatternExtras {
  NodeList decorators;
  bool optional = false;
  NodeId type;
  uint32_t end = 0;  // where it ends at least
};

class TypeScriptWriter final : public EstreeWriter {
 public:
  TypeScriptWriter(const Ast& ast, Goal goal, TextWriter& out)
      : EstreeWriter(ast, out), goal_(goal) {}

 private:
  void open(std::string_view type) {
    text("{\"type\":\"");
    text(type);
    text("\"");
  }
  void range(Span span) {
    text(",\"range\":[");
    number(utf16_(span.start));
    text(",");
    number(utf16_(span.end));
    text("]");
  }
  // Some nodes have their range first, others last.
  void open(std::string_view type, Span span) {
    open(type);
    range(span);
  }
  void close() { text("}"); }
  void close(Span span) {
    range(span);
    text("}");
  }
  void close(NodeId id) { close(ast_.span(id)); }

  void write_node(NodeId id, Role role) override;
  bool write_shape(NodeId id);
  bool write_type(NodeId id, Role role);
  bool write_declaration(NodeId id);

  void optional_child(std::string_view name, NodeId id) {
    if (!id.is_none()) child(name, id);
  }
  void accessibility(NodeId id);
  void identifier(Span span, AtomId name) { identifier(span, ast_.text(name)); }
  void identifier(Span span, std::string_view name);
  void pattern(NodeId id, const PatternExtras& extras);

  // Program, expressions, functions and classes.
  void program(NodeId id);
  void expression_statement(NodeId id);
  void literal(NodeId id);
  void template_element(NodeId id);
  void property(NodeId id);
  void static_member(NodeId id);
  void private_member(NodeId id);
  void meta_property(NodeId id, std::string_view meta, std::string_view property);
  void import_expression(NodeId id);
  void function(std::string_view type, NodeId id, Role role);
  void arrow_function(NodeId id);
  void parameter(NodeId id);
  void plain_parameter(NodeId id);
  void class_(std::string_view type, NodeId id);
  void method_definition(NodeId id);
  void property_definition(NodeId id);
  void variable_declarator(NodeId id);
  void catch_clause(NodeId id);

  // Modules and JSX.
  void import_declaration(NodeId id);
  void export_named(NodeId id);
  void export_default(NodeId id);
  void jsx_text(NodeId id);

  // Types and TypeScript's declarations.
  void keyword_type(NodeId id);
  void literal_type(NodeId id);
  void import_type(NodeId id);
  void mapped_type(NodeId id);
  void type_predicate(NodeId id);
  void index_signature(NodeId id);
  void heritage(NodeId id, Role role);
  void interface(NodeId id);
  void enum_(NodeId id);
  void module(NodeId id);
  void module_fields(NodeId id);
  void import_equals(NodeId id);

  void unknown(NodeId id);

  Goal goal_;
};

// In the order of nodes.def.
void TypeScriptWriter::write_node(NodeId id, Role role) {
  if (write_shape(id) || write_type(id, role) || write_declaration(id)) return;
  switch (ast_.kind(id)) {
    case NodeKind::Identifier:
    case NodeKind::BindingIdentifier:
    case NodeKind::IdentifierName:
    case NodeKind::ArrayPattern:
    case NodeKind::ObjectPattern:
      return pattern(id, {});
    case NodeKind::NullLiteral:
    case NodeKind::BooleanLiteral:
    case NodeKind::NumericLiteral:
    case NodeKind::BigIntLiteral:
    case NodeKind::StringLiteral:
    case NodeKind::RegExpLiteral:
      return literal(id);
    case NodeKind::TemplateElement:
      return template_element(id);
    case NodeKind::Property:
      return property(id);
    case NodeKind::StaticMember:
      return static_member(id);
    case NodeKind::PrivateMember:
      return private_member(id);
    case NodeKind::ImportExpression:
      return import_expression(id);
    case NodeKind::ImportMeta:
      return meta_property(id, "import", "meta");
    case NodeKind::NewTarget:
      return meta_property(id, "new", "target");
    case NodeKind::FunctionExpression:
      return function("FunctionExpression", id, role);
    case NodeKind::ArrowFunction:
      return arrow_function(id);
    case NodeKind::Parameter:
      return parameter(id);
    case NodeKind::ClassExpression:
      return class_("ClassExpression", id);
    case NodeKind::MethodDefinition:
      return method_definition(id);
    case NodeKind::PropertyDefinition:
      return property_definition(id);
    case NodeKind::Program:
      return program(id);
    case NodeKind::ExpressionStatement:
      return expression_statement(id);
    case NodeKind::VariableDeclarator:
      return variable_declarator(id);
    case NodeKind::CatchClause:
      return catch_clause(id);
    case NodeKind::JSXText:
      return jsx_text(id);
    default:
      return unknown(id);
  }
}

bool TypeScriptWriter::write_type(NodeId id, Role role) {
  switch (ast_.kind(id)) {
    case NodeKind::TSKeywordType:
      keyword_type(id);
      return true;
    case NodeKind::TSLiteralType:
      literal_type(id);
      return true;
    case NodeKind::TSImportType:
      import_type(id);
      return true;
    case NodeKind::TSMappedType:
      mapped_type(id);
      return true;
    case NodeKind::TSTypePredicate:
      type_predicate(id);
      return true;
    case NodeKind::TSIndexSignature:
      index_signature(id);
      return true;
    case NodeKind::TSHeritage:
      heritage(id, role);
      return true;
    default:
      return false;
  }
}

bool TypeScriptWriter::write_declaration(NodeId id) {
  switch (ast_.kind(id)) {
    case NodeKind::FunctionDeclaration:
      function("FunctionDeclaration", id, Role::None);
      return true;
    case NodeKind::ClassDeclaration:
      class_("ClassDeclaration", id);
      return true;
    case NodeKind::ImportDeclaration:
      import_declaration(id);
      return true;
    case NodeKind::ExportNamedDeclaration:
      export_named(id);
      return true;
    case NodeKind::ExportDefaultDeclaration:
      export_default(id);
      return true;
    case NodeKind::TSInterfaceDeclaration:
      interface(id);
      return true;
    case NodeKind::TSEnumDeclaration:
      enum_(id);
      return true;
    case NodeKind::TSModuleDeclaration:
      module(id);
      return true;
    case NodeKind::TSImportEqualsDeclaration:
      import_equals(id);
      return true;
    default:
      return false;
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
  } else if (ast_.is<ast::Identifier>(id) || ast_.is<ast::BindingIdentifier>(id) ||
             ast_.is<ast::IdentifierName>(id)) {
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
  string("sourceType", goal_ == Goal::Module ? "module" : "script");
  close();
}

void TypeScriptWriter::expression_statement(NodeId id) {
  const NodeId expression = ast_.as<ast::ExpressionStatement>(id).expression;
  open("ExpressionStatement");
  if (flag(id, NodeFlag::Directive)) {
    const std::string_view quoted = raw(expression);
    string("directive", quoted.substr(1, quoted.size() - 2));
  }
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
  if (n.cooked.is_none())
    text("null");
  else
    json_string(ast_.text(n.cooked));
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
    string("phase", enum_value_name("ImportPhase", static_cast<uint32_t>(n.phase)));
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
    if (!n.type_parameters.is_none()) span.start = std::min(span.start, ast_.start(n.type_parameters));
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

void TypeScriptWriter::class_(std::string_view type, NodeId id) {
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
  child("key", n.key);
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

void TypeScriptWriter::import_declaration(NodeId id) {
  const auto& n = ast_.as<ast::ImportDeclaration>(id);
  open("ImportDeclaration");
  list("attributes", n.attributes);
  string("importKind", flag(id, NodeFlag::TypeOnly) ? "type" : "value");
  if (n.phase == ImportPhase::Evaluation)
    null("phase");
  else
    string("phase", enum_value_name("ImportPhase", static_cast<uint32_t>(n.phase)));
  child("source", n.source);
  list("specifiers", n.specifiers);
  close(id);
}

void TypeScriptWriter::export_named(NodeId id) {
  const auto& n = ast_.as<ast::ExportNamedDeclaration>(id);
  if (n.declaration.is_none()) {
    open("ExportNamedDeclaration");
    list("attributes", n.attributes);
    null("declaration");
    string("exportKind", flag(id, NodeFlag::TypeOnly) ? "type" : "value");
    child("source", n.source);
    list("specifiers", n.specifiers);
    return close(id);
  }
  const bool is_type = ast_.is<ast::TSInterfaceDeclaration>(n.declaration) ||
                       ast_.is<ast::TSTypeAliasDeclaration>(n.declaration) ||
                       flag(n.declaration, NodeFlag::Declare);
  open("ExportNamedDeclaration", ast_.span(id));
  empty_list("attributes");
  child("declaration", n.declaration);
  string("exportKind", is_type ? "type" : "value");
  null("source");
  empty_list("specifiers");
  close();
}

void TypeScriptWriter::export_default(NodeId id) {
  const NodeId declaration = ast_.as<ast::ExportDefaultDeclaration>(id).declaration;
  const bool is_declaration = ast_.is<ast::FunctionDeclaration>(declaration) ||
                              ast_.is<ast::ClassDeclaration>(declaration) ||
                              ast_.is<ast::TSInterfaceDeclaration>(declaration);
  if (is_declaration)
    open("ExportDefaultDeclaration", ast_.span(id));
  else
    open("ExportDefaultDeclaration");
  child("declaration", declaration);
  string("exportKind", "value");
  if (is_declaration)
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

void TypeScriptWriter::keyword_type(NodeId id) {
  constexpr std::string_view kNames[] = {
      "TSAnyKeyword",    "TSBigIntKeyword", "TSBooleanKeyword",   "TSIntrinsicKeyword",
      "TSNeverKeyword",  "TSNullKeyword",   "TSNumberKeyword",    "TSObjectKeyword",
      "TSStringKeyword", "TSSymbolKeyword", "TSUndefinedKeyword", "TSUnknownKeyword",
      "TSVoidKeyword"};
  static_assert(std::size(kNames) == static_cast<size_t>(TypeKeyword::Void) + 1);
  open(kNames[static_cast<size_t>(ast_.as<ast::TSKeywordType>(id).keyword)]);
  close(id);
}

void TypeScriptWriter::literal_type(NodeId id) {
  const NodeId literal = ast_.as<ast::TSLiteralType>(id).literal;
  if (ast_.is<ast::NullLiteral>(literal)) {
    open("TSNullKeyword");
    return close(id);
  }
  open("TSLiteralType");
  child("literal", literal);
  close(id);
}

void TypeScriptWriter::import_type(NodeId id) {
  const auto& n = ast_.as<ast::TSImportType>(id);
  const auto* literal_type = ast_.try_as<ast::TSLiteralType>(n.argument);
  open("TSImportType", ast_.span(id));
  child("options", n.options);
  child("qualifier", n.qualifier);
  child("source", literal_type != nullptr ? literal_type->literal : n.argument);
  child("typeArguments", n.type_arguments);
  close();
}

void TypeScriptWriter::mapped_type(NodeId id) {
  const auto& n = ast_.as<ast::TSMappedType>(id);
  const auto modifier = [&](std::string_view name, MappedModifier m) {
    if (m == MappedModifier::Plus || m == MappedModifier::Minus)
      string(name, m == MappedModifier::Plus ? "+" : "-");
    else
      boolean(name, m == MappedModifier::Present);
  };
  open("TSMappedType");
  child("constraint", n.constraint);
  child("key", n.key);
  child("nameType", n.name_type);
  modifier("optional", n.optional);
  if (n.readonly != MappedModifier::None) modifier("readonly", n.readonly);
  optional_child("typeAnnotation", n.type);
  close(id);
}

// The type has an annotation node around it here that is no wider than the type.
void TypeScriptWriter::type_predicate(NodeId id) {
  const auto& n = ast_.as<ast::TSTypePredicate>(id);
  open("TSTypePredicate");
  boolean("asserts", flag(id, NodeFlag::Asserts));
  child("parameterName", n.parameter);
  key("typeAnnotation");
  if (n.type.is_none()) {
    text("null");
  } else {
    const auto* annotation = ast_.try_as<ast::TSTypeAnnotation>(n.type);
    const NodeId type = annotation != nullptr ? annotation->type : n.type;
    open("TSTypeAnnotation", ast_.span(type));
    child("typeAnnotation", type);
    close();
  }
  close(id);
}

void TypeScriptWriter::index_signature(NodeId id) {
  const auto& n = ast_.as<ast::TSIndexSignature>(id);
  open("TSIndexSignature");
  accessibility(id);
  list("parameters", n.params);
  boolean("readonly", flag(id, NodeFlag::Readonly));
  boolean("static", flag(id, NodeFlag::Static));
  optional_child("typeAnnotation", n.type);
  close(id);
}

void TypeScriptWriter::heritage(NodeId id, Role role) {
  const auto& n = ast_.as<ast::TSHeritage>(id);
  open(role == Role::InterfaceHeritage ? "TSInterfaceHeritage" : "TSClassImplements");
  child("expression", n.expression);
  optional_child("typeArguments", n.type_arguments);
  close(id);
}

void TypeScriptWriter::interface(NodeId id) {
  const auto& n = ast_.as<ast::TSInterfaceDeclaration>(id);
  open("TSInterfaceDeclaration");
  key("body");
  open("TSInterfaceBody", {n.body_start, ast_.end(id)});
  list("body", n.members);
  close();
  boolean("declare", flag(id, NodeFlag::Declare));
  list("extends", n.extends, Role::InterfaceHeritage);
  child("id", n.id);
  optional_child("typeParameters", n.type_parameters);
  close(id);
}

void TypeScriptWriter::enum_(NodeId id) {
  const auto& n = ast_.as<ast::TSEnumDeclaration>(id);
  open("TSEnumDeclaration");
  key("body");
  open("TSEnumBody", {n.body_start, ast_.end(id)});
  list("members", n.members);
  close();
  boolean("const", flag(id, NodeFlag::Const));
  boolean("declare", flag(id, NodeFlag::Declare));
  child("id", n.id);
  close(id);
}

void TypeScriptWriter::module(NodeId id) {
  open("TSModuleDeclaration");
  module_fields(id);
  close(id);
}

void TypeScriptWriter::module_fields(NodeId id) {
  const auto& n = ast_.as<ast::TSModuleDeclaration>(id);
  const bool quoted = ast_.is<ast::StringLiteral>(n.id);
  if (quoted) string("kind", "module");
  if (!quoted || !n.body.is_none()) child("body", n.body);
  boolean("declare", flag(id, NodeFlag::Declare));
  boolean("global", n.keyword == ModuleKeyword::Global);
  child("id", n.id);
  if (!quoted) string("kind", enum_value_name("ModuleKeyword", static_cast<uint32_t>(n.keyword)));
}

void TypeScriptWriter::import_equals(NodeId id) {
  const auto& n = ast_.as<ast::TSImportEqualsDeclaration>(id);
  const bool exported = flag(id, NodeFlag::Export);
  if (exported) {
    open("ExportNamedDeclaration", ast_.span(id));
    empty_list("attributes");
    key("declaration");
  }
  open("TSImportEqualsDeclaration");
  child("id", n.id);
  string("importKind", flag(id, NodeFlag::TypeOnly) ? "type" : "value");
  child("moduleReference", n.reference);
  constexpr uint32_t kExportKeyword = 6;
  const uint32_t start = ast_.start(id);
  close(Span{exported ? skip_trivia(start + kExportKeyword) : start, ast_.end(id)});
  if (exported) {
    string("exportKind", "value");
    null("source");
    empty_list("specifiers");
    close();
  }
}

// What recovery left: its name and place.
void TypeScriptWriter::unknown(NodeId id) {
  open(node_name(ast_.kind(id)));
  close(id);
}

}  // namespace

void write_typescript_estree(const Ast& ast, Goal goal, TextWriter& out) {
  TypeScriptWriter(ast, goal, out).run();
}

}  // namespace perry::frontend
