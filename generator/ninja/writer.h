#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perry::generator {

using NinjaVariables = std::vector<std::pair<std::string_view, std::string_view>>;

// Views of texts that somebody keeps: a build has thousands of edges, and each of their names
// stands in several of them.
struct NinjaEdge {
  std::vector<std::string_view> outputs;
  std::string_view rule;
  std::vector<std::string_view> inputs;
  std::vector<std::string_view> implicit;
  std::vector<std::string_view> order_only;
  NinjaVariables variables;
};

// Appends to the text of a build.ninja. Paths are escaped; values of variables are taken as they
// are, so that they can refer to other variables.
class NinjaWriter {
 public:
  void comment(std::string_view text);
  void blank() { out_ += '\n'; }
  void variable(std::string_view name, std::string_view value);
  void pool(std::string_view name, size_t depth);
  void rule(std::string_view name, const NinjaVariables& variables);
  void build(const NinjaEdge& edge);
  void defaults(const std::vector<std::string_view>& targets);

  const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  void paths(const std::vector<std::string_view>& all);

  std::string out_;
};

// A path as it stands in a build statement.
std::string escape_ninja_path(std::string_view path);
// Text that is no reference to a variable.
std::string escape_ninja_value(std::string_view text);
// One word of a shell command, quoted where it must be, and escaped for Ninja.
std::string quote_for_shell(std::string_view word);
// What Ninja cannot hold whatever the escape.
bool is_valid_ninja_path(std::string_view path);

}  // namespace perry::generator
