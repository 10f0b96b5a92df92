#include "perry-cc/codegen/two_address.h"

#include <llvm/CodeGen/MachineInstrBuilder.h>
#include <llvm/CodeGen/MachineRegisterInfo.h>
#include <llvm/CodeGen/TargetInstrInfo.h>
#include <llvm/CodeGen/TargetOpcodes.h>
#include <llvm/CodeGen/TargetSubtargetInfo.h>

namespace perry::codegen {

namespace {

class TwoAddress : public llvm::MachineFunctionPass {
 public:
  // NOLINTNEXTLINE(readability-identifier-naming): LLVM asks for it.
  static char ID;
  TwoAddress() : MachineFunctionPass(ID) {}

  // NOLINTBEGIN(readability-identifier-naming): LLVM's names
  bool runOnMachineFunction(llvm::MachineFunction& function) override {
    function.getRegInfo().leaveSSA();
    target_ = function.getSubtarget().getInstrInfo();
    for (llvm::MachineBasicBlock& block : function) {
      for (llvm::MachineInstr& instruction : llvm::make_early_inc_range(block))
        rewrite(instruction);
    }
    return true;
  }
  llvm::MachineFunctionProperties getSetProperties() const override {
    return llvm::MachineFunctionProperties().set(
        llvm::MachineFunctionProperties::Property::TiedOpsRewritten);
  }
  // NOLINTEND(readability-identifier-naming)

 private:
  void rewrite(llvm::MachineInstr& instruction) {
    if (instruction.isDebugInstr() || instruction.isCopy()) return;
    if (instruction.isRegSequence()) return take_apart(instruction);
    for (unsigned i = instruction.getNumExplicitDefs(); i < instruction.getNumOperands(); ++i) {
      unsigned result = 0;
      if (instruction.getOperand(i).isReg() && instruction.isRegTiedToDefOperand(i, &result))
        tie(instruction, instruction.getOperand(i), instruction.getOperand(result));
    }
    if (instruction.isInsertSubreg()) become_copy(instruction);
  }

  void tie(llvm::MachineInstr& instruction, llvm::MachineOperand& use,
           const llvm::MachineOperand& result) {
    if (use.getReg() == result.getReg() && use.getSubReg() == result.getSubReg()) return;
    if (!use.isUndef()) {
      const unsigned kill = llvm::getKillRegState(use.isKill() && is_only_use(instruction, use));
      llvm::BuildMI(*instruction.getParent(), instruction, instruction.getDebugLoc(),
                    target_->get(llvm::TargetOpcode::COPY))
          .addReg(result.getReg(), llvm::RegState::Define, result.getSubReg())
          .addReg(use.getReg(), kill, use.getSubReg());
    }
    use.setReg(result.getReg());
    use.setSubReg(result.getSubReg());
    use.setIsKill(false);
  }

  static bool is_only_use(const llvm::MachineInstr& instruction, const llvm::MachineOperand& use) {
    for (const llvm::MachineOperand& other : instruction.uses())
      if (&other != &use && other.isReg() && other.getReg() == use.getReg()) return false;
    return true;
  }

  // %result = INSERT_SUBREG %result, %part, place: the rest is where it was.
  void become_copy(llvm::MachineInstr& instruction) {
    const auto place = static_cast<unsigned>(instruction.getOperand(3).getImm());
    instruction.removeOperand(3);
    instruction.getOperand(0).setSubReg(place);
    instruction.getOperand(0).setIsUndef(instruction.getOperand(1).isUndef());
    instruction.removeOperand(1);
    instruction.setDesc(target_->get(llvm::TargetOpcode::COPY));
  }

  // %result = REG_SEQUENCE %part, place, %part, place…
  void take_apart(llvm::MachineInstr& sequence) {
    const llvm::Register result = sequence.getOperand(0).getReg();
    bool is_first = true;
    for (unsigned i = 1; i < sequence.getNumOperands(); i += 2) {
      const llvm::MachineOperand& part = sequence.getOperand(i);
      if (part.isUndef()) continue;
      const auto place = static_cast<unsigned>(sequence.getOperand(i + 1).getImm());
      const unsigned rest = llvm::getUndefRegState(is_first);
      const unsigned kill = llvm::getKillRegState(part.isKill() && is_only_use(sequence, part));
      llvm::BuildMI(*sequence.getParent(), sequence, sequence.getDebugLoc(),
                    target_->get(llvm::TargetOpcode::COPY))
          .addReg(result, llvm::RegState::Define | rest, place)
          .addReg(part.getReg(), kill, part.getSubReg());
      is_first = false;
    }
    if (!is_first) return sequence.eraseFromParent();
    sequence.setDesc(target_->get(llvm::TargetOpcode::IMPLICIT_DEF));
    while (sequence.getNumOperands() > 1) sequence.removeOperand(1);
  }

  const llvm::TargetInstrInfo* target_ = nullptr;
};
char TwoAddress::ID = 0;

}  // namespace

llvm::MachineFunctionPass* make_two_address_pass() { return new TwoAddress; }

}  // namespace perry::codegen
