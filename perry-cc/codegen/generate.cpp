#include "perry-cc/codegen/emit.h"
#include "perry-cc/codegen/fast_bitcode.h"
#include "perry-cc/codegen/module_writer.h"
#include "perry-cc/codegen/optimize.h"
#include "perry-cc/codegen/target.h"

namespace perry::codegen {

namespace {

void set_target_attributes(llvm::Module& module, const llvm::TargetMachine& machine) {
  for (llvm::Function& function : module) {
    if (function.isDeclaration()) continue;
    function.addFnAttr("target-cpu", machine.getTargetCPU());
    if (const llvm::StringRef features = machine.getTargetFeatureString(); !features.empty())
      function.addFnAttr("target-features", features);
  }
}

std::string as_text(const llvm::Module& module) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  module.print(stream, nullptr);
  return text;
}

std::string as_bitcode(const llvm::Module& module) {
  std::string bytes;
  llvm::raw_string_ostream stream(bytes);
  llvm::WriteBitcodeToFile(module, stream);
  return bytes;
}

}  // namespace

std::expected<std::string, Error> generate(const ir::Module& source, const Options& options) {
  auto machine = make_target_machine(options);
  if (!machine) return std::unexpected(std::move(machine.error()));

  llvm::LLVMContext context;
  context.setDiscardValueNames(options.emit != Emit::LlvmIr);
  const std::string_view name =
      source.source_path ? source.atoms.text(source.source_path) : std::string_view("module");
  llvm::Module module(llvm::StringRef(name.data(), name.size()), context);
  module.setSourceFileName(module.getModuleIdentifier());
  module.setTargetTriple((*machine)->getTargetTriple().str());
  if (options.is_position_independent) module.setPICLevel(llvm::PICLevel::BigPIC);
  module.setDataLayout((*machine)->createDataLayout());

  ModuleWriter writer(module, source, options);
  writer.write();
  if (writer.error()) return std::unexpected(*std::move(writer.error()));
  if (options.profile == Profile::Release) link_fast_paths(module);
  // At dev the machine's own are all there are; optimizing passes and other tools read attributes.
  if (options.profile != Profile::Dev || options.emit != Emit::Object)
    set_target_attributes(module, **machine);
  if (PERRY_ASSERTIONS || options.emit == Emit::LlvmIr) {
    std::string faults;
    llvm::raw_string_ostream stream(faults);
    if (llvm::verifyModule(module, &stream))
      return std::unexpected(Error{ErrorKind::Malformed, faults, ""});
  }
  optimize(module, **machine, options.profile);

  switch (options.emit) {
    case Emit::LlvmIr:
      return as_text(module);
    case Emit::Bitcode:
      return as_bitcode(module);
    case Emit::Object:
    case Emit::Assembly:
      break;
  }
  CallTable table(writer.debug_info(), writer.shown_functions(), writer.shown_texts());
  return emit_machine_code(module, **machine, options.emit, table, writer.markers());
}

}  // namespace perry::codegen
