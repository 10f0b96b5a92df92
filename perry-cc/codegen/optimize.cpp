#include "perry-cc/codegen/optimize.h"

namespace perry::codegen {

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
  builder.buildPerModuleDefaultPipeline(level).run(module, modules);
}

}  // namespace perry::codegen
