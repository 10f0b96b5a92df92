#pragma once

#include <string>
#include <string_view>

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"
#include "frontend/lex/options.h"
#include "support/diag/diagnostic.h"

namespace perry::frontend::test {

inline constexpr SourceOptions kScript{.goal = Goal::Script};
inline constexpr SourceOptions kModule{.goal = Goal::Module};
inline constexpr SourceOptions kCommonJS{.goal = Goal::CommonJS};
inline constexpr SourceOptions kTypeScript{.goal = Goal::Module, .dialect = Dialect::TypeScript};
inline constexpr SourceOptions kDeclarations{
    .goal = Goal::Module, .dialect = Dialect::TypeScript, .declaration_file = true};

// A source text, parsed and bound, and its scopes as short texts to compare with.
class BoundSource {
 public:
  explicit BoundSource(std::string text, const SourceOptions& options = kScript);

  // "Global(Function f, Function(Parameter a+Captured, Arrow()))": each scope with its bindings,
  // then the scopes inside. Flags follow a `+`; Value, and in types TypeMeaning, go without saying.
  std::string scopes() const;
  // The flags of scopes that have any: "Function+Strict+UsesThis, Arrow+Async".
  std::string scope_flags() const;
  // The references in source order, each with the scope and kind it leads to: "x=Global.Let". `!`
  // marks a check of initialisation, `~` a dynamic lookup, `*` a write, `?` a type reference.
  std::string names() const;
  // "P2501@8 x, P2503@20 y": code, offset and first argument.
  std::string errors() const;
  // The names without a binding.
  std::string globals() const;

  const Ast& ast() const { return ast_; }
  const Scopes& all() const { return scopes_; }

 private:
  void put_scope(ScopeId id, std::string& out) const;
  void put_name(NodeId id, std::string& out) const;

  std::string text_;
  Ast ast_;
  support::DiagnosticSink sink_;
  Scopes scopes_;
};

}  // namespace perry::frontend::test
