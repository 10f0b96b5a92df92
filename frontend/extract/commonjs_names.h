#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "support/base/span.h"

namespace perry::frontend {

struct CommonJsNames {
  std::vector<std::string> exports;    // in order of first appearance
  std::vector<std::string> reexports;  // specifiers
};

// The names that Node gives to `import { name } from "./commonjs.cjs"`. Node looks at the text
// alone, without scopes and without a parser (the package cjs-module-lexer), and programs depend on
// what it sees and on what it misses; so this looks at the text too. `opaque` are the places,
// sorted, where text means no tokens and only a parser can tell: regular expressions and JSX text.
CommonJsNames find_commonjs_names(std::string_view source, std::span<const support::Span> opaque);

}  // namespace perry::frontend
