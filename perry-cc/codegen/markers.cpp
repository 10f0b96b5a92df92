#include "perry-cc/codegen/markers.h"

#include <llvm/CodeGen/MachineFunctionPass.h>
#include <llvm/CodeGen/MachineInstrBuilder.h>
#include <llvm/CodeGen/TargetInstrInfo.h>
#include <llvm/CodeGen/TargetRegisterInfo.h>
#include <llvm/CodeGen/TargetSubtargetInfo.h>
#include <llvm/Support/ErrorHandling.h>

#include <algorithm>
#include <ranges>

namespace perry::codegen {

namespace {

[[noreturn]] void miss(llvm::StringRef name) {
  llvm::report_fatal_error("this version of LLVM has no " + name, false);
}

// There are twenty thousand, sorted by name behind those that are pseudo-instructions.
unsigned opcode_of(const llvm::TargetInstrInfo& instructions, llvm::StringRef name) {
  const auto all = std::views::iota(0u, instructions.getNumOpcodes());
  const auto first =
      std::ranges::partition_point(all, [&](unsigned n) { return instructions.get(n).isPseudo(); });
  const auto found = std::ranges::lower_bound(first, all.end(), name, {},
                                              [&](unsigned n) { return instructions.getName(n); });
  if (found != all.end() && instructions.getName(*found) == name) return *found;
  for (const unsigned n : all)
    if (instructions.getName(n) == name) return n;
  miss(name);
}

// What the target calls things: its headers are not installed with LLVM's.
struct Names {
  Names(const llvm::TargetInstrInfo& instructions, const llvm::TargetRegisterInfo& registers)
      : load(opcode_of(instructions, "MOV64rm")),
        lea(opcode_of(instructions, "LEA64r")),
        add(opcode_of(instructions, "ADD64rm")),
        load_wide(opcode_of(instructions, "MOV64ri")),
        load_narrow(opcode_of(instructions, "MOV32ri64")) {
    for (unsigned n = 1; n < registers.getNumRegs(); n++) {
      const llvm::StringRef name = registers.getName(n);
      if (name == "RAX") rax = n;
      if (name == "RIP") rip = n;
      if (name == "FS") fs = n;
    }
    for (const auto& [flag, name] : instructions.getSerializableDirectMachineOperandTargetFlags()) {
      if (llvm::StringRef(name) == "x86-tpoff") distance = flag;
      if (llvm::StringRef(name) == "x86-gottpoff") place_of_distance = flag;
    }
    if (rax == 0 || rip == 0 || fs == 0) miss("register of this name");
    if (distance == 0 || place_of_distance == 0) miss("flag of this name");
  }

  unsigned load;
  unsigned lea;
  unsigned add;
  unsigned load_wide;    // of a constant
  unsigned load_narrow;  // of one that fits into 32 bits: a pseudo-instruction
  unsigned rax = 0;
  unsigned rip = 0;
  unsigned fs = 0;
  unsigned distance = 0;
  unsigned place_of_distance = 0;  // the loader writes it there
};

class Replace : public llvm::MachineFunctionPass {
 public:
  struct Place {
    const llvm::GlobalValue* variable;
    uint32_t offset;
  };
  using Places = llvm::DenseMap<const llvm::Value*, Place>;

  // NOLINTNEXTLINE(readability-identifier-naming): LLVM asks for it.
  static char ID;
  Replace(Places threads, Places places)
      : MachineFunctionPass(ID), threads_(std::move(threads)), places_(std::move(places)) {}

