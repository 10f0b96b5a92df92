#pragma once

#include <memory>
#include <string_view>

#include "perry-cc/codegen/llvm_headers.h"
#include "support/source/source_file.h"

namespace perry::codegen {

// Tables from code to lines and columns of the source, and the functions' own names.
class DebugInfo {
 public:
  // Without text there is nothing to point at, and every answer is null.
  DebugInfo(llvm::Module& module, std::string_view path, std::string_view text, bool keeps_lines);

  bool is_on() const { return builder_ != nullptr; }
  // Lines count from one; 0 where the text isn't known.
  uint32_t line_of(uint32_t position) const;
  llvm::DISubprogram* add_function(llvm::Function* function, std::string_view name,
                                   uint32_t position);
  llvm::DebugLoc location(llvm::DISubprogram* function, uint32_t position) const;
  void finish();

 private:
  llvm::LLVMContext& context_;
  support::SourceFile source_;
  bool has_text_;
  std::unique_ptr<llvm::DIBuilder> builder_;
  llvm::DIFile* file_ = nullptr;
  llvm::DISubroutineType* type_ = nullptr;
};

}  // namespace perry::codegen
