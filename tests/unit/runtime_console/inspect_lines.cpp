#include <iostream>
#include <string>

#include "runtime/host/console/inspect.h"
#include "runtime/host/console/text.h"
#include "tests/unit/runtime_console/literal.h"

// Reads literals, one a line in ASCII, and prints what inspect() makes of each, as a JSON string.
// tests/unit/runtime_console/compare.mjs compares that with Node.
int main() {
  using namespace perry::runtime;  // NOLINT(google-build-using-namespace): a test's main
  test::Realm realm;
  for (std::string line; std::getline(std::cin, line);) {
    const Value value = test::Literal(realm, line).value();
    std::string text = from_utf16(inspect(realm.isolate(), value));
    for (const char c : text) {
      if (c == '\n') {
        std::cout << "\\n";
      } else if (c == '\\') {
        std::cout << "\\\\";
      } else {
        std::cout << c;
      }
    }
    std::cout << '\n';
  }
}
