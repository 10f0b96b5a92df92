#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "perry-cc/codegen/llvm_headers.h"

namespace perry::codegen {

// A module's SiteTable and the CompactSites behind it (runtime/abi/layout.h): one variable.
class CompactSites {
 public:
  explicit CompactSites(llvm::Module& module);

  // The address of a constant that says this. Without a key: null.
  llvm::Constant* add(llvm::Constant* key, uint32_t cell);
  // Gives the variable its contents, and has `first`, the functions one of which runs before all
  // others, store where `block` is.
  void finish(llvm::GlobalVariable* block, llvm::ArrayRef<llvm::Function*> first);

 private:
  llvm::Module& module_;
  llvm::GlobalVariable* variable_;  // has no type to speak of until the end
  std::vector<uint32_t> words_;
  std::vector<llvm::Constant*> keys_;
  std::unordered_map<llvm::Constant*, uint32_t> numbers_;
};

}  // namespace perry::codegen
