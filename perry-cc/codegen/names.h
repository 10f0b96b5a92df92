#pragma once

#include <string>
#include <string_view>

// The symbols by which object files know each other's parts. Everything else is internal.
namespace perry::codegen {

std::string module_symbol(std::string_view module_id);  // its ModuleInfo
std::string record_symbol(std::string_view module_id);  // its ModuleRecord, which perry-ld writes
std::string export_symbol(std::string_view module_id, std::string_view name);

}  // namespace perry::codegen
