#pragma once

#include <functional>
#include <string>
#include <vector>

// `perry dev`: builds and runs a program, and does so again whenever a file changed.
namespace perry::generator {

struct DevInput {
  std::function<bool()> build;
  std::string root;  // of the project
  std::string build_folder;
  std::string program;
  std::vector<std::string> arguments;
};

// Until a signal ends it; that ends the program, too. What fails to build leaves the program that
// runs alone, and the next change is another chance.
int run_dev(const DevInput& input);

}  // namespace perry::generator
