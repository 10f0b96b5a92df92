#include "frontend/parse/parse.h"

#include "frontend/parse/parser.h"

namespace perry::frontend {

std::vector<Comment> parse(Ast& ast, const ParseOptions& options, support::DiagnosticSink& sink,
                           support::StackLimit stack) {
  Parser parser(ast, options, sink, stack);
  parser.parse_program();
  return parser.lexer().comments();
}

}  // namespace perry::frontend
