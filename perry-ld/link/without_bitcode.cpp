#include <cstdlib>
#include <vector>

// lld can compile LLVM's bitcode, for which it wants every code generator that LLVM has. Objects of
// perry-cc are machine code, so these stand in for all of that: 60 MB and the initialisation of
// twenty targets at every start. Whoever hands over bitcode gets an error before lld sees it.
namespace lld::elf {

class InputFile;
class BitcodeFile;

// Same name, other contents: lld makes one and never calls it without bitcode.
class BitcodeCompiler {
 public:
  BitcodeCompiler();
  ~BitcodeCompiler();  // NOLINT(performance-trivially-destructible): lld calls it
  void add(BitcodeFile& file);
  std::vector<InputFile*> compile();
};

BitcodeCompiler::BitcodeCompiler() = default;
BitcodeCompiler::~BitcodeCompiler() = default;
void BitcodeCompiler::add(BitcodeFile&) { std::abort(); }
std::vector<InputFile*> BitcodeCompiler::compile() { return {}; }

}  // namespace lld::elf

extern "C" {
#define PERRY_NO_TARGET(name)  \
  void LLVMInitialize##name(); \
  void LLVMInitialize##name() {}
PERRY_NO_TARGET(AArch64AsmParser)
PERRY_NO_TARGET(AArch64AsmPrinter)
PERRY_NO_TARGET(AArch64Target)
PERRY_NO_TARGET(AArch64TargetInfo)
PERRY_NO_TARGET(AArch64TargetMC)
PERRY_NO_TARGET(AMDGPUAsmParser)
PERRY_NO_TARGET(AMDGPUAsmPrinter)
PERRY_NO_TARGET(AMDGPUTarget)
PERRY_NO_TARGET(AMDGPUTargetInfo)
PERRY_NO_TARGET(AMDGPUTargetMC)
PERRY_NO_TARGET(ARMAsmParser)
PERRY_NO_TARGET(ARMAsmPrinter)
PERRY_NO_TARGET(ARMTarget)
PERRY_NO_TARGET(ARMTargetInfo)
PERRY_NO_TARGET(ARMTargetMC)
PERRY_NO_TARGET(AVRAsmParser)
PERRY_NO_TARGET(AVRAsmPrinter)
PERRY_NO_TARGET(AVRTarget)
PERRY_NO_TARGET(AVRTargetInfo)
PERRY_NO_TARGET(AVRTargetMC)
PERRY_NO_TARGET(BPFAsmParser)
PERRY_NO_TARGET(BPFAsmPrinter)
PERRY_NO_TARGET(BPFTarget)
PERRY_NO_TARGET(BPFTargetInfo)
PERRY_NO_TARGET(BPFTargetMC)
PERRY_NO_TARGET(HexagonAsmParser)
PERRY_NO_TARGET(HexagonAsmPrinter)
PERRY_NO_TARGET(HexagonTarget)
PERRY_NO_TARGET(HexagonTargetInfo)
PERRY_NO_TARGET(HexagonTargetMC)
PERRY_NO_TARGET(LanaiAsmParser)
PERRY_NO_TARGET(LanaiAsmPrinter)
PERRY_NO_TARGET(LanaiTarget)
PERRY_NO_TARGET(LanaiTargetInfo)
PERRY_NO_TARGET(LanaiTargetMC)
PERRY_NO_TARGET(LoongArchAsmParser)
PERRY_NO_TARGET(LoongArchAsmPrinter)
PERRY_NO_TARGET(LoongArchTarget)
PERRY_NO_TARGET(LoongArchTargetInfo)
PERRY_NO_TARGET(LoongArchTargetMC)
PERRY_NO_TARGET(M68kAsmParser)
PERRY_NO_TARGET(M68kAsmPrinter)
PERRY_NO_TARGET(M68kTarget)
PERRY_NO_TARGET(M68kTargetInfo)
PERRY_NO_TARGET(M68kTargetMC)
PERRY_NO_TARGET(MSP430AsmParser)
PERRY_NO_TARGET(MSP430AsmPrinter)
PERRY_NO_TARGET(MSP430Target)
PERRY_NO_TARGET(MSP430TargetInfo)
PERRY_NO_TARGET(MSP430TargetMC)
PERRY_NO_TARGET(MipsAsmParser)
PERRY_NO_TARGET(MipsAsmPrinter)
PERRY_NO_TARGET(MipsTarget)
PERRY_NO_TARGET(MipsTargetInfo)
PERRY_NO_TARGET(MipsTargetMC)
PERRY_NO_TARGET(NVPTXAsmPrinter)
PERRY_NO_TARGET(NVPTXTarget)
PERRY_NO_TARGET(NVPTXTargetInfo)
PERRY_NO_TARGET(NVPTXTargetMC)
PERRY_NO_TARGET(PowerPCAsmParser)
PERRY_NO_TARGET(PowerPCAsmPrinter)
PERRY_NO_TARGET(PowerPCTarget)
PERRY_NO_TARGET(PowerPCTargetInfo)
PERRY_NO_TARGET(PowerPCTargetMC)
PERRY_NO_TARGET(RISCVAsmParser)
PERRY_NO_TARGET(RISCVAsmPrinter)
PERRY_NO_TARGET(RISCVTarget)
PERRY_NO_TARGET(RISCVTargetInfo)
PERRY_NO_TARGET(RISCVTargetMC)
PERRY_NO_TARGET(SparcAsmParser)
PERRY_NO_TARGET(SparcAsmPrinter)
PERRY_NO_TARGET(SparcTarget)
PERRY_NO_TARGET(SparcTargetInfo)
PERRY_NO_TARGET(SparcTargetMC)
PERRY_NO_TARGET(SystemZAsmParser)
PERRY_NO_TARGET(SystemZAsmPrinter)
PERRY_NO_TARGET(SystemZTarget)
PERRY_NO_TARGET(SystemZTargetInfo)
PERRY_NO_TARGET(SystemZTargetMC)
PERRY_NO_TARGET(VEAsmParser)
PERRY_NO_TARGET(VEAsmPrinter)
PERRY_NO_TARGET(VETarget)
PERRY_NO_TARGET(VETargetInfo)
PERRY_NO_TARGET(VETargetMC)
PERRY_NO_TARGET(WebAssemblyAsmParser)
PERRY_NO_TARGET(WebAssemblyAsmPrinter)
PERRY_NO_TARGET(WebAssemblyTarget)
PERRY_NO_TARGET(WebAssemblyTargetInfo)
PERRY_NO_TARGET(WebAssemblyTargetMC)
PERRY_NO_TARGET(X86AsmParser)
PERRY_NO_TARGET(X86AsmPrinter)
PERRY_NO_TARGET(X86Target)
PERRY_NO_TARGET(X86TargetInfo)
PERRY_NO_TARGET(X86TargetMC)
PERRY_NO_TARGET(XCoreAsmPrinter)
PERRY_NO_TARGET(XCoreTarget)
PERRY_NO_TARGET(XCoreTargetInfo)
PERRY_NO_TARGET(XCoreTargetMC)
PERRY_NO_TARGET(XtensaAsmParser)
PERRY_NO_TARGET(XtensaAsmPrinter)
PERRY_NO_TARGET(XtensaTarget)
PERRY_NO_TARGET(XtensaTargetInfo)
PERRY_NO_TARGET(XtensaTargetMC)
#undef PERRY_NO_TARGET
}
