#include "tests/unit/frontend_parse/parsed.h"

#include "frontend/parse/parse.h"
#include "support/base/stack.h"

namespace perry::frontend::test {

namespace {

void collect(const Ast& ast, NodeId id, std::string_view kind, std::string& out) {
  if (node_name(ast.kind(id)) == kind) {
    if (!out.empty()) out += " | ";
    out += ast.text(ast.span(id));
  }
  for_each_child(ast, id, [&](NodeId child) { collect(ast, child, kind, out); });
}

}  // namespace

Parsed::Parsed(std::string_view source, Goal goal) : text(source), ast(text) {
  constexpr size_t kReserve = 64 * 1024 * support::kStackFrameGrowth;
  ParseOptions options;
  options.source.goal = goal;
  parse(ast, options, sink, support::StackLimit::current(kReserve));
  sink.sort();
}

std::string Parsed::errors() const {
  std::string out;
  for (const support::Diagnostic& d : sink.all()) {
    if (!out.empty()) out += ' ';
    out += std::string(d.info->code) + "@" + std::to_string(d.span.start);
  }
  return out;
}

NodeId Parsed::first() const {
  const auto body = ast.list(ast.as<ast::Program>(ast.root()).body);
  if (body.empty()) return NodeId::none();
  const auto* statement = ast.try_as<ast::ExpressionStatement>(body[0]);
  return statement != nullptr ? statement->expression : body[0];
}

std::string Parsed::first_kind() const {
  if (sink.has_errors()) return errors();
  return std::string(node_name(ast.kind(first())));
}

std::string Parsed::spans_of(std::string_view kind) const {
  if (sink.has_errors()) return errors();
  std::string out;
  collect(ast, ast.root(), kind, out);
  return out;
}

std::string repeated(std::string_view text, size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (size_t i = 0; i < count; i++) out += text;
  return out;
}

}  // namespace perry::frontend::test
