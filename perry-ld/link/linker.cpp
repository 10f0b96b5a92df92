#include "perry-ld/link/linker.h"

#include <lld/Common/CommonLinkerContext.h>
#include <lld/Common/Driver.h>
#include <llvm/Config/llvm-config.h>
#include <llvm/Support/CrashRecoveryContext.h>
#include <llvm/Support/raw_ostream.h>

LLD_HAS_DRIVER(elf)

namespace perry::ld {

LinkerResult run_linker(const std::vector<std::string>& arguments) {
  std::vector<const char*> argv = {"ld.lld"};
  for (const std::string& argument : arguments) argv.push_back(argument.c_str());
  LinkerResult result;
  llvm::raw_string_ostream out(result.messages);
  if (lld::hasContext()) lld::CommonLinkerContext::destroy();
  // What lld takes for hopeless ends the process, unless it runs in such a context.
  llvm::CrashRecoveryContext::Enable();
  llvm::CrashRecoveryContext context;
  const bool returned =
      context.RunSafely([&] { result.ok = lld::elf::link(argv, out, out, false, false); });
  if (!returned) result.ok = false;
  return result;
}

std::string linker_version() { return "lld " LLVM_VERSION_STRING; }

}  // namespace perry::ld
