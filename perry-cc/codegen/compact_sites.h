#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "perry-cc/codegen/llvm_headers.h"
#include "perry-cc/codegen/markers.h"

namespace perry::codegen {

// A module's SiteTable and the CompactSites behind it (runtime/abi/layout.h): one variable.
class CompactSites {
 public:
  CompactSites(llvm::Module& module, Markers* markers);

  // The address of a constant that says this, for code. Without a key: null.
  llvm::Constant* add(llvm::Constant* key, uint32_t cell) {
    return place(new_site(key, cell), true);
  }
  // The same for data.
  llvm::Constant* add_for_data(uint32_t cell) { return place(new_site(nullptr, cell), false); }
  bool is_empty() const { return words_.empty(); }
  // Gives the variable its contents, and has `first`, the functions one of which runs before all
  // others, store where `block` is. Where there are no sites it is not asked for.
  void finish(llvm::GlobalVariable* block, llvm::ArrayRef<llvm::Function*> first);

 private:
  uint32_t new_site(llvm::Constant* key, uint32_t cell);
  llvm::Constant* place(uint32_t offset, bool is_code);

  llvm::Module& module_;
  Markers* markers_;
  llvm::GlobalVariable* variable_;  // has no type to speak of until the end
  std::vector<uint32_t> words_;
  std::vector<llvm::Constant*> keys_;
  std::unordered_map<llvm::Constant*, uint32_t> numbers_;
};

}  // namespace perry::codegen
