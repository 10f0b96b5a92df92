#include "perry-cc/codegen/debug_info.h"

#include <string>

namespace perry::codegen {

DebugInfo::DebugInfo(llvm::Module& module, std::string_view path, std::string_view text,
                     bool keeps_lines)
    : context_(module.getContext()),
      source_(support::SourceFile::borrow(std::string(path), text)),
      has_text_(!text.empty()) {
  if (!keeps_lines || !has_text_) return;
  module.addModuleFlag(llvm::Module::Warning, "Debug Info Version", llvm::DEBUG_METADATA_VERSION);
  module.addModuleFlag(llvm::Module::Warning, "Dwarf Version", 5);
  builder_ = std::make_unique<llvm::DIBuilder>(module);
  // The project's root, which no object file names.
  file_ = builder_->createFile(llvm::StringRef(path.data(), path.size()), ".");
  builder_->createCompileUnit(llvm::dwarf::DW_LANG_C99, file_, "perry-cc", false, "", 0, "",
                              llvm::DICompileUnit::LineTablesOnly);
  type_ = builder_->createSubroutineType(builder_->getOrCreateTypeArray({}));
}

uint32_t DebugInfo::line_of(uint32_t position) const {
  return has_text_ ? source_.line_of(position) + 1 : 0;
}

llvm::DISubprogram* DebugInfo::add_function(llvm::Function* function, std::string_view name,
                                            uint32_t position) {
  if (!is_on()) return nullptr;
  const uint32_t line = line_of(position);
  llvm::DISubprogram* const result = builder_->createFunction(
      file_, llvm::StringRef(name.data(), name.size()), function->getName(), file_, line, type_,
      line, llvm::DINode::FlagZero,
      llvm::DISubprogram::SPFlagDefinition | llvm::DISubprogram::SPFlagLocalToUnit);
  function->setSubprogram(result);
  return result;
}

llvm::DebugLoc DebugInfo::location(llvm::DISubprogram* function, uint32_t position) const {
  if (function == nullptr) return {};
  // Line 0: code that no line of the source stands for.
  if (position == 0) return llvm::DILocation::get(context_, 0, 0, function);
  const support::LineColumn place = source_.position_bytes(position);
  return llvm::DILocation::get(context_, place.line + 1, place.column + 1, function);
}

void DebugInfo::finish() {
  if (is_on()) builder_->finalize();
}

}  // namespace perry::codegen
