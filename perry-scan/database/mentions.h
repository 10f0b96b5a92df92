#pragma once

#include <string>
#include <string_view>

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"

// The global names of a file that a definition may stand for: `DEBUG`, `process.env.NODE_ENV`,
// `import.meta.env.MODE`. Each with all members that follow it, as one text of sorted lines, with a
// line end before the first one too, so that a look-up is a search.
namespace perry::scan {

std::string find_mentions(const frontend::Ast& ast, const frontend::Scopes& scopes);

// Whether the name itself is among them, or members of it.
bool has_mention(std::string_view mentions, std::string_view name);

}  // namespace perry::scan
