#pragma once

#include <vector>

#include "frontend/ast/ast.h"
#include "frontend/lex/lexer.h"
#include "frontend/lex/options.h"
#include "support/base/stack.h"
#include "support/diag/diagnostic.h"

namespace perry::frontend {

struct ParseOptions {
  SourceOptions source;
  bool keep_all_comments = false;
  // Parse the text of each direct eval whose text is constant (Ast::find_eval).
  bool expands_eval = false;
};

// Parses the text that `ast` was made for into it and sets its root. Never fails: what can't be
// read is reported to `sink`, and the tree holds the rest. Nesting deeper than `stack` allows is
// reported and cut off. Returns the comments of the file's head, or all of them when asked.
std::vector<Comment> parse(Ast& ast, const ParseOptions& options, support::DiagnosticSink& sink,
                           support::StackLimit stack);

}  // namespace perry::frontend
