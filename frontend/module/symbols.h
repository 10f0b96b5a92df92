#pragma once

#include <string>
#include <string_view>

// The names under which object files know each other's parts. All are functions of the module's
// identity and the export's name alone; whatever is not named here has internal linkage.
namespace perry::frontend {

// The variable that holds an export: `p.<id>.<name>`. Names beyond kLongestSymbolName bytes end in
// a hash of the whole, so distinct names have distinct symbols.
std::string export_symbol(std::string_view module_id, std::string_view name);
// The code of a function that an export always holds: `p.<id>!<name>`.
std::string code_symbol(std::string_view module_id, std::string_view name);
// What evaluates the module: `p.<id>`.
std::string init_symbol(std::string_view module_id);

inline constexpr size_t kLongestSymbolName = 200;

}  // namespace perry::frontend
