#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>

#include "frontend/regexp/regexp.h"

// Reads one regular expression a line, its flags, a tab and its pattern, and answers each with a
// line: empty if it is valid, otherwise where it is wrong and how.
int main() {
  std::ios::sync_with_stdio(false);
  std::string line;
  while (std::getline(std::cin, line)) {
    size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      std::cerr << "expected a tab in: " << line << '\n';
      return 2;
    }
    std::string_view flags = std::string_view(line).substr(0, tab);
    std::string_view pattern = std::string_view(line).substr(tab + 1);
    if (auto error = perry::frontend::validate_regexp(pattern, flags)) {
      std::cout << (error->in_flags ? "flags " : "") << error->start << '-' << error->end << ": "
                << perry::frontend::message(error->kind);
    }
    std::cout << '\n';
  }
  return 0;
}
