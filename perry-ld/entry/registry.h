#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "frontend/module/link_plan.h"

namespace perry::ld {

// The symbol of a module's ModuleRecord.
std::string record_symbol(std::string_view module_id);

// The symbol that a library's thread-local variables begin with; its cells count from there.
inline constexpr std::string_view kFirstVariable = "perry.first_variable";

// What a library's host knows it by.
std::string library_symbol(std::string_view name);

// Of a library, an object to be linked before all others: it holds the variable that its
// thread-local variables begin with.
std::string write_first_variable();

// The object file that tells the runtime which modules the program has and how they hang together:
// ModuleRecords, the variables of CommonJS modules and `perry_program` or `perry_library_<name>`,
// as runtime/abi/layout.h describes them. A function of its arguments. The error names what it
// can't write.
std::expected<std::string, std::string> write_registry(const frontend::LinkPlan& plan,
                                                       std::string_view abi_hash,
                                                       std::string_view build_id);

}  // namespace perry::ld
