#include "tests/unit/frontend_parse_ts/first_node.h"

#include "frontend/ast/ast.h"
#include "frontend/parse/parse.h"
#include "support/base/stack.h"
#include "support/diag/diagnostic.h"

namespace perry::frontend::test {

namespace {

ParseOptions options_for(std::string_view name) {
  ParseOptions options;
  options.source.dialect = Dialect::TypeScript;
  options.source.jsx = name.ends_with(".tsx");
  options.source.declaration_file = name.ends_with(".d.ts");
  options.source.reserve_angle_brackets = name.ends_with(".mts");
  return options;
}

std::string error_of(const support::DiagnosticSink& sink) {
  if (sink.all().empty()) return "";
  const support::Diagnostic& d = sink.all().front();
  return std::string(d.info->code) + "@" + std::to_string(d.span.start);
}

struct Parsed {
  Parsed(std::string_view text, std::string_view name) : ast(text) {
    constexpr size_t kReserve = 64 * 1024 * support::kStackFrameGrowth;
    parse(ast, options_for(name), sink, support::StackLimit::current(kReserve));
    sink.sort();
  }
  Ast ast;
  support::DiagnosticSink sink;
};

// Inside of what a snippet is wrapped in.
NodeId content(const Ast& ast, NodeId statement) {
  if (const auto* alias = ast.try_as<ast::TSTypeAliasDeclaration>(statement)) return alias->type;
  if (const auto* variables = ast.try_as<ast::VariableDeclaration>(statement)) {
    const auto& first = ast.as<ast::VariableDeclarator>(ast.list(variables->declarators)[0]);
    if (const auto* annotation = ast.try_as<ast::TSTypeAnnotation>(first.type))
      return annotation->type;
    return first.init;
  }
  if (const auto* expression = ast.try_as<ast::ExpressionStatement>(statement)) {
    const auto* assignment = ast.try_as<ast::AssignmentExpression>(expression->expression);
    return assignment != nullptr ? assignment->right : expression->expression;
  }
  return statement;
}

void collect(const Ast& ast, NodeId id, std::string_view kind, std::string& out) {
  if (node_name(ast.kind(id)) == kind) {
    if (!out.empty()) out += " | ";
    out += ast.text(ast.span(id));
  }
  for_each_child(ast, id, [&](NodeId child) { collect(ast, child, kind, out); });
}

}  // namespace

std::string first_error(std::string_view text, std::string_view name) {
  return error_of(Parsed(text, name).sink);
}

std::string first_kind(std::string_view text, std::string_view name) {
  const Parsed parsed(text, name);
  if (!parsed.sink.all().empty()) return error_of(parsed.sink);
  const Ast& ast = parsed.ast;
  const auto body = ast.list(ast.as<ast::Program>(ast.root()).body);
  const NodeId found = body.empty() ? NodeId::none() : content(ast, body[0]);
  return found.is_none() ? "none" : std::string(node_name(ast.kind(found)));
}

std::string spans_of(std::string_view text, std::string_view kind, std::string_view name) {
  const Parsed parsed(text, name);
  if (!parsed.sink.all().empty()) return error_of(parsed.sink);
  std::string out;
  collect(parsed.ast, parsed.ast.root(), kind, out);
  return out;
}

}  // namespace perry::frontend::test
