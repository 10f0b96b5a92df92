#pragma once

#include <string>
#include <string_view>

namespace perry::frontend::test {

// The code and place of the first error, "P1101@8", or none.
std::string first_error(std::string_view text, std::string_view name = "a.ts");

// What the first statement turns out to be: for `x = ...;` and expressions alone the kind of the
// expression, for type aliases and `let x: ...` that of the type, else of the statement itself.
// The first error's code instead when there is one.
std::string first_kind(std::string_view text, std::string_view name = "a.ts");

// The source text that the nodes of this kind cover, in the order of the tree's walk, " | " between
// them.
std::string spans_of(std::string_view text, std::string_view kind, std::string_view name = "a.ts");

}  // namespace perry::frontend::test
