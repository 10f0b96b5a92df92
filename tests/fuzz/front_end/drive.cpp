#include "tests/fuzz/front_end/drive.h"

#include <cstdio>
#include <cstdlib>
#include <vector>

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"
#include "frontend/extract/extract.h"
#include "frontend/parse/parse.h"
#include "support/base/stack.h"
#include "support/diag/diagnostic.h"

namespace perry::fuzz {

using namespace frontend;

namespace {

constexpr size_t kStackReserve = 256 * 1024;

[[noreturn]] void fail(const char* what, support::Span span) {
  std::fprintf(stderr, "contradiction: %s at %u..%u\n", what, span.start, span.end);
  std::abort();
}

void check_span(support::Span span, size_t source_size, const char* what) {
  if (span.start > span.end || span.end > source_size) fail(what, span);
}

// Recovery may put a node beside its parent, never outside the source.
void check_tree(const Ast& ast, bool is_whole) {
  std::vector<NodeId> pending = {ast.root()};
  while (!pending.empty()) {
    const NodeId id = pending.back();
    pending.pop_back();
    const support::Span outer = ast.span(id);
    check_span(outer, ast.source().size(), "node outside the source");
    for_each_child(ast, id, [&](NodeId child) {
      const support::Span inner = ast.span(child);
      if (is_whole && (inner.start < outer.start || inner.end > outer.end))
        fail("child outside its parent", inner);
      pending.push_back(child);
    });
  }
}

void check_scopes(const Ast& ast, const Scopes& scopes) {
  for (size_t i = 1; i < scopes.scope_count(); i++) {
    const Scope& scope = scopes.scope(ScopeId(i));
    if (scope.parent.is_none() || scope.parent.index >= i) fail("scope before its parent", {});
    uint32_t count = 0;
    for (BindingId b = scope.first; !b.is_none(); b = scopes.binding(b).next) {
      if (scopes.binding(b).scope != ScopeId(i)) fail("binding of another scope", {});
      count++;
    }
    if (count != scope.binding_count) fail("binding count", ast.span(scope.node));
  }
  for (NodeId id : scopes.globals()) check_span(ast.span(id), ast.source().size(), "global");
}

}  // namespace

SourceOptions options_from(uint8_t bits) {
  SourceOptions options;
  options.goal = bits % 4 == 0 ? Goal::Script : bits % 4 == 1 ? Goal::CommonJS : Goal::Module;
  options.dialect = (bits & 4) != 0 ? Dialect::TypeScript : Dialect::JavaScript;
  options.jsx = (bits & 8) != 0;
  options.declaration_file = options.typescript() && (bits & 48) == 48;
  options.annex_b = (bits & 64) == 0;
  options.strict = (bits & 128) != 0;
  return options;
}

void drive_front_end(std::string_view text, const SourceOptions& options) {
  support::DiagnosticSink sink;
  Ast ast(text);
  const ParseOptions parse_options{.source = options, .keep_all_comments = true};
  const std::vector<Comment> comments =
      parse(ast, parse_options, sink, support::StackLimit::current(kStackReserve));
  check_tree(ast, !sink.has_errors());
  const Scopes scopes = bind(ast, options, sink);
  check_scopes(ast, scopes);
  if (!sink.has_errors()) extract_record(ast, scopes, options, comments, sink);
  sink.sort();
  for (const support::Diagnostic& d : sink.all()) {
    check_span(d.span, text.size(), "diagnostic");
    for (const support::DiagnosticLabel& label : d.labels)
      check_span(label.span, text.size(), "label");
    format_message(d);
  }
}

}  // namespace perry::fuzz
