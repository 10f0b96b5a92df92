#pragma once

#include <span>

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"
#include "frontend/lex/lexer.h"
#include "frontend/lex/options.h"
#include "frontend/module/record.h"
#include "support/diag/diagnostic.h"

namespace perry::frontend {

// The module record of a parsed and bound file.
ModuleRecord extract_record(const Ast& ast, const Scopes& scopes, const SourceOptions& options,
                            std::span<const Comment> head_comments, support::DiagnosticSink& sink);

}  // namespace perry::frontend
