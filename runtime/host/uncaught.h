#pragma once

#include <string>

#include "runtime/abi/layout.h"
#include "runtime/gc/isolate.h"
#include "runtime/value/value.h"

namespace perry::runtime {

// What a program that ends of a value writes, without the end of the last line. May run JavaScript,
// but throws nothing.
std::string uncaught_text(Isolate& isolate, Value value);

// The end of a program that threw what nobody caught: the line of the source, the value as
// console.log shows it, and exit code 1.
[[noreturn]] void die_of_uncaught(Isolate& isolate, Value value);
// The same for a promise that was rejected and that nobody handled.
[[noreturn]] void die_of_unhandled(Isolate& isolate, Value reason);
// The same for a module whose evaluation failed.
[[noreturn]] void die_of_failed_module(Isolate& isolate, Value reason);
// For a program that ends while its main module waits: a warning.
void warn_of_unsettled(Isolate& isolate, const abi::ModuleInfo* module);

}  // namespace perry::runtime
