#pragma once

#include <array>
#include <cstdint>

#include "perry-cc/codegen/llvm_headers.h"

namespace perry::codegen {

// Every function of calls.def (rt_), fast.def (fast_), inline.def (inline_) and compact.def
// (compact_).
enum class Callee : uint16_t {
#define CALL(name, result, parameters, attributes) rt_##name,
#include "runtime/abi/calls.def"
#define CALL(name, result, parameters, attributes) fast_##name,
#include "runtime/abi/fast.def"
#define CALL(name, result, parameters, attributes) inline_##name,
#include "runtime/abi/inline.def"
#define CALL(name, result, parameters, attributes) compact_##name,
#include "runtime/abi/compact.def"
};
inline constexpr uint32_t kCalleeCount = 0
#define CALL(name, result, parameters, attributes) +1
#include "runtime/abi/calls.def"
#define CALL(name, result, parameters, attributes) +1
#include "runtime/abi/fast.def"
#define CALL(name, result, parameters, attributes) +1
#include "runtime/abi/inline.def"
#define CALL(name, result, parameters, attributes) +1
#include "runtime/abi/compact.def"
    ;

// The same operation for places that are to be fast; itself where there is nothing to copy.
Callee inline_form(Callee callee);
// The same operation for places that are to be small. It has to have one.
Callee compact_form(Callee callee);
// As the linker knows it.
const char* symbol_of(Callee callee);
// Tells LLVM what the tables say of functions that linked bitcode calls.
void describe_callees(llvm::Module& module);

// Their declarations in one LLVM module, made when they are first asked for.
class CalleeTable {
 public:
  explicit CalleeTable(llvm::Module& module) : module_(module) {}

  llvm::Function* get(Callee callee) {
    llvm::Function*& function = functions_[static_cast<uint32_t>(callee)];
    return function != nullptr ? function : function = declare(callee);
  }

 private:
  llvm::Function* declare(Callee callee);

  llvm::Module& module_;
  std::array<llvm::Function*, kCalleeCount> functions_{};
};

}  // namespace perry::codegen
