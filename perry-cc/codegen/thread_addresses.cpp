#include "perry-cc/codegen/thread_addresses.h"

#include <llvm/CodeGen/MachineFunctionPass.h>
#include <llvm/CodeGen/MachineInstrBuilder.h>
#include <llvm/CodeGen/TargetInstrInfo.h>
#include <llvm/CodeGen/TargetRegisterInfo.h>
#include <llvm/CodeGen/TargetSubtargetInfo.h>

#include <algorithm>
#include <ranges>

namespace perry::codegen {

namespace {

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
  llvm_unreachable("the target has no such instruction");
}

// What the target calls things: its headers are not installed with LLVM's.
struct Names {
  Names(const llvm::TargetInstrInfo& instructions, const llvm::TargetRegisterInfo& registers)
      : load(opcode_of(instructions, "MOV64rm")),
        lea(opcode_of(instructions, "LEA64r")),
        add(opcode_of(instructions, "ADD64rm")) {
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
  }

  unsigned load;
  unsigned lea;
  unsigned add;
  unsigned rax = 0;
  unsigned rip = 0;
  unsigned fs = 0;
  unsigned distance = 0;
  unsigned place_of_distance = 0;  // the loader writes it there
};

class Expand : public llvm::MachineFunctionPass {
 public:
  // NOLINTNEXTLINE(readability-identifier-naming): LLVM asks for it.
  static char ID;
  explicit Expand(llvm::DenseMap<const llvm::Value*, const llvm::GlobalValue*> variables)
      : MachineFunctionPass(ID), variables_(std::move(variables)) {}

  // NOLINTNEXTLINE(readability-identifier-naming): LLVM's name
  bool runOnMachineFunction(llvm::MachineFunction& function) override {
    bool has_changed = false;
    for (llvm::MachineBasicBlock& block : function) {
      for (llvm::MachineInstr& instruction : llvm::make_early_inc_range(block)) {
        if (!instruction.isCall()) continue;
        const llvm::MachineOperand& callee = instruction.getOperand(0);
        if (!callee.isGlobal()) continue;
        const auto found = variables_.find(callee.getGlobal());
        if (found == variables_.end()) continue;
        expand(function, block, instruction, found->second);
        has_changed = true;
      }
    }
    return has_changed;
  }

 private:
  void expand(llvm::MachineFunction& function, llvm::MachineBasicBlock& block,
              llvm::MachineInstr& call, const llvm::GlobalValue* variable) {
    const llvm::TargetInstrInfo& target = *function.getSubtarget().getInstrInfo();
    if (!names_) names_.emplace(target, *function.getSubtarget().getRegisterInfo());
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

  llvm::DenseMap<const llvm::Value*, const llvm::GlobalValue*> variables_;
  std::optional<Names> names_;
};
char Expand::ID = 0;

}  // namespace

llvm::Value* ThreadAddresses::get(llvm::IRBuilder<>& builder, llvm::GlobalVariable* variable) {
  const auto found = std::ranges::find_if(
      rows_, [&](const Row& row) { return static_cast<llvm::Value*>(row.variable) == variable; });
  if (found != rows_.end()) return builder.CreateCall(found->marker);
  auto* const type =
      llvm::FunctionType::get(llvm::PointerType::getUnqual(module_.getContext()), false);
  auto* const marker = llvm::Function::Create(type, llvm::Function::ExternalLinkage,
                                              "perry.thread_address", module_);
  marker->setDSOLocal(true);
  marker->setDoesNotThrow();
  rows_.push_back({marker, variable});
  return builder.CreateCall(marker);
}

llvm::MachineFunctionPass* ThreadAddresses::make_pass() const {
  if (rows_.empty()) return nullptr;
  llvm::DenseMap<const llvm::Value*, const llvm::GlobalValue*> variables;
  for (const Row& row : rows_) {
    llvm::Value* const variable = row.variable;
    variables.insert({row.marker, llvm::cast<llvm::GlobalValue>(variable)});
  }
  return new Expand(std::move(variables));
}

}  // namespace perry::codegen
