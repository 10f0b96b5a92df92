#include "perry-cc/codegen/debug_info.h"

#include <algorithm>
#include <string>

namespace perry::codegen {

// LLVM keeps 16 bits of a column, and none of one that is greater.
constexpr uint32_t kLastColumn = 0xffff;

DebugInfo::DebugInfo(llvm::Module& module, std::string_view path, std::string_view text,
                     bool keeps_lines)
    : context_(module.getContext()),
      source_(support::SourceFile::borrow(std::string(path), text)),
      has_text_(!text.empty()) {
  if (!has_text_) return;
  module.addModuleFlag(llvm::Module::Warning, "Debug Info Version", llvm::DEBUG_METADATA_VERSION);
  if (keeps_lines) module.addModuleFlag(llvm::Module::Warning, "Dwarf Version", 5);
  builder_ = std::make_unique<llvm::DIBuilder>(module);
  // The project's root, which no object file names.
  file_ = builder_->createFile(llvm::StringRef(path.data(), path.size()), ".");
  // With an entry for each function, which has its name. There are no tables of names: linkers put
  // those of all objects one behind the other, and then debuggers refuse them.
  builder_->createCompileUnit(
      llvm::dwarf::DW_LANG_C99, file_, "perry-cc", false, "", 0, "",
      keeps_lines ? llvm::DICompileUnit::FullDebug : llvm::DICompileUnit::NoDebug, 0, true, false,
      llvm::DICompileUnit::DebugNameTableKind::None);
  type_ = builder_->createSubroutineType(builder_->getOrCreateTypeArray({}));
}

SourcePlace DebugInfo::place_of(uint32_t position) const {
  if (!has_text_) return {};
  const support::LineColumn place = source_.position_utf16(position);
  return {place.line + 1, place.column + 1};
}

SourcePlace DebugInfo::place_of(const llvm::DILocation& location) const {
  const uint32_t line = location.getLine();
  if (line == 0 || line > source_.line_count()) return {};
  const uint32_t column = std::max(location.getColumn(), 1u);
  return place_of(source_.line_start(line - 1) + column - 1);
}

llvm::DISubprogram* DebugInfo::add_function(llvm::Function* function, std::string_view name,
                                            uint32_t position, Identity identity) {
  if (!is_on()) return nullptr;
  const uint32_t line = source_.line_of(position) + 1;
  llvm::DISubprogram* const result = builder_->createFunction(
      file_, llvm::StringRef(name.data(), name.size()), "", file_, line, type_, line,
      llvm::DINode::FlagZero,
      llvm::DISubprogram::SPFlagDefinition | llvm::DISubprogram::SPFlagLocalToUnit);
  function->setSubprogram(result);
  identities_[result] = identity;
  return result;
}

std::optional<DebugInfo::Identity> DebugInfo::identity_of(
    const llvm::DISubprogram* function) const {
  const auto found = identities_.find(function);
  return found == identities_.end() ? std::nullopt : std::optional(found->second);
}

llvm::DebugLoc DebugInfo::location(llvm::DISubprogram* function, uint32_t position) const {
  if (function == nullptr) return {};
  // Line 0: code that no line of the source stands for. It has the position of what stands at the
  // very start.
  if (position == 0 && function->getLine() > 1)
    return llvm::DILocation::get(context_, 0, 0, function);
  const support::LineColumn place = source_.position_bytes(position);
  return llvm::DILocation::get(context_, place.line + 1, std::min(place.column + 1, kLastColumn),
                               function);
}

void DebugInfo::finish() {
  if (is_on()) builder_->finalize();
}

}  // namespace perry::codegen