  // NOLINTNEXTLINE(readability-identifier-naming): LLVM's name
  bool runOnMachineFunction(llvm::MachineFunction& function) override {
    const llvm::TargetInstrInfo& target = *function.getSubtarget().getInstrInfo();
    if (!names_) names_.emplace(target, *function.getSubtarget().getRegisterInfo());
    const bool is_fixed = !function.getTarget().isPositionIndependent();
    for (llvm::MachineBasicBlock& block : function) {
      for (llvm::MachineInstr& instruction : llvm::make_early_inc_range(block)) {
        llvm::MachineOperand* const global = find_global(instruction);
        if (global == nullptr) continue;
        if (instruction.isCall()) {
          const auto found = threads_.find(global->getGlobal());
          if (found != threads_.end()) expand(function, block, instruction, found->second.variable);
          continue;
        }
        if (const auto found = places_.find(global->getGlobal()); found != places_.end())
          global->ChangeToGA(found->second.variable, found->second.offset + global->getOffset(),
                             global->getTargetFlags());
        // Code and data of programs are where 32 bits reach.
        if (is_fixed && instruction.getOpcode() == names_->load_wide)
          instruction.setDesc(target.get(names_->load_narrow));
      }
    }
    return true;
  }

 private:
  static llvm::MachineOperand* find_global(llvm::MachineInstr& instruction) {
    for (llvm::MachineOperand& operand : instruction.explicit_operands())
      if (operand.isGlobal()) return &operand;
    return nullptr;
  }

  void expand(llvm::MachineFunction& function, llvm::MachineBasicBlock& block,
              llvm::MachineInstr& call, const llvm::GlobalValue* variable) {
    const llvm::TargetInstrInfo& target = *function.getSubtarget().getInstrInfo();
    const Names& n = *names_;
    const llvm::DebugLoc& place = call.getDebugLoc();
    // Memory: base, scale, index, displacement, segment.
    const auto thread = [&](const llvm::MachineInstrBuilder& to) {
      to.addReg(0).addImm(1).addReg(0).addImm(0).addReg(n.fs);
    };
    if (function.getTarget().isPositionIndependent()) {
      llvm::BuildMI(block, call, place, target.get(n.load), n.rax)
          .addReg(n.rip)
          .addImm(1)
          .addReg(0)
          .addGlobalAddress(variable, 0, n.place_of_distance)
          .addReg(0);
      thread(llvm::BuildMI(block, call, place, target.get(n.add), n.rax).addReg(n.rax));
    } else {
      thread(llvm::BuildMI(block, call, place, target.get(n.load), n.rax));
      llvm::BuildMI(block, call, place, target.get(n.lea), n.rax)
          .addReg(n.rax)
          .addImm(1)
          .addReg(0)
          .addGlobalAddress(variable, 0, n.distance)
          .addReg(0);
    }
    call.eraseFromParent();
  }

  Places threads_;
  Places places_;
  std::optional<Names> names_;
};
char Replace::ID = 0;

}  // namespace

llvm::Value* Markers::thread_address(llvm::IRBuilder<>& builder, llvm::GlobalVariable* variable) {
  const auto found = std::ranges::find_if(threads_, [&](const Row& row) {
    return static_cast<llvm::Value*>(row.variable) == variable;
  });
  if (found != threads_.end()) return builder.CreateCall(llvm::cast<llvm::Function>(found->marker));
  auto* const type =
      llvm::FunctionType::get(llvm::PointerType::getUnqual(module_.getContext()), false);
  auto* const marker = llvm::Function::Create(type, llvm::Function::ExternalLinkage, "", module_);
  marker->setDSOLocal(true);
  marker->setDoesNotThrow();
  threads_.push_back({marker, variable, 0});
  return builder.CreateCall(marker);
}

llvm::Constant* Markers::place_in(llvm::GlobalVariable* variable, uint32_t offset) {
  auto* const marker =
      new llvm::GlobalVariable(module_, llvm::Type::getInt8Ty(module_.getContext()), true,
                               llvm::GlobalValue::ExternalLinkage, nullptr, "");
  marker->setDSOLocal(true);
  places_.push_back({marker, variable, offset});
  return marker;
}

llvm::MachineFunctionPass* Markers::make_pass() const {
  const auto rows_of = [](const std::vector<Row>& rows) {
    Replace::Places result(static_cast<unsigned>(rows.size()));
    for (const Row& row : rows) {
      llvm::Value* const variable = row.variable;
      result.insert({row.marker, {llvm::cast<llvm::GlobalValue>(variable), row.offset}});
    }
    return result;
  };
  return new Replace(rows_of(threads_), rows_of(places_));
}

}  // namespace perry::codegen
