#include "generator/ninja/writer.h"

#include <algorithm>

namespace perry::generator {

namespace {

bool needs_no_quotes(char c) {
  constexpr std::string_view kPlain = "_-+=:,./@%^~";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         kPlain.find(c) != std::string_view::npos;
}

bool is_special_in_path(char c) { return c == '$' || c == ' ' || c == ':'; }

void indented(std::string& out, const NinjaVariables& variables) {
  for (const auto& [name, value] : variables)
    out.append("  ").append(name).append(" = ").append(value).append("\n");
}

}  // namespace

std::string escape_ninja_path(std::string_view path) {
  std::string result;
  result.reserve(path.size());
  for (const char c : path) {
    if (is_special_in_path(c)) result += '$';
    result += c;
  }
  return result;
}

std::string escape_ninja_value(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    if (c == '$') result += '$';
    result += c;
  }
  return result;
}

std::string quote_for_shell(std::string_view word) {
  if (!word.empty() && std::ranges::all_of(word, needs_no_quotes)) return std::string(word);
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'')
      quoted += "'\\''";
    else
      quoted += c;
  }
  return escape_ninja_value(quoted + "'");
}

bool is_valid_ninja_path(std::string_view path) {
  return !path.empty() && path.find_first_of(std::string_view("\n\r\0", 3)) == std::string::npos;
}

void NinjaWriter::comment(std::string_view text) { out_.append("# ").append(text) += '\n'; }

void NinjaWriter::variable(std::string_view name, std::string_view value) {
  out_.append(name).append(" = ").append(value) += '\n';
}

void NinjaWriter::pool(std::string_view name, size_t depth) {
  out_.append("pool ").append(name).append("\n  depth = ").append(std::to_string(depth)) += '\n';
}

void NinjaWriter::rule(std::string_view name, const NinjaVariables& variables) {
  out_.append("rule ").append(name) += '\n';
  indented(out_, variables);
}

void NinjaWriter::paths(const std::vector<std::string_view>& all) {
  for (const std::string_view path : all) {
    out_ += ' ';
    if (std::ranges::none_of(path, is_special_in_path))
      out_ += path;
    else
      out_ += escape_ninja_path(path);
  }
}

void NinjaWriter::build(const NinjaEdge& edge) {
  out_ += "build";
  paths(edge.outputs);
  out_.append(": ").append(edge.rule);
  paths(edge.inputs);
  if (!edge.implicit.empty()) {
    out_ += " |";
    paths(edge.implicit);
  }
  if (!edge.order_only.empty()) {
    out_ += " ||";
    paths(edge.order_only);
  }
  out_ += '\n';
  indented(out_, edge.variables);
}

void NinjaWriter::defaults(const std::vector<std::string_view>& targets) {
  out_ += "default";
  paths(targets);
  out_ += '\n';
}

}  // namespace perry::generator
