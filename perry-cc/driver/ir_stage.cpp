#include "perry-cc/driver/ir_stage.h"

#include "perry-cc/ir/print.h"
#include "perry-cc/ir/verify.h"
#include "perry-cc/irgen/irgen.h"
#include "perry-cc/passes/pipeline.h"

namespace perry::cc {

IrOptions ir_options(const Options& options) {
  return {.optimize = options.optimize,
          .verify = options.verify_ir,
          .print_after = options.print_after};
}

IrResult run_ir_stage(const frontend::Ast& ast, const frontend::Scopes& scopes,
                      const frontend::ModuleRecord& record, const frontend::SourceOptions& source,
                      std::string_view path, const IrOptions& options,
                      support::DiagnosticSink& sink, support::StackLimit stack,
                      support::Trace* trace) {
  IrResult result;
  const irgen::ModuleContext context = irgen::default_context(record, std::string(path));
  ir::Module module;
  {
    const support::Phase phase(trace, "irgen");
    module = irgen::generate(
        {.ast = ast, .scopes = scopes, .record = record, .source = source, .context = context},
        sink, stack);
  }
  if (sink.has_errors()) return result;
  if (options.verify) {
    for (const ir::Fault& fault : ir::verify(module))
      result.faults += ir::fault_text(module, fault) + '\n';
    if (!result.faults.empty()) return result;
  }
  if (options.optimize) {
    const support::Phase phase(trace, "passes");
    result.faults = passes::run_passes(
        module, passes::pipeline(),
        {.verify = options.verify, .print_after = options.print_after, .printed = &result.text});
  }
  const support::Phase phase(trace, "dump");
  result.text += ir::print(module);
  return result;
}

}  // namespace perry::cc
