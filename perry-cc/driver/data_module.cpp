#include "perry-cc/driver/data_module.h"

namespace perry::cc {

std::string data_program(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::string program = "export default \"";
  for (const char c : text) {
    if (c == '\n') {
      program += "\\n";
    } else if (c == '\r') {
      program += "\\r";
    } else {
      if (c == '"' || c == '\\') program += '\\';
      program += c;
    }
  }
  return program + "\";\n";
}

}  // namespace perry::cc
