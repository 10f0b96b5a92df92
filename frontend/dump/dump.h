#pragma once

#include <string_view>

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"
#include "frontend/dump/text_writer.h"
#include "frontend/lex/options.h"
#include "support/diag/diagnostic.h"

// The outputs of the front end's stages as text, for people, golden tests and other tools. Every
// dump is a function of its arguments alone, streams through the writer, takes time linear in its
// output, and does not recurse.
namespace perry::frontend {

// One token a line: `start..end Kind value flags`. Without a parser nobody knows whether `/`
// divides or begins a regular expression; the token before it decides here, the way simple
// highlighters do. What the lexer finds wrong goes to `sink`.
void dump_tokens(std::string_view source, const SourceOptions& options,
                 support::DiagnosticSink& sink, TextWriter& out);

// One node a line, children indented below the name of their field.
void dump_ast(const Ast& ast, TextWriter& out);

// Every scope with its bindings, then every name of the file in source order with its binding.
void dump_scopes(const Ast& ast, const Scopes& scopes, TextWriter& out);

// ESTree as JSON in one line. JavaScript (with JSX) comes out the way acorn and acorn-jsx give it,
// TypeScript the way typescript-estree does, fields in their order, offsets in UTF-16 code units.
// Two values that JSON cannot hold, those of regular expressions and bigints, are null; `regex` and
// `bigint` beside them tell what they are.
void dump_estree(const Ast& ast, const SourceOptions& options, TextWriter& out);

}  // namespace perry::frontend
