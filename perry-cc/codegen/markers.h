#pragma once

#include <vector>

#include "perry-cc/codegen/llvm_headers.h"

namespace llvm {
class MachineFunctionPass;
}

namespace perry::codegen {

// What FastISel makes too much of, in code that it translates: it is told something else, and a
// pass puts the right thing in place when registers have been chosen.
//
// Of addresses of thread-local variables it knows nothing, and what it doesn't know costs as much
// as several calls: they are calls of functions that don't exist, which become the two instructions
// that it takes. An address inside of a variable would be two instructions: it is that of a
// variable that doesn't exist.
class Markers {
 public:
  explicit Markers(llvm::Module& module) : module_(module) {}

  llvm::Value* thread_address(llvm::IRBuilder<>& builder, llvm::GlobalVariable* variable);
  llvm::Constant* place_in(llvm::GlobalVariable* variable, uint32_t offset);

  // The pass manager owns it.
  llvm::MachineFunctionPass* make_pass() const;

 private:
  struct Row {
    llvm::GlobalValue* marker;
    llvm::WeakTrackingVH variable;  // some are replaced in the end
    uint32_t offset;
  };
  llvm::Module& module_;
  std::vector<Row> threads_;
  std::vector<Row> places_;
};

}  // namespace perry::codegen
