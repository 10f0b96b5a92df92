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

#include <algorithm>
#include <string_view>

#include "perry-cc/codegen/two_address.h"

// LLVM's own way to machine code, without the passes that have nothing to do here.
namespace perry::codegen {

namespace {

// Our code has nothing for these at any profile: it names lines to debuggers, not variables, and
// has no maps of the stack.
constexpr std::string_view kIdle[] = {
    "Contiguously Lay Out Funclets",
    "Fixup Statepoint Caller Saved",
    "Implement the 'patchable-function' attribute",
    "Insert XRay ops",
    "Insert fentry calls",
    "Live DEBUG_VALUE analysis",
    "Local Stack Slot Allocation",
    "Remove Redundant DEBUG_VALUE analysis",
    "Stack Frame Layout Analysis",
    "StackMap Liveness Analysis",
};
// And this is what optimised code may come to have. Each of them asks for every function whether
// there is something to do, and the pass manager's own books take longer than that.
constexpr std::string_view kIdleUnoptimized[] = {
    "Analyze Machine Code For Garbage Collection",
    "Argument Stack Rebase",
    "Assignment Tracking Analysis",
    "Bundle Machine CFG Edges",
    "Compressing EVEX instrs when possible",
    "Expand Atomic instructions",
    "Expand indirectbr instructions",
    "Expand large div/rem",
    "Expand large fp convert",
    "Expand reduction intrinsics",
    "Expand vector predication intrinsics",
    "Fast Tile Register Configure",
    "Fast Tile Register Preconfigure",
    "Insert KCFI indirect call checks",
    "Instrument function entry/exit with calls to e.g. mcount() (post inlining)",
    "Lower AMX intrinsics",
    "Lower AMX type for load/store",
    "Lower Garbage Collection Instructions",
    "Lower constant intrinsics",
    "Machine Sanitizer Binary Metadata",
    "Prepare callbr",
    "Pseudo Probe Inserter",
    "Safe Stack instrumentation pass",
    "Scalarize Masked Memory Intrinsics",
    "Shadow Stack GC Lowering",
    "Unpack machine instruction bundles",
    "X86 Discriminate Memory Operands",
    "X86 DynAlloca Expander",
    "X86 FP Stackifier",
    "X86 Indirect Branch Tracking",
    "X86 Indirect Thunks",
    "X86 Insert Cache Prefetches",
    "X86 Load Value Injection (LVI) Ret-Hardening",
    "X86 Lower Tile Copy",
    "X86 PIC Global Base Reg Initialization",
    "X86 Return Thunks",
    "X86 Speculative Execution Side Effect Suppression",
    "X86 insert wait instruction",
    "X86 speculative load hardening",
};

static_assert(std::ranges::is_sorted(kIdle) && std::ranges::is_sorted(kIdleUnoptimized));

// The pass manager that a target's configuration fills; what is idle it leaves out.
class BusyPasses : public llvm::legacy::PassManagerBase {
 public:
  BusyPasses(llvm::legacy::PassManager& passes, bool is_optimized, const Markers* markers)
      : passes_(passes), is_optimized_(is_optimized), markers_(markers) {}

  void add(llvm::Pass* pass) override {
    const std::string_view name = pass->getPassName();
    if (std::ranges::binary_search(kIdle, name) ||
        (!is_optimized_ && std::ranges::binary_search(kIdleUnoptimized, name)))
      return delete pass;
    if (!is_optimized_ && name == "Two-Address instruction pass") {
      delete pass;
      return passes_.add(make_two_address_pass());
    }
    // The last one between the choice of registers and instructions as they are printed.
    if (markers_ != nullptr && name == "Post-RA pseudo instruction expansion pass")
      passes_.add(markers_->make_pass());
    passes_.add(pass);
  }

 private:
  llvm::legacy::PassManager& passes_;
  bool is_optimized_;
  const Markers* markers_;
};

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
                              CallTable& table, const Markers* markers) {
  auto& target = static_cast<llvm::LLVMTargetMachine&>(machine);
  llvm::SmallVector<char, 0> bytes;
  llvm::raw_svector_ostream stream(bytes);
  llvm::legacy::PassManager passes;
  // The pass manager owns both.
  auto* const info = new llvm::MachineModuleInfoWrapperPass(&target);
  BusyPasses busy(passes, machine.getOptLevel() != llvm::CodeGenOptLevel::None, markers);
  llvm::TargetPassConfig* const config = target.createPassConfig(busy);
  config->setDisableVerify(!PERRY_ASSERTIONS);
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
