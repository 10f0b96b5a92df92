#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "perry-cc/codegen/llvm_headers.h"
#include "support/source/source_file.h"

namespace perry::codegen {

// Counted from 1, columns in UTF-16 code units; 0: nobody knows.
struct SourcePlace {
  uint32_t line = 0;
  uint32_t column = 0;

  friend bool operator==(SourcePlace, SourcePlace) = default;
};

// Which line and column of the source each instruction stands for, and in which function. All that
// inlines code keeps it, so it is there in every profile; debuggers get it where lines are kept.
class DebugInfo {
 public:
  // Without text there is nothing to point at, and every answer is null.
  DebugInfo(llvm::Module& module, std::string_view path, std::string_view text, bool keeps_lines);

  bool is_on() const { return builder_ != nullptr; }
  SourcePlace place_of(uint32_t position) const;
  // Which function of the program one of LLVM's is for: several may be for the same.
  struct Identity {
    uint32_t number;
    bool is_hidden;  // from stack traces: it only calls another one with the same number
  };
  llvm::DISubprogram* add_function(llvm::Function* function, std::string_view name,
                                   uint32_t position, Identity identity);
  llvm::DebugLoc location(llvm::DISubprogram* function, uint32_t position) const;
  void finish();

  // --- the way back, of what LLVM kept ---
  std::optional<Identity> identity_of(const llvm::DISubprogram* function) const;
  SourcePlace place_of(const llvm::DILocation& location) const;

 private:
  llvm::LLVMContext& context_;
  support::SourceFile source_;
  bool has_text_;
  std::unique_ptr<llvm::DIBuilder> builder_;
  llvm::DIFile* file_ = nullptr;
  llvm::DISubroutineType* type_ = nullptr;
  llvm::DenseMap<const llvm::DISubprogram*, Identity> identities_;
};

}  // namespace perry::codegen
