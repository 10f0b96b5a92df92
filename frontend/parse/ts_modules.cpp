#include "frontend/parse/parser.h"

// Namespaces, modules declared by name, augmentations, and TypeScript's own imports and exports.
namespace perry::frontend {

using support::Span;

NodeId Parser::parse_namespace(uint32_t begin, NodeFlag flags) {
  const Span word = token().span();
  ast::TSModuleDeclaration fields;
  fields.keyword = at(TokenKind::Module) ? ModuleKeyword::Module : ModuleKeyword::Namespace;
  if (too_deep()) return error_node(begin);
  next();
  ModuleBlockOf block = ModuleBlockOf::Namespace;
  const Span name = token().span();
  if (at(TokenKind::String)) {
    if (fields.keyword == ModuleKeyword::Namespace) unexpected("a name");
    fields.id = parse_literal();
    block = ModuleBlockOf::Module;
    if (!ambient() && fields.keyword == ModuleKeyword::Module)
      early_error(diag::kQuotedModuleNotAmbient, name);
  } else {
    fields.id = parse_namespace_name();
  }
  if (!in(Context::TopLevel) && !in(Context::Namespace))
    early_error(diag::kNamespaceNotTopLevel, word);
  if (block == ModuleBlockOf::Module && !at(TokenKind::LeftBrace))
    expect_semicolon();
  else
    fields.body = parse_module_block(block);
  return make(begin, fields, flags);
}

NodeId Parser::parse_namespace_name() {
  const uint32_t begin = start();
  NodeId name = parse_binding_identifier();
  while (eat(TokenKind::Dot)) {
    const NodeId right = parse_identifier_name();
    name = make(begin, ast::TSQualifiedName{name, right});
  }
  return name;
}

NodeId Parser::parse_global_augmentation(uint32_t begin, NodeFlag flags) {
  const Span word = token().span();
  if (!ambient()) early_error(diag::kGlobalWithoutDeclare, word);
  if (!in(Context::TopLevel) && !in(Context::Namespace))
    early_error(diag::kNamespaceNotTopLevel, word);
  ast::TSModuleDeclaration fields;
  fields.keyword = ModuleKeyword::Global;
  const AtomId name = token().atom;
  next();
  fields.id = make(word.start, ast::BindingIdentifier{name, {}});
  fields.body = parse_module_block(ModuleBlockOf::Module);
  return make(begin, fields, flags);
}

NodeId Parser::parse_module_block(ModuleBlockOf what) {
  const uint32_t open = start();
  if (!expect(TokenKind::LeftBrace)) return error_node(open);
  constexpr Context kOutside = Context::Yield | Context::Await | Context::Return |
                               Context::NewTarget | Context::SuperProperty | Context::SuperCall |
                               Context::ClassFieldInit | Context::StaticBlock | Context::Breakable |
                               Context::Continuable | Context::CaseClause | Context::TopLevel;
  const Context inside =
      what == ModuleBlockOf::Module ? Context::Namespace | Context::TopLevel : Context::Namespace;
  ContextScope scope(*this, Context::In | inside,
                     what == ModuleBlockOf::Module ? kOutside & ~Context::TopLevel : kOutside);
  FunctionScope function(*this);
  ListBuilder body(*this);
  parse_statement_list(body);
  if (ambient()) check_ambient_statements(body.nodes());
  expect_closing(TokenKind::RightBrace, open);
  return make(open, ast::TSModuleBlock{body.finish()});
}

NodeId Parser::parse_ts_import_equals(uint32_t begin, NodeId id, NodeFlag flags) {
  expect(TokenKind::Equal);
  ast::TSImportEqualsDeclaration fields;
  fields.id = id;
  if (at(TokenKind::Require) && byte_after_white_space() == '(') {
    const uint32_t reference_start = start();
    next();
    const uint32_t open = start();
    next();
    ast::TSExternalModuleReference reference;
    if (at(TokenKind::String)) {
      reference.expression = parse_literal();
    } else {
      reference.expression = parse_assignment();
      if (!ast_.is<ast::ErrorNode>(reference.expression))
        early_error(diag::kImportRequireArgument, ast_.span(reference.expression));
    }
    expect_closing(TokenKind::RightParen, open);
    fields.reference = make(reference_start, reference);
    const bool in_namespace = in(Context::Namespace) && !in(Context::TopLevel);
    if (in_namespace) early_error(diag::kNamespaceImportsModule, span_from(reference_start));
  } else {
    fields.reference = parse_entity_name(EntityNameStart::Type);
    if (has(flags, NodeFlag::TypeOnly)) {
      const Span reference = ast_.span(fields.reference);
      early_error(diag::kTypeOnlyImportAlias, reference);
    }
  }
  expect_semicolon();
  return make(begin, fields, flags);
}

// `import type`: a default binding, or what else there may be.
void Parser::check_type_only_import(Span span, std::span<const NodeId> specifiers) {
  if (specifiers.size() > 1 && ast_.is<ast::ImportDefaultSpecifier>(specifiers[0]))
    early_error(diag::kTypeOnlyDefaultAndNamed, span);
  check_type_only_specifiers(specifiers, "import");
}

void Parser::check_type_only_specifiers(std::span<const NodeId> specifiers, std::string_view word) {
  for (const NodeId id : specifiers)
    if (ast_.has_flag(id, NodeFlag::TypeOnly))
      early_error(diag::kTypeModifierRepeated, first_token(ast_.start(id)), word);
}

NodeId Parser::try_parse_ts_export(uint32_t begin) {
  switch (kind()) {
    case TokenKind::Equal:
      return parse_ts_export_assignment(begin);
    case TokenKind::As:
      return peek().kind == TokenKind::Namespace ? parse_namespace_export(begin) : NodeId::none();
    case TokenKind::Import:
      return parse_export_import(begin);
    default:
      return NodeId::none();
  }
}

NodeId Parser::parse_ts_export_assignment(uint32_t begin) {
  const Span equal = token().span();
  if (in(Context::Namespace) && !in(Context::TopLevel))
    early_error(diag::kExportAssignmentInNamespace, {begin, equal.end});
  next();
  ContextScope scope(*this, Context::In);
  const NodeId expression = parse_assignment();
  expect_semicolon();
  return make(begin, ast::TSExportAssignment{expression});
}

NodeId Parser::parse_namespace_export(uint32_t begin) {
  next();
  next();
  const NodeId id = parse_identifier_name();
  expect_semicolon();
  const NodeId node = make(begin, ast::TSNamespaceExportDeclaration{id});
  if (!options_.source.declaration_file)
    early_error(diag::kGlobalExportOutsideDeclarationFile, ast_.span(node));
  else if (in(Context::Namespace))
    early_error(diag::kGlobalExportNotTopLevel, ast_.span(node));
  return node;
}

// `export import a = b.c`: one node from `export` on.
NodeId Parser::parse_export_import(uint32_t begin) {
  next();
  NodeFlag flags = NodeFlag::Export;
  if (at(TokenKind::Type) && byte_after_white_space() != '=') {
    next();
    flags |= NodeFlag::TypeOnly;
  }
  const NodeId id = parse_binding_identifier();
  return parse_ts_import_equals(begin, id, flags);
}

}  // namespace perry::frontend
