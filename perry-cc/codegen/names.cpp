#include "perry-cc/codegen/names.h"

namespace perry::codegen {

std::string module_symbol(std::string_view module_id) { return "p." + std::string(module_id); }

std::string record_symbol(std::string_view module_id) { return "r." + std::string(module_id); }

std::string export_symbol(std::string_view module_id, std::string_view name) {
  return module_symbol(module_id) + "." + std::string(name);
}

}  // namespace perry::codegen
