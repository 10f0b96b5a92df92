#include "frontend/dump/bigint_text.h"
#include "frontend/dump/estree.h"
#include "frontend/dump/estree_writer.h"

namespace perry::frontend {

namespace {

class AcornWriter final : public EstreeWriter {
 public:
  using EstreeWriter::EstreeWriter;

 private:
  void open(std::string_view type, uint32_t start, uint32_t end) {
    text("{\"type\":\"");
    text(type);
    text("\",\"start\":");
    number(utf16_(start));
    text(",\"end\":");
    number(utf16_(end));
  }
  void open(std::string_view type, NodeId id) { open(type, ast_.start(id), ast_.end(id)); }
  void close() { text("}"); }

  void write_node(NodeId id, Role role) override;
  bool write_shape(NodeId id);

  void program(NodeId id) override;
  void expression_statement(NodeId id) override;
  void literal(NodeId id) override;
  void template_element(NodeId id) override;
  void static_member(NodeId id) override;
  void private_member(NodeId id) override;
  void meta_property(NodeId id, std::string_view meta, std::string_view property) override;
  void import_expression(NodeId id) override;
  void import_declaration(NodeId id);
  void function(std::string_view type, NodeId id);
  void parameter(NodeId id) override;
  void class_node(std::string_view type, NodeId id) override;
  void method_definition(NodeId id) override;
  void property_definition(NodeId id) override;
  void jsx_text(NodeId id) override;
  void unknown(NodeId id);
  void decorators(NodeList items);
};

// In the order of nodes.def.
void AcornWriter::write_node(NodeId id, Role) {
  if (write_shape(id) || write_shapeless(id)) return;
  switch (ast_.kind(id)) {
    case NodeKind::FunctionDeclaration:
      return function("FunctionDeclaration", id);
    case NodeKind::FunctionExpression:
      return function("FunctionExpression", id);
    case NodeKind::ArrowFunction:
      return function("ArrowFunctionExpression", id);
    case NodeKind::ClassDeclaration:
      return class_node("ClassDeclaration", id);
    case NodeKind::ImportDeclaration:
      return import_declaration(id);
    default:
      return unknown(id);
  }
}

#include "frontend/dump/shape_macros.inc.h"
#define SHAPE(kind, type, fields)                            \
  case NodeKind::kind: {                                     \
    [[maybe_unused]] const auto& n = ast_.as<ast::kind>(id); \
    open(type, id);                                          \
    fields close();                                          \
    return true;                                             \
  }
bool AcornWriter::write_shape(NodeId id) {
  switch (ast_.kind(id)) {
#include "frontend/dump/acorn_shapes.def"
    default:
      return false;
  }
}

void AcornWriter::program(NodeId id) {
  open("Program", 0, static_cast<uint32_t>(ast_.source().size()));
  list("body", ast_.as<ast::Program>(id).body);
  source_type();
  close();
}

void AcornWriter::expression_statement(NodeId id) {
  const NodeId expression = ast_.as<ast::ExpressionStatement>(id).expression;
  open("ExpressionStatement", id);
  child("expression", expression);
  if (flag(id, NodeFlag::Directive)) directive(expression);
  close();
}

void AcornWriter::literal(NodeId id) {
  open("Literal", id);
  key("value");
  literal_value(id);
  string("raw", raw(id));
  if (const auto* bigint = ast_.try_as<ast::BigIntLiteral>(id)) {
    string("bigint", bigint_decimal_text(ast_.text(bigint->digits)));
  } else if (const auto* regexp = ast_.try_as<ast::RegExpLiteral>(id)) {
    text(",\"regex\":{\"pattern\":");
    json_string(ast_.text(regexp->pattern));
    string("flags", ast_.text(regexp->flags));
    text("}");
  }
  close();
}

void AcornWriter::template_element(NodeId id) {
  const auto& n = ast_.as<ast::TemplateElement>(id);
  open("TemplateElement", id);
  text(",\"value\":{\"raw\":");
  json_string(ast_.text(n.raw));
  key("cooked");
  cooked(n);
  text("}");
  boolean("tail", flag(id, NodeFlag::Tail));
  close();
}

void AcornWriter::static_member(NodeId id) {
  const auto& n = ast_.as<ast::StaticMember>(id);
  open("MemberExpression", id);
  child("object", n.object);
  key("property");
  open("Identifier", n.name_start, ast_.end(id));
  string("name", ast_.text(n.name));
  close();
  boolean("computed", false);
  boolean("optional", flag(id, NodeFlag::Optional));
  close();
}

void AcornWriter::private_member(NodeId id) {
  const auto& n = ast_.as<ast::PrivateMember>(id);
  open("MemberExpression", id);
  child("object", n.object);
  key("property");
  open("PrivateIdentifier", n.name_start, ast_.end(id));
  string("name", ast_.text(n.name));
  close();
  boolean("computed", false);
  boolean("optional", flag(id, NodeFlag::Optional));
  close();
}

void AcornWriter::meta_property(NodeId id, std::string_view meta, std::string_view property) {
  const uint32_t start = ast_.start(id), end = ast_.end(id);
  open("MetaProperty", id);
  key("meta");
  open("Identifier", start, start + static_cast<uint32_t>(meta.size()));
  string("name", meta);
  close();
  key("property");
  open("Identifier", end - static_cast<uint32_t>(property.size()), end);
  string("name", property);
  close();
  close();
}

void AcornWriter::import_expression(NodeId id) {
  const auto& n = ast_.as<ast::ImportExpression>(id);
  open("ImportExpression", id);
  child("source", n.source);
  child("options", n.options);
  // Phases are newer than acorn; ESTree's proposal names them so.
  if (n.phase != ImportPhase::Evaluation) string("phase", phase_name(n.phase));
  close();
}

void AcornWriter::import_declaration(NodeId id) {
  const auto& n = ast_.as<ast::ImportDeclaration>(id);
  open("ImportDeclaration", id);
  list("specifiers", n.specifiers);
  child("source", n.source);
  list("attributes", n.attributes);
  if (n.phase != ImportPhase::Evaluation) string("phase", phase_name(n.phase));
  close();
}

void AcornWriter::function(std::string_view type, NodeId id) {
  const auto& n = ast_.as<ast::FunctionExpression>(id);  // the three kinds share one layout
  open(type, id);
  child("id", n.id);
  boolean("expression", flag(id, NodeFlag::ExpressionBody));
  boolean("generator", flag(id, NodeFlag::Generator));
  boolean("async", flag(id, NodeFlag::Async));
  list("params", n.params);
  child("body", n.body);
  close();
}

void AcornWriter::parameter(NodeId id) {
  const auto& n = ast_.as<ast::Parameter>(id);
  if (flag(id, NodeFlag::Rest)) {
    open("RestElement", id);
    child("argument", n.pattern);
    close();
  } else if (!n.init.is_none()) {
    open("AssignmentPattern", id);
    child("left", n.pattern);
    child("right", n.init);
    close();
  } else {
    write_node(n.pattern, Role::None);
  }
}

void AcornWriter::class_node(std::string_view type, NodeId id) {
  const auto& n = ast_.as<ast::ClassExpression>(id);
  open(type, id);
  decorators(n.decorators);
  child("id", n.id);
  child("superClass", n.super_class);
  key("body");
  open("ClassBody", n.body_start, ast_.end(id));
  list("body", n.members);
  close();
  close();
}

void AcornWriter::method_definition(NodeId id) {
  const auto& n = ast_.as<ast::MethodDefinition>(id);
  open("MethodDefinition", id);
  decorators(n.decorators);
  boolean("static", flag(id, NodeFlag::Static));
  boolean("computed", flag(id, NodeFlag::Computed));
  child("key", n.key);
  string("kind", enum_value_name("MethodKind", static_cast<uint32_t>(n.kind)));
  child("value", n.value);
  close();
}

void AcornWriter::property_definition(NodeId id) {
  const auto& n = ast_.as<ast::PropertyDefinition>(id);
  open(flag(id, NodeFlag::Accessor) ? "AccessorProperty" : "PropertyDefinition", id);
  decorators(n.decorators);
  boolean("static", flag(id, NodeFlag::Static));
  boolean("computed", flag(id, NodeFlag::Computed));
  child("key", n.key);
  child("value", n.value);
  close();
}

void AcornWriter::jsx_text(NodeId id) {
  open("JSXText", id);
  string("value", ast_.text(ast_.as<ast::JSXText>(id).value));
  string("raw", raw(id));
  close();
}

// Decorators are newer than acorn, so their field appears only where there are some.
void AcornWriter::decorators(NodeList items) {
  if (items.count != 0) list("decorators", items);
}

// TypeScript in a JavaScript file, or what recovery left: its name and place.
void AcornWriter::unknown(NodeId id) {
  open(node_name(ast_.kind(id)), id);
  close();
}

}  // namespace

void write_acorn_estree(const Ast& ast, Goal goal, TextWriter& out) {
  AcornWriter(ast, goal, out).run();
}

}  // namespace perry::frontend
