#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "frontend/lex/lexer.h"
#include "frontend/lex/options.h"
#include "frontend/module/record.h"
#include "support/diag/diagnostic.h"

namespace perry::frontend {

// The directives in the comments that stand before `code_start`: TypeScript's `/// <reference>` and
// pragmas (`@jsx`, `@ts-check` and their kin).
std::vector<Directive> read_directives(std::string_view source, std::span<const Comment> comments,
                                       uint32_t code_start, const SourceOptions& options,
                                       support::DiagnosticSink& sink);

}  // namespace perry::frontend
