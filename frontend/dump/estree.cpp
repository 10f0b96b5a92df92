#include "frontend/dump/estree.h"

#include "frontend/dump/dump.h"

namespace perry::frontend {

void dump_estree(const Ast& ast, const SourceOptions& options, TextWriter& out) {
  if (options.typescript())
    write_typescript_estree(ast, options.goal, out);
  else
    write_acorn_estree(ast, options.goal, out);
}

}  // namespace perry::frontend
