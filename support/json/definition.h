#pragma once

#include <expected>
#include <string>
#include <string_view>

// What stands for a global name in sources, as `--define NAME=VALUE` says it.
namespace perry::support {

struct Definition {
  std::string name;   // process.env.NODE_ENV
  std::string value;  // JSON, or another name
  friend bool operator==(const Definition&, const Definition&) = default;
};

// A global variable, or members of one or of `import.meta`, with dots between them.
bool is_definable_name(std::string_view text);
// Likewise, without `import.meta`: what a value may name.
bool is_value_name(std::string_view text);

// From `NAME=VALUE`. The error is a sentence for the user.
std::expected<Definition, std::string> read_definition(std::string_view text);
std::expected<Definition, std::string> make_definition(std::string_view name,
                                                       std::string_view value);

}  // namespace perry::support
