#include <iterator>

#include "frontend/dump/estree_typescript.h"

namespace perry::frontend {

using support::Span;

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
      class_node("ClassDeclaration", id);
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
      enum_declaration(id);
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

void TypeScriptWriter::import_declaration(NodeId id) {
  const auto& n = ast_.as<ast::ImportDeclaration>(id);
  open("ImportDeclaration");
  list("attributes", n.attributes);
  string("importKind", flag(id, NodeFlag::TypeOnly) ? "type" : "value");
  if (n.phase == ImportPhase::Evaluation)
    null("phase");
  else
    string("phase", phase_name(n.phase));
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

void TypeScriptWriter::enum_declaration(NodeId id) {
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
  child("id", n.id, n.keyword == ModuleKeyword::Global ? Role::None : Role::RangedName);
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

}  // namespace perry::frontend
