#pragma once

#include <string>
#include <string_view>

#include "frontend/ast/ast.h"
#include "frontend/lex/options.h"
#include "support/diag/diagnostic.h"

namespace perry::frontend::test {

// A JavaScript program and its tree, for as long as both are looked at.
struct Parsed {
  explicit Parsed(std::string_view source, Goal goal = Goal::Script);

  // "P1101@8 P1103@20", by position.
  std::string errors() const;
  // The first statement, or the expression in it.
  NodeId first() const;
  std::string first_kind() const;
  // The source text of every node of this kind, in the order of the tree's walk, " | " between.
  std::string spans_of(std::string_view kind) const;

  std::string text;
  Ast ast;
  support::DiagnosticSink sink;
};

std::string repeated(std::string_view text, size_t count);

}  // namespace perry::frontend::test
