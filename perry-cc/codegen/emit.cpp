#include "perry-cc/codegen/emit.h"

#include <llvm/CodeGen/AsmPrinter.h>
#include <llvm/CodeGen/AsmPrinterHandler.h>
#include <llvm/CodeGen/MachineFunctionPass.h>
#include <llvm/CodeGen/MachineModuleInfo.h>
#include <llvm/CodeGen/Passes.h>
#include <llvm/CodeGen/TargetPassConfig.h>
#include <llvm/MC/MCAsmBackend.h>
#include <llvm/MC/MCAssembler.h>
#include <llvm/MC/MCCodeEmitter.h>
#include <llvm/MC/MCELFObjectWriter.h>
#include <llvm/MC/MCStreamer.h>

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

// Runs right before a function is printed.
class LabelCalls : public llvm::MachineFunctionPass {
 public:
  // NOLINTNEXTLINE(readability-identifier-naming): LLVM asks for it.
  static char ID;
  LabelCalls(CallTable& table, llvm::AsmPrinter& printer)
      : MachineFunctionPass(ID), table_(table), printer_(printer) {}

  // NOLINTNEXTLINE(readability-identifier-naming): LLVM's name
  bool runOnMachineFunction(llvm::MachineFunction& function) override {
    table_.label_calls(function, printer_.getSymbol(&function.getFunction()));
    return true;
  }

 private:
  CallTable& table_;
  llvm::AsmPrinter& printer_;
};
char LabelCalls::ID = 0;

// What the printer tells of its progress.
class PrintCallTable : public llvm::AsmPrinterHandler {
 public:
  PrintCallTable(CallTable& table, llvm::AsmPrinter& printer, bool is_text)
      : table_(table), printer_(printer), is_text_(is_text) {}

  // NOLINTBEGIN(readability-identifier-naming): LLVM's names
  void beginFunction(const llvm::MachineFunction*) override {}
  void endFunction(const llvm::MachineFunction*) override {
    table_.end_function(printer_.getFunctionEnd());
  }
  void endModule() override { table_.write_placeholder(printer_, is_text_); }
  // NOLINTEND(readability-identifier-naming)

 private:
  CallTable& table_;
  llvm::AsmPrinter& printer_;
  bool is_text_;
};

// The last moment to add bytes: addresses are known, nothing is written yet.
class ObjectWriter : public llvm::ELFObjectWriter {
 public:
  ObjectWriter(const llvm::MCAsmBackend& backend, llvm::raw_pwrite_stream& out, CallTable& table)
      : ELFObjectWriter(std::unique_ptr<llvm::MCELFObjectTargetWriter>(
                            static_cast<llvm::MCELFObjectTargetWriter*>(
                                backend.createObjectTargetWriter().release())),
                        out, backend.Endian == llvm::endianness::little),
        table_(table) {}

  // NOLINTNEXTLINE(readability-identifier-naming): LLVM's name
  void executePostLayoutBinding(llvm::MCAssembler& assembler) override {
    ELFObjectWriter::executePostLayoutBinding(assembler);
    table_.fill(assembler);
  }

 private:
  CallTable& table_;
};

std::unique_ptr<llvm::MCStreamer> object_streamer(const llvm::LLVMTargetMachine& machine,
                                                  llvm::MCContext& context,
                                                  llvm::raw_pwrite_stream& out, CallTable& table) {
  const llvm::Target& target = machine.getTarget();
  const llvm::MCSubtargetInfo& subtarget = *machine.getMCSubtargetInfo();
  std::unique_ptr<llvm::MCCodeEmitter> emitter(
      target.createMCCodeEmitter(*machine.getMCInstrInfo(), context));
  std::unique_ptr<llvm::MCAsmBackend> backend(target.createMCAsmBackend(
      subtarget, *machine.getMCRegisterInfo(), machine.Options.MCOptions));
  auto writer = std::make_unique<ObjectWriter>(*backend, out, table);
  return std::unique_ptr<llvm::MCStreamer>(
      target.createMCObjectStreamer(machine.getTargetTriple(), context, std::move(backend),
                                    std::move(writer), std::move(emitter), subtarget));
}

}  // namespace

std::string emit_machine_code(llvm::Module& module, llvm::TargetMachine& machine, Emit emit,
                              CallTable& table) {
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
  llvm::MCContext& mc = info->getMMI().getContext();
  const bool is_text = emit == Emit::Assembly;
  std::unique_ptr<llvm::MCStreamer> streamer;
  if (is_text) {
    auto text = target.createMCStreamer(stream, nullptr, llvm::CodeGenFileType::AssemblyFile, mc);
    streamer = llvm::cantFail(std::move(text));
  } else {
    streamer = object_streamer(target, mc, stream, table);
  }
  // The pass manager owns it, too.
  llvm::AsmPrinter* const printer =
      machine.getTarget().createAsmPrinter(machine, std::move(streamer));
  printer->addAsmPrinterHandler(std::make_unique<PrintCallTable>(table, *printer, is_text));
  passes.add(new LabelCalls(table, *printer));
  passes.add(printer);
  passes.add(llvm::createFreeMachineFunctionPass());
  passes.run(module);
  return {bytes.data(), bytes.size()};
}

}  // namespace perry::codegen
