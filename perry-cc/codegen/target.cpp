#include "perry-cc/codegen/target.h"

#include <optional>
#include <utility>

// Each architecture's parts by name: `all targets` would link twenty of them.
// NOLINTBEGIN(readability-identifier-naming): LLVM chose the names.
extern "C" {
void LLVMInitializeX86TargetInfo();
void LLVMInitializeX86Target();
void LLVMInitializeX86TargetMC();
void LLVMInitializeX86AsmPrinter();
void LLVMInitializeAArch64TargetInfo();
void LLVMInitializeAArch64Target();
void LLVMInitializeAArch64TargetMC();
void LLVMInitializeAArch64AsmPrinter();
}
// NOLINTEND(readability-identifier-naming)

namespace perry::codegen {

namespace {

void initialize_x86() {
  LLVMInitializeX86TargetInfo();
  LLVMInitializeX86Target();
  LLVMInitializeX86TargetMC();
  LLVMInitializeX86AsmPrinter();
}

void initialize_aarch64() {
  LLVMInitializeAArch64TargetInfo();
  LLVMInitializeAArch64Target();
  LLVMInitializeAArch64TargetMC();
  LLVMInitializeAArch64AsmPrinter();
}

struct Cpu {
  std::string name;
  std::string features;
};

Cpu host_cpu() {
  std::string features;
  llvm::StringMap<bool> found = llvm::sys::getHostCPUFeatures();
  std::vector<std::string> words;
  for (const auto& entry : found) words.push_back((entry.second ? "+" : "-") + entry.first().str());
  // The map's order is that of its hashes.
  std::sort(words.begin(), words.end());
  for (const std::string& word : words) features += (features.empty() ? "" : ",") + word;
  return {llvm::sys::getHostCPUName().str(), std::move(features)};
}

std::expected<Cpu, Error> resolve_cpu(const llvm::Triple& triple, const std::string& name) {
  const bool is_x86 = triple.getArch() == llvm::Triple::x86_64;
  const Error foreign = {ErrorKind::CpuNotOfTarget, name, triple.str()};
  if (name == "baseline") return Cpu{is_x86 ? "x86-64-v2" : "generic", ""};
  if (name == "modern") {
    // Levels exist where an architecture has named ones.
    if (!is_x86) return std::unexpected(foreign);
    return Cpu{"x86-64-v3", ""};
  }
  if (name == "native") {
    if (llvm::Triple(llvm::sys::getProcessTriple()).getArch() != triple.getArch())
      return std::unexpected(foreign);
    return host_cpu();
  }
  return Cpu{name, ""};
}

bool is_supported(const llvm::Triple& triple) {
  return (triple.getArch() == llvm::Triple::x86_64 || triple.getArch() == llvm::Triple::aarch64) &&
         triple.isOSLinux();
}

struct Resolved {
  const llvm::Target* target;
  llvm::Triple triple;
  Cpu cpu;
};

std::expected<Resolved, Error> resolve(const Options& options) {
  const llvm::Triple triple(llvm::Triple::normalize(
      options.triple.empty() ? llvm::sys::getDefaultTargetTriple() : options.triple));
  if (!is_supported(triple))
    return std::unexpected(Error{ErrorKind::UnknownTarget, options.triple, ""});
  if (triple.getArch() == llvm::Triple::x86_64)
    initialize_x86();
  else
    initialize_aarch64();

  std::string message;
  const llvm::Target* const target = llvm::TargetRegistry::lookupTarget(triple.str(), message);
  if (target == nullptr)
    return std::unexpected(Error{ErrorKind::UnknownTarget, options.triple, ""});
  auto cpu = resolve_cpu(triple, options.cpu);
  if (!cpu) return std::unexpected(std::move(cpu.error()));
  const std::unique_ptr<llvm::MCSubtargetInfo> info(
      target->createMCSubtargetInfo(triple.str(), "", ""));
  // `generic` means 32-bit x86 with LLVM's own list.
  if (!info->isCPUStringValid(cpu->name))
    return std::unexpected(Error{ErrorKind::UnknownCpu, options.cpu, triple.str()});
  return Resolved{target, triple, *std::move(cpu)};
}

}  // namespace

std::expected<std::unique_ptr<llvm::TargetMachine>, Error> make_target_machine(
    const Options& options) {
  auto resolved = resolve(options);
  if (!resolved) return std::unexpected(std::move(resolved.error()));

  llvm::TargetOptions target_options;
  const bool is_dev = options.profile == Profile::Dev;
  target_options.EnableFastISel = is_dev;
  target_options.UniqueSectionNames = true;
  target_options.MCOptions.AsmVerbose = false;
  // Short jumps are worth no search for those that may be short.
  target_options.MCOptions.MCRelaxAll = is_dev;
  const auto level = is_dev ? llvm::CodeGenOptLevel::None : llvm::CodeGenOptLevel::Default;
  // Programs are linked statically and at a fixed address; libraries lie anywhere.
  const auto model = options.is_position_independent ? llvm::Reloc::PIC_ : llvm::Reloc::Static;
  std::unique_ptr<llvm::TargetMachine> machine(resolved->target->createTargetMachine(
      resolved->triple.str(), resolved->cpu.name, resolved->cpu.features, target_options, model,
      llvm::CodeModel::Small, level));
  if (is_dev) machine->setFastISel(true);
  return machine;
}

std::expected<void, Error> check_target(const Options& options) {
  auto resolved = resolve(options);
  if (!resolved) return std::unexpected(std::move(resolved.error()));
  return {};
}

}  // namespace perry::codegen
