#include "frontend/module/symbols.h"

#include "support/base/sha256.h"

namespace perry::frontend {

namespace {

constexpr size_t kHashDigits = 32;

// The separator behind the id tells the sorts of symbols apart: ids hold neither of them.
std::string symbol(std::string_view module_id, char separator, std::string_view name) {
  std::string result = init_symbol(module_id) + separator;
  if (name.size() <= kLongestSymbolName && name.find('\0') == std::string_view::npos)
    return result.append(name);
  // No name of the short sort is as long as these.
  const std::string hash = support::sha256(name).short_hex(kHashDigits);
  std::string head(name.substr(0, kLongestSymbolName));
  for (char& c : head)
    if (c == '\0') c = '?';
  head.resize(kLongestSymbolName, '~');
  return result + head + '~' + hash;
}

}  // namespace

std::string export_symbol(std::string_view module_id, std::string_view name) {
  return symbol(module_id, '.', name);
}

std::string code_symbol(std::string_view module_id, std::string_view name) {
  return symbol(module_id, '!', name);
}

std::string init_symbol(std::string_view module_id) { return "p." + std::string(module_id); }

}  // namespace perry::frontend
