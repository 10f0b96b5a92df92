#include "perry-cc/codegen/optimize.h"

#include <llvm/Transforms/InstCombine/InstCombine.h>
#include <llvm/Transforms/Scalar/GVN.h>
#include <llvm/Transforms/Scalar/LICM.h>
#include <llvm/Transforms/Scalar/SimplifyCFG.h>

namespace perry::codegen {

namespace {

bool jumps_to_body(const llvm::Function& shim) {
  for (const llvm::BasicBlock& block : shim) {
    for (const llvm::Instruction& instruction : block) {
      const auto* const call = llvm::dyn_cast<llvm::CallInst>(&instruction);
      if (call == nullptr || !call->isTailCall()) continue;
      const llvm::Function* const callee = call->getCalledFunction();
      if (callee != nullptr && callee->hasFnAttribute(kNoTailCalls)) return true;
    }
  }
  return false;
}

// A body that was inlined brings calls that may have become jumps.
void keep_frames(llvm::Module& module) {
  for (llvm::Function& function : module)
    if (function.hasFnAttribute(kShim) && !jumps_to_body(function))
      function.addFnAttr(kNoTailCalls, "true");
}

}  // namespace

void keep_calls_apart(llvm::Function& function) {
  for (llvm::BasicBlock& block : function)
    for (llvm::Instruction& instruction : block)
      if (auto* const call = llvm::dyn_cast<llvm::CallBase>(&instruction);
          call != nullptr && !call->doesNotThrow())
        call->addFnAttr(llvm::Attribute::NoMerge);
}

void optimize(llvm::Module& module, llvm::TargetMachine& machine, Profile profile) {
  if (profile == Profile::Dev) return;

  llvm::PipelineTuningOptions tuning;
  llvm::PassBuilder builder(&machine, tuning);
  llvm::LoopAnalysisManager loops;
  llvm::FunctionAnalysisManager functions;
  llvm::CGSCCAnalysisManager components;
  llvm::ModuleAnalysisManager modules;
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(components);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, components, modules);
  const auto level =
      profile == Profile::Size ? llvm::OptimizationLevel::Os : llvm::OptimizationLevel::O2;
  // What paths to the generic version keep apart until they are clear, like the shape of an object
  // that several sites ask for, is found equal only then.
  if (profile == Profile::Release)
    builder.registerOptimizerLastEPCallback([](llvm::ModulePassManager& passes, auto) {
      llvm::FunctionPassManager again;
      again.addPass(llvm::GVNPass());
      again.addPass(
          llvm::createFunctionToLoopPassAdaptor(llvm::LICMPass(llvm::LICMOptions()), true));
      again.addPass(llvm::InstCombinePass());
      again.addPass(llvm::SimplifyCFGPass());
      passes.addPass(llvm::createModuleToFunctionPassAdaptor(std::move(again)));
    });
  builder.buildPerModuleDefaultPipeline(level).run(module, modules);
  keep_frames(module);
}

}  // namespace perry::codegen
