#pragma once

#include <unordered_set>

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"
#include "frontend/lex/options.h"

namespace perry::frontend {

struct Purity {
  bool is_side_effect_free = false;
  bool reads_imports = false;
  std::unordered_set<uint32_t> pure_functions;  // bindings that #__NO_SIDE_EFFECTS__ marks
  bool is_default_pure = false;                 // an anonymous default export so marked
};

// Whether evaluating the file can be noticed. Sound, not complete: whatever is not known to be
// harmless counts as an effect.
Purity find_purity(const Ast& ast, const Scopes& scopes, const SourceOptions& options);

}  // namespace perry::frontend
