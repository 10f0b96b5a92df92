#include "perry-cc/codegen/fast_bitcode.h"

#include <memory>
#include <vector>

#include "perry-cc/codegen/callees.h"
#include "perry-cc/codegen/optimize.h"

namespace perry::codegen {

namespace {

constexpr const char* kPrefix = "perry_inline_";

// What the build of perry-cc decided for itself says nothing about the target.
void adopt(llvm::Function& function) {
  function.removeFnAttr("target-cpu");
  function.removeFnAttr("target-features");
  function.removeFnAttr("tune-cpu");
  function.removeFnAttr("frame-pointer");
  function.removeFnAttr("min-legal-vector-width");
  function.removeFnAttr("stack-protector-buffer-size");
  function.setComdat(nullptr);
  function.setLinkage(llvm::GlobalValue::InternalLinkage);
}

}  // namespace

void link_fast_paths(llvm::Module& module) {
  std::vector<std::string> wanted;
  for (const llvm::Function& function : module)
    if (function.isDeclaration() && function.getName().starts_with(kPrefix))
      wanted.push_back(function.getName().str());
  if (wanted.empty()) return;

  const std::string_view bytes = fast_bitcode();
  llvm::Expected<std::unique_ptr<llvm::Module>> source = llvm::getLazyBitcodeModule(
      llvm::MemoryBufferRef(llvm::StringRef(bytes.data(), bytes.size()), "fast"),
      module.getContext());
  // It is part of this program.
  if (!source) llvm::report_fatal_error(source.takeError());
  (*source)->setTargetTriple(module.getTargetTriple());
  (*source)->setDataLayout(module.getDataLayout());
  (*source)->setModuleInlineAsm("");
  if (llvm::NamedMDNode* const flags = (*source)->getModuleFlagsMetadata())
    flags->eraseFromParent();
  if (llvm::NamedMDNode* const ident = (*source)->getNamedMetadata("llvm.ident"))
    ident->eraseFromParent();
  llvm::Linker::linkModules(module, std::move(*source), llvm::Linker::LinkOnlyNeeded);

  for (llvm::Function& function : module)
    if (!function.isDeclaration() && function.getName().starts_with(kPrefix)) adopt(function);
  describe_callees(module);
  for (llvm::Function& function : module)
    if (function.getName().starts_with(kPrefix)) keep_calls_apart(function);
}

}  // namespace perry::codegen
