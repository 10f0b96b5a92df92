#include "perry-cc/codegen/emit.h"

#include <llvm/CodeGen/MachineModuleInfo.h>
#include <llvm/CodeGen/Passes.h>
#include <llvm/CodeGen/TargetPassConfig.h>

// LLVM's own way to machine code, without the passes that have nothing to do here. Every pass looks
// at every function, and those that track values of variables for debuggers take a tenth of the
// time: what we emit names lines, not variables.
namespace perry::codegen {

namespace {

void disable_idle_passes(llvm::TargetPassConfig& config) {
  const llvm::AnalysisID idle[] = {&llvm::LiveDebugValuesID,
                                   &llvm::RemoveRedundantDebugValuesID,
                                   &llvm::StackMapLivenessID,
                                   &llvm::FEntryInserterID,
                                   &llvm::XRayInstrumentationID,
                                   &llvm::PatchableFunctionID,
                                   &llvm::FuncletLayoutID,
                                   &llvm::FixupStatepointCallerSavedID,
                                   &llvm::LocalStackSlotAllocationID,
                                   &llvm::StackFrameLayoutAnalysisPassID};
  for (const llvm::AnalysisID id : idle) config.disablePass(id);
}

}  // namespace

std::string emit_machine_code(llvm::Module& module, llvm::TargetMachine& machine, Emit emit) {
  auto& target = static_cast<llvm::LLVMTargetMachine&>(machine);
  llvm::SmallVector<char, 0> bytes;
  llvm::raw_svector_ostream stream(bytes);
  llvm::legacy::PassManager passes;
  // The pass manager owns both.
  auto* const info = new llvm::MachineModuleInfoWrapperPass(&target);
  llvm::TargetPassConfig* const config = target.createPassConfig(passes);
  config->setDisableVerify(!PERRY_ASSERTIONS);
  disable_idle_passes(*config);
  passes.add(config);
  passes.add(info);
  config->addISelPasses();
  config->addMachinePasses();
  config->setInitialized();
  const auto type = emit == Emit::Assembly ? llvm::CodeGenFileType::AssemblyFile
                                           : llvm::CodeGenFileType::ObjectFile;
  target.addAsmPrinter(passes, stream, nullptr, type, info->getMMI().getContext());
  passes.add(llvm::createFreeMachineFunctionPass());
  passes.run(module);
  return {bytes.data(), bytes.size()};
}

}  // namespace perry::codegen
