#include "generator/ninja/output_file.h"

namespace perry::generator {

std::string output_file(std::string_view output, std::string_view name) {
  std::string plain(name);
  if (output == "static") return "lib" + plain + ".a";
  if (output == "shared") return "lib" + plain + ".so";
  return plain;
}

}  // namespace perry::generator
