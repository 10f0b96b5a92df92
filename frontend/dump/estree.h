#pragma once

#include "frontend/ast/ast.h"
#include "frontend/dump/text_writer.h"
#include "frontend/lex/options.h"

// The two forms of ESTree; dump_estree chooses.
namespace perry::frontend {

void write_acorn_estree(const Ast& ast, Goal goal, TextWriter& out);
void write_typescript_estree(const Ast& ast, Goal goal, TextWriter& out);

}  // namespace perry::frontend
