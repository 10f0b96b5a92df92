#pragma once

#include <string_view>

#include "frontend/dump/estree_writer.h"
#include "frontend/lex/options.h"
#include "support/base/span.h"

namespace perry::frontend {

// What surrounds the name or pattern of a parameter, variable or catch clause, and in ESTree is
// part of it.
struct PatternExtras {
  NodeList decorators;
  bool optional = false;
  NodeId type;
  uint32_t end = 0;  // where it ends at least
};

// Writes ESTree the way typescript-estree prints it. Functions are named after the nodes they
// write.
class TypeScriptWriter final : public EstreeWriter {
 public:
  using EstreeWriter::EstreeWriter;

 private:
  using Span = support::Span;

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
  bool write_ranged_name(NodeId id);
  bool is_name(NodeId id) const;

  void optional_child(std::string_view name, NodeId id) {
    if (!id.is_none()) child(name, id);
  }
  void accessibility(NodeId id);
  void identifier(Span span, AtomId name) { identifier(span, ast_.text(name)); }
  void identifier(Span span, std::string_view name);
  void pattern(NodeId id, const PatternExtras& extras);

  // estree_typescript.cpp: the program, expressions, functions and classes.
  void program(NodeId id) override;
  void expression_statement(NodeId id) override;
  void literal(NodeId id) override;
  void template_element(NodeId id) override;
  void property(NodeId id);
  void static_member(NodeId id) override;
  void private_member(NodeId id) override;
  void meta_property(NodeId id, std::string_view meta, std::string_view property) override;
  void import_expression(NodeId id) override;
  void function(std::string_view type, NodeId id, Role role);
  void arrow_function(NodeId id);
  void parameter(NodeId id) override;
  void plain_parameter(NodeId id);
  void class_node(std::string_view type, NodeId id) override;
  void method_definition(NodeId id) override;
  void property_definition(NodeId id) override;
  void variable_declarator(NodeId id);
  void catch_clause(NodeId id);
  void jsx_opening_element(NodeId id);
  void jsx_text(NodeId id) override;
  void unknown(NodeId id);

  // estree_typescript_declarations.cpp: modules, types and TypeScript's declarations.
  void import_declaration(NodeId id);
  void export_named(NodeId id);
  void export_default(NodeId id);
  void keyword_type(NodeId id);
  void literal_type(NodeId id);
  void import_type(NodeId id);
  void mapped_type(NodeId id);
  void type_predicate(NodeId id);
  void index_signature(NodeId id);
  void heritage(NodeId id, Role role);
  void interface(NodeId id);
  void enum_declaration(NodeId id);
  void module(NodeId id);
  void module_fields(NodeId id);
  void import_equals(NodeId id);
};

}  // namespace perry::frontend
