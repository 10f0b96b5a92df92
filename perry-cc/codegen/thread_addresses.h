#pragma once

#include <vector>

#include "perry-cc/codegen/llvm_headers.h"

namespace llvm {
class MachineFunctionPass;
}

namespace perry::codegen {

// Addresses of thread-local variables in code that FastISel translates. It knows none, and what it
// doesn't know costs as much as ten calls: so they are calls of functions that don't exist, which
// a pass replaces by the two instructions that it takes when registers have been chosen.
class ThreadAddresses {
 public:
  explicit ThreadAddresses(llvm::Module& module) : module_(module) {}

  llvm::Value* get(llvm::IRBuilder<>& builder, llvm::GlobalVariable* variable);

  // The pass manager owns it; null when there is nothing to do.
  llvm::MachineFunctionPass* make_pass() const;

 private:
  struct Row {
    llvm::Function* marker;
    llvm::WeakTrackingVH variable;  // the module's own block is replaced in the end
  };
  llvm::Module& module_;
  std::vector<Row> rows_;
};

}  // namespace perry::codegen
