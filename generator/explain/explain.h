#pragma once

#include <span>
#include <string>
#include <string_view>

namespace perry::generator {

// What a diagnostic means, with an example and what usually mends it: a row of a table of
// diagnostics, and its section of docs/diagnostics.
struct Explanation {
  std::string_view code;
  std::string_view name;
  std::string_view message;
  std::string_view text;  // Markdown
};

// Sorted by code.
std::span<const Explanation> all_explanations();

// `P1003`, `p1003`, or the name. Null for others.
const Explanation* find_explanation(std::string_view code);

// For a terminal: code indented, marks of Markdown left out.
std::string show_explanation(const Explanation& explanation);
// All codes with their messages.
std::string list_explanations();

}  // namespace perry::generator
