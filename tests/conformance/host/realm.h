#pragma once

#include <string_view>

#include "runtime/abi/layout.h"
#include "runtime/gc/isolate.h"

namespace perry::test262 {

// Defines `print` and `$262`.
void install(runtime::Isolate& isolate);

// Runs a script, or a module with all that it imports, and then everything that it left to be done.
// False when it threw; then the error's constructor and message stand on standard error, one a
// line.
bool run(runtime::Isolate& isolate, const abi::ModuleRecord* record);

// The entry of a source file, seen from the project's root; null when there is none. A file that is
// a script may also be a module that something imports.
const abi::ModuleRecord* find_module(runtime::Isolate& isolate, std::string_view path);

}  // namespace perry::test262
