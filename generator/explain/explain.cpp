#include "generator/explain/explain.h"

#include <algorithm>

namespace perry::generator {

namespace {

bool are_equal_letters(char a, char b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return lower(a) == lower(b);
}

bool is_name(std::string_view text, std::string_view name) {
  return std::ranges::equal(text, name, are_equal_letters);
}

// `{0}` says nothing where there is no argument.
std::string general_message(std::string_view message) {
  std::string out;
  for (size_t i = 0; i < message.size(); i++) {
    if (message[i] == '{' && i + 2 < message.size() && message[i + 2] == '}') {
      out += "...";
      i += 2;
    } else {
      out += message[i];
    }
  }
  return out;
}

}  // namespace

const Explanation* find_explanation(std::string_view code) {
  const auto all = all_explanations();
  const auto row = std::ranges::find_if(
      all, [&](const Explanation& e) { return is_name(code, e.code) || is_name(code, e.name); });
  return row == all.end() ? nullptr : &*row;
}

std::string show_explanation(const Explanation& explanation) {
  std::string out(explanation.code);
  out += ": " + general_message(explanation.message) + "\n\n";
  std::string_view rest = explanation.text;
  bool is_code = false;
  while (!rest.empty()) {
    const size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.starts_with("```")) {
      is_code = !is_code;
      continue;
    }
    if (is_code && !line.empty()) out += "    ";
    out.append(line).append("\n");
  }
  return out;
}

std::string list_explanations() {
  std::string out;
  for (const Explanation& explanation : all_explanations())
    out.append(explanation.code).append("  ").append(general_message(explanation.message)) += '\n';
  return out;
}

}  // namespace perry::generator
