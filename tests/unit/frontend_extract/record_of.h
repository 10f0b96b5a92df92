#pragma once

#include <string_view>

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"
#include "frontend/extract/extract.h"
#include "frontend/module/record.h"
#include "frontend/parse/parse.h"
#include "support/base/stack.h"
#include "support/diag/diagnostic.h"

namespace perry::frontend {

// The record of a text, errors or not.
inline ModuleRecord record_of(std::string_view text, SourceOptions options = {}) {
  support::DiagnosticSink sink;
  return support::run_with_stack(support::kStackFrameGrowth * (size_t{64} << 20), [&] {
    Ast ast(text);
    const auto stack = support::StackLimit::current(support::kStackFrameGrowth * (size_t{1} << 20));
    const std::vector<Comment> comments =
        parse(ast, {.source = options, .keep_all_comments = false}, sink, stack);
    const Scopes scopes = bind(ast, options, sink);
    return extract_record(ast, scopes, options, comments, sink);
  });
}

inline ModuleRecord commonjs_record_of(std::string_view text) {
  return record_of(text, {.goal = Goal::CommonJS});
}
inline ModuleRecord typescript_record_of(std::string_view text) {
  return record_of(text, {.dialect = Dialect::TypeScript});
}

}  // namespace perry::frontend
